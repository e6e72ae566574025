"""Widths of columns: a table has no more lines than it needs, and no two columns seem to touch."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import tags
from communique.prove.written import written
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.lines.widths.fewer import with_fewer_lines
from communique.typeset.lines.widths.parts import steps
from communique.typeset.lines.widths.room import Need, lines_in
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

APART = 8.0
FIGURE, NAME = Need(40, 40, 40), Need(60, 60, 110)


def test_a_name_is_on_one_line_where_columns_of_figures_have_room_to_spare() -> None:
    rows = (((0, NAME), (1, FIGURE), (2, FIGURE)),) * 3
    assert lines_in(rows, (80.0, 80.0, 80.0)) == 6
    widths = with_fewer_lines(rows, (80.0, 80.0, 80.0), APART)
    assert lines_in(rows, widths) == 3
    assert widths[0] >= 110
    assert widths[1] == widths[2] >= 40


def test_a_text_has_as_many_columns_room_as_saves_most_lines() -> None:
    text = Need(50, 50, 600)
    rows = (((0, NAME), (1, text)), ((0, NAME), (1, text)))
    widths = with_fewer_lines(rows, (150.0, 150.0), APART)
    assert widths[1] > 200
    assert lines_in(rows, widths) < lines_in(rows, (150.0, 150.0))


def test_columns_are_apart_before_one_of_them_has_room_to_spare() -> None:
    rows = (((0, FIGURE), (1, FIGURE), (2, FIGURE)),)
    assert with_fewer_lines(rows, (40.0, 100.0, 70.0), APART) == pytest.approx(
        (48, 94.4, 67.6), 0.01
    )


def test_a_head_over_two_columns_and_one_beside_it_count_as_they_stand() -> None:
    over, beside = Need(60, 60, 120, columns=2), Need(40, 40, 80, rows=2)
    rows = (((0, beside), (1, over)), ((1, FIGURE), (2, FIGURE)), ((0, FIGURE), (1, FIGURE)))
    assert lines_in(rows, (60.0, 60.0, 60.0)) == 3
    assert lines_in(rows, (60.0, 50.0, 50.0)) == 4


def test_how_wide_a_short_text_is_on_so_many_lines_is_told_from_its_words() -> None:
    one, two, three = steps("per cent of volume", 40, 100)
    assert (one, three) == (100, 40)
    assert 50 < two < 60
    assert (
        steps("volume", 40, 40) == steps("a text that is longer than eight words is", 40, 99) == ()
    )
    assert steps("年均增长率", 10, 50) == pytest.approx((50, 30, 20, 20, 10), abs=1)


@given(
    st.lists(st.text("aimW.\u2060Å岬", min_size=1), max_size=9), st.floats(1, 50), st.floats(0, 99)
)
def test_no_more_lines_take_no_more_room(words: list[str], longest: float, more: float) -> None:
    found = steps(" ".join(words), longest, longest + more)
    assert list(found) == sorted(found, reverse=True)
    assert not found or (found[0], found[-1]) == (longest + more, longest)


needs = st.tuples(st.floats(5, 60), st.floats(0, 40), st.floats(0, 300)).map(
    lambda sizes: Need(sizes[0], sizes[0] + sizes[1], sum(sizes))
)


@given(st.data())
def test_columns_are_as_wide_together_and_the_lines_no_more(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 4))
    row = st.tuples(*(st.tuples(st.just(column), needs) for column in range(count)))
    rows = tuple(data.draw(st.lists(row, min_size=1, max_size=5)))
    least = [max(row[column][1].least for row in rows) for column in range(count)]
    before = tuple(each + data.draw(st.floats(0, 200)) for each in least)
    after = with_fewer_lines(rows, before, APART)
    assert sum(after) == pytest.approx(sum(before))
    assert lines_in(rows, after) <= lines_in(rows, before)
    pairs = zip(after, least, strict=True)
    assert all(width >= min(each, 0.6 * each) - 0.01 for width, each in pairs)


@pytest.mark.parametrize("name", ["a.en.md", "a.he.md"])
def test_names_beside_figures_are_on_one_line_where_a_text_has_more_in_any_case(
    statement: Write, name: str
) -> None:
    why = "told again by two of the towns, from March to the end of December, by hand"
    rows = f"| Oil | 1.1 | 1.1 | 1.1 | {why} |\n| District heat | 1.1 | 1.1 | 1.1 | by hand |"
    body = f"| Fuel | Provisional | Final | Difference | Reason |\n|--|--:|--:|--:|--|\n{rows}"
    pdf = pipeline.make(read(statement(with_body(body), name)), "standard").files["pdf"]
    reading = Reading(pdf.data)
    found = written(reading)
    for row in [tag for tag in tags(reading.tree) if tag.role == "TR"][1:]:
        head = next(tag for tag in tags(row) if tag.role == "TH")
        assert len({round(piece.baseline) for piece in found.of(head)}) == 1
        line = sorted(found.of(row), key=lambda piece: piece.left)
        figures = [piece for piece in line if piece.text.strip() == "1.1"]
        assert len(figures) == 3
        assert all(other.left - one.right >= one.size for one, other in pairwise(figures))
