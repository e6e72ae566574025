"""What is at the height of letters: bars and grounds run past them, and nothing else does."""

from __future__ import annotations

import pytest

from communique.pdf_reading.drawing.beside import is_clear
from communique.pdf_reading.drawing.bitmap import Bitmap

BLACK, GREY, PALE = 0, 128, 247
Box = tuple[int, int, int, int]
"""The left, lower, right and upper edge, in pt from the lower left corner."""


def clear(*boxes: tuple[Box, int]) -> bool:
    """Look at 10 pt type from 40 to 60 pt, on a baseline at 50 pt; a pt is a pixel."""
    bitmap = Bitmap(100, 100, 1.0)
    for (left, bottom, right, top), value in boxes:
        for row in range(100 - top, 100 - bottom):
            start, end = row * bitmap.stride + 4 * left, row * bitmap.stride + 4 * right
            bitmap.data[start:end] = bytes([value]) * (end - start)
    return is_clear(bitmap, 40, 60, 50, 10)


@pytest.mark.parametrize(
    "box",
    [
        (33, 40, 35, 70),  # a bar
        (33, 50, 35, 57),
        (0, 0, 100, 100),  # a ground
        (36, 40, 64, 70),
        (50, 40, 55, 70),
        (30, 48, 60, 50),  # a line under it, and one over it
        (40, 57, 60, 58),
        (20, 53, 30, 54),  # more than an em away
        (70, 53, 80, 54),
    ],
)
def test_bars_grounds_and_what_is_elsewhere_are_clear(box: Box) -> None:
    assert clear((box, GREY))


@pytest.mark.parametrize(
    "box",
    [
        (33, 53, 38, 54),  # a minus
        (61, 50, 63, 52),  # a full stop
        (30, 50, 31, 51),
        (69, 56, 70, 57),
        (45, 53, 46, 54),  # in it
        (33, 51, 35, 70),  # a bar that ends
        (33, 40, 35, 56),
    ],
)
def test_what_does_not_run_past_all_letters_is_not(box: Box) -> None:
    assert not clear((box, GREY))
    assert clear((box, PALE))


def test_a_ground_may_be_round_at_its_end_and_a_ring_is_none() -> None:
    rows = [((64 - abs(53 - y), y, 99, y + 1), GREY) for y in range(50, 57)]
    assert clear(*rows)
    assert not clear(*rows, ((66, 53, 67, 54), BLACK))
    assert not clear(*rows, ((68, 50, 99, 57), 255))
    assert not clear(*(((64, 50, 99, 57), GREY), ((60, 53, 99, 54), BLACK)))


def test_each_colour_counts() -> None:
    bitmap = Bitmap(100, 100, 1.0)
    for channel in range(4):
        at = 46 * bitmap.stride + 4 * 35 + channel
        bitmap.data[at] = 0
        assert is_clear(bitmap, 40, 60, 50, 10) is (channel == 3)
        bitmap.data[at] = 255


def test_texts_at_the_edge_of_the_page_are_looked_at() -> None:
    bitmap = Bitmap(100, 100, 1.0)
    places = ((-5, 5, 50), (95, 120, 50), (40, 60, 99), (40, 60, -3), (40, 60, -30), (40, 60, 130))
    for left, right, baseline in places:
        assert is_clear(bitmap, left, right, baseline, 10)
