"""A table in smaller type on an upright page: its figures stand apart, and the heads of its rows
are whole; else its page is turned.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
TURNED = "a table was set across its page, which is turned, since it was wider than that"
SMALLER = "a table was set in smaller type, since it was wider than its page"
FULL, SMALL = 9.5, 8.0


def made(
    statement: Write, head: str, columns: int, figure: str, name: str = "a.en.md"
) -> tuple[Reading, tuple[str, ...]]:
    row = f"| {head} |{f' {figure} |' * columns}"
    table = f"| Port |{' Total |' * columns}\n|{'---|' * (columns + 1)}\n{row}\n{row}"
    pdf = pipeline.make(read(statement(with_body(table), name)), "standard").files["pdf"]
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


def test_a_table_in_a_point_stays_upright_whatever_its_rows_are_like(statement: Write) -> None:
    row = f"  | Upper Grey Lock |{' 1,000,000,000 |' * 5}"
    table = f"  | Port |{' Total |' * 5}\n  |{'---|' * 6}\n{row}"
    path = statement(with_body(f"- A point:\n\n{table}"))
    assert pipeline.make(read(path), "standard").files["pdf"].remarks == (SMALLER,)
