"""What is seen at the height of letters, within and beside a text, where the text is taken away.

A bar or the edge of a ground runs past the whole height of the letters; what does not is a dot, a
dash or a ring, whatever the box is like that it was painted in, or painted over in part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.pdf_reading.drawing.bitmap import BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.pdf_reading.drawing.bitmap import Bitmap

#: How far beside a text is looked, and from where to where over its baseline, in em.
_NEAR, _LOW, _HIGH = 1.0, 0.0, 0.7
#: Up to this difference, of 255, two pixels count as the same.
_SAME = 8


def is_clear(bitmap: Bitmap, left: float, right: float, baseline: float, size: float) -> bool:
    """Tell whether nothing but bars and grounds is at the height of a text, in a `bitmap` without.

    Its letters stand from `left` to `right` on a `baseline`, all in pt, as is their `size`.
    """
    near = _NEAR * size
    low, high = baseline + _LOW * size, baseline + _HIGH * size
    for start, end in ((left - near, left), (left, right), (right, right + near)):
        first = min(max(round(start * bitmap.scale), 0), bitmap.width - 1)
        last = min(max(round(end * bitmap.scale), first + 1), bitmap.width)
        rows = bitmap.rows(low, high, first, last)
        even = not rows or rows.count(rows[0]) == len(rows)  # without rows it is off the page
        if not (even or _are_upright(rows)):
            return False
    return True


def _are_upright(rows: Sequence[bytearray]) -> bool:
    """Tell whether each channel of `rows` of pixels is that of bars, or of the end of a ground."""
    channels = ([bytes(row[channel::BYTES]) for row in rows] for channel in range(BYTES - 1))
    return all(_are_alike(channel) or _are_one_end(channel) for channel in channels)


def _are_alike(rows: Sequence[bytes]) -> bool:
    return all(max(column) - min(column) <= _SAME for column in zip(*rows, strict=True))


def _are_one_end(rows: Sequence[bytes]) -> bool:
    """Tell whether all rows go from one colour to one other, where that may be rounded."""
    ends = [row[:1] + row[-1:] for row in rows]
    return _are_alike(ends) and all(list(row) in (sorted(row), sorted(row)[::-1]) for row in rows)
