"""Whether a line is drawn at words, and is theirs or a rule of the table they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.pdf_reading.content_stream.path import in_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.pdf_reading.content_stream.path import Shape
    from communique.pdf_reading.piece import Piece

#: So thick, in em, a line is at most; its ends may be so far from those of its words, in em.
_THICK, _ENDS = 0.13, 0.25


def is_at(line: Shape, piece: Piece, heights: tuple[float, float]) -> bool:
    """Tell whether a line is drawn at these heights from end to end of a piece."""
    left, bottom, right, top = line.part
    ends = _ENDS * piece.size
    return (
        _is_high(line, piece, heights)
        and top - bottom <= _THICK * piece.size
        and left <= piece.left + ends
        and piece.right - ends <= right
        and _is_along(line, piece)
    )


def is_own(line: Shape, piece: Piece) -> bool:
    """Tell whether a line ends where a piece does."""
    left, _, right, _ = line.part
    ends = _ENDS * piece.size
    return left >= piece.left - ends and right <= piece.right + ends


def is_rule(
    line: Shape, lines: Sequence[Shape], pieces: Sequence[Piece], heights: tuple[float, float]
) -> bool:
    """Tell whether a line of a page is that of a cell, and goes on under the others of its row.

    One of a row is longer than its words, or has none. Lines of words may meet too, where these
    change their type, and each ends with its own.
    """
    row = _row(line, lines)
    return len(row) > 1 and any(_is_longer(each, pieces, heights) for each in row)


def _row(line: Shape, lines: Sequence[Shape]) -> list[Shape]:
    """Return the lines, with this one, that go on as they are where another one ends."""
    like = line._replace(left=0, right=0)
    alike = (each for each in lines if each._replace(left=0, right=0) == like)
    return next(row for row in in_rows(alike) if line in row)


def _is_longer(line: Shape, pieces: Sequence[Piece], heights: tuple[float, float]) -> bool:
    """Tell whether a line goes on beyond all the pieces at it."""
    left, _, right, _ = line.part
    there = [each for each in pieces if _is_high(line, each, heights) and _is_along(line, each)]
    if not there:
        return True
    ends = _ENDS * max(piece.size for piece in there)
    first, last = min(piece.left for piece in there), max(piece.right for piece in there)
    return left < first - ends or last + ends < right


def _is_high(line: Shape, piece: Piece, heights: tuple[float, float]) -> bool:
    """Tell whether the middle of a line is between these heights, in em over the baseline."""
    _, bottom, _, top = line.part
    return heights[0] <= ((bottom + top) / 2 - piece.baseline) / piece.size <= heights[1]


def _is_along(line: Shape, piece: Piece) -> bool:
    """Tell whether a line goes along a part of a piece; a mark over a letter has no width."""
    left, _, right, _ = line.part
    common = min(right, piece.right) - max(left, piece.left)
    return common > 0 or common == piece.right - piece.left == 0
