"""The rule under a cell is no line under its words, and a line under its words is no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from communique.prove.changes import at_words, drawn
from tests.prove.changes.test_drawn_limits import BLACK, NOT_UNDER, Run, line, noted

if TYPE_CHECKING:
    from communique.pdf_reading.content_stream.path import Shape

#: The words of two cells; the first fill their column but for the gap after it.
CELLS = [Run("Cape Holm", 100, 150), Run("2027", 170, 190)]
FIRST, SECOND = line(100, 152, 493.6), line(152, 220, 493.6)
RED = (0.6, 0.0, 0.0)


@pytest.mark.parametrize(
    ("shapes", "is_told"),
    [
        ([FIRST, SECOND], False),
        ([SECOND, FIRST], False),
        ([FIRST, SECOND, line(220, 260, 493.6)], False),
        ([line(20, 100, 493.6), FIRST], False),
        ([FIRST], True),
        ([FIRST, line(152.2, 220, 493.6)], True),
        ([FIRST, line(152, 220, 493.1)], True),
        ([FIRST, line(152, 220, 493.6, 0.7)], True),
        ([FIRST, SECOND._replace(colour=RED)], True),
        ([FIRST, SECOND._replace(page=1)], True),
        ([FIRST, SECOND, line(100, 150, 498)], True),
        ([line(20, 60, 493.6), line(60, 90, 493.6), FIRST], True),
    ],
)
def test_the_rule_of_a_cell_goes_on_beside_it_and_a_line_under_its_words_does_not(
    monkeypatch: pytest.MonkeyPatch, shapes: list[Shape], *, is_told: bool
) -> None:
    told = noted(monkeypatch, drawn.lines_drawn, CELLS, [], shapes)
    assert told == [f"{NOT_UNDER}: Cape Holm"] * is_told


def test_lines_that_meet_where_words_change_their_type_are_those_of_the_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = [Run("Cape", 100, 130), Run("Holm", 130, 150), Run("and", 150, 170)]
    lines = [line(100, 130, 498), line(130, 150, 498), line(150, 170, 498)]
    told = noted(monkeypatch, drawn.lines_drawn, words, [], lines)
    assert told == [f"{NOT_UNDER}: Cape and 2 more"]


@pytest.mark.parametrize(
    ("right", "others", "is_rule"),
    [
        (192.5, [], False),
        (192.6, [], True),
        (194, [Run("wide", 180, 190, size=20.0)], False),
        (220, [Run("more", 190, 219)], False),
        (220, [Run("below", 190, 219, baseline=470)], True),
    ],
)
def test_a_line_is_longer_than_all_the_words_at_it(
    right: float, others: list[Run], *, is_rule: bool
) -> None:
    pieces: Any = [CELLS[0], Run("2027", 152, 190), *others]
    row = [FIRST, line(152, right, 493.6)._replace(colour=BLACK)]
    assert at_words.is_rule(FIRST, row, pieces, drawn._UNDER) is is_rule
