"""What is printed as it was written, and was likely meant otherwise: a remark says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_body, with_front

if TYPE_CHECKING:
    from tests.conftest import Write


def remarks(statement: Write, text: str, name: str = "meeting.en.md") -> list[str]:
    every = read(statement(text, name)).remarks
    found = [each for each in every if "draft" not in each.instead]  # see test_unfinished.py
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
    ("tag", "months"),
    [
        *(("de", "Januar Februar"), ("da", "januar februar"), ("nb", "januar februar")),
        *(("cs", "ledna února"), ("pl", "stycznia lutego"), ("fi", "tammikuuta helmikuuta")),
        *(("sk", "januára februára"), ("sl", "januar februar"), ("hr", "siječnja veljače")),
        *(("et", "jaanuar veebruar"), ("is", "janúar febrúar"), ("lv", "janvāris februāris")),
    ],
)
def test_a_list_of_which_every_point_begins_with_a_month_is_told(
    statement: Write, tag: str, months: str
) -> None:
    one, two = months.split()
    found = remarks(statement, with_body(f"1. {one} –\n2. {two} 2027"), f"meeting.{tag}.md")
    assert found == [
        f"{4 + number}: list: “{number}. {words}” is printed as a point with the number {number}; "
        f"write {number}\\. if it is a date, so that a paragraph begins here"
        for number, words in ((1, f"{one} –"), (2, f"{two} 2027"))
    ]
    body = f"1\\. {one} –\n2. {two} 2027"
    assert remarks(statement, with_body(body), f"meeting.{tag}.md") == []


@pytest.mark.parametrize("body", ["1. Januar\n2. Ende", "1. Anfang\n2. Mai", "2. Juli-Feier"])
def test_a_list_with_another_point_is_none_of_dates(statement: Write, body: str) -> None:
    found = remarks(statement, with_body(f"1. Eins.\n\n## Mehr\n\n{body}"), "meeting.de.md")
    assert found == []


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


@pytest.mark.parametrize(
    ("front", "line", "key", "shown"),
    [
        ("title: A **big** day", 2, "title", "**big**"),
        ("title: '*Big* day'", 2, "title", "*Big*"),
        ("title: The ***very*** big day", 2, "title", "***very***"),
        ("title: The “_big_” day", 2, "title", "_big_"),
        ("title: Use `code`", 2, "title", "`code`"),
        ("title: The 10^th^ day", 2, "title", "^th^"),
        ("title: On H~2~O", 2, "title", "~2~"),
        ("title: 'A [raison d’être]{lang=fr}'", 2, "title", "[raison d’être]{lang…"),
        ("title: A\nplace: {text: __Oslo__}", 3, "place.text", "__Oslo__"),
        ("title: A\neditors:\n  - One.\n  - See it[^1].", 5, "editors.2", "[^1]"),
        (
            'title: A\neditors: ["See [the pages](https://www.example.org)[^1]"]',
            3,
            "editors.1",
            "[the pages](https://…",
        ),
        ("title: A\nissuers: [{name: B, office: '*C* D'}]", 3, "issuers.1.office", "*C*"),
        ("title: A\ncontact: '[a](mailto:b@c.de)'", 3, "contact", "[a](mailto:b@c.de)"),
    ],
)
def test_marks_of_markdown_in_a_value_have_a_remark(
    statement: Write, front: str, line: int, key: str, shown: str
) -> None:
    assert remarks(statement, with_front(front)) == [
        f"{line}: {key}: “{shown}” is printed with its marks, since values are not Markdown; "
        "leave them out"
    ]


@pytest.mark.parametrize(
    "value",
    [
        "A * B",
        "5*3*2 and 2 * 3 * 4",
        "Fares* and costs* (*without tax)",
        "* First. * Second. ** Third. ** Fourth.",
        "[date] [place](tbc) [to follow]",
        "the_name_of.md and a_b_c and path/_drafts_/x",
        "first_last_name@example.org, _press_@example.org",
        "__init__.py and snake_case_name",
        "O`ahu and Hawai`i, 5` and 6`",
        "**** and ____ and `` and **",
        "Case C-1/23 [2025] (final) [1](2)",
    ],
)
def test_marks_that_are_characters_of_a_value_have_none(statement: Write, value: str) -> None:
    assert remarks(statement, with_front(f"title: '{value}'")) == []


def test_what_is_no_text_of_the_page_has_none(statement: Write) -> None:
    front = "title: A\nurl: https://www.example.org/_a_/*b*\nkeywords: ['*b*']"
    assert remarks(statement, with_front(front)) == []


@pytest.mark.parametrize(
    ("name", "words", "date", "other", "tag"),
    [
        ("a.en.md", "We met on 12. März 2026.", "12. März 2026", "German", "de"),
        ("a.de.md", "Am 12. März 2026 und 3 March 2026.", "3 March 2026", "English", "en"),
        (
            "a.fr.md",
            "Le 3 mars 2026, le 12 de mayo de 2026.",
            "12 de mayo de 2026",
            "Spanish",
            "es",
        ),
    ],
)
def test_a_date_whose_month_has_its_name_in_another_language_has_a_remark(  # noqa: PLR0913, PLR0917  # one column of the table each
    statement: Write, name: str, words: str, date: str, other: str, tag: str
) -> None:
    assert remarks(statement, with_body(f"Before.\n\n{words}"), name) == [
        f"7: date: “{date}” has a month in another language, such as {other}; write it as other "
        f"dates, or [{date}]{{lang={tag}}} if it is a quotation"
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "a.en.md",
            "The “Vertrag vom 12. März 2026” and the [Vertrag vom 12. März 2026]{lang=de}.",
        ),
        ("a.en.md", "On 12 March 2026 there were 14 ships 2026 miles away."),
        ("a.en.md", "> Am 12. März 2026"),
        ("a.da.md", "Den 12. marts 2026 og den 3. maj 2026."),
        ("a.pl.md", "Dnia 12 marca 2026 r."),
    ],
)
def test_a_quoted_date_and_one_of_the_text_s_own_language_has_none(
    statement: Write, name: str, words: str
) -> None:
    assert remarks(statement, with_body(words), name) == []
