"""The paths of a page: the boxes around what is painted and not cut off (ISO 32000-1, 8.5)."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.pdf_reading.content_stream.matrix import Matrix

#: What outlines a path, and does not fill it.
OUTLINING = frozenset((b"S", b"s"))
_BUILDING = frozenset(b"m l c v y re".split())
_PAINTING = frozenset(b"S s f F f* B B* b b*".split())
#: What builds a path and ends it (8.5.2 and 8.5.3).
PATHS = _BUILDING | _PAINTING | {b"n"}


Clip = tuple[float, float, float, float]
"""The box around what is not cut off: left, bottom, right and top, in pt."""
EVERYWHERE: Clip = (-inf, -inf, inf, inf)


class Shape(NamedTuple):
    """The box around a path that was painted on a page, from 0, in pt, and not all cut off."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    colour: tuple[float, float, float] | None = None
    """What it is filled with, or else outlined; None where it is given in another way."""
    whole: bool = False
    """Whether all that is in the box is filled, and not a frame in it."""
    opacity: float = 1.0
    """How much of its colour is seen, from 0 to 1."""
    clip: Clip = EVERYWHERE
    """The box around what was not cut off when it was painted."""

    @property
    def part(self) -> Clip:
        """The box around that part of it which is not cut off: left, bottom, right and top."""
        return _common(self[1:5], self.clip)


class Paint(NamedTuple):
    """With what paths are painted."""

    colour: tuple[float, float, float] | None = (0.0, 0.0, 0.0)
    """None where it is given in another way than as red, green and blue."""
    opacity: float = 1.0


PLAIN = Paint()
"""What a page begins with: black, and opaque (8.4.1)."""


class Path:
    """The path that is being built on a page, and the boxes around those that were painted."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.points: list[tuple[float, float]] = []
        self.painted: list[Shape] = []
        self.clips = False
        """Whether the path that is being built cuts off what is painted after it (8.5.4)."""

    def follow(
        self,
        operator: bytes,
        operands: Sequence[bytes],
        matrix: Matrix,
        paint: Paint = PLAIN,
        clip: Clip = EVERYWHERE,
    ) -> Clip:
        """Follow one of the `PATHS` where `matrix` leads to the page, and return the next clip."""
        numbers = [float(operand) for operand in operands]
        if operator == b"re":
            left, bottom, width, height = numbers
            numbers = [left, bottom, left + width, bottom + height]
        if operator in _BUILDING:
            a, b, c, d, e, f = matrix
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            self.points += [(a * x + c * y + e, b * x + d * y + f) for x, y in pairs]
            return clip
        if self.points:
            across, up = zip(*self.points, strict=True)
            box = min(across), min(up), max(across), max(up)
            left, bottom, right, top = inside = _common(box, clip)
            cut_away = left > right or bottom > top or (bottom == top and box[1] < box[3])
            if operator in _PAINTING and not cut_away:
                whole = operator in (b"f", b"F")
                look = (paint.colour, whole, paint.opacity, clip)
                self.painted.append(Shape(self.page, *box, *look))
            if self.clips:
                clip = inside
        self.points, self.clips = [], False
        return clip


def _common(one: Clip, other: Clip) -> Clip:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
