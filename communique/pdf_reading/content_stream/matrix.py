"""Matrices, which lead from the place of what is drawn to the page (ISO 32000-1, 8.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
#: How far height and width may be from one another, as a part: they are rounded on the way.
_EVEN = 0.001


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
