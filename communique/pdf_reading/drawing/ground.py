"""What a line of text stands on: how light it is, and whether a line crosses it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from communique.model.colours import luminance
from communique.pdf_reading.drawing.bitmap import BYTES

if TYPE_CHECKING:
    from communique.pdf_reading.drawing.bitmap import Bitmap
    from communique.pdf_reading.drawing.box import Box

#: Between these heights over the baseline, in em, are the bodies of letters, which lines over,
#: under and between texts keep clear of.
_LOW, _HIGH = 0.05, 0.72
#: From this difference of a row or column of pixels on, of 255, a line crosses a text.
_LINE = 16
#: How far beside a line that runs down a text it is compared with, in pixels.
_BESIDE = 3
#: Up to this value of a channel, from 0 to 1, light grows with it (WCAG 2.1; IEC 61966-2-1).
#: So large a part of the letter may stand on something else.
_PART = 8


class Ground(NamedTuple):
    """What a text stands on."""

    darkest: float
    """Relative luminance, from 0 to 1 (WCAG 2.1)."""
    lightest: float
    crossed: bool = False
    """Whether a line runs through its letters."""


_WHITE = Ground(1.0, 1.0)


def ground_of(bitmap: Bitmap, box: Box, baseline: float, size: float) -> Ground:
    """Return what letters stand on, in a `bitmap` without them.

    `box` is around their ink; `baseline` and `size` are theirs (pt).
    """
    first = min(max(int(box.left * bitmap.scale), 0), bitmap.width - 1)
    last = min(max(int(box.right * bitmap.scale) + 1, first + 1), bitmap.width)
    rows = bitmap.rows(box.bottom, box.top, first, last)
    if not rows:  # off the page
        return _WHITE
    even = rows[0][:BYTES] * (last - first)
    if rows.count(even) == len(rows):
        return _even(bytes(even[:BYTES]))
    bodies = bitmap.rows(baseline + _LOW * size, baseline + _HIGH * size, first, last) or rows
    width = max(round(size * bitmap.scale), 1)
    starts = range(0, max(last - first - width // 2, 1), width)
    grounds = [
        _tile(
            *(
                [row[start * BYTES : (start + width) * BYTES] for row in each]
                for each in (rows, bodies)
            )
        )
        for start in starts
    ]
    return Ground(
        min(ground.darkest for ground in grounds),
        max(ground.lightest for ground in grounds),
        any(ground.crossed for ground in grounds) or _has_upright_line(bodies),
    )


@lru_cache
def _even(pixel: bytes) -> Ground:
    light = luminance(*(pixel[channel] / 255 for channel in (2, 1, 0)))
    return Ground(light, light)


def _tile(rows: list[bytearray], bodies: list[bytearray]) -> Ground:
    """Return the ground of a letter, without what it has at an edge only.

    `bodies` are the rows that no line may cross.
    """
    pixels = [bytes(row[i : i + BYTES]) for row in rows for i in range(0, len(row), BYTES)]
    light = sorted(_even(pixel).darkest for pixel in pixels)
    edge = len(light) // _PART
    means = sorted(sum(row) / max(len(row), 1) for row in bodies)
    middle = means[len(means) // 2]
    crossed = max(middle - means[0], means[-1] - middle) * BYTES / (BYTES - 1) > _LINE
    return Ground(light[edge], light[-1 - edge], crossed)


def _has_upright_line(rows: list[bytearray]) -> bool:
    """Tell whether a column of pixels differs, to one side, from those on its left and right."""
    if all(row.count(row[:BYTES]) * BYTES == len(row) for row in rows):
        return False
    columns = [
        sum(sum(row[at : at + BYTES]) for row in rows) / len(rows) / (BYTES - 1)
        for at in range(0, len(rows[0]), BYTES)
    ]
    if _is_between_grounds(columns):
        return False
    last = len(columns) - 1
    for at, column in enumerate(columns):
        left, right = columns[max(at - _BESIDE, 0)], columns[min(at + _BESIDE, last)]
        if min(column - left, column - right) > _LINE or min(left - column, right - column) > _LINE:
            return True
    return False


def _is_between_grounds(columns: list[float]) -> bool:
    """Tell whether a letter stands on one light ground and reaches the darker ones beside it.

    Those are seen in its first and last column alone, which its ink need not fill: a hyphen between
    words that have grounds. A line as wide as the letter would be darker than what is beside it.
    """
    inner = columns[1:-1]
    return bool(inner) and min(inner) == max(inner) > max(columns[0], columns[-1])
