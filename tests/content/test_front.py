"""What stands above and beside the text: masthead, by-line, list of issuers, facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.content.front import Front, front
from communique.design import language, theme
from communique.read.source import read
from tests.samples import CASES, SOURCE, with_front

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.model.values import Phrase
    from tests.conftest import Write

    Compose = Callable[..., Front]

COUNTRIES = "\n".join(f"  - country: Country {number}" for number in range(24))


@pytest.fixture
def above(statement: Write) -> Compose:
    """Return what stands around the text of a statement with this front matter."""

    def compose(matter: str, tag: str = "en") -> Front:
        made = read(statement(with_front(f"title: A\n{matter}"), f"meeting.{tag}.md"))
        return front(made, language.load(made.language), theme.load(theme.DEFAULT))

    return compose


@pytest.fixture(scope="module")
def founding() -> Front:
    return front(
        read(SOURCE / "copenhagen-quantum-2023.en.md"),
        language.load("en"),
        theme.load(theme.DEFAULT),
    )


def words(*phrases: Phrase | None) -> list[str]:
    return [str(phrase) for phrase in phrases if phrase]


def test_the_byline_of_the_founding_statement_is_composed(founding: Front) -> None:
    assert str(founding.byline) == (
        "by NATO Secretary General Jens Stoltenberg and the Prime Minister of Denmark, "
        "Mette Frederiksen following the Copenhagen Quantum Conference"
    )
    assert founding.issuers is None


def test_the_masthead_of_the_founding_statement_names_its_parties(founding: Front) -> None:
    assert words(*founding.parties) == ["NATO", "Denmark"]
    assert words(*founding.aside) == ["29 September 2023"]


def test_the_facts_of_the_founding_statement_are_its_data(founding: Front) -> None:
    assert [(fact.label, str(fact.value)) for fact in founding.facts] == [
        ("Issued", "29 September 2023"),
        ("Last updated", "29 September 2023, 16:06"),
        ("Occasion", "Copenhagen Quantum Conference"),
    ]


def test_parties_may_stand_in_another_order(above: Compose) -> None:
    one = "  - {country: B, styled: the B}\n"
    other = "  - {country: C, styled: the C}\n"
    made = above(f"event: D\nissuers:\n{other}{one}")
    assert str(made.byline) == "by the C and the B following the D"
    assert words(*made.parties) == ["C", "B"]


def test_a_byline_follows_the_language(above: Compose) -> None:
    made = above("issuers: [{name: B, styled: B}, {name: C, styled: C}]", "fr")
    assert str(made.byline) == "par B et C"


def test_a_byline_of_its_own_is_taken_as_written(above: Compose) -> None:
    made = above("byline: for the coasts\nissuers: [{country: B}]")
    assert (str(made.byline), made.issuers) == ("for the coasts", None)


@pytest.mark.parametrize("none", ["none", "None", "NONE"])
def test_none_prints_neither_byline_nor_list(above: Compose, none: str) -> None:
    made = above(f"byline: {none}\nissuers: [{{country: B}}]")
    assert (made.byline, made.issuers) == (None, None)


@pytest.mark.parametrize("last", ["{country: C}", "{name: C, office: D}"])
def test_issuers_that_are_not_styled_are_listed(above: Compose, last: str) -> None:
    made = above(f"issuers: [{{country: B}}, {last}]")
    assert made.byline is None
    assert made.issuers
    assert words(*(entry.name for entry in made.issuers.entries)) == ["B", "C"]


def test_an_entry_says_who_then_as_what_then_for_whom(above: Compose) -> None:
    made = above("issuers: [{country: E, organisation: D, office: C, name: B}]")
    assert made.issuers
    (entry,) = made.issuers.entries
    assert words(entry.name, *entry.details) == ["B", "C", "D", "E"]


def test_what_all_issuers_share_stands_above_the_list_once(above: Compose) -> None:
    made = above(
        "issuers:\n  - {office: Minister, country: B}\n  - {office: Minister, country: C}\n"
    )
    assert made.issuers
    assert words(*made.issuers.shared) == ["Minister"]
    assert [words(entry.name, *entry.details) for entry in made.issuers.entries] == [["B"], ["C"]]


def test_issuers_that_differ_in_nothing_stay_as_they_are(above: Compose) -> None:
    made = above("issuers: [{country: B}, {country: B}]")
    assert made.issuers
    assert words(*(entry.name for entry in made.issuers.entries)) == ["B", "B"]


def test_many_issuers_are_listed_in_columns_and_not_in_the_masthead(above: Compose) -> None:
    made = above(f"kind: joint statement\nissuers:\n{COUNTRIES}")
    assert made.issuers
    assert (len(made.issuers.entries), made.issuers.columns) == (24, 3)
    assert words(*made.parties) == ["Joint statement"]


@pytest.mark.parametrize(
    ("count", "details", "columns"),
    [(1, "", 1), (4, "", 1), (5, "", 2), (9, "", 3), (4, ", office: D", 1), (5, ", name: N", 2)],
)
def test_columns_follow_the_number_of_issuers(
    above: Compose, count: int, details: str, columns: int
) -> None:
    rows = "\n".join(f"  - {{country: C{n}{details}{n if details else ''}}}" for n in range(count))
    made = above(f"issuers:\n{rows}")
    assert made.issuers
    assert made.issuers.columns == columns


@pytest.mark.parametrize(
    ("matter", "parties", "aside"),
    [
        ("kind: remarks", ["Remarks"], ""),
        ("kind: remarks\nissued: 2023-09-29", ["Remarks"], "29 September 2023"),
        ("kind: remarks\nissuers: [{country: B}]", ["B"], "Remarks"),
        ("symbol: X/1\nkind: remarks\nissuers: [{country: B}]", ["B"], "Remarks · X/1"),
        ("issuers: [{country: B}, {country: B}]", ["B"], ""),
        ("", [], ""),
    ],
)
def test_the_masthead_shows_what_is_known(
    above: Compose, matter: str, parties: list[str], aside: str
) -> None:
    made = above(matter)
    assert (words(*made.parties), " · ".join(words(*made.aside))) == (parties, aside)


@pytest.mark.parametrize(
    "title",
    [
        "Joint statement",
        "Joint Statement",
    ],
)
def test_a_kind_that_is_the_title_is_not_said_twice(statement: Write, title: str) -> None:
    made = read(statement(with_front(f"title: {title}\nkind: joint statement")))
    above = front(made, language.load("en"), theme.load(theme.DEFAULT))
    assert (above.parties, above.aside) == ((), ())


def test_a_kind_in_another_language_is_printed_as_written(above: Compose) -> None:
    made = above("kind: {text: speech, language: en}", "sv")
    assert words(*made.parties) == ["speech"]


@pytest.mark.parametrize(
    ("length", "size"), [(28, "short"), (29, "medium"), (71, "long"), (141, "huge")]
)
def test_a_long_title_is_set_smaller(statement: Write, length: int, size: str) -> None:
    made = read(statement(with_front("title: " + ("x " * length)[: length - 1] + "x")))
    assert front(made, language.load("en"), theme.load(theme.DEFAULT)).title_size == size


@pytest.mark.parametrize(
    ("length", "size"), [(22, "short"), (23, "medium"), (30, "long"), (39, "huge")]
)
def test_a_title_of_a_long_word_is_set_smaller(statement: Write, length: int, size: str) -> None:
    made = read(statement(with_front("title: " + "x" * length)))
    assert front(made, language.load("en"), theme.load(theme.DEFAULT)).title_size == size


@pytest.mark.parametrize(
    ("matter", "foot"),
    [
        ("", ()),
        ("symbol: X/1", ("X/1",)),
        ("issued: 2023-09-29", ("29 September 2023",)),
        (
            "symbol: X/1\nissued: 2023-09-29",
            ("X/1 · 29 September 2023", "X/1", "29 September 2023"),
        ),
    ],
)
def test_the_foot_says_symbol_and_date_or_one_of_them(
    above: Compose, matter: str, foot: tuple[str, ...]
) -> None:
    assert above(matter).foot == foot


def test_the_parts_of_the_foot_keep_their_order_from_right_to_left(above: Compose) -> None:
    made = above("symbol: X/1\nissued: 2023-09-29", "ar")
    assert made.foot[0] == "X/1\u200f · \u200f29 سبتمبر 2023"


def test_a_wide_letter_counts_as_two_in_a_title(statement: Write) -> None:
    made = read(statement(with_front("title: " + "灯" * 15)))
    assert front(made, language.load("en"), theme.load(theme.DEFAULT)).title_size == "medium"


def test_facts_keep_their_order_and_their_languages(above: Compose) -> None:
    made = above(
        "symbol: X/1\nevent: B\nplace: {text: C, language: fr}\n"
        "updated: 2023-09-30\nissued: 2023-09-29"
    )
    labels = ["Issued", "Last updated", "Place", "Occasion", "Reference"]
    assert [fact.label for fact in made.facts] == labels
    assert made.facts[2].value.language == "fr"


def test_the_many_issuers_of_a_case_are_all_listed() -> None:
    made = read(CASES / "many-issuers.en.md")
    listed = front(made, language.load("en"), theme.load(theme.DEFAULT)).issuers
    assert listed
    assert len(listed.entries) == 24
