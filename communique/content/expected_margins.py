"""What the margins of pages have to say: running head, running foot and page number.

It is worked out here anew, for the proof, in another way than the page is composed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from communique.content.expected import is_parallel, label, runs_right_to_left
from communique.content.expected_turns import in_foot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.content.content import Content, Version
    from communique.model.body import Node
    from communique.model.statement import Statement
    from communique.model.values import Phrase

#: Headings of this level name the section in the running head.
_SECTION = 2
#: The turns in which lines have numbers.
_NUMBERED = ("negotiation",)
#: How wide two characters of Chinese or Japanese are.
_SQUARES = 4
#: Within a word, no fewer letters than these are left, with the words before it.
_LEAST = 16
#: What does not stand right before an ellipsis: words of so many small letters, and these.
_LITTLE = 3
_SPACE_OR_COMMA = " ,;:–-、，；：・"


def running_titles(statement: Statement) -> list[str]:
    """Return what the running head may say of the title, from long to short."""
    title, short = statement.matter.title.text, statement.matter.short_title
    return _each_once([title, *([short] if short else []), *_shortened(short or title, title)])


def running_sections(heading: Node) -> list[str]:
    """Return what it may say of a section; nothing for lesser headings."""
    if heading.level != _SECTION:
        return []
    return _each_once([label(heading), *_shortened(label(heading), label(heading))])


def footed(content: Content) -> Version:
    """Return the version in whose language the running foot is."""
    ways = [each for each in content.versions if not runs_right_to_left(each)]
    return (ways or content.versions)[0]


def foot(content: Content) -> list[str]:
    """Return what the running foot may say: symbol and day, or one of them alone.

    Where the page is no statement of its own, all of it stands behind the word for what it is.
    """
    version = footed(content)
    matter = version.statement.matter
    parts = [matter.symbol] if matter.symbol else []
    parts += [version.language.day(matter.issued)] if matter.issued else []
    found = _each_once([" · ".join(parts), *parts]) if parts else []
    if label := in_foot(version):
        return [*(f"{label} · {each}" for each in found), label]
    return found


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
    language = content.versions[0].language
    written = map(language.figures.written, (number, pages))
    return language.file.page.format(**dict(zip(("page", "pages"), written, strict=True)))


def has_line_numbers(content: Content) -> bool:
    """Tell whether each line of the text has a number beside it."""
    turned = content.versions[0].statement.turned
    return turned is not None and turned.name in _NUMBERED


def line_number(version: Version, number: int) -> str:
    """Return what stands beside the line of this number."""
    return version.language.figures.written(number)


def _shortened(words: str, title: str) -> Iterator[str]:
    """Yield the beginnings of `words` with an ellipsis, the longest first.

    Then come those of a longer `title` that are shorter than these, and at last the beginnings
    within a word that is long.
    """
    text, title = " ".join(words.split()), " ".join(title.split())
    least, last = len(text), text
    for start in (text, title):
        for end in _word_ends(start):
            said = start[:end].rstrip(_SPACE_OR_COMMA)
            if said and (start is text or len(said) < least):
                yield f"{said} …"
                last = said
        least = len(last)
    for end in range(min(least, len(text)) - 1, _LEAST - 1, -1):
        if _is_within(text, end) and (said := text[:end].rstrip(_SPACE_OR_COMMA)):
            yield f"{said} …"


def _word_ends(text: str) -> list[int]:
    """Return where the beginnings of a `text` end that are no words cut short, the last first.

    They end with a word, one of Chinese or Japanese anywhere, and with no number nor, where there
    are others, a little word. The shortest may end with a name that does, such as G20.
    """
    ends = [end for end in range(len(text) - 1, 0, -1) if _ends(text, end)]
    cuts = [end for end in ends if not text[end - 1].isdecimal()]
    cuts = [end for end in cuts if not _is_little(text[:end])] or cuts
    shortest = min(cuts, default=len(text))
    return cuts + [end for end in ends if end < shortest and _is_named(text[:end])]


def _is_little(text: str) -> bool:
    """Tell whether the last word of `text` is one such as an article: short, without capitals."""
    word = text.rpartition(" ")[2]
    return columns(word) <= _LITTLE and word.lower() == word != word.upper()


def _is_named(text: str) -> bool:
    """Tell whether the last word of `text` is one of letters and figures, with a letter first."""
    word = text.rpartition(" ")[2]
    return word[:1].isalpha() and all(map(str.isalnum, word)) and columns(word) == len(word)


def _is_within(text: str, place: int) -> bool:
    """Tell whether `text` has a letter before a `place`, with all its marks."""
    before = text[place - 1]
    return bool(before.isalpha() or combining(before)) and not combining(text[place])


def _ends(text: str, place: int) -> bool:
    """Tell whether a word of `text` ends at a `place`."""
    return text[place] == " " or columns(text[place - 1 : place + 1]) == _SQUARES


def columns(text: str) -> int:
    """Return the width of `text`; a character of Chinese or Japanese has two columns (UAX 11)."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _each_once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(text.split()) for text in texts))
