"""Lines that belong to the point, quotation or note above them only since no empty line ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write

LONG = "- a point whose words go on and on to the end of the line, where it was wrapped"


def remarks(statement: Write, body: str) -> list[str]:
    found = read(statement(with_body(body))).remarks
    return [f"{each.line}: {each.key}: {each.wrong}; {each.instead}" for each in found]


@pytest.mark.parametrize(
    ("body", "line", "around", "goes_on"),
    [
        ("- one\n- two\nThe hosts.", 7, "point", "indent it"),
        ("1. one\n**The** hosts.\nMore.", 6, "point", "indent it"),
        ("- one.\nthe hosts.", 6, "point", "indent it"),
        (f"{LONG}.\nThe hosts.", 6, "point", "indent it"),
        ("- > one\nThe hosts.", 6, "quotation", "begin it with >"),
        ("> one\nThe hosts.", 6, "quotation", "begin it with >"),
        ("> “One light.”\n“The hosts.", 6, "quotation", "begin it with >"),
        ("> - one\n> The hosts.", 6, "point", "indent it"),
        ("Call[^1].\n\n[^1]: one\nThe hosts.", 8, "note", "indent it"),
        ("(a) one\n(b) two\nThe hosts.", 7, "point", "indent it"),
        ("- one  \n  two\nThe hosts.", 7, "point", "indent it"),
    ],
)
def test_a_line_that_may_be_a_paragraph_and_is_run_on_has_a_remark(
    statement: Write, body: str, line: int, around: str, goes_on: str
) -> None:
    (remark,) = remarks(statement, body)
    assert remark.startswith(f"{line}: text: “")
    assert remark.endswith(
        f"” is printed as a part of the {around} above it; put an empty line before it if it is a "
        f"paragraph, or {goes_on} if it goes on"
    )


@pytest.mark.parametrize(
    "body",
    [
        "- one\n- two\n  The hosts.",
        "- one\nand two",
        f"{LONG}\nNorland and more",
        f"{LONG}.\nand more",
        "- one\\\nThe hosts.",
        "> one\n> The hosts.",
        "> one\n\nThe hosts.",
        "(a) one\n(b) two\n  The hosts.",
        "Words.\nThe hosts.",
    ],
)
def test_a_line_that_goes_on_has_none(statement: Write, body: str) -> None:
    assert remarks(statement, body) == []


@pytest.mark.parametrize(
    ("above", "around"), [("> Quote", "quotation"), ("- Point", "point"), ("1. Point", "point")]
)
def test_a_table_directly_under_a_point_or_a_quotation_is_told_as_that(
    refusal: Refusal, above: str, around: str
) -> None:
    assert refusal(with_body(f"{above}\n| A | B |\n|---|---|\n| 1 | 2 |")) == [
        f"6: table: “| A | B |” stands directly under a {around}; put an empty line between the "
        f"two if a table begins here, or write \\| for each | to go on with the {around}"
    ]


@pytest.mark.parametrize(("length", "told"), [(56, 1), (57, 0)])
def test_a_line_of_sixty_characters_with_the_next_word_may_be_wrapped(
    statement: Write, length: int, told: int
) -> None:
    assert len(remarks(statement, f"- {'a' * length}\nThe hosts.")) == told


@pytest.mark.parametrize("body", ["- one  \nThe hosts.", "- one\\\nThe hosts.", "- one\n| Two"])
def test_a_line_after_one_that_was_ended_on_purpose_has_none(statement: Write, body: str) -> None:
    assert remarks(statement, body) == []
