"""What a plain text of changes says of them: each label, fact and sign that is not so is found."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose.fallback import WITHOUT_PAGES
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import ProofError
from communique.outputs.draft import Means
from communique.outputs.text import proof as text_proof
from communique.outputs.text import writing as text
from communique.read.source import read
from communique.run import pipeline
from communique.turns import turned
from tests.samples import with_body

if TYPE_CHECKING:
    from communique.model.body import Node
    from communique.model.statement import Statement
    from tests.conftest import Write

    Change = Callable[[Statement], Statement]

MEANS = Means(lambda _: nullcontext(), lambda _: pytest.fail("a text is not typeset"))
ONE = "Both sides exchange their tables of tides every month."
OTHER = "The third meeting takes place in the spring, on invitation."
QUAY = "The quay is rebuilt by {} 2027, and nobody loses a place."
HEAD = "---\ntitle: {}\nissued: 2026-03-{}\n---\n\n"
TEXTS = (
    f"{HEAD.format('Quay', 11)}{QUAY.format('May')}\n\n{ONE}\n\n{OTHER}\n",
    f"{HEAD.format('Old quay', 12)}{ONE}\n\n{OTHER}\n\n{QUAY.format('June')}\n",
)


def changes() -> Statement:
    earlier, later = (read(Path("port.en.md"), text.encode()) for text in TEXTS)
    return turned(later, "changes", earlier)


def complaints(statement: Statement) -> str:
    """Return what the proof says of a text that says all that this statement does."""
    content = content_of(statement, edition.load("standard"))
    try:
        text_proof.prove(content, text.make(content, WITHOUT_PAGES, MEANS).data)
    except ProofError as error:
        return str(error)
    return ""


def in_facts(old: str, new: str) -> Change:
    """Return what replaces words in the facts of a statement."""

    def changed(statement: Statement) -> Statement:
        how = statement.turned
        assert how
        assert any(old in str(value) for _, value in how.facts)
        facts = tuple((label, str(value).replace(old, new)) for label, value in how.facts)
        return replace(statement, turned=replace(how, facts=facts))

    return changed


def over_title(old: str, new: str) -> Change:
    def changed(statement: Statement) -> Statement:
        assert statement.turned
        said = statement.turned.said.replace(old, new)
        return replace(statement, turned=replace(statement.turned, said=said))

    return changed


def in_text(old: str, new: str) -> Change:
    """Return what replaces words in the text of a statement."""

    def node(each: Node) -> Node:
        inside = tuple(map(node, each.children))
        return replace(each, text=each.text.replace(old, new), children=inside)

    def changed(statement: Statement) -> Statement:
        children = tuple(map(node, statement.body.children))
        return replace(statement, body=replace(statement.body, children=children))

    return changed


def test_a_plain_text_of_changes_is_proven() -> None:
    assert complaints(changes()) == ""


@pytest.mark.parametrize(
    ("spoil", "wrong"),
    [
        (in_facts("1 paragraph moved", "2 paragraphs moved"), "of how much differs"),
        (in_facts("1 word added", "3 words added"), "of how much differs"),
        (in_facts("1 paragraph moved", "1 paragraph changed"), "of how much differs"),
        (in_facts("[− −] deleted", "[− −] inserted"), "no fact says what signs mean"),
        (in_facts("formerly Quay", "formerly Mill"), "Quay is no longer so"),
        (over_title("11", "10"), "over the title stands"),
        (in_text("moved here, 1", "moved here, 2"), "with one number, from 1"),
        (in_text("moved away, 1", "moved away, 2"), "with one number, from 1"),
        (in_text("moved away, 1", "moved here, 1"), "with one number, from 1"),
    ],
)
def test_a_label_or_a_count_in_a_plain_text_that_is_not_so_is_found(
    spoil: Change, wrong: str
) -> None:
    assert wrong in complaints(spoil(changes()))


PLAIN = "| Port | Ships | Barges | Crew |\n|---|---|---|---|\n| Vardo | 4 | 5 | 6 |\n"
JOINED = "| Port | Ships || Crew |\n|---|---|---|---|\n| Vardo | 4 | 5 | 6 |\n"
TWO_ROWS = """\
| Port | Ships || Crew |
| ^^ | large | small | ^^ |
|---|---|---|---|
| Vardo | 4 | 7 | 6 |
| ^^ | 8 | 7 | 6 |
"""
OVER_TWO = f"{TWO_ROWS}| Hamn || 7 | 6 |\n"


@pytest.mark.parametrize("pair", [*permutations((PLAIN, JOINED, TWO_ROWS, OVER_TWO), 2)])
def test_tables_with_joined_cells_are_compared_as_a_plain_text_has_them(
    statement: Write, pair: tuple[str, str]
) -> None:
    older = statement(with_body(f"The port was full.\n\n{pair[0]}"), name="old.en.md")
    newer = statement(with_body(f"The port is empty.\n\n{pair[1]}"), name="new.en.md")
    made = pipeline.make(read(newer), "standard", ["text"], turn="changes", earlier=read(older))
    said = made.files["text"].data.decode()
    assert "[− was full −]" in " ".join(said.split())
    assert ("Ships · small" in said) == any("large" in table for table in pair)
