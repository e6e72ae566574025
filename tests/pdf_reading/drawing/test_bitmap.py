"""Bitmaps, whose memory is used again."""

from __future__ import annotations

from communique.pdf_reading.drawing.bitmap import Bitmap
from communique.pdf_reading.drawing.box import Box


def test_a_bitmap_is_white_at_first_whatever_its_memory_held() -> None:
    for size in ((3, 2), (3, 2), (2, 3), (5, 4), (3, 2)):
        bitmap = Bitmap(*size, 1.0)
        assert bitmap.data == b"\xff" * (4 * size[0] * size[1])
        bitmap.data[:] = bytes(len(bitmap.data))
        del bitmap


def test_a_copy_has_memory_of_its_own() -> None:
    first = Bitmap(3, 2, 1.0)
    other = first.copy()
    other.data[0] = 0
    changed = first.differences(other).within(Box(0, 0, 3, 2))
    assert changed == Box(0, 1, 1, 2)
    assert first.data == b"\xff" * 24


def test_pixels_that_differ_by_a_little_count_as_the_same() -> None:
    first = Bitmap(3, 2, 1.0)
    for value, differs in ((0xFF - 4, False), (0xFF - 5, True)):
        other = first.copy()
        other.data[0] = value
        assert bool(first.differences(other).within(Box(0, 0, 3, 2))) == differs
