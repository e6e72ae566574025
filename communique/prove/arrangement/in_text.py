"""In the text: no box or line of a stylesheet stands there for a character, or strikes one out.

A thin box before a figure looks like a minus, a small one after a word like a full stop. What is
painted is taken from the content streams, however thin or pale it is. A high box may be painted
over but for a part that looks like these: there a second engine shows what is left of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import groupby
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING

from communique.pdf_reading.content_stream.path import in_rows
from communique.prove.appearance.breaks import is_seen_on
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.content_stream.path import Shape
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: From this height on, in em, a shape is a bar beside a text, such as that of a quotation, or a
#: ground, if it looks like one.
_BAR = 1.2
#: So near to the letters of a line, in em, a shape would be read with them.
_NEAR = 1.0
#: Over the baseline of the letters that it crosses, in em, the middle of a shape is between these.
#: What lies lower is a line under the text, which another rule looks at; what is higher, over it.
_LOW, _HIGH = 0.02, 0.8
#: Beside letters it is between these where it is no wider than a bar is high: a comma lies lower.
_LOWEST, _HIGHEST = -0.3, 1.0
#: A line so long, in em, is a rule if it is no higher and no further than this under words that
#: stand over it, such as the head of two columns: the longest dash has three em (U+2E3B).
_RULE, _THIN, _BELOW = 4.0, 0.1, 0.6
#: A line so far over the baseline at most, and no higher than this, in em, is one over a text if
#: it begins and ends where letters do, or so near to them: overlines are as wide as a text.
_OVER, _FLAT, _ENDS = 1.15, 0.25, 0.35
#: A line so far under a baseline at most, in em, from end to end of what stands there, is one under
#: it and not over the next line: letters of Arabic reach lower than others.
_UNDER, _DEEPEST, _EXACT = 0.4, 0.7, 0.1
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
#: What reaches from the baseline so far up, in em, and from end to end is the ground of a text;
#: so far may its ends be inside those of the text, since letters slant, or the other way round.
_CAPITALS, _INSIDE = 0.7, 0.1
_INSTEAD = "let a stylesheet draw nothing at the height of letters, within or beside a line"


def nothing_drawn(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note what is painted in a line of text, or beside it, as if the statement said it."""
    shapes: dict[int, list[Shape]] = defaultdict(list)
    for shape in reading.shapes:
        shapes[shape.page].append(shape)
    lines: dict[int, list[Piece]] = defaultdict(list)
    for piece in reading.pieces:
        if piece.text.strip() and not piece.pictured:
            lines[piece.page].append(piece)
    unclear = {
        view.number: [seen.piece for seen in view.texts if not seen.clear] for view in reading.views
    }
    report = Report(faults, "visible", _INSTEAD)
    for page, pieces in lines.items():
        pieces.sort(key=attrgetter("baseline"))
        found = [piece.text for piece in _drawn_in(shapes[page], pieces)]
        found = found or [
            piece.text
            for piece in unclear.get(page, ())
            if piece.text.strip() and any(_is_high(shape, piece) for shape in shapes[page])
        ]
        if found:
            report(page, "something is drawn here that the statement does not say", found)


def _drawn_in(shapes: Sequence[Shape], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield for each shape of a page that stands in a text the first of the `pieces` it is at.

    The `pieces` are given from the foot of the page upwards. Shapes that go on as they are where
    another one ends stand in a text where one of them does, and all together do: a line under
    words is in parts where they change their type, and lines under the cells of a row meet.
    """
    largest = max(piece.size for piece in pieces)
    before: list[Shape] = []
    for row in _rows(shapes):
        together = row[0]._replace(right=row[-1].right)
        at = _at(together, pieces, before, largest)
        if at and (len(row) == 1 or any(_at(each, pieces, before, largest) for each in row)):
            yield at
        before += row


def _rows(shapes: Sequence[Shape]) -> Iterator[list[Shape]]:
    """Yield the shapes of a page, those together, from the left, that go on where another ends."""
    for _, alike in groupby(shapes, lambda shape: shape._replace(left=0, right=0)):
        yield from in_rows(alike)


def _at(
    shape: Shape, pieces: Sequence[Piece], before: Sequence[Shape], largest: float
) -> Piece | None:
    """Return the first of the `pieces` of a page that a shape stands in, if it is seen there.

    What was drawn `before` it may have its colour; no piece is larger than the `largest`, in pt.
    """
    _, bottom, _, top = shape.part
    middle = (bottom + top) / 2
    if not shape.opacity:
        return None
    near = _between(pieces, middle - _OVER * largest, middle - _LOWEST * largest)
    above = _between(pieces, middle, middle + _DEEPEST * largest)
    if _runs_under(shape, above):  # so it is none of what stands below
        near = _between(near, middle, inf)
    elif _is_rule(shape, above):  # so it is none of what stands beside it
        near = [piece for piece in near if _crosses(shape, piece)]
    over = next((piece for piece in near if _is_over(shape, piece, near)), None)
    return over or _stood_in(shape, near, before)


def _stood_in(shape: Shape, near: Sequence[Piece], before: Sequence[Shape]) -> Piece | None:
    """Return the first of the pieces `near` a shape that it stands in, if it is seen there.

    `before` is what was drawn before it.
    """
    there = [piece for piece in near if _is_near(shape, piece)]
    crossed = [piece for piece in there if _crosses(shape, piece)]
    if crossed and all(piece.struck and _is_flat(shape, piece) for piece in crossed):
        return None  # `communique.prove.changes` looks at lines through what was deleted
    at = next((piece for piece in crossed or there if _is_in(shape, piece)), None)
    is_ground = any(_is_ground(shape, piece) for piece in crossed)
    return at if not is_ground and (crossed or is_seen_on(shape, before)) else None


def _is_flat(shape: Shape, piece: Piece) -> bool:
    """Tell whether a shape is a line through a piece or under it."""
    _, bottom, _, top = shape.part
    return top - bottom <= _THIN * piece.size


def _between(pieces: Sequence[Piece], low: float, high: float) -> Sequence[Piece]:
    """Return those of the `pieces`, from the foot of the page upwards, with baselines there."""
    start, end = (bisect_left(pieces, each, key=attrgetter("baseline")) for each in (low, high))
    return pieces[start:end]


def _is_near(shape: Shape, piece: Piece) -> bool:
    """Tell whether a shape stands on the line of a piece, and is no bar there."""
    left, bottom, right, top = shape.part
    near = _NEAR * piece.size
    beside = left < piece.right + near and piece.left - near < right
    low = top - bottom < _BAR * piece.size
    return beside and low and _LOWEST < _over(shape, piece) < _HIGHEST


def _is_high(shape: Shape, piece: Piece) -> bool:
    """Tell whether a shape that is higher than a line reaches to the letters of a piece."""
    left, bottom, right, top = shape.part
    near = _NEAR * piece.size
    beside = left < piece.right + near and piece.left - near < right
    level = bottom < piece.baseline + _CAPITALS * piece.size and piece.baseline < top
    return beside and level and top - bottom >= _BAR * piece.size and shape.opacity > 0


def _runs_under(shape: Shape, above: Sequence[Piece]) -> bool:
    """Tell whether a shape is a line under words that stand `above` it, from end to end of them.

    A space at the end of them is under it, too: then it ends where other words begin. Beside Arabic
    it is as deep under other letters.
    """
    left, bottom, right, top = shape.part
    deepest = _DEEPEST if any(_ARABIC.search(piece.text) for piece in above) else _UNDER
    under = [
        piece
        for piece in above
        if -_over(shape, piece) <= deepest and top - bottom <= _FLAT * piece.size
    ]
    ends = [(end, piece.size) for piece in under for end in (piece.left, piece.right)]
    return all(
        any(abs(end - edge) <= _EXACT * size for end, size in ends) for edge in (left, right)
    )


def _is_rule(shape: Shape, above: Sequence[Piece]) -> bool:
    """Tell whether a shape is a long, thin line right below words, as wide as these at least."""
    left, bottom, right, top = shape.part
    return any(
        right - left >= _RULE * piece.size
        and top - bottom <= _THIN * piece.size
        and -_over(shape, piece) <= _BELOW
        and left <= piece.left
        and piece.right <= right
        for piece in above
    )


def _is_over(shape: Shape, piece: Piece, near: Sequence[Piece]) -> bool:
    """Tell whether a shape is a line over a piece, or over it and what stands beside it."""
    left, bottom, right, top = shape.part
    ends = _ENDS * piece.size
    if top - bottom > _FLAT * piece.size or not _HIGH <= _over(shape, piece) < _OVER:
        return False
    line = [each for each in near if abs(each.baseline - piece.baseline) < ends]
    return (
        min(right, piece.right) - max(left, piece.left) > ends / 2
        and any(abs(each.left - left) <= ends for each in line)
        and any(abs(each.right - right) <= ends for each in line)
    )


def _is_in(shape: Shape, piece: Piece) -> bool:
    """Tell whether a shape near a piece would be read with its letters."""
    left, _, right, _ = shape.part
    if _crosses(shape, piece) or right - left >= _BAR * piece.size:
        return _LOW < _over(shape, piece) < _HIGH
    return True


def _over(shape: Shape, piece: Piece) -> float:
    """Return how far over the baseline of a piece, in em, the middle of a shape is."""
    _, bottom, _, top = shape.part
    return ((bottom + top) / 2 - piece.baseline) / piece.size


def _crosses(shape: Shape, piece: Piece) -> bool:
    """Tell whether half of a shape, or a part of a long one, is over or under a piece."""
    left, _, right, _ = shape.part
    common = min(right, piece.right) - max(left, piece.left)
    return common >= min((right - left) / 2, _INSIDE * piece.size)


def _is_ground(shape: Shape, piece: Piece) -> bool:
    """Tell whether all letters of a piece stand inside a shape."""
    left, bottom, right, top = shape.part
    inside = _INSIDE * piece.size
    across = left <= piece.left + inside and piece.right - inside <= right
    return across and bottom <= piece.baseline and piece.baseline + _CAPITALS * piece.size <= top
