"""Cells of a spreadsheet become a table that says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.desk.tables import table
from communique.read.source import read


def cells(written: str) -> list[list[str]]:
    """Return what the table that was written says, as it is read."""
    statement = read(Path("a.en.md"), f"---\ntitle: A\n---\n\nWords.\n\n{written}\n".encode())
    (found,) = (node for node in statement.body.walk() if node.kind == "table")
    return [[cell.plain for cell in row.children] for row in found.rows]


def test_rows_and_columns_become_a_table() -> None:
    written = table("Country\tLights\r\nNorland\t9\r\nValdore\t1,200\r\n")
    assert written == "| Country | Lights |\n| --- | --: |\n| Norland | 9 |\n| Valdore | 1,200 |\n"
    assert cells(written) == [["Country", "Lights"], ["Norland", "9"], ["Valdore", "1,200"]]


@pytest.mark.parametrize(
    "value",
    ["a|b", "*a*", "_a_", "[a](b)", "<b>", "`a`", "\\a", "~a~", "^a^", "#a", "a & b", "!a", "{a}",
     "^", "<", "- a", "1. a", "$5", "**", "a\\|b", "https://a.example/b_c_d"],
)  # fmt: skip
def test_a_cell_says_what_it_said(value: str) -> None:
    found = cells(table(f"Head\tOther\n{value}\tx\n"))
    assert found[1] == [value, "x"]


def test_a_cell_in_quotes_may_hold_line_ends_and_tabs() -> None:
    assert cells(table('H\tI\n"a\nb ""c"""\tx\n'))[1] == ['a b "c"', "x"]


def test_short_rows_are_filled_and_empty_ones_left_out() -> None:
    assert cells(table("H\tI\n\t\na\n")) == [["H", "I"], ["a", ""]]


@pytest.mark.parametrize("pasted", ["", "a\tb", "a\nb", "words\n", "\t\n\t\n"])
def test_one_row_or_one_column_is_no_table(pasted: str) -> None:
    assert table(pasted) == ""
