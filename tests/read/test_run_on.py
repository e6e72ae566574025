"""Lines that their author counted and that are printed one after the other: a remark says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

GAP = "count from the first one on without a gap for a list, or put an empty line before it"
STOP = "write a full stop after each number for a list, or put an empty line before each"
APART = "put an empty line before each of these lines"
FIRST = "put an empty line before the first one for a list"


def remarks(statement: Write, body: str) -> list[str]:
    """Return the remarks on a text, each with its line."""
    found = read(statement(with_body(body))).remarks
    return [f"{each.line}: {each.key}: {each.wrong}; {each.instead}" for each in found]


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("(a) one\n(c) three", 6, "(c) three"),
        ("a) one\nand more\nc) three", 7, "c) three"),
        ("(b) two\n(c) three", 6, "(c) three"),
        ("(i) one\n(iii) three", 6, "(iii) three"),
        ("(1) one\n(3) three", 6, "(3) three"),
        ("(a) one\n(b) two\n(d) four", 7, "(d) four"),
        ("(b) two\n(c) three\n(e) five", 7, "(e) five"),
        ("(a) one\n(i) two\n(iii) three\n(b) four", 7, "(iii) three"),
        ("Both:\n(a) one\n(c) three", 7, "(c) three"),
        ("- (a) one\n  (c) three", 6, "(c) three"),
        ("> (a) one\n> (c) three", 6, "(c) three"),
        ("1.1 Sub\n1.3 Sub", 6, "1.3 Sub"),
        ("1.2.1 Sub\nand more\n1.2.3 Sub", 7, "1.2.3 Sub"),
    ],
)
def test_letters_and_numbers_with_a_gap_are_told_where_it_is(
    statement: Write, body: str, line: int, words: str
) -> None:
    wanted = f"{line}: list: “{words}” goes on with its paragraph; {GAP}"
    assert remarks(statement, body) == [wanted]


@pytest.mark.parametrize(
    ("body", "line", "words", "instead"),
    [
        ("1 First\n2 Second", 5, "1 First", STOP),
        ("1 First\nand more\n2  Second\n3 Third", 5, "1 First", STOP),
        ("Both sides:\n1 First\n2 Second", 6, "1 First", STOP),
        ("1.2 Sub\n1.3 Sub", 5, "1.2 Sub", APART),
        ("2.9. Sub\nand more\n2.10. Sub", 5, "2.9. Sub", APART),
        ("1.1 Sub\n1.1.1 Sub", 5, "1.1 Sub", APART),
        ("1.1.4 Sub\n1.2 Sub", 5, "1.1.4 Sub", APART),
        ("1.4 Sub\n2.1 Sub", 5, "1.4 Sub", APART),
        ("Both sides:\n2. Second\n3. Third", 6, "2. Second", FIRST),
    ],
)
def test_numbers_that_make_no_list_are_told_where_they_begin(
    statement: Write, body: str, line: int, words: str, instead: str
) -> None:
    assert remarks(statement, body) == [
        f"{line}: list: “{words}” does not begin a point; {instead}"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "(a) one\n(i) two\n(ii) three\n(b) four",
        "as article 5\n(a) says",
        "(a) one\nb) two",
        "\\(a) one\n\\(c) three",
        "A. Holm and\nC. Berg",
        "12 lamps and\n13 lights",
        "in all of the years\n1 lamp and\n2 lights",
        "1.5 million and\n1.7 million",
        "They met on\n1.1 and\n1.2 again",
        "1 lamp\n\n2 lights",
        "(Norland) and\n(Valdore) agree",
    ],
)
def test_what_is_no_count_has_no_remark(statement: Write, body: str) -> None:
    assert remarks(statement, body) == []


@pytest.mark.parametrize(
    ("body", "line", "shown"),
    [
        ("(a) one;\n\n(c) three.", 7, "(c) three."),
        ("(a) one;\n\n(b) two;\n\n(d) four.", 9, "(d) four."),
        ("(c) three;\n\n(d) four.", 7, "(d) four."),
        ("(1) one;\n\n(3) three.", 7, "(3) three."),
        ("a) one;\n\nc) three.", 7, "c) three."),
        ("> (a) one;\n>\n> (c) three.", 7, "(c) three."),
    ],
)
def test_paragraphs_that_are_counted_with_a_gap_have_a_remark(
    statement: Write, body: str, line: int, shown: str
) -> None:
    (remark,) = read(statement(with_body(body))).remarks
    assert remark[1:4] == (line, "list", f"“{shown}” begins no point")
    escaped = shown.replace("(", "\\(") if "(" in shown else shown.replace(")", "\\)")
    assert remark.instead.endswith(f", or write {escaped.split()[0]} for a paragraph")
    assert read(statement(with_body(body.replace(shown, escaped)))).remarks == ()


@pytest.mark.parametrize(
    "body",
    [
        "(a) one;\n\n(b) two.",
        "(a) one;\n\nMore.\n\n(c) three.",
        "(a) one;\n\n(b) two:\n\n(i) three.",
        "(a) one.\n\n(Words) two.",
        "A. Holm spoke.\n\nC. Berg spoke.",
    ],
)
def test_other_paragraphs_with_brackets_have_no_remark(statement: Write, body: str) -> None:
    assert read(statement(with_body(body))).remarks == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("1.1 Lights.\n\n1.3 Buoys.\n\n1.4 Ships.", "7: numbers: “1.3 Buoys.” leaves 1.2 out"),
        ("2.1 Lights.\n\nA word.\n\n2.4 Buoys.", "9: numbers: “2.4 Buoys.” leaves 2.2, 2.3 out"),
    ],
)
def test_a_number_that_is_left_out_between_paragraphs_is_told(
    statement: Write, body: str, said: str
) -> None:
    assert f"{said}; correct the number, or leave it if it may be so" in remarks(statement, body)


@pytest.mark.parametrize(
    "body",
    [
        "1.1 Lights.\n\n1.2 Buoys.\n\n2.1 Ships.\n\n2.2 Ports.",
        "1.1 Lights.\n\n## Costs\n\n1.4 Ships.",
        "1.1 Lights.\n\n1.3 per cent of the lights are red.",
        "1.1 Lights.\n\n1.9 Ships.",
    ],
)
def test_numbers_that_begin_anew_and_amounts_leave_none_out(statement: Write, body: str) -> None:
    assert [each for each in remarks(statement, body) if " leaves " in each] == []
