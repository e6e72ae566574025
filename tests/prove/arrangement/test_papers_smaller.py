"""A table in smaller type on an upright page: its figures stand apart, and the heads of its rows
are whole; else its page is turned.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
TURNED = "a table was set across its page, which is turned, since it was wider than that"
RECORDS = "a table was set as a list, row by row, since it was wider than its page"
SMALLER = "a table was set in smaller type, since it was wider than its page"
FULL, SMALL = 9.5, 8.0


def made(  # noqa: PLR0913, PLR0917  # a table, and where it stands
    statement: Write,
    head: str,
    columns: int,
    figure: str,
    name: str = "a.en.md",
    edition: str = "standard",
) -> tuple[Reading, tuple[str, ...]]:
    row = f"| {head} |{f' {figure} |' * columns}"
    table = f"| Port |{' Total |' * columns}\n|{'---|' * (columns + 1)}\n{row}\n{row}"
    pdf = pipeline.make(read(statement(with_body(table), name)), edition).files["pdf"]
    return Reading(pdf.data), pdf.remarks


def gaps(reading: Reading, figure: str) -> tuple[set[float], float]:
    """Return the sizes of the figures of a table, and the least gap between two, in em."""
    found = sorted(
        (p for p in reading.pieces if p.text == figure), key=lambda p: (p.page, p.baseline, p.left)
    )
    beside = [
        (two.left - one.right) / one.size for one, two in pairwise(found) if two.left > one.left
    ]
    return {round(piece.size, 1) for piece in found}, min(beside)


@pytest.mark.parametrize(
    ("name", "columns", "figure", "remark"),
    [
        ("a.en.md", 5, "1,000,000,000.0", SMALLER),
        ("a.en.md", 8, "19,942,615", TURNED),
        ("a.he.md", 5, "1,000,000,000", SMALLER),
        ("a.he.md", 8, "19,942,615", TURNED),
    ],
)
def test_figures_beside_one_another_are_an_em_apart_or_the_page_is_turned(
    statement: Write, name: str, columns: int, figure: str, remark: str
) -> None:
    reading, remarks = made(statement, "Luc", columns, figure, name)
    assert remarks[-1] == remark
    sizes, gap = gaps(reading, figure)
    assert sizes == {SMALL if remark == SMALLER else FULL}
    assert gap >= 1 - 0.01


@pytest.mark.parametrize(
    ("head", "remark"),
    [
        ("Upper Lock", SMALLER),
        ("Upper Grey Lock", TURNED),
        ("Port-Saint", TURNED),
        ("Port‐Saint", TURNED),
    ],
)
def test_the_head_of_a_row_has_two_lines_at_most_and_is_not_divided_or_the_page_is_turned(
    statement: Write, head: str, remark: str
) -> None:
    _, remarks = made(statement, head, 5, "1,000,000,000,00")
    assert remarks == (remark,)


def test_smaller_type_is_no_smaller_than_the_edition_allows(
    statement: Write, project: Path
) -> None:
    """Eight elevenths of the size of the text are less, in 10.5 pt."""
    folder = project / "templates" / "editions"
    folder.mkdir(parents=True)
    text = "inherits: standard\ntext_size: 10.5\nminimum_size: 8\n"
    (folder / "small.yaml").write_text(text)
    reading, remarks = made(statement, "Luc", 5, "10,000,000,000.0", edition="small")
    assert remarks == (SMALLER,)
    assert gaps(reading, "10,000,000,000.0")[0] == {SMALL}


@pytest.mark.parametrize(("figure", "remark"), [("942,615", SMALLER), ("1,942,615", RECORDS)])
def test_so_it_is_side_by_side_and_what_is_still_too_wide_is_a_list(
    statement: Write, figure: str, remark: str
) -> None:
    row = f"| Port |{f' {figure} |' * 6}"
    table = f"| Port |{' Total |' * 6}\n|{'---|' * 7}\n{row}\n{row}"
    one, other = (read(statement(with_body(table), f"a.{tag}.md")) for tag in ("en", "fr"))
    pdf = pipeline.make(replace(one, beside=other), "parallel").files["pdf"]
    assert pdf.remarks == (remark,)
    least = min(piece.size for piece in Reading(pdf.data).pieces)
    assert round(least, 1) >= SMALL


def test_a_table_in_a_point_stays_upright_whatever_its_rows_are_like(statement: Write) -> None:
    row = f"  | Upper Grey Lock |{' 1,000,000,000 |' * 5}"
    table = f"  | Port |{' Total |' * 5}\n  |{'---|' * 6}\n{row}"
    path = statement(with_body(f"- A point:\n\n{table}"))
    assert pipeline.make(read(path), "standard").files["pdf"].remarks == (SMALLER,)
