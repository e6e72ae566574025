"""Both versions are regained from a page of changes; whatever is marked wrongly is noticed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.prove.changes import regained
from communique.prove.changes.signs import DELETED, INSERTED
from tests.prove.conftest import complaints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from communique.compose.page import Page
    from communique.model.body import Node
    from communique.model.statement import Statement
    from communique.typeset.engine import Typeset
    from tests.prove.conftest import Spoil

    Other = Callable[[Callable[[Statement], Statement]], list[str]]


def test_the_good_page_passes(page: Page, made: Typeset) -> None:
    assert complaints(page, made) == []


def edited(change: Callable[[Node], Sequence[Node]]) -> Callable[[Statement], Statement]:
    """Return what changes each node of a text, wherever it stands."""

    def each(nodes: Sequence[Node]) -> Iterator[Node]:
        for node in nodes:
            for found in change(node):
                yield replace(found, children=tuple(each(found.children)))

    def statement(one: Statement) -> Statement:
        notes = tuple(replace(n, children=tuple(each(n.children))) for n in one.body.notes)
        body = replace(one.body, children=tuple(each(one.body.children)), notes=notes)
        return replace(one, body=body)

    return statement


def unmarked(word: str) -> Callable[[Node], Sequence[Node]]:
    return lambda node: (
        node.children
        if node.kind in ("inserted", "deleted") and word in "".join(n.text for n in node.walk())
        else [node]
    )


@pytest.mark.parametrize("word", ["nine", "two", "in spring", "and a half", "d"])
def test_words_without_their_tag_between_signs_are_noticed(other: Other, word: str) -> None:
    told = other(edited(unmarked(word)))
    assert any("a sign of what was inserted or deleted is not in place" in each for each in told)


def without_signs(node: Node) -> Sequence[Node]:
    return [] if node.kind == "sign" and node.change else [node]


def test_tags_without_signs_are_noticed(other: Other) -> None:
    told = other(edited(without_signs))
    assert any("a sign of what was inserted or deleted is not in place" in each for each in told)


def test_words_that_were_inserted_and_have_neither_sign_nor_tag_are_noticed(other: Other) -> None:
    def plain(node: Node) -> Sequence[Node]:
        if node.kind == "paragraph" and "nine" in node.plain:
            return [replace(node, children=tuple(n for n in node.children if n.kind != "sign"))]
        return unmarked("nine")(node) if node.kind == "inserted" else [node]

    told = other(edited(plain))
    assert any("sign" in each or "is not regained" in each for each in told)


def swapped(node: Node) -> Sequence[Node]:
    kinds = {"inserted": "deleted", "deleted": "inserted"}
    signs = str.maketrans("+−", "−+")
    if node.kind == "text" and {"[+", "+]", "[−", "−]"} & set(re.findall(r"\[.|.\]", node.text)):
        return [replace(node, text=node.text.translate(signs))]
    return [replace(node, kind=kinds.get(node.kind, node.kind))]  # type: ignore[arg-type]


def test_swapped_marks_are_noticed(other: Other) -> None:
    told = other(edited(swapped))
    assert any("the new version is not regained: it says" in each for each in told)
    assert any("the earlier version is not regained: it says" in each for each in told)


@pytest.mark.parametrize(
    ("word", "place"), [("lights by", "a word in"), ("As agreed", "a note"), ("c", "a cell")]
)
def test_a_word_that_no_version_has_is_noticed(other: Other, word: str, place: str) -> None:
    assert place

    def more(node: Node) -> Sequence[Node]:
        has = node.kind == "text" and word in node.text and len(node.text) < 40
        return [replace(node, text=node.text.replace(word, f"{word} x", 1))] if has else [node]

    told = other(edited(more))
    assert sum("version is not regained" in each for each in told) == 2


def test_a_block_that_is_lost_is_noticed(other: Other) -> None:
    told = other(edited(lambda node: [] if node.kind == "heading" else [node]))
    assert any("it says Trade" in each for each in told)


def test_a_note_that_says_something_else_is_noticed_in_the_version_that_has_it(
    other: Other,
) -> None:
    def less(node: Node) -> Sequence[Node]:
        return [replace(node, text=" in May")] if node.text == " in spring" else [node]

    told = other(edited(less))
    assert any("the new version is not regained: it says As agreed in spring." in t for t in told)
    assert not any("the earlier version" in each for each in told)


def test_the_former_mark_of_a_point_is_proven(other: Other) -> None:
    def wrong(node: Node) -> Sequence[Node]:
        return [replace(node, text=node.text.replace("formerly 2.", "formerly 3."))]

    told = other(edited(wrong))
    assert any(
        "the earlier version is not regained: it says 2., and the page 3." in t for t in told
    )


def test_a_heading_that_became_a_paragraph_is_noticed_where_it_stands(other: Other) -> None:
    def flat(node: Node) -> Sequence[Node]:
        if node.kind != "heading":
            return [node]
        return [replace(node, kind="paragraph", level=0, anchor="")]

    assert any("the new version is not regained: it says Trade" in t for t in other(edited(flat)))


def test_values_of_the_earlier_front_matter_that_are_not_told_are_noticed(other: Other) -> None:
    def untold(statement: Statement) -> Statement:
        assert statement.turned
        return replace(statement, turned=replace(statement.turned, facts=()))

    told = other(untold)
    assert any("title: Lights is no longer so, and that is not told" in each for each in told)
    assert any("place: Mill is no longer so" in each for each in told)
    assert any("issued: 2026-03-11 is no longer so" in each for each in told)


@pytest.mark.parametrize(
    "pair", [("<ins>nine</ins>", "nine"), ("<del>two</del>", "<ins>two</ins>")]
)
def test_a_pdf_whose_tags_are_not_those_of_the_text_is_noticed(
    reset: Spoil, pair: tuple[str, str]
) -> None:
    told = reset(*pair)
    assert any("other words are tagged as inserted or deleted" in each for each in told)


def noted(statement: Statement) -> list[str]:
    """Return what is noted of a plain text that says what a statement does."""
    faults = Faults(statement.path)
    regained.both_versions_in_text(content_of(statement, edition.load("standard")), faults)
    return [fault.wrong for fault in faults]


def test_both_versions_are_regained_from_a_plain_text(page: Page) -> None:
    good = page.content.statement
    assert noted(good) == []
    told = noted(edited(lambda node: [] if node.kind == "heading" else [node])(good))
    assert [wrong.partition(" is")[0] for wrong in told] == [
        "the new version",
        "the earlier version",
    ]


def test_nothing_is_regained_of_what_is_no_page_of_changes(page: Page) -> None:
    statement = page.content.statement
    assert statement.turned
    plain = replace(statement, turned=replace(statement.turned, name="corrigendum"))
    assert noted(plain) == []
    faults = Faults(statement.path)
    regained.both_versions(content_of(plain, edition.load("standard")), None, faults)  # type: ignore[arg-type]
    assert [*faults] == []


@pytest.mark.parametrize("kind", [INSERTED, DELETED])
def test_letters_are_counted_that_are_tagged_as_changed_and_no_others(kind: str) -> None:
    parts = ["We ", "two\u00a0", "lights"]
    assert regained._tagged([(kind, 1, 2)], parts) == [(kind, 2), (kind, 3), (kind, 4)]
    assert regained._tagged([("Em", 0, 3)], parts) == []
