"""The paths of a page: the boxes around what is painted and not cut off (ISO 32000-1, 8.5)."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.pdf_reading.content_stream.matrix import Matrix

#: What outlines a path, and does not fill it.
OUTLINING = frozenset((b"S", b"s"))
_BUILDING = frozenset(b"m l c v y re".split())
_PAINTING = frozenset(b"S s f F f* B B* b b*".split())
#: What builds a path and ends it (8.5.2 and 8.5.3).
PATHS = _BUILDING | _PAINTING | {b"n"}
#: So near to one another, in pt, two shapes meet.
_MEETING = 0.01
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


def in_rows(alike: Iterable[Shape]) -> Iterator[list[Shape]]:
    """Yield those shapes together, from the left, that go on where another one ends.

    They are `alike` but for their left and right.
    """
    row: list[Shape] = []
    for shape in sorted(alike):
        if row and abs(shape.left - row[-1].right) > _MEETING:
            yield row
            row = []
        row.append(shape)
    if row:
        yield row


class Paint(NamedTuple):
    """With what paths are painted."""

    colour: tuple[float, float, float] | None = (0.0, 0.0, 0.0)
    """None where it is given in another way than as red, green and blue."""
    opacity: float = 1.0


PLAIN = Paint()
"""What a page begins with: black, and opaque (8.4.1)."""
#: The curves of a box with round corners, or of an ellipse, and the points of one with none.
_ROUND, _BOXED = 4, 5
#: How far from level or upright a line may be, in pt.
_SLANT = 0.01
_CURVES = frozenset((b"c", b"v", b"y"))


class Path:
    """The path that is being built on a page, and the boxes around those that were painted."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.points: list[tuple[float, float]] = []
        self.painted: list[Shape] = []
        self.clips = False
        """Whether the path that is being built cuts off what is painted after it (8.5.4)."""
        self.drawn = False
        """Whether one was painted that is neither a box nor a line, level or upright."""
        self._parts: list[list[tuple[bytes, tuple[float, float]]]] = []

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
            right, top = left + width, bottom + height
            numbers = [left, bottom, right, bottom, right, top]
        if operator in _BUILDING:
            a, b, c, d, e, f = matrix
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            points = [(a * x + c * y + e, b * x + d * y + f) for x, y in pairs]
            self.points += points
            self._add(operator, points)
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
                self.drawn = self.drawn or not all(map(_is_plain, self._parts))
            if self.clips:
                clip = inside
        self.points, self._parts, self.clips = [], [], False
        return clip

    def _add(self, operator: bytes, points: Sequence[tuple[float, float]]) -> None:
        """Add to the parts of the path what `operator` builds: points, and how each is reached."""
        if operator in (b"m", b"re"):
            self._parts.append([])
        if self._parts:
            reached = points if operator == b"re" else points[-1:]
            self._parts[-1] += [(operator, point) for point in reached]


def _is_plain(part: Sequence[tuple[bytes, tuple[float, float]]]) -> bool:
    """Tell whether a part of a path is a box, maybe with round corners, or a line."""
    curves = sum(operator in _CURVES for operator, _ in part)
    if curves:
        lines = len(part) - 1 - curves
        short = curves <= _ROUND and lines <= _ROUND
    else:
        short = len(part) <= _BOXED
    return short and all(
        operator in _CURVES or min(abs(x - before[0]), abs(y - before[1])) <= _SLANT
        for (_, before), (operator, (x, y)) in pairwise(part)
    )


def _common(one: Clip, other: Clip) -> Clip:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
