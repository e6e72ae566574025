"""What the facts tell of the changes is worked out anew; each thing told wrongly is noticed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.statement import Turned
from communique.read.source import read
from communique.turns import turned
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.model.body import Node
    from communique.model.statement import Statement

    Other = Callable[[Callable[[Statement], Statement]], list[str]]
    Facts = tuple[tuple[str, str], ...]


HEAD = "---\ntitle: T\n---"


def with_facts(change: Callable[[Facts], Facts]) -> Callable[[Statement], Statement]:
    """Return what changes the facts of a turned statement."""

    def changed(statement: Statement) -> Statement:
        how = statement.turned
        assert how
        told = tuple((label, str(words)) for label, words in how.facts)
        return replace(statement, turned=replace(how, facts=change(told)))

    return changed


def told(old: str, new: str) -> Callable[[Statement], Statement]:
    """Return what has other words in one of the facts."""

    def change(facts: Facts) -> Facts:
        assert any(old in words for _, words in facts)
        return tuple((label, words.replace(old, new, 1)) for label, words in facts)

    return with_facts(change)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2 paragraphs changed", "3 paragraphs changed"),
        ("2 paragraphs changed, ", ""),
        ("2 paragraphs added", "1 paragraph added"),
        ("1 paragraph moved", "2 paragraphs moved"),
        ("1 paragraph moved, ", ""),
        ("words added", "words deleted"),
        ("1 word deleted", "None"),
        ("1 word deleted", "1 word deleted, other details changed"),
    ],
)
def test_another_count_is_noticed(other: Other, old: str, new: str) -> None:
    assert any("of how much differs, and that is not so" in each for each in other(told(old, new)))


def test_a_key_to_the_signs_that_is_wrong_is_noticed(other: Other) -> None:
    assert any("no fact says what signs mean" in each for each in other(told("inserted", "kept")))


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("formerly Mill", "formerly Mill Town", "place: Mill is no longer so"),
        ("formerly Mill", "not there before", "place: Mill is no longer so"),
        ("formerly Lights", "formerly Light", "title: Lights is no longer so"),
    ],
)
def test_a_value_that_is_not_told_as_a_whole_is_noticed(
    other: Other, old: str, new: str, wrong: str
) -> None:
    assert any(wrong in each for each in other(told(old, new)))


def test_a_fact_of_what_did_not_change_is_noticed(other: Other) -> None:
    more = with_facts(lambda facts: (*facts, ("Changes · Occasion", "formerly a meeting")))
    assert any("event: a fact tells of a change" in each for each in other(more))


@pytest.mark.parametrize("said", ["", "Changes since the earlier version (Draft 1)"])
def test_another_version_over_the_title_is_noticed(other: Other, said: str) -> None:
    def changed(statement: Statement) -> Statement:
        assert statement.turned
        return replace(statement, turned=replace(statement.turned, said=said))

    assert any("over the title stands" in each for each in other(changed))


def signs(old: str, new: str, times: int = 1) -> Callable[[Statement], Statement]:
    """Return what has other words in the signs that have these, the first of them alone."""

    def changed(statement: Statement) -> Statement:
        left = [times]

        def follow(node: Node) -> Node:
            if node.kind == "sign" and left[0] and old in node.children[0].text:
                left[0] -= 1
                word = node.children[0]
                return replace(node, children=(replace(word, text=word.text.replace(old, new)),))
            return replace(node, children=tuple(map(follow, node.children)))

        blocks = tuple(map(follow, statement.body.children))
        return replace(statement, body=replace(statement.body, children=blocks))

    return changed


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("moved here, 1", "moved here, 2"),
        ("moved away, 1", "moved away, 7"),
        ("moved here, 1", "moved away, 1"),
        ("\u00a0moved here, 1:", ""),
        ("\u00a0moved away, 1:", ""),
    ],
)
def test_a_move_that_is_told_otherwise_at_one_place_is_noticed(
    other: Other, old: str, new: str
) -> None:
    assert any("what moved is not told at both places" in t for t in other(signs(old, new)))


def test_moves_that_are_not_numbered_from_1_are_noticed(other: Other) -> None:
    def both(statement: Statement) -> Statement:
        one = signs("moved here, 1", "moved here, 2")(statement)
        return signs("moved away, 1", "moved away, 2")(one)

    assert any("with one number, from 1" in each for each in other(both))


def test_moves_with_the_numbers_of_one_another_are_noticed() -> None:
    long = "The parties met at the mill and agreed on the lights of the whole strait."
    first, second = "One says what was agreed on by all.", "Two thanks the hosts of the meeting."
    old, new = (
        read(Path("meeting.en.md"), "\n\n".join((HEAD, *parts)).encode())
        for parts in ((first, second, long, long * 2), (long, long * 2, first, second))
    )
    good = turned(new, "changes", old)

    def complaint(statement: Statement) -> list[str]:
        page = compose(content_of(statement, edition.load("standard")))
        return complaints(page, typeset(page))

    assert complaint(good) == []
    spoiled = signs("away, 1", "away, 0")(good)
    spoiled = signs("away, 0", "away, 2")(signs("away, 2", "away, 1")(spoiled))
    assert any("is not the same at both places" in each for each in complaint(spoiled))


def test_a_value_within_another_one_is_not_told_by_that() -> None:
    old, new = (
        read(Path("meeting.en.md"), f"---\ntitle: T\nplace: {place}\n---\n\nWords.\n".encode())
        for place in ("Port", "Port-Saint-Luc")
    )
    good = turned(new, "changes", old)
    assert isinstance(good.turned, Turned)
    page = compose(content_of(with_facts(lambda facts: facts[:1])(good), edition.load("standard")))
    said = complaints(page, typeset(page))
    assert any("place: Port is no longer so, and that is not told" in each for each in said)
