"""A negotiation print has the words of the statement as it was read, and no others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import turns
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.model.tables.records import with_records
from communique.pdf_reading.reading import Reading
from communique.prove.negotiation import brackets, own_words
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.body import Node
    from communique.model.statement import Statement
    from tests.conftest import Write

TEXT = """\
We [shall] meet.[^1]

5 bis. The *[river]* is ours.

- A point.

| Weir |
|---|
| 41 |

[^1]: At noon.
"""


@pytest.fixture
def made(statement: Write) -> Statement:
    return turns.turned(read(statement(with_body(TEXT))), "negotiation")


def told(made: Statement) -> list[str]:
    """Return what the whole proof says of a statement that was turned."""
    page = compose(content_of(made, edition.load("standard")))
    return complaints(page, typeset(page))


def other(node: Node, old: str, new: str) -> Node:
    """Return a node with other words in the place of those."""
    inside = tuple(other(child, old, new) for child in node.children)
    return replace(node, text=node.text.replace(old, new), children=inside)


def test_the_words_that_were_read_are_proven(made: Statement) -> None:
    assert told(made) == []


@pytest.mark.parametrize(
    ("old", "new"), [("shall", "will"), ("river", "lake"), ("point", "pint"), ("41", "14")]
)
def test_another_word_is_told(made: Statement, old: str, new: str) -> None:
    children = tuple(other(node, old, new) for node in made.body.children)
    said = told(replace(made, body=replace(made.body, children=children)))
    assert any("it is not set as it was read: " in each for each in said), said


def test_another_word_in_a_note_is_told(made: Statement) -> None:
    (note,) = made.body.notes
    note = replace(note, children=tuple(other(each, "noon", "dawn") for each in note.children))
    said = told(replace(made, body=replace(made.body, notes=(note,))))
    assert said == ["15: words: it is not set as it was read: At noon."]


def test_a_block_that_is_missing_or_too_many_is_told(made: Statement) -> None:
    every = made.body.children
    for children in (every[:-1], every[1:], (*every[:2], every[1], *every[2:]), (*every, every[0])):
        said = told(replace(made, body=replace(made.body, children=children)))
        assert any("it is not set as it was read: " in each for each in said), children


def test_words_beside_a_table_that_became_a_list_are_proven(
    statement: Write, tmp_path: Path
) -> None:
    words = "Wasserschifffahrt"
    head = " | ".join([words] * 6)
    row = " | ".join(["[a]"] * 6)
    table = f"| {head} |\n|{'---|' * 6}\n| {row} |\n| {row} |\n"
    made = read(statement(with_body(f"We [meet].\n\n{table}\nAnd go.\n")))
    result = pipeline.build(made, "large-print", tmp_path / "out", turn="negotiation")
    assert any("list" in remark for remark in result.files["pdf"].remarks)


JOINED = """\
|  | Ships || Tonnage in tonnes |
| ^^ | Passenger ferries | Freighters | ^^ |
|---|---|---|---|
| Harbour [of Vardø] | 4 | 5 | 6 |
"""


@pytest.mark.parametrize("spoilt", ["", "Ships", "Passenger", "Tonnage", "Harbour"])
def test_each_of_the_heads_of_a_column_is_found_where_its_table_became_a_list(
    statement: Write, spoilt: str
) -> None:
    made = turns.turned(read(statement(with_body(f"We meet.\n\n{JOINED}"))), "negotiation")
    listed = with_records(made, {0})
    children = tuple(other(node, spoilt or "\0", "Other") for node in listed.body.children)
    content = content_of(
        replace(listed, body=replace(listed.body, children=children)), edition.load("standard")
    )
    faults = Faults(made.path)
    own_words.every_own_word(content, Reading(typeset(compose(content)).pdf), faults)
    assert [spoilt in str(each) for each in faults] == [True] * bool(spoilt)


def test_brackets_in_a_head_are_counted_once_where_its_table_became_a_list(
    statement: Write,
) -> None:
    table = JOINED.replace("Freighters", "[Freighters]") + "| Quay | 7 | [8] | 9 |\n"
    made = turns.turned(read(statement(with_body(f"We [meet].\n\n{table}"))), "negotiation")
    assert made.turned
    assert "4 passages" in str(made.turned.facts[0][1])
    page = compose(content_of(with_records(made, {0}), edition.load("standard")))
    faults = Faults(made.path)
    brackets.all_marked(page.content, Reading(typeset(page).pdf), faults)
    assert list(faults) == []


def test_a_statement_as_it_is_is_not_compared(statement: Write) -> None:
    made = read(statement(with_body(TEXT)))
    content = content_of(made, edition.load("standard"))
    faults = Faults(made.path)
    own_words.every_own_word(content, Reading(typeset(compose(content)).pdf), faults)
    assert list(faults) == []
