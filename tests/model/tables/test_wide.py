"""Tables that are wider than their pages: which blocks are set with them across these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.tables.wide import parts, with_turned
from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from communique.model.body import Node
    from tests.conftest import Write

TABLE = "| Harbour | Costs |\n|---|---|\n| Norland | 5 |"
BODY = f"Text.\n\n- One\n- Two\n\n***\n\n{TABLE}\n\nBetween.\n\n***\n\n## Costs\n\n{TABLE}"


def turned(statement: Write, *words: str) -> tuple[Node, ...]:
    """Return the blocks of `BODY` with its tables, and parts that begin so, across the page."""
    made = read(statement(with_body(BODY)))
    every = parts(made.body.children)
    along = frozenset(part.line for part in every if part.plain.startswith(words))
    return with_turned(made, {0, 1}, along=along).body.children


def test_a_heading_is_set_with_the_wide_table_below_it(statement: Write) -> None:
    kinds = [block.kind for block in turned(statement, "-") if block.across]
    assert kinds == ["table", "heading", "table"]


def test_points_are_set_across_the_page_and_a_list_that_has_no_others(statement: Write) -> None:
    blocks = turned(statement, "Two")
    assert not blocks[1].across
    assert [point.across for point in blocks[1].children] == [False, True]
    blocks = turned(statement, "One", "Two")
    assert blocks[1].across


def test_a_rule_is_set_across_the_page_with_what_is_around_it(statement: Write) -> None:
    rules = [block.across for block in turned(statement, "Two") if block.kind == "rule"]
    assert rules == [False, False]
    every = turned(statement, "One", "Two", "Between")
    assert [block.across for block in every] == [False, *[True] * (len(every) - 1)]
