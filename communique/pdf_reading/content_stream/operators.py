"""The operators of a content stream: which are followed, and which operands each of them uses.

ISO 32000-1, 7.2 (lexical conventions), 7.8.2 (content streams) and annex A (operators).
"""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix = tuple[float, float, float, float, float, float]
#: What is no part of anything else is a token of its own, so that no byte is passed over. An
#: array of hexadecimal strings and numbers, which TJ draws, is one token.
_TOKEN = re.compile(
    rb"\[(?:<[0-9A-Fa-f\s]*>|[-+.\d\s])*\]|<<|>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|[\[\]]|/[^\s/<>\[\]()%]*|[^\s/<>\[\]()%]+|\S",
    re.DOTALL,
)
#: With what an operand begins; an operator begins with a letter or a quotation mark.
OPERANDS = frozenset(b"/<[(>]+-.0123456789")
SHOWING = frozenset((b"TJ", b"Tj"))
#: What places and colours text, and so belongs to the text alone.
PLACING = frozenset(b"q Q cm BT ET Tf Tm Ts rg g k cs sc scn".split()) | SHOWING
#: What draws around the text, or says what is drawn.
AROUND = frozenset(
    b"gs RG G K CS SC SCN w J j M d i ri m l c v y h re W W* n S s f F f* B B* b b* sh "
    b"BDC BMC EMC".split()
)
_FOLLOWED = PLACING | AROUND
#: What may occur within a picture besides: pictures in it, and the states of its text.
PICTURED = _FOLLOWED | frozenset(b"Do Tr Tc Tw Tz TL Td TD T*".split())
#: What may occur in a picture before its first q: nothing that would outlast it.
BARE = frozenset((b"q", b"BDC", b"BMC", b"EMC"))
#: How many operands these have; arrays and the colours of patterns have any number.
_COUNTS = {
    operator: count
    for count, operators in enumerate(
        (
            b"q Q BT ET T* h W W* n S s f F f* B B* b b* EMC",
            b"gs g G cs CS w J j M i ri sh BMC Do Tj Tr Tc Tw Tz TL Ts",
            b"Tf Td TD m l",
            b"rg RG",
            b"k K v y re",
            b"BDC",  # a tag, and a dictionary with one entry
            b"cm Tm c",
        )
    )
    for operator in operators.split()
}
#: With what the entry begins that says to which element of the tag tree marked content belongs, or
#: of which kind an artifact is (14.7.4.2, 14.8.2.2).
_HARMLESS = [[b"<<", b"/MCID"], [b"<<", b"/Type"]]
#: How far height and width may be from one another, as a part: they are rounded on the way.
_EVEN = 0.001


#: What outlines a path, and does not fill it.
OUTLINING = frozenset((b"S", b"s"))
_BUILDING, _PAINTING = (
    frozenset(b"m l c v y re".split()),
    frozenset(b"S s f F f* B B* b b*".split()),
)
#: What builds a path and ends it (8.5.2 and 8.5.3).
PATHS = _BUILDING | _PAINTING | {b"n"}


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


class Paint(NamedTuple):
    """With what paths are painted."""

    colour: tuple[float, float, float] | None = (0.0, 0.0, 0.0)
    """None where it is given in another way than as red, green and blue."""
    opacity: float = 1.0


PLAIN = Paint()
"""What a page begins with: black, and opaque (8.4.1)."""


Clip = tuple[float, float, float, float]
"""The box around what is not cut off: left, bottom, right and top, in pt."""
EVERYWHERE: Clip = (-inf, -inf, inf, inf)


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
                self.painted.append(Shape(self.page, *box, paint.colour, whole, paint.opacity))
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


def tokens(data: bytes) -> list[bytes]:
    """Return the operands and operators of a content stream, in order."""
    return _TOKEN.findall(data)


def strings(operand: bytes) -> list[bytes]:
    """Return what a Tj or TJ draws, as `tokens` has it: each string without its first bracket.

    With it goes what moves the next one back. What stands before the first string is the first.
    """
    return operand.strip(b"[]").split(b"<")


def fits(operator: bytes, operands: Sequence[bytes]) -> bool:
    """Tell whether these are the operands that an operator uses, and no more."""
    if operator in SHOWING:
        begins, ends = (b"[", b"]") if operator == b"TJ" else (b"<", b">")
        [text] = operands if len(operands) == 1 else [b""]
        return text.startswith(begins) and text.endswith(ends)
    if operator == b"BDC" and operands[1:] and operands[1] != b"<<":
        return len(operands) == 2  # noqa: PLR2004  # a tag, and the name of a property list
    return _COUNTS.get(operator, len(operands)) == len(operands)


def mark(operands: Sequence[bytes]) -> int | str:
    """Return the MCID of a marked-content sequence, or the name of its tag."""
    if b"/MCID" in operands:
        return int(operands[operands.index(b"/MCID") + 1])
    return operands[0].decode("latin-1").lstrip("/") if operands else ""


def describes(operands: Sequence[bytes]) -> bool:
    """Tell whether a BDC says more of its content than its MCID, or of which kind an artifact is.

    There might be other words that are read instead, here or where it is listed (14.6.2, 14.9).
    """
    return len(operands) > 1 and list(operands[1:3]) not in _HARMLESS


def actual_text(operands: Sequence[bytes]) -> str | None:
    """Return what a span says as a whole (14.9.4, ActualText), or None if a BDC begins none.

    It is written as the engine of the project is made to: in UTF-16, in hexadecimal digits.
    """
    match list(operands):
        case [b"/Span", b"<<", b"/ActualText", text, b">>"] if text.lower().startswith(b"<feff"):
            digits = text[len(b"<feff") : -1].decode("latin-1")
            return bytes.fromhex(digits).decode("utf-16-be")
    return None


def matrix(operands: Sequence[bytes]) -> Matrix:
    """Return the last six operands as a matrix."""
    a, b, c, d, e, f = map(float, operands[-6:])
    return a, b, c, d, e, f


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that does what `one` does, and then what `other` does (8.3.4)."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def keeps_shape(matrix: Matrix) -> bool:
    """Tell whether what is drawn downwards is neither turned, mirrored nor stretched.

    The engine counts its units from the upper edge of the page down.
    """
    a, b, c, d = matrix[:4]
    return not b and not c and a > 0 and abs(a + d) <= _EVEN * a
