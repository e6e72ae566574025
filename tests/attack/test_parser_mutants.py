"""A parser that drops, doubles, swaps or moves a character of what it read is refused."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.account import account
from communique.model.faults import StatementError
from communique.read.source import read
from tests.account.mutants import becomes, changed, nodes, of_characters, of_matter
from tests.attack.sizes import size
from tests.attack.test_words_lost import written
from tests.samples import MEETINGS, ROOT, SOURCE, png

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from communique.model.body import Node
    from communique.model.statement import Statement

pytestmark = pytest.mark.attack

TEXTS = size(sample=50, whole=1_500)
MUTANTS = 12
"""For each text, of its text and of its front matter."""


def statements(folder: Path) -> Iterator[Statement]:
    """Yield the statements of the project and of its tests, and generated ones."""
    for path in (*SOURCE.glob("*.md"), *MEETINGS.glob("*.md"), *ROOT.glob("docs/*.*.md")):
        yield read(path)
    (folder / "p.png").write_bytes(png())
    for seed in range(TEXTS):
        try:
            yield read(folder / "meeting.en.md", written(seed)[0].encode())
        except StatementError:
            continue  # marks that are out of place


def mutants(statement: Statement, rng: random.Random) -> Iterator[Statement]:
    """Yield statements that differ in one character from what was read."""
    found = [node for node in nodes(statement.body) if node.text]
    for node in rng.sample(found, min(MUTANTS, len(found))):
        for words in of_characters(node.text, rng):
            other = replace(node, text=words)
            yield replace(statement, body=changed(statement.body, node, becomes(other)))
        yield moved(statement, node, rng.choice(found), rng)
    matters = list(of_matter(statement.matter, rng))
    for matter in rng.sample(matters, min(MUTANTS, len(matters))):
        yield replace(statement, matter=matter)


def moved(statement: Statement, one: Node, other: Node, rng: random.Random) -> Statement:
    """Return a statement in which a character went from one node to another."""
    if one is other:
        return statement
    at, there = rng.randrange(len(one.text)), rng.randrange(len(other.text) + 1)
    sign = one.text[at]
    shorter = replace(one, text=one.text[:at] + one.text[at + 1 :])
    longer = replace(other, text=other.text[:there] + sign + other.text[there:])
    text = changed(statement.body, one, becomes(shorter))
    return replace(statement, body=changed(text, other, becomes(longer)))


def accepted(mutant: Statement) -> bool:
    """Tell whether the account takes a statement for what is written."""
    try:
        account(mutant)
    except StatementError:
        return False
    return True


def test_each_character_that_a_parser_changes_is_refused(
    tmp_path: Path, say: Callable[[str], None]
) -> None:
    rng = random.Random(20260312)  # noqa: S311  # the same every time is the point
    texts = tried = 0
    for original in statements(tmp_path):
        texts += 1
        for mutant in mutants(original, rng):
            if mutant != original:
                tried += 1
                assert not accepted(mutant), (original.source.decode(), mutant)
    say(f"{tried} mutants of what was read of {texts} texts, all refused by the account")
