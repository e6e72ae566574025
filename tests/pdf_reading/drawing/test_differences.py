"""Where two drawings differ, and still do where they are looked at closely."""

from __future__ import annotations

from communique.pdf_reading.drawing.bitmap import Bitmap
from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.differences import Differences, Pixels

WIDTH, HEIGHT, TIMES = 3, 130, 8


def dotted(bitmap: Bitmap, *pixels: tuple[int, int]) -> Bitmap:
    """Return a bitmap with black `pixels`, each from the left and from above."""
    for x, y in pixels:
        at = y * bitmap.stride + 4 * x
        bitmap.data[at : at + 4] = bytes(4)
    return bitmap


def between(*pixels: tuple[int, int]) -> Differences:
    """Return how a bitmap with these black pixels differs from a white one."""
    blank = Bitmap(WIDTH, HEIGHT, 1.0)
    return blank.differences(dotted(blank.copy(), *pixels))


def test_what_differs_is_found_strip_by_strip() -> None:
    assert [*between((1, 0), (2, 9), (0, 129)).strips()] == [(1, 0, 3, 10), (0, 129, 1, 130)]
    assert [*between().strips()] == []


def test_what_does_not_differ_closely_does_not_differ() -> None:
    changed = between((0, 1), (2, 1))
    (pixels,) = changed.strips()
    assert pixels == (0, 1, 3, 2)
    changed.confirm(pixels, closely(pixels, (TIMES * 2 + 7, 3)))  # a single one of the last pixel
    assert changed.within(Box(0, 0, WIDTH, HEIGHT)) == Box(2, HEIGHT - 2, 3, HEIGHT - 1)
    changed.confirm(pixels, closely(pixels, (TIMES * 1, 0)))  # of one that did not differ before
    assert changed.within(Box(0, 0, WIDTH, HEIGHT)) is None


def test_nothing_differs_where_both_are_the_same_closely() -> None:
    changed = between((0, 1), (2, 100))
    for pixels in changed.strips():
        changed.confirm(pixels, closely(pixels))
    assert changed.outside([]) is None


def closely(pixels: Pixels, *dots: tuple[int, int]) -> Differences:
    """Return how these pixels differ, drawn `TIMES` as large, from white ones."""
    part = Bitmap(WIDTH, HEIGHT, 1.0).part(pixels, TIMES)
    return part.differences(dotted(part.copy(), *dots))


def test_a_part_of_a_page_lies_where_the_page_has_it() -> None:
    part = Bitmap(WIDTH, HEIGHT, 0.5).part((1, 20, 3, 25), TIMES)
    assert (part.width, part.height, part.scale) == (2 * TIMES, 5 * TIMES, 0.5 * TIMES)
    assert part.frame == (-TIMES, -20 * TIMES, WIDTH * TIMES, HEIGHT * TIMES)
    assert part.copy().frame == part.frame
