"""Values above the text that are printed otherwise than they look have a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.model.faults import StatementError
from communique.read.source import read
from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Write


def remarks(statement: Write, front: str) -> list[str]:
    found = read(statement(with_front(front))).remarks
    return [f"{each.line}: {each.key}: {each.wrong}; {each.instead}" for each in found]


@pytest.mark.parametrize(
    ("value", "quotes"),
    [
        ("“Joint statement”", "“…”"),
        ("‘Press office’", "‘…’"),
        ("‘It’s time’", "‘…’"),
        ("„Erklärung“", "„…“"),
        ("„Oświadczenie”", "„…”"),
        ("”Gemensamt”", "”…”"),
        ("»Erklärung«", "»…«"),
        ("«Déclaration»", "«…»"),
        ("« Déclaration »", "«…»"),
        ("‹Déclaration›", "‹…›"),
        ("「宣言」", "「…」"),
        ("『宣言』", "『…』"),
        ("“The ‘two’ coasts”", "“…”"),
        ('“Joint statement"', "“…”"),
        ("‘Press office'", "‘…’"),
    ],
)
def test_a_value_in_curly_quotes_has_a_remark(statement: Write, value: str, quotes: str) -> None:
    assert remarks(statement, f"title: A\nplace: {value}") == [
        "3: place: it stands in curly quotes, which are printed; "
        f"leave them out, or write '{quotes}' if they belong to it"
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("“Brussels", "begins with a curly"),
        ("Brussels”", "ends with a curly"),
        ("„Brüssel", "begins with a curly"),
        ("« Bruxelles", "begins with a curly"),
        ("Bruxelles »", "ends with a curly"),
        ('Brussels"', "ends with a"),
    ],
)
def test_a_quotation_mark_without_the_other_has_a_remark(
    statement: Write, value: str, said: str
) -> None:
    assert remarks(statement, f"title: A\nplace: {value}") == [
        f"3: place: it {said} quotation mark, which is printed; leave it out"
    ]


@pytest.mark.parametrize(
    "value",
    [
        "“A” and “B”",
        "The “great” day",
        "“Great” is the day",
        "The day is “great”",
        "«A» et «B»",
        "‘A’ and ‘B’",
        "’s-Hertogenbosch",
        "‘Abd al-Rahman",
        "Meeting of the Ministers’",
        "The 5” pipe, 19”",
        '19"',
        "'“Great day”'",
        '"„Großer Tag“"',
    ],
)
def test_quotes_that_belong_to_a_value_have_none(statement: Write, value: str) -> None:
    assert remarks(statement, f"title: {value}") == []


def test_notes_to_editors_may_be_quotations(statement: Write) -> None:
    assert remarks(statement, "title: A\neditors:\n  - “The lights are old.”") == []


@pytest.mark.parametrize(
    ("front", "line", "key"),
    [
        ("contact: |\n  Ada +32 2\n  Bob +32 3", 3, "contact"),
        ("place: |-\n  Oslo\n\n  Norland", 3, "place"),
        ("issuers:\n  - name: |\n      Ada\n      Bob", 4, "issuers.1.name"),
        ("editors:\n  - |\n    One.\n    Two\n    Three", 4, "editors.1"),
    ],
)
def test_a_value_in_several_lines_has_a_remark(
    statement: Write, front: str, line: int, key: str
) -> None:
    assert remarks(statement, f"title: A\n{front}") == [
        f"{line}: {key}: its lines are printed as one; "
        "end each with a comma or a semicolon, or write them as one line"
    ]


@pytest.mark.parametrize(
    "front",
    [
        "contact: |\n  Ada +32 2;\n  Bob +32 3",
        "contact: |\n  Ada,\n  +32 2;\n  Bob,\n  +32 3",
        "contact: |\n  Ada +32 2\n",
        "contact: >\n  Ada\n  Holm",
        "contact: >-\n  Ada Holm of the press office of the Ministry for the Sea\n  of Norland",
        "contact: Ada Holm of the press office of the Ministry for the Sea\n  of Norland, +32 2",
        "contact: Ada +32 2; Bob +32 3",
        "editors:\n  - |\n    One.\n    Two.",
    ],
)
def test_lines_that_can_be_told_apart_have_none(statement: Write, front: str) -> None:
    assert remarks(statement, f"title: A\n{front}") == []


@pytest.mark.parametrize(
    ("front", "line", "said"),
    [
        (
            "- name: Ada\n- office: Minister",
            5,
            "it has only its office, and issuers.1 only its name: they are printed as two; "
            "write a space in the place of the hyphen before office if they are one",
        ),
        (
            "- office: Minister\n- name: Ada",
            5,
            "it has only its name, and issuers.1 only its office: they are printed as two; "
            "write a space in the place of the hyphen before name if they are one",
        ),
        (
            "  [{name: Ada}, {office: Minister}]",
            4,
            "it has only its office, and issuers.1 only its name: they are printed as two; "
            "write {name: …, office: …} if they are one",
        ),
    ],
)
def test_an_issuer_that_is_likely_divided_has_a_remark(
    statement: Write, front: str, line: int, said: str
) -> None:
    assert remarks(statement, f"title: A\nissuers:\n{front}") == [f"{line}: issuers.2: {said}"]


@pytest.mark.parametrize(
    "front",
    [
        "- name: Ada\n- name: Bob",
        "- office: Minister\n- office: Mayor",
        "- name: Ada\n  office: Minister\n- office: Mayor",
        "- name: Ada\n- organisation: Strait Commission",
    ],
)
def test_issuers_that_are_two_have_none(statement: Write, front: str) -> None:
    assert remarks(statement, f"title: A\nissuers:\n{front}") == []


@pytest.mark.parametrize("key", ["contact", "place", "short_title"])
def test_a_short_value_whose_lines_run_on_has_a_remark(statement: Write, key: str) -> None:
    told = "its lines are printed as one; end each with a comma or a semicolon, or write them as"
    for value in ("Ada, a@x.org\n  Luc, l@x.org", "'Ada\n  Luc'", "|\n  Ada\n  Luc"):
        (remark,) = remarks(statement, f"title: A\n{key}: {value}")
        assert remark == f"3: {key}: {told} one line"
    for value in ("Ada, a@x.org;\n  Luc, l@x.org", "Ada, a@x.org; Luc", "|\n  Ada,\n  Luc"):
        assert remarks(statement, f"title: A\n{key}: {value}") == []


def test_a_title_may_be_wrapped(statement: Write) -> None:
    assert remarks(statement, "title: Lights for the\n  Grey Strait") == []


def test_an_empty_pair_of_quotes_within_a_value_is_a_part_of_it(statement: Write) -> None:
    assert remarks(statement, "title: “”x”\nissued: 2024-05-02") == []


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("1500-05-02", []),
        ("2024-05-02", []),
        ("2099-05-02", []),
        ("1202-05-02", ["3: issued: its year is 1202; did you mean 2002?"]),
        ("2100-05-02", ["3: issued: its year is 2100; did you mean 2000?"]),
    ],
)
def test_a_year_in_which_nobody_issues_anything_is_told(
    statement: Write, day: str, said: list[str]
) -> None:
    assert remarks(statement, f"title: A\nissued: {day}") == said


def test_an_abbreviation_may_be_given_with_its_marks(statement: Write) -> None:
    text = with_front("title: A\nabbreviations: {CO~2~: carbon dioxide, m^2^: square metre}")
    found = read(statement(text.replace("Some words", "The CO~2~ on a m^2^")))
    assert list(found.remarks) == []


def test_a_theme_that_is_there_may_be_named(statement: Write) -> None:
    assert remarks(statement, "title: A\ntheme: neutral") == []
    with pytest.raises(StatementError, match="there is no theme neutrl; did you mean neutral"):
        remarks(statement, "title: A\ntheme: neutrl")
