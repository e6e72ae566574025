"""Tables as other programs draw them are told once, with what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write

GRID = "delete the lines of + and -, and write |---|---| under the first row"
SPACED = "delete such lines, and write | between the cells and |---|---| under the first row"
OTHER = "write each row on a line, | between its cells, and |---|---| under the first row"
TABLES = {
    "a grid": ("+---+---+\n| A | B |\n+---+---+\n| 1 | 2 |\n+---+---+", 0, "+---+---+", GRID),
    "a grid with a head": ("+--+--+\n|A |B |\n+==+==+\n|1 |2 |\n+--+--+", 0, "+--+--+", GRID),
    "a table of Emacs": ("| A | B |\n|---+---|\n| 1 | 2 |", 1, "|---+---|", GRID),
    "a table of a database": (" A | B\n---+---\n 1 | 2", 1, "---+---", GRID),
    "a grid without rows": ("+---+:-:+", 0, "+---+:-:+", GRID),
    "a simple table": ("==== ====\nA    B\n==== ====\n1    2\n==== ====", 0, "==== ====", SPACED),
    "a simple table of Pandoc": ("A    B\n---- ----\n1    2", 1, "---- ----", SPACED),
    "a table of MediaWiki": ("{| x\n|-\n! A !! B\n|-\n| 1 || 2\n|}", 0, "{| x", OTHER),
    "a table of MediaWiki alone": ("{|\n|-\n! A !! B\n|-\n| 1 || 2\n|}", 0, "{|", OTHER),
    "a table of AsciiDoc": ("|===\n|A |B\n|1 |2\n|===", 0, "|===", OTHER),
}


@pytest.mark.parametrize("before", ["", "> ", "- x\n\n  "])
@pytest.mark.parametrize(("body", "index", "line", "instead"), TABLES.values(), ids=TABLES)
def test_a_table_that_is_drawn_in_another_way_is_told_once(  # noqa: PLR0913, PLR0917  # one column of the table each
    refusal: Refusal, body: str, index: int, line: str, instead: str, before: str
) -> None:
    first = before.rpartition("\n")[2]
    inside = body.replace("\n", f"\n{first}")
    messages = refusal(with_body(f"One.\n\n{before}{inside}"))
    wanted = f"{7 + before.count(chr(10)) + index}: table: “{line}” draws no table here; {instead}"
    assert messages == [wanted]


def test_a_break_under_a_row_is_the_line_of_a_table_whatever_stands_below(refusal: Refusal) -> None:
    wanted = f"6: table: “---- ----” draws no table here; {SPACED}"
    assert refusal(with_body("A    B\n---- ----\n\nOne.")) == [wanted]


def test_what_is_told_is_what_makes_a_table(statement: Write) -> None:
    body = "| A | B |\n|---|---|\n| 1 | 2 |"
    (table,) = read(statement(with_body(body))).body.children
    assert table.kind == "table"


@pytest.mark.parametrize(
    "body",
    [
        "\\+--+",
        "\\{| x",
        "\\==== ====",
        "A + B",
        "Costs +3 -2",
        "One.\n\n- - -\n\nTwo.",
        "One.\n\n--- ---\n\nTwo.",
        "| |=| |",
    ],
)
def test_what_draws_no_table_is_no_fault(refusal: Refusal, body: str) -> None:
    assert refusal(with_body(body)) == []
