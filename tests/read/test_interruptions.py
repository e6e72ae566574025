"""Lines directly under a line of text that look like the beginning of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.read.parsing import parsed, plain
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write


@pytest.mark.parametrize(
    ("line", "name", "escaped"),
    [
        ("+ 45 12 34 on working days", "list", "\\+"),
        ("- 15 million in the second - and fall", "list", "\\-"),
        ("* 12", "list", "\\*"),
        ("> 50 % of all", "quotation", "\\>"),
        (">50 % of all", "quotation", "\\>"),
        ("1. July 2028, with it", "list", "1\\."),
        ("1) 5", "list", "1\\)"),
    ],
)
def test_a_line_with_figures_stays_in_its_paragraph_with_a_remark(
    statement: Write, line: str, name: str, escaped: str
) -> None:
    read_ = read(statement(with_body(f"Words\n{line}\nand more.")))
    assert [node.plain for node in read_.body.children] == [f"Words {line} and more."]
    shown = line if len(line) <= 20 else f"{line[:20]}…"
    (remark,) = read_.remarks
    assert (remark.line, remark.key) == (6, name)
    assert remark.wrong == f"“{shown}” is printed as a part of the paragraph"
    assert remark.instead == (
        f"put an empty line between the two if a {name} begins here, or write {escaped} if not"
    )


@pytest.mark.parametrize(
    ("line", "name", "escaped"),
    [
        ("- repair", "list", "\\-"),
        ("+ repair", "list", "\\+"),
        ("* repair 2 lights", "list", None),
        ("1. repair", "list", "1\\."),
        ("> A light", "quotation", "\\>"),
        ("## Costs", "heading", "\\##"),
        ("## 5 points", "heading", "\\##"),
    ],
)
def test_a_mark_with_words_is_refused_with_both_remedies(
    refusal: Refusal, line: str, name: str, escaped: str | None
) -> None:
    messages = refusal(with_body(f"Words\n{line}\n\nmore."))
    assert messages == (
        [
            f"6: {name}: “{line}” stands directly under a line of text; put an empty line between "
            f"the two if a {name} begins here, or write {escaped} to go on with the paragraph"
        ]
        if escaped
        else []
    )


@pytest.mark.parametrize("line", ["---", "-----", "--", "- - -", "===", "="])
def test_a_line_drawn_under_a_text_is_refused_with_its_remedies(
    refusal: Refusal, line: str
) -> None:
    (message,) = refusal(with_body(f"Words\n{line}\nmore."))
    assert message.startswith(f"6: text: “{line}” stands directly under a line of text; ")
    assert f"write ## before the line above for a heading, or \\{line} to print it" in message
    assert ("for a break" in message) == line.startswith("-")


@pytest.mark.parametrize("table", ["| A | B |\n|---|---|\n| c | d |", "A | B\n---|---", "|A|\n|-|"])
def test_a_table_directly_under_a_text_is_refused_with_both_remedies(
    refusal: Refusal, table: str
) -> None:
    row, _, _ = table.partition("\n")
    (message,) = refusal(with_body(f"Words\n{table}"))
    assert message == (
        f"6: table: “{row}” stands directly under a line of text; put an empty line between the "
        "two if a table begins here, or write \\| for each | to go on with the paragraph"
    )
    assert plain(f"Words\n{table}".replace("|", "\\|")).startswith("Words ")
    assert len(parsed(f"Words\n\n{table}").children) == 2


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("| A |\n|---|\n| b |\nThe costs are shared.\nBoth pay.", 8, "“The costs are shared…”"),
        ("| A | B |\n|---|---|\nThe costs.", 7, "“The costs.”"),
        ("| A |\n|---|\nc\\|d\n| e |", 7, "“c\\|d”"),
        ("> | A |\n> |---|\n> The costs.", 7, "“The costs.”"),
        ("- | A |\n  |---|\n  The costs.", 7, "“The costs.”"),
    ],
)
def test_a_sentence_directly_under_a_table_is_refused_with_both_remedies(
    refusal: Refusal, body: str, line: int, words: str
) -> None:
    assert refusal(with_body(body)) == [
        f"{line}: table: {words} stands directly under a table; put an empty line between the two "
        "if the table ends here, or write | before and after each cell for a row"
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Words:\n\n- 5 lights\n- 6 lamps", ["paragraph", "list"]),
        ("- a\n- 5 b\n  1. c\n\n- d\n  > e", ["list"]),
        ("(a) a\n(b) b\n- c\n- d", ["list", "list"]),
        ("> a\n> - b\n> ## c", ["quote"]),
        ("## A\n- b", ["heading", "list"]),
        ("| a |\n|---|\n| b |\n> c", ["table", "quote"]),
        ("A\n***\nb", ["paragraph", "rule", "paragraph"]),
        ("- A\n  | b |\n  |---|", ["list"]),
        ("---\n- a", ["rule", "list"]),
    ],
)
def test_points_after_points_and_blocks_after_blocks_stay_as_they_are(
    text: str, kinds: list[str]
) -> None:
    assert [node.kind for node in parsed(text).children] == kinds


@pytest.mark.parametrize(
    "line", ["22. Juni", "1986. It", "-5", "-", "- ", "#5", "= 12", "—Lo", "– a", "\\- a", "1\\. b"]
)
def test_other_lines_go_on_with_their_paragraph(line: str) -> None:
    assert plain(f"Words\n{line}") == f"Words {line}".replace("\\", "").rstrip()


def test_a_note_may_stand_directly_under_a_text() -> None:
    body = parsed("Words.[^1]\n[^1]: A note\n- 5 lights")
    assert len(body.notes) == 1


@pytest.mark.parametrize(
    ("body", "line", "wrong", "escaped"),
    [
        ("A[^1].\n\n[^1]: More than\n> 50 %.", 8, "“> 50 %.” begins a quotation", "\\>"),
        ("A[^1].\n\n[^1]: Half\n- or more.", 8, "“- or more.” begins a list", "\\-"),
        ("A[^1].\n\n[^1]: Half\n1. or more.", 8, "“1. or more.” begins a list", "1\\."),
        ("- More than\n> 50 %.", 6, "“> 50 %.” begins a quotation", "\\>"),
        ("- More than\n  > half.", 6, "“> half.” begins a quotation", "\\>"),
        ("> More than\n> > 50 %.", 6, "“> 50 %.” begins a quotation", "\\>"),
    ],
)
def test_a_line_inside_that_may_go_on_with_what_is_around_it_is_told(
    statement: Write, body: str, line: int, wrong: str, escaped: str
) -> None:
    (remark,) = read(statement(with_body(body))).remarks
    (name,) = {"quotation", "list"} & set(wrong.split())
    around = "note" if "[^1]" in body else "point" if body[0] == "-" else "quotation"
    assert remark[1:] == (
        line,
        name,
        f"{wrong} right under a {around}",
        f"put an empty line between the two, or write {escaped} to go on with the {around}",
    )


@pytest.mark.parametrize(
    "body",
    ["- a\n  - b", "> a\n> > b", "> a\n> - b", "- a\n## B".replace("\n", "\n\n"), "- a\n\n  > b"],
)
def test_what_begins_inside_as_it_always_does_is_not_told(statement: Write, body: str) -> None:
    assert read(statement(with_body(body))).remarks == ()
