"""Tags: what a screen reader is told of each text is what it is (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import quote

from communique.content.structure import expansions as wanted_expansions
from communique.content.structure import links as wanted_links
from communique.pdf_reading.document.pages import rectangle
from communique.pdf_reading.tag_tree import Tag
from communique.pdf_reading.tag_tree import tags as all_tags
from communique.prove.lines import folded, inks
from communique.prove.words import expected, short, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.content.content import Content
    from communique.content.text import Inner, Text
    from communique.model.faults import Faults
    from communique.pdf_reading.document.pages import Rectangle
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: How far words may reach out of their link, in pt, and a link above and below them, in em.
_TOUCH, _LINE = 1.0, 1.5
#: What stands in addresses as it is (RFC 3986, 2.1 and 2.2).
_DELIMITERS = "%:/?#[]@!$&'()*+,;="
_Held = tuple[str, tuple[str | int, ...]]
"""A tag in a text and its words; its type, the letters before it and in it, and which they are."""
_STRESS = frozenset(("Em", "Strong", "Underline", "LineThrough"))
_NONE: _Held = ("none", ())


def roles(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each text that is tagged as something else than it is."""
    for text, block in _pairs(content, reading):
        if block.role != text.role:
            wrong = f"{short(text.words)} is tagged {block.role or 'not at all'}"
            _say(faults, text, f"{wrong} and not {text.role}")


def languages(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each text that is not, or not wholly, said to be in its language (WCAG 3.1.2)."""
    for text, block in _pairs(content, reading):
        if {language for _, language in text.runs} == set(block.languages) and len(text.runs) == 1:
            continue
        spoken_in = zip((piece.text for piece in block.pieces), block.languages, strict=False)
        if block.alternative:
            spoken_in = zip([block.alternative], block.languages, strict=False)
        found, wanted = _letters(spoken_in), _letters(text.runs)
        if found != wanted and _all(found) == _all(wanted):  # else another rule says what differs
            listed, due = (
                " and ".join(sorted({tag for tag, _ in each})) for each in (found, wanted)
            )
            wrong = f"{short(text.words)} is said to be in {listed or 'none'}"
            _say(faults, text, f"{wrong} and not in {due}, or not all of it")


def _all(letters: Iterable[tuple[str, str]]) -> list[str]:
    return sorted("".join(words for _, words in letters))


def links(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each link that leads elsewhere than the statement says, is missing, or not asked for."""
    found = [_targets(tag) for tag in all_tags(reading.tree) if tag.role == "Link"]
    wanted = [{_address(target)} for target in wanted_links(content)]
    if found != wanted:
        pairs = zip_longest(found, wanted, fillvalue=set[str]())
        there, due = next(pair for pair in pairs if pair[0] != pair[1])
        wrong = f"a link leads to {_listed(there)} and not to {_listed(due)}"
        faults.add(1, "tags", wrong, "nothing was delivered")


def link_areas(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note each link that is not where its words are, and words of a link outside of it (12.5.6.5).

    A link around a picture may be larger than its words.
    """
    places = {
        link.number: (number, rectangle(link.entries.get("/Rect")))
        for number, page in enumerate(reading.pages)
        for link in page.annotations
    }
    marked: dict[tuple[int, int | str], list[Piece]] = defaultdict(list)
    for piece in reading.pieces:
        if piece.text.strip():
            marked[piece.page, piece.mark].append(piece)
    for tag in all_tags(reading.tree):
        if tag.role == "Link":
            inside = list(all_tags(tag))
            kids = [kid for each in inside for kid in each.kids if isinstance(kid, tuple)]
            words = [piece for kid in kids for piece in marked[kid]]
            areas = [places.get(each.number, (None, ())) for each in tag.annotations]
            pictured = any(each.role == "Figure" for each in inside)
            if not _fit(areas, words, pictured=pictured):
                said = short(" ".join(piece.text for piece in words))
                wrong = f"the link {said} is not where its words are"
                faults.add(1, "tags", wrong, "nothing was delivered")


def _fit(
    areas: Sequence[tuple[int | None, Rectangle]], words: Sequence[Piece], *, pictured: bool
) -> bool:
    """Tell whether these areas of pages hold the words, a line or more each, and little else."""
    met = [[piece for piece in words if _holds(area, piece)] for area in areas]
    filled = all(_is_close(area, pieces) for area, pieces in zip(areas, met, strict=True))
    return (filled or pictured) and len({id(p) for each in met for p in each}) == len(words)


def _holds(area: tuple[int | None, Rectangle], piece: Piece) -> bool:
    page, box = area
    if page != piece.page or not box:
        return False
    left, bottom, right, top = box
    return (
        left - _TOUCH <= piece.left
        and piece.right <= right + _TOUCH
        and bottom <= piece.baseline <= top
    )


def _is_close(area: tuple[int | None, Rectangle], words: Sequence[Piece]) -> bool:
    """Tell whether an area is hardly larger than the words in it, by no more than a line."""
    if not words:
        return False
    left, bottom, right, top = area[1]
    em = max(piece.size for piece in words)
    return (
        min(piece.left for piece in words) - left <= em
        and right - max(piece.right for piece in words) <= em
        and min(piece.baseline for piece in words) - bottom <= _LINE * em
        and top - max(piece.baseline for piece in words) <= _LINE * em
    )


def expansions(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where abbreviations are not explained to those who listen (ISO 32000-1, 14.9.5)."""
    found = [tag.text("E") for tag in all_tags(reading.tree) if "/E" in tag.entries]
    wanted = wanted_expansions(content)
    if found != wanted:
        wrong = f"abbreviations are explained as {found} and not as {wanted}"
        faults.add(1, "abbreviations", wrong, "nothing was delivered")


def inner_words(content: Content, reading: Reading, faults: Faults) -> None:
    """Note links, explanations and tags of stress that lie on other words than in the statement.

    In PDF 2.0 stress has tags (ISO 32000-2, 14.8.4.7).
    """
    for text, block in _pairs(content, reading):
        if text.inner or block.inner:
            found = _held(block.inner, [piece.text for piece in block.pieces])
            wanted = _held(text.inner, text.words)
            for there, due in zip_longest(found, wanted, fillvalue=_NONE):
                if there[1] != due[1]:
                    wrong = f"{short(text.words)} has the tag {there[0]} and not {due[0]}"
                    _say(faults, text, f"{wrong}, or not on these words")
                    break


def _held(inner: Iterable[Inner], parts: Sequence[str]) -> list[_Held]:
    """Return each of these tags in a text of these parts, with its words and its place.

    Within a line that runs from right to left pieces may stand in another order than they are
    read, and brackets are drawn mirrored.
    """
    found: list[_Held] = []
    for role, begin, end in _whole(inner, parts):
        words = "".join(parts[begin:end])
        before, inside = (folded(each).replace(" ", "") for each in ("".join(parts[:begin]), words))
        letters = "".join(sorted(filter(str.isalnum, inside)))
        found.append((f"{role} ({short(words)})", (role, len(before), len(inside), letters)))
    return found


def _whole(inner: Iterable[Inner], parts: Sequence[str]) -> list[Inner]:
    """Return the same tags, but one tag of stress for two with nothing but a space between."""
    found: list[Inner] = []
    last: dict[str, int] = {}  # the place of the last tag of each type of stress
    for role, begin, end in inner:
        at = last.get(role)
        if at is not None and not folded("".join(parts[found[at][2] : begin])):
            found[at] = (role, found[at][1], max(end, found[at][2]))
            continue
        if role in _STRESS:
            last[role] = len(found)
        found.append((role, begin, end))
    return found


def untagged(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note text that is neither in the tag tree nor an artifact (ISO 14289-1, 7.1)."""
    for piece in reading.pieces:
        if piece.mark != "Artifact" and not isinstance(piece.mark, int) and inks(piece.text):
            wrong = f"page {piece.page + 1}: {short(piece.text)} has no tag"
            faults.add(1, "tags", wrong, "nothing was delivered")


def _pairs(content: Content, reading: Reading) -> Iterator[tuple[Text, Block]]:
    """Yield each text with the block that says it; none where words differ."""
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) == len(blocks):
        yield from zip(texts, blocks, strict=True)


def _letters(runs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the language of each run with its letters, in an order that no direction changes."""
    said = ((language.lower(), folded(words).replace(" ", "")) for words, language in runs)
    parts = groupby((part for part in said if part[1]), itemgetter(0))
    return [(tag, "".join(sorted("".join(words for _, words in part)))) for tag, part in parts]


def _targets(tag: Tag) -> set[str]:
    """Return where the annotations of a link lead: an address, or # and the name of a heading."""
    found = set()
    for annotation in tag.annotations:
        action = annotation.entries.get("/A")
        if isinstance(action, dict):
            found.add(_address(str(action.get("/URI"))))
        else:
            found.add(_address(f"#{annotation.entries.get('/Dest', '')}"))
    return found


def _address(target: str) -> str:
    """Return an address in ASCII; what is encoded in it already has a meaning of its own.

    RFC 3986, 2.2 to 2.4, and RFC 3987, 3.1.
    """
    return quote(target, safe=_DELIMITERS)


def _listed(targets: Iterable[str]) -> str:
    return ", ".join(sorted(targets)) or "nothing"


def _say(faults: Faults, text: Text, wrong: str) -> None:
    faults.add(text.line, "tags", wrong, "nothing was delivered", path=text.path)
