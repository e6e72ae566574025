"""A table becomes a list in which each row is a point, and nothing of it is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model.body import Body, Node
from communique.model.tables.records import with_records
from communique.model.tables.wide import tables
from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from communique.model.statement import Statement
    from tests.conftest import Write

LIGHTS = """\
| Work | When | Cost |
|---|---|--:|
| Two lamps[^1] | May | 12 |
| A tower | | 7 |

[^1]: By the river.
"""
WORDS = st.text("abc", max_size=3)


@pytest.fixture
def lights(statement: Write) -> Statement:
    return read(statement(with_body(f"Before.\n\n{LIGHTS}\nAfter.\n\n| A |\n|---|\n| b |")))


def said(node: Node) -> list[list[list[str]]]:
    """Return the paragraphs of each point of each list in the points of a list."""
    return [
        [
            [each.plain for each in cell.children]
            for inside in point.children
            for cell in inside.children
        ]
        for point in node.children
    ]


def test_each_row_is_a_point_of_points_with_the_head_above_each_cell(lights: Statement) -> None:
    body = with_records(lights, frozenset([0])).body
    assert [node.kind for node in body.children] == ["paragraph", "list", "paragraph", "table"]
    assert said(body.children[1]) == [
        [["Work", "Two lamps"], ["When", "May"], ["Cost", "12"]],
        [["Work", "A tower"], ["When", "–"], ["Cost", "7"]],
    ]
    assert {point.marker for point in body.children[1].children} == {"•"}


def test_heads_are_stressed_and_a_note_called_in_one_is_called_again_in_the_next_row(
    statement: Write,
) -> None:
    text = "| A[^1] | B |\n|---|---|\n| c | d |\n| e | f |\n\n[^1]: A note."
    body = with_records(read(statement(with_body(text))), frozenset([0])).body
    calls = [node.again for node in body.walk() if node.kind == "call"]
    strong = [node.plain for node in body.walk() if node.kind == "strong"]
    assert calls == [False, True]
    assert strong == ["A", "B"] * 2


def test_other_tables_and_the_statement_itself_stay_as_they_are(lights: Statement) -> None:
    assert with_records(lights, frozenset()) is lights
    assert tables(with_records(lights, frozenset([1])).body) == tables(lights.body)[:1]


def test_both_versions_of_a_statement_have_the_list(statement: Write) -> None:
    from dataclasses import replace  # noqa: PLC0415

    one, other = (read(statement(with_body(LIGHTS), f"a.{tag}.md")) for tag in ("en", "fr"))
    both = with_records(replace(one, beside=other), frozenset([0]))
    assert [tables(version.body) for version in both.versions] == [[], []]


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=2, max_size=5))
def test_no_cell_is_lost_and_each_stands_after_its_head(rows: list[list[str]]) -> None:
    def cell(column: int, words: str) -> Node:
        return Node("cell", 1, (Node("text", 1, text=words),) if words else (), column=column)

    nodes = [
        Node("row", 1, tuple(map(cell, range(3), row)), head=not n) for n, row in enumerate(rows)
    ]
    table = Node("table", 1, tuple(nodes))
    head, *others = rows
    expected = [
        [
            [label, value or "–"] if label else [value]
            for label, value in zip(head, row, strict=True)
            if label or value
        ]
        for row in others
    ]
    (made,) = with_records(statement_of(table), frozenset([0])).body.children
    assert said(made) == expected


def statement_of(table: Node) -> Statement:
    """Return a statement of which the text is a table."""
    from communique.model.statement import FrontMatter, Statement  # noqa: PLC0415
    from communique.model.values import Phrase  # noqa: PLC0415

    matter = FrontMatter(title=Phrase(text="A title"))
    return Statement(Path("x.en.md"), "x", "en", matter, Body((table,)), b"")
