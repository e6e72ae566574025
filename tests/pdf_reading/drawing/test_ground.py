"""What a text stands on, and whether a line crosses it."""

from __future__ import annotations

import pytest

from communique.pdf_reading.drawing.bitmap import Bitmap
from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.ground import ground_of


@pytest.mark.parametrize(
    ("columns", "crossed"),
    [
        ((255,) * 12, False),
        ((255, 255, 255, 255, 0, 255, 255, 255, 255), True),
        ((0, 0, 0, 0, 255, 0, 0, 0, 0), True),
        ((255, 255, 255, 238, 255, 255, 255), True),
        ((255, 255, 255, 239, 255, 255, 255), False),
        ((255, 255, 255, 0, 0, 0, 255, 255, 255), True),
        ((255, 255, 255, 255, 0, 0, 0, 0, 0), False),  # an edge is no line
        ((0, 255, 255, 255, 255), False),  # what stands beside the text
        ((255, 255, 255, 255, 0), False),
        ((222, 255, 222), False),  # a narrow letter between two grounds
        ((222, 255, 255, 255, 196), False),
        ((255, 222, 222, 255), True),  # a line as wide as the letter
        ((255, 0, 255), True),
        ((222, 255, 222, 255, 222), True),
        ((222, 222, 255, 255, 222), True),
        ((222, 255, 255, 222, 222), True),
    ],
)
def test_a_line_that_runs_down_a_text_crosses_it(
    columns: tuple[int, ...], *, crossed: bool
) -> None:
    bitmap = Bitmap(len(columns), 10, 1.0)
    bitmap.data[:] = b"".join(bytes((each, each, each, 255)) for each in columns) * 10
    assert ground_of(bitmap, Box(0, 0, len(columns), 10), 1.0, 10.0).crossed == crossed
