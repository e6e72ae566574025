"""Cells stand in rows and columns: the limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.tag_tree import Tag
from communique.prove.appearance import (
    cells,
)

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge


@pytest.fixture
def tabled(judged: Judge, run: Piece) -> Callable[..., list[str]]:
    """Return what is said of a table of these rows, each cell by its left edge and its right one.

    A row's baselines are given before its cells, one for each or one for all; the first row is the
    heading. A cell of None is empty.
    """

    def found(*rows: Any, **fields: Any) -> list[str]:
        pieces: list[Piece] = []
        tags: list[Any] = []
        for number, (baselines, *edges) in enumerate(rows):
            heights = baselines if isinstance(baselines, tuple) else (baselines,) * len(edges)
            kids: list[Any] = []
            for column, (height, edge) in enumerate(zip(heights, edges, strict=True)):
                place = (0, 10 * number + column)
                kids.append(Tag("TD" if number else "TH", {}, [place]))
                if edge:
                    text = tuple(f"{number}{column}")
                    piece = replace(run, glyphs=text, left=edge[0], right=edge[1])
                    pieces.append(replace(piece, mark=place[1], baseline=height, **fields))
            tags.append(Tag("TR", {}, kids))
        tree = Tag("Document", {}, [Tag("Table", {}, tags)])
        return judged(cells.rows_and_columns, tree=tree, pieces=pieces)

    return found


Tabled = Callable[..., list[str]]
#: Two columns: the left edges of one stand in a line, and the right ones of the other.
HEADING, ROW = (90.0, (10.0, 40.0), (60.0, 99.0)), (80.0, (10.0, 25.0), (90.0, 99.0))


def cells_said(wrong: str, text: str) -> list[str]:
    return [f"1: cells: page 1: {wrong}: {text}"]


def test_cells_stand_in_rows_and_columns(tabled: Tabled) -> None:
    assert tabled(HEADING, ROW) == []
    assert tabled(HEADING, (80.0, None, (90.0, 99.0)), (70.0, (10.0, 50.0), None)) == []
    assert tabled(HEADING, (80.0, None, None)) == []
    mirrored = [(row[0], row[2], row[1]) for row in (HEADING, ROW)]
    assert tabled(*mirrored) == []


def test_cells_of_a_row_share_a_line(tabled: Tabled) -> None:
    torn = "the cells of a row do not stand beside one another"
    assert tabled(HEADING, ((80.0, 79.9), *ROW[1:])) == cells_said(torn, "10")
    assert tabled(((80.0, 79.9), *ROW[1:])) == cells_said(torn, "00")


def test_rows_stand_below_one_another(tabled: Tabled) -> None:
    low = "a row does not stand below the one before it"
    assert tabled(HEADING, (89.9, *ROW[1:])) == []
    assert tabled(HEADING, (90.0, *ROW[1:])) == cells_said(low, "10")
    assert tabled(HEADING, (91.0, *ROW[1:])) == cells_said(low, "10")


@pytest.mark.parametrize(
    ("one", "other", "well"),
    [
        ((10.0, 20.0), (11.0, 50.0), True),  # left edges
        ((10.0, 20.0), (11.1, 50.0), False),
        ((30.0, 50.0), (10.0, 49.0), True),  # right edges
        ((30.0, 50.0), (10.0, 48.9), False),
        ((10.0, 50.0), (21.0, 41.0), True),  # middles
        ((10.0, 50.0), (22.1, 42.1), False),
    ],
)
def test_cells_of_a_column_have_an_edge_or_their_middle_in_a_line(
    tabled: Tabled, one: tuple[float, float], other: tuple[float, float], *, well: bool
) -> None:
    ragged = "the cells of a column do not stand below one another"
    found = tabled((90.0, None, (60.0, 80.0)), (80.0, one, None), (70.0, other, None))
    assert found == ([] if well else cells_said(ragged, "10"))


def test_a_heading_stands_over_its_column(tabled: Tabled) -> None:
    ragged = "the cells of a column do not stand below one another"
    body = (80.0, (20.0, 40.0)), (70.0, (20.0, 50.0))
    assert tabled((90.0, (49.9, 70.0)), *body) == tabled((90.0, (1.0, 20.1)), *body) == []
    for head in ((50.0, 71.5), (1.0, 20.0)):
        assert tabled((90.0, head), *body) == cells_said(ragged, "00")


def test_columns_are_apart(tabled: Tabled) -> None:
    narrow = "a column is not apart from the one before it"
    for gap, said_so in ((2.0, []), (1.9, cells_said(narrow, "01"))):
        one, other = (10.0, 40.0), (40.0 + gap, 90.0)
        assert tabled((90.0, one, other), (80.0, one, other)) == said_so
        assert tabled((90.0, one, None), (80.0, None, other)) == [
            each.replace("01", "11") for each in said_so
        ]
        assert tabled((90.0, other, one), (80.0, other, one)) == said_so


def test_pictures_spaces_and_artifacts_in_tables_are_no_cells(tabled: Tabled) -> None:
    out_of_place = HEADING, (95.0, (300.0, 310.0), (5.0, 9.0))
    assert tabled(*out_of_place) != []
    assert tabled(*out_of_place, pictured=True) == []
    assert tabled(*out_of_place, glyphs=(" ",)) == []


def test_each_page_of_a_table_is_judged_by_itself(judged: Judge, run: Piece) -> None:
    def found(page: int) -> list[str]:
        edges = ((0, 0, 10.0, 90.0), (page, 1, 60.0, 80.0))
        pieces = [
            replace(run, page=at, mark=mark, left=left, right=left + 9, baseline=height)
            for at, mark, left, height in edges
        ]
        rows = [Tag("TR", {}, [Tag("TD", {}, [(at, mark)])]) for at, mark, *_ in edges]
        tree = Tag("Table", {}, [Tag("TBody", {}, list(rows))])
        return judged(cells.rows_and_columns, tree=tree, pieces=pieces)

    assert found(1) == []
    assert len(found(0)) == 1


def test_notes_are_no_part_of_the_cells_that_call_them(judged: Judge, run: Piece) -> None:
    def found(role: str) -> list[str]:
        note = replace(run, mark=1, left=60.0, right=400.0, baseline=100.0)
        pieces = [run, note, replace(run, mark=2, left=320.0, right=350.0)]
        call = Tag("TD", {}, [Tag("Span", {}, [(0, 0), Tag(role, {}, [(0, 1)])])])
        tree = Tag("Table", {}, [Tag("TR", {}, [call, Tag("TD", {}, [(0, 2)])])])
        return judged(cells.rows_and_columns, tree=tree, pieces=pieces)

    assert found("Note") == found("FENote") == []
    assert found("Span") != []
