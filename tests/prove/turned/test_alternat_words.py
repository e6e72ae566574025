"""The words of a party's original are those of the text as it was written, told without a PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.model.tables.records import with_records
from communique.prove.turned import alternat as proof
from communique.read.source import read
from communique.turns import turned
from tests.turns.texts import FERRY_EN

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.model.body import Node
    from communique.model.statement import Statement
    from tests.conftest import Write

TABLES = FERRY_EN.replace(
    "Done in two originals.",
    "| A | B |\n|---|---|\n| alpha | beta |\n| gamma | delta |\n\nDone in two originals.",
)


def differences(
    write: Write, change: Callable[[Statement], Statement], text: str = TABLES
) -> list[str]:
    """Return what is noted where the `text` of an original is changed."""
    made = turned(read(write(text, "ferry.en.md")), "alternat-1")
    content = content_of(change(made), edition.load("standard"))
    faults = Faults(made.path)
    proof.note_other_words(content, faults)
    return sorted(f"{each.line}: {each.wrong.partition(': ')[2]}" for each in faults)


def replaced(old: str, new: str) -> Callable[[Statement], Statement]:
    """Return what puts other words in the place of some in a text."""

    def inside(node: Node) -> Node:
        children = tuple(map(inside, node.children))
        return replace(node, text=node.text.replace(old, new), children=children)

    def change(made: Statement) -> Statement:
        body = replace(made.body, children=tuple(map(inside, made.body.children)))
        return replace(made, body=body)

    return change


def listed(made: Statement) -> Statement:
    return with_records(made, {0, 1})


def test_tables_set_as_lists_or_larger_have_the_same_words(statement: Write) -> None:
    assert differences(statement, lambda made: made) == []
    assert differences(statement, listed) == []
    assert differences(statement, lambda made: with_records(made, {1})) == []


@pytest.mark.parametrize(
    ("old", "new", "noted"),
    [
        ("gamma", "phi", ["25: gamma", "25: phi"]),
        ("alpha", "delta", ["24: alpha", "24: delta"]),
        ("Done", "Made", ["27: Done in two originals.", "27: Made in two originals."]),
    ],
)
def test_other_words_are_noted_with_their_line(
    statement: Write, old: str, new: str, noted: list[str]
) -> None:
    assert differences(statement, replaced(old, new)) == noted


@pytest.mark.parametrize(
    ("old", "new", "noted"),
    [
        ("gamma", "phi", ["25: gamma", "25: phi"]),
        ("Done", "Made", ["27: Done in two originals.", "27: Made in two originals."]),
        ("delta", "·", ["25: delta"]),
        ("The ferry sails every day.", "", ["16: The ferry sails every day."]),
    ],
)
def test_so_they_are_where_tables_have_become_lists(
    statement: Write, old: str, new: str, noted: list[str]
) -> None:
    assert differences(statement, lambda made: replaced(old, new)(listed(made))) == noted


LINKED = TABLES.replace("gamma", "[gamma](https://a.example.org)").replace("delta", "*delta*")


def nodes_changed(kind: str, change: Callable[[Node], Node]) -> Callable[[Statement], Statement]:
    """Return what changes the nodes of a kind in the text of a statement."""

    def inside(node: Node) -> Node:
        made = replace(node, children=tuple(map(inside, node.children)))
        return change(made) if node.kind == kind else made

    def changed(made: Statement) -> Statement:
        return replace(
            made, body=replace(made.body, children=tuple(map(inside, made.body.children)))
        )

    return changed


@pytest.mark.parametrize("form", [lambda made: made, listed], ids=["table", "list"])
@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("link", lambda node: replace(node, target="https://b.example.org")),
        ("emphasis", lambda node: replace(node, kind="strong")),
        ("link", lambda node: node.children[0]),
        ("emphasis", lambda node: node.children[0]),
    ],
)
def test_a_link_or_stress_in_a_table_that_is_another_one_is_noted(
    statement: Write,
    kind: str,
    change: Callable[[Node], Node],
    form: Callable[[Statement], Statement],
) -> None:
    def changed(made: Statement) -> Statement:
        return nodes_changed(kind, change)(form(made))

    assert differences(statement, form, LINKED) == []
    assert differences(statement, changed, LINKED) != []


@pytest.mark.parametrize(
    "values", [{"align": "right"}, {"head": True}, {"colspan": 2}, {"rowspan": 2}, {"column": 3}]
)
def test_a_cell_that_stands_otherwise_is_noted(statement: Write, values: dict[str, object]) -> None:
    def change(node: Node) -> Node:
        return replace(node, **values) if node.plain == "beta" else node  # type: ignore[arg-type]

    assert differences(statement, nodes_changed("cell", change)) != []


def test_texts_in_another_order_are_noted(statement: Write) -> None:
    def change(made: Statement) -> Statement:
        first, *others = listed(made).body.children
        return replace(made, body=replace(made.body, children=(*others, first)))

    assert differences(statement, change) != []


def test_a_word_that_is_there_once_more_is_noted(statement: Write) -> None:
    def change(made: Statement) -> Statement:
        last = made.body.children[-1]
        return replace(made, body=replace(made.body, children=(*made.body.children, last)))

    assert differences(statement, change) == ["27: Done in two originals."]
