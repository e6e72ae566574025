"""Centred lines have a mark on both sides; half of one is refused, and an arrow is text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read import versions
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
        ("-> one[^1] <-\n\n[^1]: two", ["one"]),
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
            "a[^1]\n\n[^1]: -> b <-",
            "7: footnote: the note [^1] has a centred line; write it without -> and <-",
        ),
        (
            "<center>We agree</center>",
            "5: text: raw HTML is not used here: <center>We agree</center>; write -> words <- "
            "on a line of its own to centre them, or write \\< for the character itself",
        ),
        (
            '<p align="center">We agree</p>',
            '5: text: raw HTML is not used here: <p align="center">We agree</p>; '
            "write -> words <- on a line of its own to centre them, "
            "or write \\< for the character itself",
        ),
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
def test_half_a_mark_and_other_ways_to_centre_are_refused(
    refusal: Refusal, body: str, message: str
) -> None:
    assert message in refusal(with_body(body))
    assert len(refusal(with_body(body))) == 1


def test_arrows_of_a_word_processor_have_a_remark(statement: Write) -> None:
    remarks = read(statement(with_body("→ We agree: ←"))).remarks
    assert [(each.line, each.wrong, each.instead) for each in remarks] == [
        (5, "“→ We agree: ←” is not centred", "write -> and <- in the place of the arrows")
    ]


@pytest.mark.parametrize(
    ("body", "kind"), [("-> We agree <-", "centred line"), ("*(Applause)*", "stage direction")]
)
def test_what_is_not_counted_stands_beside_its_like(statement: Write, body: str, kind: str) -> None:
    one, other = (
        read(statement(with_body(text), f"a.{tag}.md"))
        for tag, text in (("en", body), ("fr", "Nous convenons"))
    )
    versions.check(replace(one, beside=replace(one)))
    with pytest.raises(StatementError, match=rf"5: languages: a {kind}, and in .*:5 a paragraph"):
        versions.check(replace(one, beside=other))
