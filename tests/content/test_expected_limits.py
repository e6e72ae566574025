"""What a page must say: where one form of it ends and the next begins."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.content import expected, expected_margins, running_heads
from communique.content.content import Content, content_of
from communique.content.texts import texts
from communique.design import edition
from communique.read.source import read
from tests.samples import with_front

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Write

    Say = Callable[..., Content]


@pytest.fixture
def say(statement: Write) -> Say:
    """Return what gives the content of a statement with this front matter and text."""

    def said(matter: str, body: str = "A text.", name: str = "a.en.md") -> Content:
        written = (
            with_front(f"title: A\n{matter}") if "title:" not in matter else with_front(matter)
        )
        path = statement(written.partition("---\n\n")[0] + f"---\n\n{body}\n", name)
        return content_of(read(path), edition.load("standard"))

    return said


def named(countries: list[str]) -> str:
    """Return front matter with these issuers."""
    return "issuers:\n" + "".join(f"  - country: {country}\n" for country in countries)


def sides(content: Content) -> list[tuple[str, list[str]]]:
    """Return the key and the words of each side of the masthead."""
    (version,) = content.versions
    found = expected.masthead(version.statement.matter, version.language)
    return [(key, [str(phrase) for phrase in phrases]) for key, phrases in found]


def words(content: Content, key: str = "") -> list[str]:
    """Return the texts that the front-matter `key` asks for, or all."""
    line = content.statement.line(key)
    return [text.words for text in texts(content) if not key or text.line == line]


def test_a_masthead_names_up_to_four_parties_of_sixty_characters(say: Say) -> None:
    four = [f"Land {number}" for number in range(4)]
    assert sides(say(named(four)))[0] == ("issuers", four)
    assert sides(say(named([*four, "Land 5"])))[0] == ("kind", [])
    assert sides(say(named(["a" * 30, "b" * 30])))[0] == ("issuers", ["a" * 30, "b" * 30])
    assert sides(say(named(["a" * 30, "b" * 31])))[0] == ("kind", [])


def test_a_party_is_a_country_or_else_an_organisation_a_name_an_office(say: Say) -> None:
    issuers = (
        "issuers:\n"
        "  - {name: Ada, office: Minister, organisation: Board, country: Upland}\n"
        "  - {name: Ada, office: Minister, organisation: Board}\n"
        "  - {name: Ada, office: Minister}\n"
        "  - {office: Minister}\n"
        "  - {country: Upland}\n"
    )
    assert sides(say(issuers))[0] == ("issuers", ["Upland", "Board", "Ada", "Minister"])


def test_kind_and_symbol_stand_beside_the_parties_or_the_date_does(say: Say) -> None:
    kind, symbol, issued = "kind: speech\n", "symbol: S/1\n", "issued: 2024-05-02\n"
    upland = named(["Upland"])
    parties = ("issuers", ["Upland"])
    assert sides(say(upland + kind + symbol + issued)) == [parties, ("kind", ["Speech", "S/1"])]
    assert sides(say(upland + symbol + issued)) == [parties, ("symbol", ["S/1"])]
    assert sides(say(upland + kind + issued)) == [parties, ("kind", ["Speech"])]
    assert sides(say(upland + issued)) == [parties, ("issued", ["2 May 2024"])]
    assert sides(say(kind + symbol + issued)) == [("kind", ["Speech"]), ("symbol", ["S/1"])]
    assert sides(say(kind + issued)) == [("kind", ["Speech"]), ("issued", ["2 May 2024"])]
    assert sides(say(kind)) == [("kind", ["Speech"]), ("symbol", [])]
    assert sides(say("")) == [("kind", []), ("symbol", [])]


def test_a_kind_that_the_title_says_is_not_said_again(say: Say) -> None:
    assert sides(say("title: A SPEECH\nkind: a speech\n"))[0] == ("kind", [])
    assert sides(say("title: SPEECH\nkind: speech\n"))[0] == ("kind", [])
    assert sides(say("title: Rede\nkind: {text: rede, language: de}\n"))[0] == ("kind", [])
    assert sides(say("kind: {text: speech, language: de}\n"))[0] == ("kind", ["speech"])


def test_a_byline_is_written_or_composed_of_issuers_that_are_all_styled(say: Say) -> None:
    def byline(matter: str) -> tuple[str, list[str]]:
        (version,) = say(matter).versions
        key, phrases = expected.byline(version.statement.matter, version.language)
        return key, [str(phrase) for phrase in phrases]

    two = "issuers:\n  - {country: A, styled: the A}\n  - {country: B, styled: the B}\n"
    assert byline("byline: by us\n" + named(["Upland"])) == ("byline", ["by us"])
    for none in ("none", "None", "NONE"):
        assert byline(f"byline: {none}\n" + named(["Upland"])) == ("byline", [])
    assert byline(two) == ("issuers", ["by the A and the B"])
    assert byline(two + "event: Fair\n") == ("issuers", ["by the A and the B following the Fair"])
    assert byline(named(["A", "B"])) == ("issuers", [])
    assert byline("") == ("issuers", [])


def test_what_all_issuers_share_stands_above_their_list_once(say: Say) -> None:
    def listed(matter: str) -> list[str]:
        return words(say(matter), "issuers")

    one, other = (
        "{name: Ada, office: Miller, country: A}",
        "{name: Ben, office: Miller, country: B}",
    )
    head = "symbol: S/1\nkind: speech\n"
    assert listed(f"{head}issuers:\n  - {one}\n  - {other}\n") == [
        "A · B",
        "Miller",
        "Ada A",
        "Ben B",
    ]
    assert listed(f"{head}issuers:\n  - {one}\n") == ["A", "Ada Miller A"]
    assert listed(f"{head}issuers:\n  - {one}\n  - {one}\n") == [
        "A",
        "Ada Miller A",
        "Ada Miller A",
    ]
    assert listed(f"{head}byline: by us\nissuers:\n  - {one}\n  - {other}\n") == ["A · B"]
    organisations = (
        "issuers:\n  - {organisation: A, country: C}\n  - {organisation: B, country: C}\n"
    )
    assert listed(head + organisations) == ["C", "C", "A", "B"]


@pytest.mark.parametrize(
    ("title", "forms"),
    [
        ("One two, six", ["One two, six", "One two …", "One …"]),
        ("a b – c", ["a b – c", "a b …", "a …"]),
        ("a 30 000 b c", ["a 30 000 b c", "a 30 000 b …", "a …"]),
        ("a 30\u202f000 b", ["a 30 000 b", "a …"]),
        ("2026 ab", ["2026 ab"]),
        ("EUR5 a b", ["EUR5 a b", "EUR5 a …", "EUR5 …"]),
        ("G20 K7: 5 C9", ["G20 K7: 5 C9", "G20 K7 …", "G20 …"]),
        (
            "2026 " + "a" * 14 + "1",
            ["2026 " + "a" * 14 + "1", *(f"2026 {'a' * n} …" for n in (14, 13, 12, 11))],
        ),
        ("第２０回 a", ["第２０回 a", "第２０回 …", "第 …"]),
        ("a" * 18, ["a" * 18, "a" * 17 + " …", "a" * 16 + " …"]),
        ("a" * 15 + "n\u0303o", ["a" * 15 + "n\u0303o", "a" * 15 + "n\u0303 …"]),
        ("灯、海と b", ["灯、海と b", "灯、海と …", "灯、海 …", "灯 …"]),
    ],
)
def test_a_running_head_says_all_of_a_title_or_its_beginning(
    say: Say, title: str, forms: list[str]
) -> None:
    (version,) = say(f"title: '{title}'\n").versions
    assert expected_margins.running_titles(version.statement) == forms
    assert list(version.front.running) == forms


def test_a_short_title_stands_where_the_whole_has_no_room(say: Say) -> None:
    (version,) = say("title: One two three\nshort_title: One six\n").versions
    forms = ["One two three", "One six", "One …"]
    assert expected_margins.running_titles(version.statement) == forms
    assert list(version.front.running) == forms


def test_a_short_title_of_one_long_word_gives_its_place_to_the_beginning_of_the_whole(
    say: Say,
) -> None:
    whole, short = "Verordnung über Bauteile der Wasserwerke", "Bauteilekennzeichnungsverordnung"
    (version,) = say(f"title: {whole}\nshort_title: {short}\n").versions
    forms = [whole, short, "Verordnung über Bauteile …", "Verordnung über …"]
    forms += ["Verordnung …"]
    assert expected_margins.running_titles(version.statement) == forms
    assert list(version.front.running) == forms


_WORDS = st.text("ab7 ,–:n\u0303灯、２", min_size=1).map(str.strip).filter(bool)


@given(_WORDS, st.none() | _WORDS)
def test_composing_and_proof_cut_a_running_head_alike(words: str, short: str | None) -> None:
    matter = SimpleNamespace(title=SimpleNamespace(text=words), short_title=short)
    statement: Any = SimpleNamespace(matter=matter)
    assert [*running_heads.forms(words, short)] == expected_margins.running_titles(statement)


def test_only_sections_are_named_in_the_running_head(say: Say) -> None:
    content = say("", "## Ones *twos* four[^1]\n\n### Five\n\nA text.\n\n[^1]: A note.")
    section, part = content.statement.body.headings
    assert expected_margins.running_sections(section)[:2] == ["Ones twos four", "Ones twos …"]
    assert expected_margins.running_sections(part) == []


def test_a_foot_has_symbol_and_day_or_one_of_them(say: Say) -> None:
    day = "issued: 2024-05-02 09:30\n"
    assert expected_margins.foot(say("symbol: S/1\n" + day)) == [
        "S/1 · 2 May 2024",
        "S/1",
        "2 May 2024",
    ]
    assert expected_margins.foot(say("symbol: S/1\n")) == ["S/1"]
    assert expected_margins.foot(say(day)) == ["2 May 2024"]
    assert expected_margins.foot(say("")) == []


def test_side_by_side_the_foot_is_that_of_the_version_from_left_to_right(say: Say) -> None:
    arabic = say("symbol: A/1\n", name="a.ar.md").statement
    english = say("symbol: E/1\n").statement
    hebrew = say("symbol: H/1\n", name="a.he.md").statement
    for one, other, foot in (
        (arabic, english, "E/1"),
        (english, arabic, "E/1"),
        (arabic, hebrew, "A/1"),
    ):
        pair = content_of(replace(one, beside=other), edition.load("parallel"))
        assert expected_margins.foot(pair) == [foot]
        assert expected_margins.folio(pair, 2, 5) == "2 / 5"
        assert expected.is_parallel(pair)
        assert expected.is_mirrored(pair) is (foot == "A/1")
        assert [expected.prefix(pair, version) for version in pair.versions] == [
            f"{one.language}-",
            f"{other.language}-",
        ]
        assert not expected.has_contents(pair)
    assert expected_margins.folio(say(""), 2, 5) == "Page 2 of 5"
    assert expected.prefix(say(""), say("").versions[0]) == ""


def test_a_list_of_contents_is_asked_for_or_the_text_is_long(say: Say) -> None:
    def listed(headings: int, count: int, matter: str = "") -> int:
        """Return how many headings are listed of a text with so many headings and words."""
        sections = [f"## Part{number}" for number in range(headings - 1)]
        lesser = ["### Lesser", "#### Least"]
        body = "\n\n".join([*sections, *lesser, "word " * (count - headings - 1)])
        content = say(matter, body)
        found = expected.listed_headings(content, content.versions[0])
        assert content.contents(content.versions[0]) == found
        return len(found)

    assert listed(5, 2500) == 5
    assert listed(5, 2499) == 0
    assert listed(4, 4000) == 0
    assert listed(2, 10, "contents: true\n") == 2
    assert listed(9, 4000, "contents: false\n") == 0
    for depth, found in (("1", 1), ("2", 2), ("3", 3), ("5", 3)):
        assert listed(2, 10, f"contents: {depth}\n") == found
        assert listed(9, 4000, f"contents: {depth}\n") == found + 7


@pytest.mark.parametrize(
    ("heading", "is_annex"),
    [
        ("## Annex", True),
        ("## Annex 1: Things", True),
        ("## ANNEX", True),
        ("## 3. Annex", True),
        ("## 12 Annex", True),
        ("## Annexes", False),
        ("## The Annex", False),
        ("### Annex", False),
    ],
)
def test_an_annex_is_a_section_that_begins_with_the_word(
    say: Say, heading: str, *, is_annex: bool
) -> None:
    content = say("", f"## First\n\nA text.\n\n{heading}\n\nMore.\n\n## Last\n\nWords.")
    (version,) = content.versions
    text, annexes = expected.split(content, version)
    assert [*text, *annexes] == list(version.statement.body.children)
    assert len(annexes) == (4 if is_annex else 0)


def test_an_annex_in_one_of_two_languages_is_one_in_both(say: Say) -> None:
    english = say("", "## First\n\nA text.\n\n## Annex\n\nMore.").statement
    french = say("", "## Un\n\nUn texte.\n\n## Plan\n\nPlus.", "a.fr.md").statement
    for one, other in ((english, french), (french, english)):
        content = content_of(replace(one, beside=other), edition.load("parallel"))
        assert expected.annexes(content) == list(content.annexes) == [2]
        for version in content.versions:
            every = version.statement.body.children
            assert expected.split(content, version) == (every[:2], every[2:])
            assert content.blocks(version) == (every[:2], every[2:])


def test_what_is_signed_names_who_signed_where_and_when(say: Say) -> None:
    block = "signatures:\n  signatories:\n    - {name: Ada, office: Miller, party: Upland}\n"
    assert words(say(block), "signatures") == ["Ada Miller Upland"]
    where = block.replace("  signatories", "  place: Mill\n  signed: true\n  signatories", 1)
    assert words(say(where), "signatures") == ["Mill", "(Signed) Ada Miller Upland"]
    when = where.replace("  place", "  date: 2024-05-02\n  place", 1)
    assert words(say(when), "signatures") == ["Mill, 2 May 2024", "(Signed) Ada Miller Upland"]
    only = block.replace("  signatories", "  date: 2024-05-02\n  signatories", 1)
    assert words(say(only), "signatures")[0] == "2 May 2024"


def test_what_a_text_begins_with_is_no_annex_to_it(say: Say) -> None:
    content = say("", "## Annex 1\n\nA text.\n\n## Annex 2\n\nWords.")
    assert expected.annexes(content) == [2]
    assert content.annexes == (2,)
