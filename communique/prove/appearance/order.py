"""Order: whoever reads the page with the eyes meets its texts in the order in which they are read.

A text stands below the one before it, or beside it in the direction of writing, apart from it.
Where it begins higher, what is read right before it is a column beside it that begins as high, or
higher; only cells of a row may begin at any height. What is read after a cell over several rows is
in the next one of them, and may stand on its other side.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.content.expected import runs_right_to_left
from communique.model.characters import RTL_LETTERS
from communique.pdf_reading.tag_tree import CELLS, NOTES, Block, tags
from communique.prove.appearance.report import Report
from communique.prove.place import side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Tag

    Place = tuple[int, int | str]
    """A page, from 0, and an MCID."""

#: How far two texts that stand beside one another are apart at least, in em: more than a space is
#: wide; and what begins an item of a list, which is no part of what stands beside it.
_APART, _ITEM_APART = 0.3, 1.0
#: So far off, in em, a line of letters with marks may end: the engine drops what is less than
#: 1/1000 em where it goes back to the line after each of them.
_DRIFT = 0.1
#: How far a part of a line may stand over what comes before it, in em.
_RAISED = 0.5
#: How far a part of a line may begin to the left of the one before it, in em: a mark may.
_BACK = 0.1
#: Letters from right to left, and the figures of Arabic, which turn around what is between them.
_TURNING = re.compile(f"[{RTL_LETTERS}٠-٩]")
_INSTEAD = "let a stylesheet leave texts in their order, and apart from one another"


def reading_order(content: Content, reading: Reading, faults: Faults) -> None:
    """Note texts that stand before, over or on the wrong side of those that are read first.

    Notes are compared among themselves: they stand at the foot of the page that calls them.
    """
    report = Report(faults, "order", _INSTEAD)
    rtl = [runs_right_to_left(version) for version in content.versions]
    text, notes = _flows(reading)
    cells = _places(reading, lambda tag: tag.role in CELLS)
    tall = _places(reading, lambda tag: tag.role in CELLS and "/RowSpan" in tag.attributes)
    for flow in (text, notes):
        for index, (one, other) in enumerate(pairwise(flow)):
            before, after = (_side(each, content) for each in (one, other))
            wrong = before == after and _wrong(one, other, rtl=rtl[after])
            if wrong and _place(one) in tall and _place(other) in cells:
                wrong = _wrong(one, other, rtl=not rtl[after])
            if before == after and not wrong and not {_place(one), _place(other)} <= cells:
                wrong = _above(flow[index::-1], other, rtl=rtl[after])
            if wrong:
                report(other.pieces[0].page, wrong, [other.pieces[0].text])
    for block in (*text, *notes):
        turns = rtl[_side(block, content)] or any(
            _TURNING.search(each.text) for each in block.pieces
        )
        for above, below in pairwise(block.pieces):
            if above.page == below.page and _is_higher(below, above):
                wrong = "a line does not stand below the one before it"
                report(below.page, wrong, [below.text])
            elif not turns and _is_before(above, below):
                wrong = "a part of a line stands before what is read before it"
                report(below.page, wrong, [below.text])


def _side(block: Block, content: Content) -> int:
    return side(block.pieces[0].left, content)


def _is_before(one: Piece, other: Piece) -> bool:
    """Tell whether a part of a line from left to right begins before the one that is read first.

    It does not stand over it: that is told otherwise.
    Lines of texts with words from right to left are looked at by `communique.prove.lines`.
    """
    level = one.baseline - other.baseline <= _RAISED * max(one.size, other.size)
    before = other.left < one.left - _BACK * one.size
    return level and before and one.page == other.page


def _flows(reading: Reading) -> tuple[list[Block], list[Block]]:
    """Return the texts of the document, and those of its notes, each in reading order."""
    marks = _places(reading, lambda tag: tag.role in NOTES)
    flows: tuple[list[Block], list[Block]] = ([], [])
    for block in reading.blocks:
        pieces = tuple(p for p in block.pieces if p.text.strip() and not p.pictured)
        if pieces:
            flows[(pieces[0].page, pieces[0].mark) in marks].append(Block(block.role, pieces))
    return flows


def _places(reading: Reading, wanted: Callable[[Tag], bool]) -> set[Place]:
    """Return where the `wanted` tags, and what belongs to them, have their content."""
    return {
        kid
        for tag in tags(reading.tree)
        if wanted(tag)
        for part in tags(tag)
        for kid in part.kids
        if isinstance(kid, tuple)
    }


def _place(block: Block) -> Place:
    return block.pieces[0].page, block.pieces[0].mark


def _above(before: Iterable[Block], text: Block, *, rtl: bool) -> str:
    """Return that a text begins higher than what is read `before` it, or nothing if it may.

    That is given from the nearest on; as long as it stands beside the text, it is a column.
    """
    first = text.pieces[0]
    line = [p for p in text.pieces if (p.page, p.baseline) == (first.page, first.baseline)]
    is_beside = True
    for index, block in enumerate(before):
        column = [piece for piece in block.pieces if piece.page == first.page]
        if index:
            gap = (_gap(line, column) if rtl else _gap(column, line)) if column else 0
            is_beside = gap >= _APART
        if not is_beside:
            break
        if not (column and _is_higher(first, column[0])):
            return ""
    return "this stands above what is read before it"


def _is_higher(one: Piece, other: Piece) -> bool:
    return one.baseline - other.baseline > _RAISED * max(one.size, other.size)


def _wrong(one: Block, other: Block, *, rtl: bool) -> str:
    """Return how a text stands to the one before it, neither below its end nor beside it."""
    before, after = one.pieces, other.pieces
    page, baseline = after[0].page, after[0].baseline
    there = [piece.baseline for piece in before if piece.page == page]
    if baseline < min(there) if there else page > before[-1].page:
        return ""
    line = [piece for piece in after if (piece.page, piece.baseline) == (page, baseline)]
    gap = _gap(line, before) if rtl else _gap(before, line)
    if gap < 0:
        return "this does not stand after what is read before it"
    apart = _ITEM_APART if other.role == "Lbl" else _APART
    return "" if gap >= apart else "this is run together with what is read before it"


def _gap(left: Sequence[Piece], right: Sequence[Piece]) -> float:
    """Return how far what stands on the left is from what stands on the right, in em.

    Spaces before what is written are part of its place, and so are added.
    """
    first = min(right, key=lambda piece: piece.left)
    gap = (first.left - max(piece.right for piece in left)) / first.size
    return round(gap, 2) + (_APART + _DRIFT) * first.text[0].isspace()
