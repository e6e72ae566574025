"""Levels of headings, and what comes after a table: what is said wrongly is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.prove.corrections.test_corrections import rewritten, with_nodes, with_words
from tests.turns.corrigenda import HEAD, changed, corrigendum, doubts

if TYPE_CHECKING:
    from pathlib import Path

OLD = f"""\
{HEAD}## One

Text a.

### Two

Text b.

## Three

| Light | Cost |
|---|---|
| Grey | 12 |
"""
NEW = changed(OLD, ("### Two\n\n", "### Two\n\n### Four\n\n")) + "\nThat is all.\n"
LEVEL = "no correction says the level of this heading"
#: What is said instead, and what is noticed.
WRONG = {
    "another table": ("Table 1", "Table 2", "no place called Table 2"),
    "a row of the table": ("Table 1", "Table 1, row “Grey”", ""),
    "the paragraph before": ("Table 1", "Under “Two”, paragraph 1", "reads"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_said_wrongly_is_noticed(tmp_path: Path, name: str) -> None:
    made = corrigendum(tmp_path, OLD, NEW)
    old, new, wanted = WRONG[name]
    found = "; ".join(doubts(with_words(made, old, new)))
    assert wanted in found
    assert bool(wanted) is bool(found)  # after the last row is after the table, too


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("Two", "One", LEVEL),
        ("Two", "Six", "“Six” is 0 headings"),
        ("Four", "Five", "is 0 headings"),
    ],
)
def test_another_heading_is_noticed(tmp_path: Path, old: str, new: str, wanted: str) -> None:
    made = corrigendum(tmp_path, OLD, NEW)
    nodes = [
        rewritten(node, old, new) if "Set the heading" in node.plain else node
        for node in made.body.children
    ]
    assert wanted in "; ".join(doubts(with_nodes(made, tuple(nodes))))


def test_a_level_that_is_not_said_is_noticed(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, OLD, NEW)
    nodes = [node for node in made.body.children if "Set the heading" not in node.plain]
    assert LEVEL in "; ".join(doubts(with_nodes(made, tuple(nodes))))
