"""What is printed as it was written, and was likely meant otherwise: a remark says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from tests.conftest import Write


def remarks(statement: Write, text: str, name: str = "meeting.en.md") -> list[str]:
    found = read(statement(text, name)).remarks
    return [f"{each.line}: {each.key}: {each.wrong}; {each.instead}" for each in found]


@pytest.mark.parametrize(
    ("name", "body", "line", "number", "part"),
    [
        ("meeting.en.md", "2026. was a good year.", 5, 2026, "year"),
        ("meeting.de.md", "Vorher.\n\n3. Oktober 1990 war ein Tag.", 7, 3, "date"),
        ("meeting.da.md", "1. juli", 5, 1, "date"),
        ("meeting.fi.md", "1. heinäkuuta.", 5, 1, "date"),
        ("meeting.de.md", "1. Mai: Eins.\n\n1. Juli: Zwei.\n\n\n9. Juli: Neun.", 5, 1, "date"),
        ("meeting.en.md", "> 2026. was a good year.", 5, 2026, "year"),
        ("meeting.en.md", "- 2026. was a good year.", 5, 2026, "year"),
    ],
)
def test_a_date_that_becomes_a_point_has_a_remark(  # noqa: PLR0913, PLR0917  # one column of the table each
    statement: Write, name: str, body: str, line: int, number: int, part: str
) -> None:
    first = remarks(statement, with_body(body), name)[0]
    assert first.startswith(f"{line}: list: “{number}. ")
    assert first.endswith(
        f"is printed as a point with the number {number}; write {number}\\. if it is a {part}, so "
        "that a paragraph begins here"
    )


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("meeting.en.md", "2026\\. was a good year."),
        ("meeting.en.md", "3. Oktober 1990"),
        ("meeting.de.md", "29. Und\n30. Juli\n31. Juli"),
        ("meeting.de.md", "1. Eins.\n\n## Mehr\n\n2. Juli-Feier"),
        ("meeting.de.md", "(a) Juli\n(b) August"),
        ("meeting.en.md", "999. was an early year."),
        ("meeting.en.md", "1999. one\n2000. two"),
    ],
)
def test_a_point_that_is_counted_or_no_date_has_none(
    statement: Write, name: str, body: str
) -> None:
    assert remarks(statement, with_body(body), name) == []


@pytest.mark.parametrize(
    ("name", "kind", "meant"),
    [
        ("meeting.en.md", "joint statment", "joint statement"),
        ("meeting.en.md", "Joint Communique", "joint communiqué"),
        ("meeting.en.md", "press-release", "press release"),
        ("meeting.fr.md", "Declaration conjointe", "Déclaration conjointe"),
        ("meeting.fr.md", "joint statment", "joint statement"),
    ],
)
def test_a_kind_that_is_nearly_a_known_one_is_told_which(
    statement: Write, name: str, kind: str, meant: str
) -> None:
    assert remarks(statement, with_front(f"title: T\nkind: {kind}"), name) == [
        f"3: kind: {kind} is not one of the known kinds, and is printed as it stands; "
        f"did you mean {meant}?"
    ]


@pytest.mark.parametrize(
    "kind", ["joint statement", "Joint Statement", "Toast", "{text: joint statment, language: fr}"]
)
def test_a_known_kind_and_one_that_is_like_none_have_no_remark(statement: Write, kind: str) -> None:
    assert remarks(statement, with_front(f"title: T\nkind: {kind}")) == []


def test_a_note_without_its_mark_is_told_also_with_a_colon(statement: Write) -> None:
    body = "Words.[1] See [2].\n\n[1]: Average of 2025.\n\n[2]: https://www.example.org"
    assert remarks(statement, with_body(body)) == [
        "7: footnote: [1] is printed as it stands, here and on line 5; write [^1] on line 5 and "
        "[^1]: … here if it is a note, and the others likewise"
    ]


def test_notes_pasted_with_their_brackets_are_told_how_to_write_them(statement: Write) -> None:
    body = "Words.[1] More words [2].\n\n[1] First.\n\n[2] Second."
    assert remarks(statement, with_body(body)) == [
        "7: footnote: [1] is printed as it stands, here and on line 5; "
        "write [^1] on line 5 and [^1]: … here if it is a note, and the others likewise"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Words.[1] More words.",
        "Words.\n\n[1] First.",
        "Words.\\[1\\] More.\n\n\\[1\\] First.",
        "Words.[1] More.\n\n[2] Second.",
        "Words.[^1]\n\n[^1]: A note.",
        "Words [1](https://example.org) more.\n\n[1] First.",
    ],
)
def test_a_number_in_brackets_that_has_no_other_half_has_no_remark(
    statement: Write, body: str
) -> None:
    assert remarks(statement, with_body(body)) == []
