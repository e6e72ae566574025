"""Which rules are breaks: the rule for breaks, to its limits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.content_stream.path import Shape
from communique.prove.appearance import breaks
from communique.prove.form import MM
from communique.prove.place import sides
from tests.prove.conftest import composed

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from communique.pdf_reading.piece import Piece

HEAD = "---\ntitle: On the river\nissued: 2024-05-02\n---\n\n"
FIRST = HEAD + "---\n\nOne.\n"
GREY, BLACK, WHITE = (0.5, 0.5, 0.5), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("width", "height", "is_rule"),
    [(20, 4, True), (19.9, 4, False), (20, 4.1, False), (300, 0, True)],
)
def test_a_rule_is_wide_and_flat(
    tmp_path: FilePath, width: float, height: float, *, is_rule: bool
) -> None:
    content = composed(tmp_path, FIRST, "river.en.md").content
    assert (
        breaks._is_rule(
            Shape(0, 100, 400, 100 + width, 400 + height), content, content.edition.paper
        )
        is is_rule
    )


def test_a_rule_outside_the_type_area_is_no_break(tmp_path: FilePath) -> None:
    content = composed(tmp_path, FIRST, "river.en.md").content
    paper = content.edition.paper.height * MM
    assert not breaks._is_rule(Shape(0, 100, 5, 300, 6), content, content.edition.paper)
    assert not breaks._is_rule(
        Shape(0, 100, paper - 6, 300, paper - 5), content, content.edition.paper
    )


def test_a_rule_may_lie_at_the_very_edge_of_the_type_area(tmp_path: FilePath) -> None:
    content = composed(tmp_path, FIRST, "river.en.md").content
    bottom, top = 27 * MM, (297 - 20) * MM  # of the standard edition
    for low, high, is_rule in (
        (bottom, bottom + 1, True),
        (bottom - 0.1, bottom + 1, False),
        (top - 1, top, True),
        (top - 1, top + 0.1, False),
    ):
        assert (
            breaks._is_rule(Shape(0, 100, low, 300, high), content, content.edition.paper)
            is is_rule
        )
    left, right = sides(content, content.edition.paper)
    for start, end, is_rule in (
        (left - 0.09, left + 50, True),
        (left - 0.11, left + 50, False),
        (right - 50, right + 0.09, True),
        (right - 50, right + 0.11, False),
    ):
        assert (
            breaks._is_rule(Shape(0, start, 400, end, 401), content, content.edition.paper)
            is is_rule
        )


def lines(piece: Piece, *baselines: float, left: float = 100, right: float = 200) -> list[Piece]:
    """Return a text of lines: the first is indented, and the last is short."""
    ends = [right, *[right - 50] * (len(baselines) - 1)]
    starts = [left + 10, *[left] * (len(baselines) - 1)]
    return [
        replace(piece, baseline=each, left=start, right=end)
        for each, start, end in zip(baselines, starts, ends, strict=True)
    ]


@pytest.mark.parametrize(
    ("low", "high", "is_below", "is_above"),
    [
        (505, 505, True, True),
        (499, 500, True, False),
        (499, 500.1, True, True),
        (520, 521, False, True),
        (519.9, 521, True, True),
        (530, 530, False, True),
        (490, 490, True, False),
    ],
)
def test_a_rule_is_below_the_last_line_of_one_text_and_above_the_first_of_the_next(
    piece: Piece, low: float, high: float, *, is_below: bool, is_above: bool
) -> None:
    before, after = lines(piece, 540, 520), lines(piece, 500, 480)
    rule = Shape(0, 120, low, 180, high)
    assert breaks._is_between(rule, before, after) is (is_below and is_above)
    assert breaks._is_between(rule, before, ()) is is_below
    assert breaks._is_between(rule, (), after) is is_above
    assert breaks._is_between(rule, before, [replace(p, page=1) for p in after]) is is_below
    assert not breaks._is_between(rule, [replace(p, page=1) for p in before], ())


def test_a_rule_beside_a_text_is_compared_with_that_of_its_own_column(piece: Piece) -> None:
    left, right = lines(piece, 600, 500), lines(piece, 560, 460, left=200, right=300)
    for rule, before, after, is_between in (
        (Shape(0, 200.1, 580, 290, 580), left, right, True),
        (Shape(0, 110, 580, 205, 580), left, right, True),
        (Shape(0, 200.1, 540, 290, 540), left, right, False),
        (Shape(0, 110, 540, 200, 540), left, right, False),
        (Shape(0, 110, 490, 200, 490), left, right, True),
        (Shape(0, 110, 620, 199.9, 620), right, left, True),
        (Shape(0, 110, 580, 199.9, 580), right, left, False),
        (Shape(0, 200, 580, 290, 580), right, left, False),
        (Shape(0, 200, 450, 290, 450), right, left, True),
    ):
        assert breaks._is_between(rule, before, after) is is_between
    overlapping = lines(piece, 560, 460, left=199, right=300)
    assert not breaks._is_between(Shape(0, 210, 580, 290, 580), left, overlapping)
    assert not breaks._is_between(Shape(0, 110, 620, 190, 620), overlapping, left)


def test_a_rule_that_is_filled_stands_out_and_is_not_covered() -> None:
    rule = Shape(0, 100, 500, 200, 500.5, GREY)
    ground = Shape(0, 100, 500, 200, 500.5, GREY, whole=True)

    def seen(*below: Shape, rule: Shape = rule, above: tuple[Shape, ...] = ()) -> bool:
        return breaks._is_seen(rule, below, above)

    assert seen()
    assert seen(rule=rule._replace(top=500.25))
    assert not seen(rule=rule._replace(top=500.125))
    assert seen(rule=rule._replace(bottom=0.0, top=0.2))
    assert seen(rule=rule._replace(top=500.0))
    assert not seen(rule=rule._replace(colour=None))
    for opacity, well in ((0.18, True), (0.17, False)):
        assert seen(rule=rule._replace(colour=BLACK, opacity=opacity)) is well
    dark = ground._replace(colour=BLACK)
    assert not seen(dark, rule=rule._replace(colour=BLACK))
    assert seen(dark._replace(opacity=0.2), rule=rule._replace(colour=BLACK))
    for shade, well in ((0.82, True), (0.83, False), (1.0, False)):
        assert seen(rule=rule._replace(colour=(shade,) * 3)) is well
    assert not seen(ground)
    assert seen(ground, ground._replace(colour=(1, 1, 1)))
    assert seen(ground._replace(colour=None))
    assert seen(ground._replace(whole=False))
    assert not seen(above=(ground,))
    assert seen(above=(ground._replace(whole=False),))
    assert seen(above=(ground._replace(left=101),))
    for change in ({"page": 1}, {"left": 101}, {"right": 199}, {"bottom": 500.1}, {"top": 500.4}):
        assert seen(ground._replace(**change))


def test_the_borders_of_a_table_are_near_its_lines(piece: Piece) -> None:
    first, last = lines(replace(piece, size=10.0), 540, 500)
    rule = Shape(0, 100, 520, 200, 520)
    for height, border in ((556, False), (555.9, True), (490.1, True), (490, False)):
        there = rule._replace(bottom=height, top=height)
        assert breaks._borders(there, [first, last]) is border
    for left, right, border in (
        (200, 300, False),
        (199, 300, True),
        (0, 100, False),
        (0, 101, True),
    ):
        assert breaks._borders(rule._replace(left=left, right=right), [first, last]) is border
    assert not breaks._borders(rule._replace(page=1), [first, last])


def test_a_rule_stands_on_the_side_of_its_texts(piece: Piece) -> None:
    left, right = replace(piece, left=100.0), replace(piece, left=300.0)
    rules = [Shape(0, 200, 500, 399, 500), Shape(0, 200, 500, 400, 500)]
    assert breaks._beside(rules, [left], 300) == rules[:1]
    assert breaks._beside(rules, [right], 300) == rules[1:]
    assert breaks._beside(rules, [left, right], 300) == rules


def test_a_rule_hardly_begins_before_all_texts(piece: Piece) -> None:
    texts = [replace(piece, left=150.0, right=300.0), replace(piece, left=100.0, right=120.0)]
    for left, right, ltr, rtl in (
        (75.0, 175.0, True, True),
        (74.0, 174.0, False, True),
        (225.0, 325.0, True, True),
        (226.0, 326.0, True, False),
        (-400.0, 300.0, True, True),
        (-400.0, 299.0, False, True),
        (100.0, 420.0, True, True),
    ):
        rule = Shape(0, left, 500, right, 500)
        assert breaks._is_under(rule, texts, rtl=False) is ltr
        assert breaks._is_under(rule, texts, rtl=True) is rtl
        assert breaks._is_under(rule, [], rtl=True)


@pytest.mark.parametrize(
    ("shape", "ground", "is_seen"),
    [
        (Shape(0, 10, 10, 20, 20, GREY), None, True),
        (Shape(0, 10, 10, 20, 20, WHITE), None, False),
        (Shape(0, 10, 10, 20, 20, None), None, True),
        (Shape(0, 10, 10, 20, 20, BLACK, opacity=0), None, False),
        (Shape(0, 10, 10, 20, 20, GREY), GREY, False),
        (Shape(0, 10, 10, 20, 20, WHITE), GREY, True),
    ],
)
def test_a_shape_is_seen_where_its_colour_is_unknown_or_not_that_of_its_ground(
    shape: Shape, ground: tuple[float, float, float] | None, *, is_seen: bool
) -> None:
    below = [Shape(0, 0, 0, 100, 100, ground, whole=True)] if ground else []
    assert breaks.is_seen_on(shape, below) is is_seen
