"""Numbers of paragraphs: in a negotiation print each stands in the margin beside its paragraph.

Which are due is counted in the text as it was read (`counting`). Which are there is read from the
PDF alone: what is drawn before the first words of a paragraph in one go, and is a number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from communique.content.expected import is_parallel, runs_right_to_left, turn
from communique.prove.lines import left_to_right, lines_of
from communique.prove.negotiation.brackets import NAME
from communique.prove.negotiation.counting import ADVERBS, due
from communique.prove.words import expected, short, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content, Version
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: A number as it is drawn, with its stop: 5 bis. to the right, and .bis 5 to the left.
_FIGURE, _WORD = r"\d{1,4}(?:\.\d{1,3})*", rf"(?:{'|'.join(ADVERBS)}|[A-Za-z])"
_DRAWN = re.compile(
    rf"\s*{_FIGURE}(?:[\s-]?{_WORD})?\.\s*|\s*\.(?:{_WORD}[\s-]?)?{_FIGURE}(?:-?{_WORD})?\s*"
)
_FIGURES = re.compile(r"\d+(?:\.\d+)*|[^\W\d_]+")
#: How exactly a number stands on its line, in pt: places are rounded.
_EXACT = 0.3
#: So far from its text, in em, a number stands at most.
_FAR = 1.0
_INSTEAD = "let the stylesheet of the turn show .number in the margin beside the first line"


class _Found(NamedTuple):
    """A paragraph of the page."""

    line: int
    """In the source."""
    words: str
    page: int
    number: Piece | None
    """What stands before its words, if that is a number."""
    beside: Piece | None
    """The first of its words."""
    edge: float
    """Where its lines begin (pt), counted in the direction in which they run."""


def every_number(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each paragraph that lacks its number, or has another one, or has it elsewhere."""
    if turn(content) != NAME:
        return
    for version in content.versions:
        how = version.statement.turned
        numbers = due(how.original) if how else {}
        way = -1 if runs_right_to_left(version) else 1
        every = list(_paragraphs(version, content, reading, numbers, way))
        edges: dict[int, float] = defaultdict(lambda: float("inf"))
        for each in every:
            if numbers[each.line]:
                edges[each.page] = min(edges[each.page], each.edge)
        for each in every:
            if wrong := _wrong(each, numbers[each.line]):
                said = f"{short(each.words)}: {wrong}"
                faults.add(each.line, "numbers", said, _INSTEAD, path=version.statement.path)
            elif not is_parallel(content) and not _is_in_margin(each, edges[each.page], way):
                said = f"{short(each.words)}: its number is not in the margin beside it"
                faults.add(each.line, "numbers", said, _INSTEAD, path=version.statement.path)


def _wrong(found: _Found, number: str) -> str:
    """Return what is wrong with the number of a paragraph, or nothing."""
    there = found.number.text.strip() if found.number else ""
    if not number:
        return f"{there} stands before it, and no number is due" if there else ""
    if found.number is None or found.beside is None:
        return f"its number, {number}, is not before it"
    if _parts(there) != _parts(number):
        return f"its number is {number}, and {there} stands before it"
    is_level = abs(found.number.baseline - found.beside.baseline) < _EXACT
    return "" if is_level else "its number does not stand on its first line"


def _is_in_margin(found: _Found, edge: float, way: int) -> bool:
    """Tell whether a number, if there is one, ends right before the `edge` of all paragraphs."""
    if found.number is None:
        return True
    end = found.number.right if way > 0 else -found.number.left
    return end < edge + _EXACT and edge - end < _FAR * found.number.size


def _parts(number: str) -> list[str]:
    """Return figures and words of a number, whichever way it was written: 5 bis, in Arabic bis 5.

    Figures are in their own order in both (UAX 9).
    """
    return sorted(_FIGURES.findall(number))


def _paragraphs(
    version: Version, content: Content, reading: Reading, numbers: dict[int, str], way: int
) -> Iterator[_Found]:
    """Yield the paragraphs of a version that stand in no other block, as they are drawn.

    Their lines run to the right, or to the left where `way` is -1. `numbers` has all their lines.
    """
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    for text, block in zip(texts, blocks, strict=True):
        own = text.path == version.statement.path and text.of_body and text.within == "text"
        if not own or text.depth or text.cell or text.role != "P" or text.line not in numbers:
            continue
        first, *others = map(left_to_right, lines_of(block))
        number, *words = first[::way]
        if not _DRAWN.fullmatch(number.text):
            yield _Found(text.line, text.words, number.page, None, number, _edge(first, way))
            continue
        is_number = bool(numbers[text.line]) or not re.match(r"\W*\d", text.words[text.number :])
        beside = words[0] if words else None
        start = min((_edge(line, way) for line in (words, *others) if line), default=float("inf"))
        known = number if is_number else None
        yield _Found(text.line, text.words, number.page, known, beside, start)


def _edge(pieces: list[Piece], way: int) -> float:
    return min(piece.left if way > 0 else -piece.right for piece in pieces)
