"""Cells stand in rows and columns: the limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.document.pages import Annotation
from communique.pdf_reading.tag_tree import Tag
from communique.prove.appearance import cells

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge


@pytest.fixture
def tabled(judged: Judge, run: Piece) -> Callable[..., list[str]]:
    """Return what is said of a table of these rows, each cell by its left edge and its right one.

    A row's baselines are given before its cells, one for each or one for all; the first row is the
    heading, or more are. A cell of None is empty.
    """

    def found(*rows: Any, heads: int = 1, **fields: Any) -> list[str]:
        pieces: list[Piece] = []
        tags: list[Any] = []
        for number, (baselines, *edges) in enumerate(rows):
            heights = baselines if isinstance(baselines, tuple) else (baselines,) * len(edges)
            kids: list[Any] = []
            for column, (height, edge) in enumerate(zip(heights, edges, strict=True)):
                place = (0, 10 * number + column)
                kids.append(Tag("TD" if number >= heads else "TH", {}, [place]))
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
    """Return what is said of a table, with the line of the table in the statement of the sample."""
    key = "rows" if wrong.startswith("a row") else "cells"
    return [f"21: {key}: page 1: {wrong}: {text}"]


def test_cells_stand_in_rows_and_columns(tabled: Tabled) -> None:
    assert tabled(HEADING, ROW) == []
    assert tabled(HEADING, (80.0, None, (90.0, 99.0)), (70.0, (10.0, 50.0), None)) == []
    assert tabled(HEADING, (80.0, None, None)) == []
    mirrored = [(row[0], row[2], row[1]) for row in (HEADING, ROW)]
    assert tabled(*mirrored) == []


def test_cells_of_a_row_share_a_line(tabled: Tabled) -> None:
    torn = "the cells of a row do not stand beside one another"
    assert tabled(HEADING, ((80.0, 79.75), *ROW[1:])) == []
    assert tabled(HEADING, ((80.0, 79.65), *ROW[1:])) == cells_said(torn, "10")
    assert tabled(((80.0, 79.65), *ROW[1:])) == cells_said(torn, "00")


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
        ((10.0, 50.0), (21.1, 41.1), False),
    ],
)
def test_cells_of_a_column_have_an_edge_or_their_middle_in_a_line(
    tabled: Tabled, one: tuple[float, float], other: tuple[float, float], *, well: bool
) -> None:
    ragged = "the cells of a column do not stand below one another"
    found = tabled((90.0, None, (60.0, 80.0)), (80.0, one, None), (70.0, other, None))
    assert found == ([] if well else cells_said(ragged, "10"))


def test_a_heading_is_nearest_to_its_own_column(tabled: Tabled) -> None:
    ragged = "the cells of a column do not stand below one another"
    second = (110.0, 120.0)
    body = (80.0, (20.0, 40.0), second), (70.0, (20.0, 50.0), (110.0, 125.0))
    for head, well in (
        ((20.0, 50.0), True),
        ((49.9, 70.0), True),
        ((1.0, 20.1), True),
        ((1.0, 10.0), True),
        ((60.0, 99.9), True),  # 10 from what is below it, and 10.1 from the other
        ((60.0, 100.0), False),
        ((80.0, 90.0), False),
    ):
        assert tabled((90.0, head, None), *body) == ([] if well else cells_said(ragged, "00"))
    between = (70.0, 79.9), (80.1, 100.0)
    for head, well in zip(between, (False, True), strict=True):
        assert tabled((90.0, None, head), *body) == ([] if well else cells_said(ragged, "01"))
    assert tabled((90.0, (60.0, 70.0), (75.0, 130.0)), *body) == []  # it is near a heading only
    third = [(*row, (200.0, 210.0)) for row in body]
    assert tabled((90.0, (80.0, 90.0), None, None), *third) == cells_said(ragged, "00")
    to_the_right = (80.0, (0.0, 8.0), (20.0, 50.0)), (70.0, (0.0, 8.0), (30.0, 50.0))
    assert tabled((90.0, None, (13.0, 22.0)), *to_the_right) == []
    over, aside = (100.0, (1.0, 20.1), second), (90.0, (90.0, 100.0), None)
    assert tabled(over, *body) == []
    assert tabled(over, aside, *body, heads=2) == cells_said(ragged, "00")


def test_the_cells_under_a_heading_are_even(tabled: Tabled) -> None:
    ragged = "the cells of a column do not stand below one another"
    for right, said_so in ((50.0, []), (51.1, cells_said(ragged, "00"))):
        rows = (80.0, (20.0, 50.0)), (70.0, (30.0, right))
        assert tabled((90.0, (12.0, 45.0)), *rows) == said_so


def test_a_column_of_headings_is_even_by_itself(tabled: Tabled) -> None:
    ragged = "the cells of a column do not stand below one another"
    for right, said_so in ((40.0, []), (41.1, cells_said(ragged, "00"))):
        assert tabled((90.0, (10.0, 40.0)), (80.0, (20.0, right)), heads=2) == said_so


def test_columns_are_apart(tabled: Tabled) -> None:
    narrow = "a column is not apart from the one before it"
    for gap, said_so in ((3.5, []), (3.4, cells_said(narrow, "01"))):
        one, other = (10.0, 40.0), (40.0 + gap, 90.0)
        assert tabled((90.0, one, other), (80.0, one, other)) == said_so
        assert tabled((90.0, one, None), (80.0, None, other)) == [
            each.replace("01", "11") for each in said_so
        ]
        assert tabled((90.0, other, one), (80.0, other, one)) == said_so
        short, late = (10.0, 20.0), (60.0, 90.0)
        assert tabled((90.0, one, late), (80.0, short, other)) == said_so
        assert tabled((90.0, late, one), (80.0, other, short)) == said_so
        third = (110.0, 120.0)
        assert tabled((90.0, None, other, third), (80.0, one, other, third)) == said_so


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


def in_lines(judged: Judge, run: Piece, *rows: Any) -> list[str]:
    """Return what is said of a table of rows of cells, each given by its lines.

    Each line is given by its left edge, its right one, its baseline and its size.
    """
    pieces: list[Piece] = []
    tags: list[Any] = []
    for row in rows:
        kids: list[Any] = []
        for lines in row:
            place = (0, len(pieces))
            kids.append(Tag("TD", {}, [place]))
            for left, right, baseline, *size in lines:
                piece = replace(run, left=left, right=right, baseline=baseline, mark=place[1])
                pieces.append(replace(piece, size=size[0] if size else 10.0))
        tags.append(Tag("TR", {}, kids))
    return judged(cells.rows_and_columns, tree=Tag("Table", {}, tags), pieces=pieces)


def test_what_stands_in_a_row_and_in_no_cell_is_none(judged: Judge, run: Piece) -> None:
    stray = replace(run, mark=1, baseline=100.0)
    link = Tag("Link", {}, [(0, 0), Annotation(5, {})])
    row = Tag("TR", {}, [(0, 1), Tag("TD", {}, [link])])
    assert judged(cells.rows_and_columns, tree=Tag("Table", {}, [row]), pieces=[run, stray]) == []


LONG = [(10.0, 40.0, 90.0), (10.0, 40.0, 80.0)]


@pytest.mark.parametrize(
    ("baseline", "well"), [(90.35, False), (90.25, True), (80, True), (79, False)]
)
def test_a_cell_stands_beside_one_of_the_lines_of_another(
    judged: Judge, run: Piece, baseline: float, *, well: bool
) -> None:
    said = cells_said("the cells of a row do not stand beside one another", run.text)
    assert in_lines(judged, run, [LONG, [(60, 90, baseline)]]) == ([] if well else said)
    assert in_lines(judged, run, [[(60, 90, baseline)], LONG]) == ([] if well else said)


@pytest.mark.parametrize(("baseline", "well"), [(85, False), (80, False), (79.9, True)])
def test_a_row_stands_below_all_lines_of_the_one_before_it(
    judged: Judge, run: Piece, baseline: float, *, well: bool
) -> None:
    said = cells_said("a row does not stand below the one before it", run.text)
    above = [LONG, [(60, 90, 90)]]
    below = [[(10, 40, 70)], [(60, 90, baseline), (60, 90, 70)]]
    for rows in ((above, below), (above[::-1], below[::-1])):
        found = in_lines(judged, run, *rows)
        assert found == ([] if well else said)


def test_the_edges_of_a_cell_are_those_of_its_longest_line(judged: Judge, run: Piece) -> None:
    for line in ((20, 40, 80), (10, 30, 80)):
        for lines in ([(10, 40, 90), line], [(*line[:2], 90), (10, 40, 80)]):
            for other in ((10, 22, 70), (28, 40, 70)):
                assert in_lines(judged, run, [lines], [[other]]) == []


def test_a_number_that_calls_a_note_does_not_make_the_gap_between_columns_smaller(
    judged: Judge, run: Piece
) -> None:
    called = [(10, 37, 90, 10.0), (37, 40, 90, 5.0)]
    assert in_lines(judged, run, [called, [(43.5, 90, 90)]]) == []
    assert len(in_lines(judged, run, [called, [(43.4, 90, 90)]])) == 1
    small = [(37, 40, 90, 5.0)]
    for row in ([small, [(41.75, 90, 90)]], [[(10, 35.25, 90)], small]):
        assert in_lines(judged, run, row) == []


@pytest.mark.parametrize(
    ("parts", "place", "well"),
    [
        (["*"], 40.0, True),
        (["*" * 16], 41.0, True),
        (["*" * 17], 40.0, False),
        (["*"], 41.1, False),
        (["  " + "*" * 16], 40.0, True),
        (["(p)", "*"], 40.0, True),
        (["(p)", "*"], 30.0, True),
        (["(provisional)", "(estimated)"], 40.0, False),
        (["(provisional)", "(estimated)"], 30.0, True),
    ],
)
def test_figures_may_end_in_a_line_before_their_marks(
    judged: Judge, run: Piece, parts: list[str], place: float, *, well: bool
) -> None:
    first = replace(run, left=15.0, right=40.0, baseline=90.0)
    figure = replace(run, left=29.0, right=place, baseline=80.0, mark=1)
    marks = [
        replace(figure, left=place + 10 * n, right=place + 10 * (n + 1), glyphs=tuple(part))
        for n, part in enumerate(parts)
    ]
    rows = [Tag("TR", {}, [Tag("TD", {}, [(0, number)])]) for number in range(2)]
    tree = Tag("Table", {}, [*rows])
    said = cells_said("the cells of a column do not stand below one another", run.text)
    found = judged(cells.rows_and_columns, tree=tree, pieces=[first, figure, *marks])
    assert found == ([] if well else said)


def test_the_heads_of_rows_are_what_a_heading_stands_over(judged: Judge, run: Piece) -> None:
    def found(scope: str) -> list[str]:
        pieces = [
            replace(run, mark=number, left=left, right=left + 9, baseline=90.0 - 10 * number)
            for number, left in enumerate((10.0, 15.0, 15.0))
        ]
        heads = [Tag("TH", {"/A": {"/Scope": said}}, [(0, n)]) for n, said in enumerate(
            ("/Column", scope, scope)
        )]  # fmt: skip
        tree = Tag("Table", {}, [Tag("TR", {}, [head]) for head in heads])
        return judged(cells.rows_and_columns, tree=tree, pieces=pieces)

    assert found("/Row") == []
    said = cells_said("the cells of a column do not stand below one another", run.text)
    assert found("/Column") == said


@pytest.mark.parametrize(
    ("ends", "well"),
    [
        ((40.0,), True),
        ((46.0,), True),
        ((46.0, 46.5), True),
        ((48.0,), False),
        ((20.0,), False),
        ((40.0, 42.0), False),
    ],
)
def test_what_stands_for_a_figure_may_end_below_its_decimals(
    judged: Judge, run: Piece, ends: tuple[float, ...], *, well: bool
) -> None:
    """All that do in a column end alike."""
    first = replace(run, left=22.0, right=30.0, baseline=99.0, glyphs=tuple("1"))
    longer = replace(first, left=26.0, baseline=90.0, mark=1)
    decimals = replace(longer, left=30.0, right=46.0, glyphs=tuple(".25"))
    dashes = [
        replace(run, left=end - 5, right=end, baseline=80.0 - 10 * n, mark=2 + n, glyphs=("–",))
        for n, end in enumerate(ends)
    ]
    rows = [Tag("TR", {}, [Tag("TD", {}, [(0, n)])]) for n in range(2 + len(ends))]
    said = cells_said("the cells of a column do not stand below one another", "1")
    pieces = [first, longer, decimals, *dashes]
    found = judged(cells.rows_and_columns, tree=Tag("Table", {}, [*rows]), pieces=pieces)
    assert found == ([] if well else said)


@pytest.mark.parametrize(("figure", "well"), [(".25", True), (".2", False)])
def test_these_decimals_may_be_on_another_page_of_the_table(
    judged: Judge, run: Piece, figure: str, *, well: bool
) -> None:
    whole = replace(run, left=22.0, right=30.0, baseline=99.0, glyphs=tuple("1"))
    decimals = replace(whole, left=30.0, right=30.0 + 5 * len(figure), glyphs=tuple(figure))
    later = replace(whole, page=1, mark=1)
    dash = replace(later, left=40.0, right=45.0, baseline=90.0, mark=2, glyphs=("–",))
    places = (0, 0), (1, 1), (1, 2)
    rows = [Tag("TR", {}, [Tag("TD", {}, [place])]) for place in places]
    pieces = [whole, decimals, later, dash]
    found = judged(cells.rows_and_columns, tree=Tag("Table", {}, [*rows]), pieces=pieces)
    wrong = "21: cells: page 2: the cells of a column do not stand below one another: 1"
    assert found == ([] if well else [wrong])
