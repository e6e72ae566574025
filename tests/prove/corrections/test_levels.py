"""Levels of headings, and what comes after a table: what is said wrongly is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.model.faults import StatementError
from tests.prove.corrections.test_corrections import rewritten, with_nodes, with_words
from tests.turns.corrigenda import HEAD, changed, corrigendum, doubts, said, statements

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
#: Headings whose levels change, and what they cannot be set like.
CHAINS = {
    "as they change themselves": (
        "## A\n\nx.\n\n### B\n\ny.\n\n#### C\n\nz.\n\n## D\n\nw.\n",
        "## A\n\nx.\n\n## B\n\ny.\n\n### C\n\nz.\n\n### D\n\nw.\n",
    ),
    "as it goes": (
        "## A\n\nx.\n\n### B\n\nThis goes.\n\n## C\n\nz.\n",
        "## A\n\nx.\n\n### C\n\nz.\n",
    ),
    "as it has other words": (
        "## A\n\nx.\n\n### The second one\n\ny.\n\n## C\n\nz.\n",
        "## A\n\nx.\n\n### The third one\n\ny.\n\n### C\n\nz.\n",
    ),
}
SET = (
    "## A one\n\nx.\n\n### B two\n\ny.\n\n### C three\n\nz.\n\n## D four\n\nw.\n",
    "## A one\n\nx.\n\n## B two\n\ny.\n\n### C three\n\nz.\n\n### D four\n\nw.\n",
)
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


@pytest.mark.parametrize("name", CHAINS)
def test_no_heading_is_set_like_one_that_does_not_stay(tmp_path: Path, name: str) -> None:
    earlier, later = statements(tmp_path, *(HEAD + text for text in CHAINS[name]))
    with pytest.raises(StatementError, match=r"level of a heading.*build --as changes --since OLD"):
        turns.turned(later, "corrigendum", earlier)


def test_a_heading_is_set_like_one_that_stays(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, *(HEAD + text for text in SET))
    assert said(made) == [
        "Heading “B two”:",
        "Set the heading “B two” like the heading “A one”",
        "Heading “D four”:",
        "Set the heading “D four” like the heading “C three”",
    ]


def test_a_heading_that_is_set_like_one_that_does_not_stay_is_noticed(tmp_path: Path) -> None:
    made = corrigendum(tmp_path, *(HEAD + text for text in SET))
    wrong = with_words(made, "C three", "B two")
    assert doubts(wrong) == ["“B two” does not stay as it is"]
