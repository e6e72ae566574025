"""Cells over several rows or columns: where they stand, and what stands below and beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.tag_tree import Tag
from communique.prove.appearance import cells

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

#: The words of a cell and its left and right edge, then over how many columns and rows it stands
#: and how far its last line is below its first; a cell with empty words has none.
Cell = tuple[str, float, float] | tuple[str, float, float, dict[str, int]]
RAGGED = "cells: page 1: the cells of a column do not stand below one another"
NARROW = "width: page 1: a cell over several columns is not apart from those beside it"
LOW = "rows: page 1: a row does not stand below the one before it"


@pytest.fixture
def told(judged: Judge, run: Piece) -> Callable[..., list[str]]:
    """Return what is said of a table of rows, each given by its baseline and its cells.

    `heights` are the baselines of cells that have others.
    """

    def found(
        *rows: tuple[float, list[Cell]], heights: dict[str, float] | None = None
    ) -> list[str]:
        known = heights or {}
        pieces: list[Piece] = []
        tags: list[Tag] = []
        marks = count()
        for baseline, row in rows:
            kids: list[Tag] = []
            for words, left, right, *more in row:
                spans = dict(more[0]) if more else {}
                top = known.get(words, baseline)
                lines = [top, top - spans.pop("down")] if "down" in spans else [top]
                mark = next(marks)
                entries = {"/A": {f"/{name}": number for name, number in spans.items()}}
                kids.append(Tag("TD", entries, [(0, mark)]))
                piece = replace(run, glyphs=(words,), left=left, right=right, mark=mark)
                pieces += [replace(piece, baseline=line) for line in lines if words]
            tags.append(Tag("TR", {}, [*kids]))
        said = judged(cells.rows_and_columns, tree=Tag("Table", {}, [*tags]), pieces=pieces)
        return [each.partition(": ")[2] for each in said]

    return found


Told = Callable[..., list[str]]
WIDE, HIGH = {"ColSpan": 2}, {"RowSpan": 2}
#: Three columns: in a line at their left edges.
THREE = (70.0, [("a", 10, 20), ("b", 40, 50), ("c", 70, 80)])


def test_a_cell_over_two_rows_pushes_the_next_one_of_the_second_row_aside(told: Told) -> None:
    below = (80.0, [("under B", 40, 60), ("under C", 70, 99)])
    assert told((90.0, [("A", 10, 20, HIGH), ("B", 40, 50), ("C", 70, 80)]), below) == []
    aside = (80.0, [("under B", 10, 19), ("under C", 70, 99)])
    row = (90.0, [("A", 10, 20, HIGH), ("B", 40, 50), ("C", 70, 80)])
    assert f"{RAGGED}: B" in told(row, aside)


def test_a_cell_over_two_columns_pushes_those_beside_it_aside(told: Told) -> None:
    assert told((80.0, [("A", 15, 45, WIDE), ("C", 70, 90)]), THREE) == []
    assert told((80.0, [("A", 15, 45, WIDE), ("C", 65, 95)]), THREE) == [f"{RAGGED}: C"]


def test_a_cell_over_two_columns_is_in_line_with_neither(told: Told) -> None:
    assert told((80.0, [("A", 20, 45, WIDE), ("C", 70, 80)]), THREE) == []
    assert told((80.0, [("B", 10, 20), ("A", 50, 75, WIDE)]), THREE) == []


def test_a_cell_over_two_columns_is_apart_from_all_others(told: Told) -> None:
    for right, said in ((66.5, []), (66.6, [f"{NARROW}: A"])):
        assert told((80.0, [("A", 15, right, WIDE), ("", 0, 0)]), THREE) == said
    for left, said in ((23.5, []), (23.4, [f"{NARROW}: A"])):
        assert told((80.0, [("", 0, 0), ("A", left, 75, WIDE)]), THREE) == said
    over = {"ColSpan": 3}
    assert told((80.0, [("A", 10, 80, over)]), THREE) == []


def test_a_span_is_no_wider_than_a_thousand_columns(told: Told) -> None:
    widest, wide = ("A", 10, 20, {"ColSpan": 5000}), ("B", 10, 20, {"ColSpan": 1000})
    rows = (80.0, [widest, ("C", 40, 50)]), (70.0, [wide, ("D", 45, 60)])
    assert told(*rows) == [f"{RAGGED}: C"]
    wide, between = ("B", 10, 20, {"ColSpan": 999}), ("", 0, 0)
    rows = (80.0, [widest, ("C", 40, 50)]), (70.0, [wide, between, ("D", 45, 60)])
    assert told(*rows) == [f"{RAGGED}: C"]


def test_a_row_below_a_cell_over_two_rows_stands_below_its_last_line(told: Told) -> None:
    def found(down: float) -> list[str]:
        high = ("A", 10, 20, {**HIGH, "down": down})
        return told((90.0, [high, ("B", 40, 50)]), (80.0, [("C", 40, 50)]), (70.0, [("D", 10, 20)]))

    assert found(19.9) == []
    assert found(20) == [f"{LOW}: D"]


def test_a_row_that_is_too_high_is_told_once(told: Told) -> None:
    rows = [(90.0, [("A", 10, 20)]), (80.0, [("B", 10, 20)]), (95.0, [("C", 10, 20)])]
    assert told(*rows) == [f"{LOW}: C"]


@pytest.mark.parametrize(("baseline", "torn"), [(91.0, False), (91.1, True), (80.0, False)])
def test_a_cell_over_two_rows_is_below_the_first_line_of_those_beside_it(
    told: Told, baseline: float, torn: bool
) -> None:
    high = [("A", 10, 20, HIGH), ("B", 40, 50, {"down": 10})]
    two, one = [("A", 10, 20, HIGH), ("B", 40, 50)], [("C", 40, 50)]
    assert told((90.0, high), (70.0, one)) == []
    said = told((90.0, two), (70.0, one), heights={"A": baseline})
    wrong = "cells: page 1: the cells of a row do not stand beside one another: A"
    assert said == [wrong] * torn


def test_cells_of_one_row_beside_a_cell_over_two_share_a_line(told: Told) -> None:
    row = [("A", 10, 20, HIGH), ("B", 40, 50), ("C", 70, 80)]
    below = (60.0, [("D", 40, 50), ("E", 70, 80)])
    wrong = "cells: page 1: the cells of a row do not stand beside one another: A"
    assert told((90.0, row), below, heights={"C": 85.0}) == [wrong]
