"""Centred lines have a mark on both sides; half of one is refused, and an arrow is text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("-> HAVE AGREED AS FOLLOWS: <-", ["HAVE AGREED AS FOLLOWS:"]),
        ("-> one <-\n->  two  <-", ["one two"]),
        ("-> **one <-\n-> two** <-", ["one two"]),
        ("> -> one <-\n> -> two <-\n\n- -> three <-", ["one two", "three"]),
        ("-> one[^1] <-\n\n[^1]: -> two <-", ["one", "two"]),
        ("-> 1. one <-", ["1. one"]),
        ("-> ## one <-", ["## one"]),
        ("-> [قد](https://example.org) <-", ["قد"]),
        ("-> - <-", ["-"]),
    ],
)
def test_lines_with_both_marks_are_centred(statement: Write, body: str, words: list[str]) -> None:
    nodes = read(statement(with_body(body))).body.walk()
    assert [node.plain for node in nodes if node.align == "center"] == words


@pytest.mark.parametrize(
    "body", ["a -> b", "a <- b", "\\-> a", "a \\<-", "->a<-", "a ->\nb", "-><-"]
)
def test_an_arrow_is_text(statement: Write, body: str) -> None:
    (paragraph,) = read(statement(with_body(body))).body.children
    assert (paragraph.align, paragraph.plain) == (
        "",
        body.replace("\\", "").replace("\n", " "),
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            "-> We agree:",
            "5: text: “-> We agree:” has one of the two marks of a centred line; "
            "write -> We agree: <-, or \\-> to print an arrow",
        ),
        (
            "We agree: <-",
            "5: text: “We agree: <-” has one of the two marks of a centred line; "
            "write -> We agree: <-, or \\<- to print an arrow",
        ),
        (
            "-> We <-\n-> agree",
            "6: text: “-> agree” has one of the two marks of a centred line; "
            "write -> agree <-, or \\-> to print an arrow",
        ),
        (
            "They\n-> agree <-\nto it.",
            "6: text: “-> agree <-” is centred, and other lines of its paragraph are not; "
            "put an empty line between them, or write -> and <- on both sides of each",
        ),
    ],
)
def test_half_a_mark_is_refused(refusal: Refusal, body: str, message: str) -> None:
    assert message in refusal(with_body(body))
    assert len(refusal(with_body(body))) == 1
