"""Lines under and through words, and bars: how far each may be from what it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from communique.pdf_reading.content_stream.path import Shape
from communique.pdf_reading.drawing.box import Box
from communique.prove.changes import drawn

if TYPE_CHECKING:
    from collections.abc import Sequence

BLACK, LIGHT = (0.0, 0.0, 0.0), (0.9, 0.9, 0.9)


class Run(NamedTuple):
    """What is asked of a run of letters, in type of 10 pt unless it says otherwise."""

    text: str = "x"
    left: float = 100.0
    right: float = 150.0
    baseline: float = 500.0
    size: float = 10.0


def line(left: float, right: float, middle: float, thick: float = 0.5) -> Shape:
    return Shape(0, left, middle - thick / 2, right, middle + thick / 2, BLACK)


def bar(bottom: float, top: float, left: float = 80.0, right: float = 81.0) -> Shape:
    return Shape(0, left, bottom, right, top, BLACK)


@pytest.mark.parametrize(
    ("shape", "heights", "is_at"),
    [
        (line(100, 150, 499), drawn._UNDER, True),
        (line(100, 150, 499.79), drawn._UNDER, True),
        (line(100, 150, 499.81), drawn._UNDER, False),
        (line(100, 150, 492.51), drawn._UNDER, True),
        (line(100, 150, 492.49), drawn._UNDER, False),
        (line(100, 150, 501.01), drawn._THROUGH, True),
        (line(100, 150, 500.99), drawn._THROUGH, False),
        (line(100, 150, 505.99), drawn._THROUGH, True),
        (line(100, 150, 506.01), drawn._THROUGH, False),
        (line(100, 150, 498, 1.29), drawn._UNDER, True),
        (line(100, 150, 498, 1.31), drawn._UNDER, False),
        (line(102.49, 150, 499), drawn._UNDER, True),
        (line(102.51, 150, 499), drawn._UNDER, False),
        (line(100, 147.51, 499), drawn._UNDER, True),
        (line(100, 147.49, 499), drawn._UNDER, False),
        (line(10, 250, 499), drawn._UNDER, True),
        (line(98, 99.9, 499), drawn._UNDER, False),
    ],
)
def test_a_line_is_at_words_at_its_height_and_from_end_to_end(
    shape: Shape, heights: tuple[float, float], *, is_at: bool
) -> None:
    assert drawn._is_at(shape, Run(), heights) is is_at  # type: ignore[arg-type]


def test_a_line_beside_a_short_word_is_not_at_it() -> None:
    short = Run(left=100.0, right=101.0)
    assert not drawn._is_at(line(98, 100, 499), short, drawn._UNDER)  # type: ignore[arg-type]
    assert not drawn._is_at(line(101, 103, 499), short, drawn._UNDER)  # type: ignore[arg-type]
    assert drawn._is_at(line(98, 100.1, 499), short, drawn._UNDER)  # type: ignore[arg-type]
    assert drawn._is_at(line(100.9, 103, 499), short, drawn._UNDER)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "is_own"),
    [
        (100, 150, True),
        (97.51, 152.49, True),
        (97.49, 150, False),
        (100, 152.51, False),
        (110, 120, True),
    ],
)
def test_a_line_is_that_of_words_where_it_ends_with_them(
    left: float, right: float, *, is_own: bool
) -> None:
    assert drawn._is_own(line(left, right, 499), Run()) is is_own  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shape", "is_seen"),
    [
        (Shape(0, 0, 0, 1, 9, BLACK), True),
        (Shape(0, 0, 0, 1, 9, (0.57, 0.57, 0.57)), True),
        (Shape(0, 0, 0, 1, 9, (0.59, 0.59, 0.59)), False),
        (Shape(0, 0, 0, 1, 9, LIGHT), False),
        (Shape(0, 0, 0, 1, 9), False),
        (Shape(0, 0, 0, 1, 9, BLACK, opacity=0.99), False),
    ],
)
def test_what_is_opaque_and_stands_out_from_paper_is_seen(shape: Shape, *, is_seen: bool) -> None:
    assert drawn._is_seen(shape) is is_seen


@pytest.mark.parametrize(
    ("shape", "is_bar"),
    [
        (bar(500, 520), True),
        (bar(500, 504.1), True),
        (bar(500, 503.9), False),
        (bar(500, 520, 80, 84), True),
        (bar(500, 520, 80, 84.1), False),
        (Shape(0, 80, 500, 81, 520, LIGHT), False),
    ],
)
def test_a_bar_is_narrow_and_high(shape: Shape, *, is_bar: bool) -> None:
    assert drawn._is_bar(shape) is is_bar


@pytest.mark.parametrize(
    ("bottom", "top", "is_beside"),
    [
        (490, 520, True),
        (500, 504, True),
        (500.1, 520, False),
        (490, 503.9, False),
        (490, 499, False),
    ],
)
def test_a_bar_is_beside_a_line_that_it_reaches_up_at(
    bottom: float, top: float, *, is_beside: bool
) -> None:
    assert drawn._is_beside(bar(bottom, top), Run()) is is_beside  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shape", "is_beside"),
    [
        (bar(300, 500), True),
        (bar(300, 401), True),
        (bar(300, 399), False),
        (bar(400, 500), True),
        (bar(401, 500), False),
        (bar(300, 500, 99, 99.9), True),
        (bar(300, 500, 99, 100.1), False),
        (bar(300, 500, 200.1, 202), True),
        (bar(300, 500, 199.9, 202), False),
        (bar(300, 500, 150, 151), False),
    ],
)
def test_a_bar_is_beside_a_picture_at_its_middle(shape: Shape, *, is_beside: bool) -> None:
    assert drawn._is_beside_box(shape, Box(100, 350, 200, 450)) is is_beside


@pytest.mark.parametrize(
    ("bottom", "top", "meets"),
    [(300, 351, True), (300, 349, False), (449, 500, True), (451, 500, False), (360, 370, True)],
)
def test_a_bar_meets_a_picture_at_any_of_its_heights(
    bottom: float, top: float, *, meets: bool
) -> None:
    assert drawn._meets(bar(bottom, top), Box(100, 350, 200, 450)) is meets


def unchanged(changed: Sequence[Run], every: Sequence[Run]) -> list[str]:
    return [*drawn._unchanged(bar(400, 600), changed, every)]  # type: ignore[arg-type]


def test_a_text_beside_a_bar_is_told_unless_its_line_has_changed() -> None:
    there = Run("new", baseline=500.0)
    assert unchanged([], [Run("old")]) == ["old"]
    assert unchanged([there], [Run("near", baseline=507.4), Run("far", baseline=507.6)]) == ["far"]
    assert unchanged([there], [Run("near", baseline=492.6), Run("far", baseline=492.4)]) == ["far"]
    assert unchanged([there], [Run("large", baseline=514, size=20.0)]) == []
    assert unchanged([Run("new", baseline=700)], [Run("old")]) == ["old"]
    assert unchanged([], [Run("outside", baseline=700)]) == []


@pytest.mark.parametrize(
    ("bottom", "top", "told"),
    [
        (464.1, 563.9, []),
        (464.1, 564.1, ["first"]),
        (463.9, 563.9, ["last"]),
        (463.9, 564.1, ["first", "last"]),
    ],
)
def test_a_bar_may_go_on_a_little_beyond_its_lines(
    bottom: float, top: float, told: list[str]
) -> None:
    lines = [Run("last", baseline=480.0), Run("first", baseline=540.0), Run("mid", baseline=500.0)]
    found = drawn._overreached(bar(bottom, top), lines)  # type: ignore[arg-type]
    assert [each.text for each in found] == told


def test_the_largest_type_says_how_far_a_bar_may_go_on() -> None:
    lines = [Run("last", baseline=480.0, size=20.0), Run("first", baseline=540.0)]
    assert not list(drawn._overreached(bar(449, 587), lines))  # type: ignore[arg-type]
    assert not list(drawn._overreached(bar(100, 900), []))
    assert len(list(drawn._overreached(bar(447, 589), lines))) == 2  # type: ignore[arg-type]
