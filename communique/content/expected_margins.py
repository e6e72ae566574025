"""What the margins of pages have to say: running head, running foot and page number.

It is worked out here anew, for the proof, in another way than the page is composed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from communique.content.expected import is_parallel, label, runs_right_to_left

if TYPE_CHECKING:
    from communique.content.content import Content, Version
    from communique.model.body import Node
    from communique.model.statement import Statement
    from communique.model.values import Phrase

#: A running head has so many columns and words where it stands alone, and where it does not.
_ALONE, _SHARED = (48, 7), (36, 3)
_FOOT_LENGTH = 40
#: Headings of this level name the section in the running head.
_SECTION = 2
_SPACE_OR_COMMA = " ,;:–-"


def running_title(statement: Statement, *, parallel: bool) -> str:
    """Return the title for the running head, which it may share with a section or a version."""
    sections = any(node.level == _SECTION for node in statement.body.headings)
    return _shortened(statement.matter.title.text, *(_SHARED if sections or parallel else _ALONE))


def running_section(heading: Node) -> str:
    """Return the name of a section for the running head; nothing for lesser headings."""
    return _shortened(label(heading), *_SHARED) if heading.level == _SECTION else ""


def footed(content: Content) -> Version:
    """Return the version in whose language the running foot is."""
    ways = [each for each in content.versions if not runs_right_to_left(each)]
    return (ways or content.versions)[0]


def foot(content: Content) -> str:
    """Return symbol and day for the running foot, or the first of them that there is."""
    version = footed(content)
    matter = version.statement.matter
    parts = [matter.symbol] if matter.symbol else []
    parts += [version.language.day(matter.issued)] if matter.issued else []
    both = " · ".join(parts)
    return both if len(both) <= _FOOT_LENGTH else parts[0]


def foot_lines(content: Content, number: int) -> list[Phrase]:
    """Return the lines that the theme has in the foot of page `number`, from 1."""
    theme = content.theme
    if content.edition.foot != "page":
        return []
    own = theme.address.lines if theme.address and theme.address.place == "foot" else ()
    return [*(own if number == 1 else ()), *(theme.foot or ())]


def folio(content: Content, number: int, pages: int) -> str:
    """Return what page `number`, from 1, of `pages` says; side by side it is in no language."""
    if is_parallel(content):
        return f"{number} / {pages}"
    return content.versions[0].language.file.page.format(page=number, pages=pages)


def _shortened(words: str, columns: int, most: int) -> str:
    """Return as many of `words` as fit, with an ellipsis where some do not.

    A number with spaces is one of them, and none stands right before the ellipsis.
    """
    every: list[str] = []
    for word in words.split():
        goes_on = every and every[-1][-1].isdecimal() and word[0].isdecimal()
        every[len(every) - bool(goes_on) :] = [f"{every[-1]} {word}" if goes_on else word]
    fitting = [
        count
        for count in range(1, min(most, len(every)) + 1)
        if _columns(" ".join(every[:count])) <= columns
        and (count == len(every) or not every[count - 1][-1].isdecimal())
    ]
    kept = " ".join(every[: max(fitting, default=1)])
    while _columns(kept) > columns:
        kept = kept[:-1]
    return kept if kept == " ".join(every) else f"{kept.rstrip(_SPACE_OR_COMMA)} …"


def _columns(text: str) -> int:
    """Return the width of `text`; a character of Chinese or Japanese has two columns (UAX 11)."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
