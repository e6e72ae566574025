"""Where tables stand when a page ends: what leads to one and what belongs to it stay with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.tables.breaks import is_short
from communique.model.paragraphs import leads_to
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import tags
from communique.read.source import read
from communique.run import pipeline
from tests.read.parsing import parsed
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

pytestmark = pytest.mark.usefixtures("engine")
LEAD, CAPTION, SOURCE = "The table shows it.", "Table 1. Lights", "Source: the ports."
#: By edition, how many lines of text before the table fill a page to some of its last lines; behind
#: 7 in large print heading, lead and table would leave more than two fifths of it empty.
FILLS = {"standard": range(18, 34, 3), "letter": range(16, 32, 3), "large-print": (4, 10, 13, 16)}
EVERY = [(edition, lines) for edition, fills in FILLS.items() for lines in fills]


def pages(
    statement: Write, edition: str, lines: int, rows: int, below: str = ""
) -> tuple[set[int], list[int]]:
    """Return the pages of what stands above the rows of a table, and of each row; then the last
    ones with the page of its source, which has another text `below`.
    """
    table = "".join(f"| Row {number} | {number} |\n" for number in range(rows))
    text = "\n\n".join(["A line of text stands here."] * lines)
    body = (
        f"{text}\n\n## Lights\n\n{LEAD}\n\n: {CAPTION}\n\n|  | A |\n|---|---|\n{table}\n: {SOURCE}"
        f"\n\n{below}"
    )
    made = pipeline.make(read(statement(with_body(body))), edition).files["pdf"]
    reading = Reading(made.data)
    at = {piece.text: piece.page for piece in reading.pieces if isinstance(piece.mark, int)}
    found = [tag.pages[0] for tag in tags(reading.tree) if tag.role == "TR"]
    return {at["Lights"], at[LEAD], at[CAPTION], found[0]}, [*found[1:], at[SOURCE]]


@pytest.mark.parametrize(("edition", "lines"), EVERY)
def test_a_short_table_is_on_one_page_with_its_heading_lead_caption_and_source(
    statement: Write, edition: str, lines: int
) -> None:
    above, below = pages(statement, edition, lines, 4)
    assert len(above | set(below)) == 1


@pytest.mark.parametrize(("edition", "lines"), [("large-print", 5), ("large-print", 7), ("a5", 8)])
def test_a_table_does_not_go_to_the_page_of_a_list_below_it(
    statement: Write, edition: str, lines: int
) -> None:
    words = "The values are reviewed every ten years by those who have the lights. " * 2
    for below in (words, f"- {words}", f"4.2 {words}\n\n4.3 {words}"):
        assert pages(statement, edition, lines, 4, below) == ({0}, [0] * 5)


@pytest.mark.parametrize("edition", ["standard", "large-print", "parallel"])
@pytest.mark.parametrize("lines", range(16, 36, 2))
def test_a_point_that_leads_to_a_table_is_on_its_page(
    statement: Write, edition: str, lines: int
) -> None:
    text = "\n\n".join(["A line of text stands here."] * lines)
    table = "|  | A |\n|---|---|\n" + "| Row | 1 |\n" * 5
    body = with_body(f"{text}\n\n## Article 2\n\n2.1 The table shows it:\n\n{table}")
    one = read(statement(body, "a.en.md"))
    beside = read(statement(body, "a.nb.md")) if edition == "parallel" else None
    reading = Reading(pipeline.make(replace(one, beside=beside), edition).files["pdf"].data)
    places = {p.page for p in reading.pieces if p.text in ("Article 2", "The table shows it:")}
    rows = {tag.pages[0] for tag in tags(reading.tree) if tag.role == "TR"}
    assert len(places | rows) == 1


@pytest.mark.parametrize(("edition", "lines"), EVERY)
def test_a_long_table_has_two_rows_at_least_on_each_of_its_pages(
    statement: Write, edition: str, lines: int
) -> None:
    above, (*rows, source) = pages(statement, edition, lines, 30)
    assert above == {rows[0]}
    assert min(Counter(rows).values()) > 1
    assert source == rows[-1]


def test_a_table_of_fourteen_lines_is_short_and_a_lead_has_one() -> None:
    def table(rows: int, words: str = "a") -> str:
        return f"| {words} |\n|---|\n" + "| b |\n" * (rows - 1)

    sizes = [(14, "a", True), (15, "a", False), (13, "a" * 71, True), (13, "a" * 141, False)]
    for rows, words, short in sizes:
        assert is_short(parsed(table(rows, words)).children[0]) == short
    one, other, below = parsed(f"{'a' * 85}\n\n{'a' * 86}\n\n{table(2)}").children
    assert leads_to(one, below)
    assert not leads_to(other, below)
    assert not leads_to(one, other)
