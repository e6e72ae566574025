"""Rows that head the rows below them: each cell there names all its heads (PDF, Headers)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.model.standards import STANDARDS
from communique.model.tables.groups import group_heads
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import CELLS, Tag, tags
from communique.read.source import read
from communique.run import pipeline
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

HEAD = "|  | Buoys || Lights |\n| ^^ | 2027 | 2028 | ^^ |\n|---|---|---|---|\n"
ROWS = """\
| All | 1 | 1 | 1 |
| **North** ||||
| Norland | 4 | 5 | 9 |
| Valdore | 6 || 7 |
| ^^ | 2 | 3 | 8 |
| South ||||
| Sudland | 11 | 12 | 13 |
| **Total** | 20 | 20 | 20 |
"""


def test_rows_are_in_the_group_above_them_but_for_those_of_totals(statement: Write) -> None:
    body = read(statement(with_body(HEAD + ROWS))).body
    table = next(node for node in body.children if node.kind == "table")
    heads = [head.plain if head else None for head in group_heads(table.rows)]
    north, south = ["North"] * 3, ["South"]
    assert heads == [None, None, None, None, *north, None, *south, None]


def test_where_all_heads_are_strong_none_ends_a_group(statement: Write) -> None:
    strong = "| **North** ||||\n| **Norland** | 4 | 5 | 9 |\n| **Valdore** | 6 | 7 | 8 |\n"
    body = read(statement(with_body(HEAD + strong))).body
    table = next(node for node in body.children if node.kind == "table")
    assert [head is not None for head in group_heads(table.rows)] == [False] * 3 + [True] * 2


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("standard", STANDARDS)
def test_a_cell_in_a_group_names_the_heads_of_its_column_group_and_row(
    statement: Write, standard: int
) -> None:
    source = read(statement(with_body(HEAD + ROWS)))
    made = pipeline.make(source, "standard", standard=standard)
    reading = Reading(made.files["pdf"].data)
    assert named(reading) == {
        "Norland": ["North"],
        "4": ["Buoys", "2027", "North", "Norland"],
        "5": ["Buoys", "2028", "North", "Norland"],
        "9": ["Lights", "North", "Norland"],
        "Valdore": ["North"],
        "6": ["Buoys", "2027", "2028", "North", "Valdore"],
        "7": ["Lights", "North", "Valdore"],
        "2": ["Buoys", "2027", "North", "Valdore"],
        "3": ["Buoys", "2028", "North", "Valdore"],
        "8": ["Lights", "North", "Valdore"],
        "Sudland": ["South"],
        "11": ["Buoys", "2027", "South", "Sudland"],
        "12": ["Buoys", "2028", "South", "Sudland"],
        "13": ["Lights", "South", "Sudland"],
    }


def named(reading: Reading) -> dict[str, list[str]]:
    """Return for each cell that names its heads what it says, and what they say."""
    cells = [tag for tag in tags(reading.tree) if tag.role in CELLS]
    said = {tag.text("ID"): words(reading, tag) for tag in cells}
    return {
        words(reading, tag): [said[name] for name in tag.attributes["/Headers"]]
        for tag in cells
        if "/Headers" in tag.attributes
    }


def words(reading: Reading, cell: Tag) -> str:
    marks = {kid for tag in tags(cell) for kid in tag.kids if isinstance(kid, tuple)}
    return "".join(piece.text for piece in reading.pieces if (piece.page, piece.mark) in marks)
