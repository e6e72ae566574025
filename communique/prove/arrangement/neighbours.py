"""Neighbours: what stands in one line and is not one text is apart, and what is one is together.

Whoever reads a line does so to its end: a fact beside the text, two columns, two signatures or two
figures of a table that are no more than a space apart are read as one. Of several lines, those
that stand close to one another are taken for one text. What a table is from stands on its page.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.pdf_reading.tag_tree import CELLS, HEADING, tags
from communique.prove.appearance.report import Report
from communique.prove.arrangement.papers import sourced
from communique.prove.form import MM
from communique.prove.lines import inks, lines_of
from communique.prove.words import expected, spoken
from communique.prove.written import tables_of, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: Texts in one line are so far apart at least, in em: twice as far as two words; cells, between
#: which a table that is wide for its page has little room, half as far again as two words.
_APART, _CELLS_APART = 0.5, 0.35
#: What is nearer than this to the text that is read before it, `appearance.order` tells.
_TOLD = 0.295
#: What is so far over or under a line, in em of the smaller type, is read in another one.
_LEVEL = 0.75
#: Lines of one text may be so much further apart, in pt, than from another one.
_ROUNDING = 0.5
_SPREAD = "let a stylesheet put space between texts, columns and cells"
#: A line, with the space over it, is so high, in em; so many are between a table and its source.
_LINE, _BETWEEN = 1.6, 3
_BELOW = "let a stylesheet begin no page between a table and its source"
_GATHER = "let a stylesheet leave the lines of each name closer than those of two names"


class _Part(NamedTuple):
    """A part of a line, with the number of its text and the role of that."""

    piece: Piece
    number: int
    role: str


def texts_apart(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note texts that stand in one line and no further apart than words do.

    A heading may be as close as that to the text that follows it. Of labels, other rules tell.
    """
    report = Report(faults, "order", _SPREAD)
    for one, other in _beside(reading):
        if not _are_told(one, other):
            said = f"{one.piece.text.strip()[-20:]} / {other.piece.text.strip()[:20]}"
            report(one.piece.page, "this is run together with what stands beside it", [said])


def names_together(content: Content, reading: Reading, faults: Faults) -> None:
    """Note names whose lines stand further apart than they do from another text.

    Names are the texts outside that of the statement in which lines end where the author ends them.
    """
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    report = Report(faults, "names", _GATHER)
    for number, (text, block) in enumerate(zip(texts, blocks, strict=True)):
        if text.line_ends and not text.within:
            inside = max(_steps(block), default=0.0)
            around = (blocks[each] for each in (number - 1, number + 1) if 0 <= each < len(blocks))
            if any(_step(block, other) < inside - _ROUNDING for other in around):
                wrong = "the lines of this stand further apart than from another text"
                said = [block.pieces[0].text]
                report(block.pieces[0].page, wrong, said, path=text.path, line=text.line)


def sources_near(content: Content, reading: Reading, faults: Faults) -> None:
    """Note sources on another page than the end of their table, which had room for them."""
    report = Report(faults, "place", _BELOW)
    found, places = written(reading), tables_of(content, reading)
    for table, source in sourced(content, reading):
        rows = found.of(table)
        ids = (kid for tag in tags(source) for kid in tag.kids if isinstance(kid, tuple))
        below = [piece for kid in ids for piece in found.at(kid)]
        if rows and below and _has_room(rows, below, content, reading):
            path, line = next((path, line) for tag, path, line in places if tag is table)
            wrong = "the source stands on another page than the end of its table"
            report(below[0].page, wrong, [below[0].text], path=path, line=line)


def _has_room(
    rows: Sequence[Piece], below: Sequence[Piece], content: Content, reading: Reading
) -> bool:
    """Tell whether a source on another page than the last of the `rows` has room below that.

    It has none where its notes have none.
    """
    page, end = max((piece.page, -piece.baseline) for piece in rows)
    lines = {(piece.page, piece.baseline) for piece in below}
    high = (_BETWEEN + len(lines)) * _LINE * max(piece.size for piece in (*rows, *below))
    under = (p for p in reading.pieces if p.page == page and p.baseline < -end and inks(p.text))
    floor = max([content.edition.margins.bottom * MM, *(p.baseline + p.size for p in under)])
    return below[0].page != page and -end - high > floor


def _beside(reading: Reading) -> Iterator[tuple[_Part, _Part]]:
    """Yield parts of two texts in one line that are close to one another, the left one first."""
    parts = [
        _Part(piece, number, block.role)
        for number, block in enumerate(reading.blocks)
        for piece in block.pieces
        if block.role != "Lbl" and inks(piece.text) and not piece.pictured
    ]
    parts.sort(key=lambda part: (part.piece.page, part.piece.baseline))
    largest = max((part.piece.size for part in parts), default=0.0)
    for index, low in enumerate(parts):
        for high in parts[index + 1 :]:
            distance = high.piece.baseline - low.piece.baseline
            if high.piece.page != low.piece.page or distance > _LEVEL * largest:
                break
            level = distance <= _LEVEL * min(low.piece.size, high.piece.size)
            one, other = sorted((low, high), key=lambda part: part.piece.left)
            apart = _CELLS_APART if {one.role, other.role} <= CELLS else _APART
            if level and one.number != other.number and -apart < _gap(one, other) < apart:
                yield one, other


def _gap(one: _Part, other: _Part) -> float:
    """Return how far apart two parts are, in em of the larger type."""
    return (other.piece.left - one.piece.right) / max(one.piece.size, other.piece.size)


def _are_told(one: _Part, other: _Part) -> bool:
    """Tell whether a text follows its heading, or `appearance.order` tells that it is too near."""
    first, second = sorted((one, other), key=lambda part: part.number)
    follows = second.number == first.number + 1
    return follows and (_gap(one, other) < _TOLD or bool(HEADING.match(first.role)))


def _steps(block: Block) -> Iterator[float]:
    """Yield how far each line of a text is below the one before it, in pt."""
    for one, other in pairwise(line[0] for line in lines_of(block)):
        if one.page == other.page:
            yield one.baseline - other.baseline


def _step(block: Block, other: Block) -> float:
    """Return how far, in pt, another text is over or under a text in its column; else, very far."""
    steps = [
        abs(one.baseline - two.baseline)
        for one in block.pieces
        for two in other.pieces
        if one.page == two.page and one.left < two.right and two.left < one.right
    ]
    return min(steps, default=float("inf"))
