"""The alternat: each party's original names that party first, and changes nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import turns
from communique.design import language
from communique.model.body import Body
from communique.model.faults import Fault, StatementError
from communique.model.statement import FrontMatter, Statement
from communique.read.source import read
from tests.samples import with_body, with_front
from tests.turns.texts import FERRY_DA, FERRY_EN, pair

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write

THREE = (
    "title: A\nissuers:\n"
    "  - {country: Norland, name: A}\n  - {country: Sudland, name: B}\n"
    "  - {country: Norland, name: C}\n  - {country: Ostland, name: D}\n"
    "signatures:\n  signatories:\n"
    "    - {name: D}\n    - {name: A}\n    - {name: X, party: Sudland}\n    - {name: C}"
)
ASK = "leave it if it may be so, or write this original as a statement of its own"


def of(statement: Statement, number: int) -> Statement:
    return turns.turned(statement, f"alternat-{number}")


def issuers(statement: Statement) -> list[str]:
    return [str(issuer.name or issuer.country) for issuer in statement.matter.issuers]


def signatories(statement: Statement) -> list[str]:
    assert statement.matter.signatures
    return [str(by.name) for by in statement.matter.signatures.signatories]


def remarks(statement: Statement) -> list[str]:
    return [
        f"{each.path.name}:{each.line}: {each.key}: {each.wrong}; {each.instead}"
        for version in statement.versions
        if version.turned
        for each in version.turned.remarks
        if isinstance(each, Fault)
    ]


@pytest.mark.parametrize(
    ("number", "named", "signed"),
    [
        (1, ["A", "C", "B", "D"], ["A", "C", "D", "X"]),
        (2, ["B", "A", "C", "D"], ["X", "D", "A", "C"]),
        (3, ["D", "A", "B", "C"], ["D", "A", "X", "C"]),
    ],
)
def test_a_party_stands_first_with_all_who_speak_and_sign_for_it_and_others_as_written(
    statement: Write, number: int, named: list[str], signed: list[str]
) -> None:
    made = of(read(statement(with_front(THREE))), number)
    assert issuers(made) == named
    assert signatories(made) == signed
    assert remarks(made) == []


def test_nothing_else_is_changed_and_the_facts_say_whose_original_it_is(statement: Write) -> None:
    read_ = read(statement(FERRY_EN, "ferry.en.md"))
    made = of(read_, 2)
    assert issuers(made) == ["Sudland", "Norland"]
    assert signatories(made) == ["John Reed", "Ada Holm"]
    assert made.turned
    assert made.turned.name == "alternat-2"
    assert made.turned.original == read_
    assert [(label, str(value)) for label, value in made.turned.facts] == [
        ("Original for", "Sudland")
    ]
    same = {"issuers": read_.matter.issuers, "signatures": read_.matter.signatures}
    assert made.matter.model_copy(update=same) == read_.matter
    assert replace(made, matter=read_.matter, turned=None) == read_


def test_a_party_in_another_language_is_named_in_it_by_the_facts(statement: Write) -> None:
    named = "[{country: {text: Danmark, language: da}}, {organisation: NATO}]"
    made = of(read(statement(with_front(f"title: A\nissuers: {named}"))), 1)
    assert made.turned
    assert [value for _, value in made.turned.facts] == [made.matter.issuers[0].country]


def test_a_language_without_the_label_says_that_it_is_an_original(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = language.load("en")
    labels = english.labels.model_copy(update={"alternat": None})
    without = replace(english, file=english.file.model_copy(update={"labels": labels}))
    monkeypatch.setattr(language, "load", lambda _: without)
    made = of(read(statement(with_front("title: A\nissuers: [{name: B}, {name: C}]"))), 1)
    assert made.turned
    assert [label for label, _ in made.turned.facts] == ["Original"]


@pytest.mark.parametrize("tag", language.names())
def test_every_language_says_whose_original_it_is(tag: str) -> None:
    assert language.load(tag).labels.alternat


# What has no originals


@pytest.mark.parametrize(
    ("front", "number", "fault"),
    [
        (
            "kind: letter",
            1,
            "1: issuers: an original for each party needs two parties, and there is none",
        ),
        (
            "issuers: [{name: B, country: C}, {name: D, country: C}]",
            1,
            "3: issuers: an original for each party needs two parties, and there is one, C",
        ),
        (
            "issuers: [{name: B}, {name: C}]",
            3,
            "3: issuers: there is no original alternat-3; its parties are B, C; "
            "write a number from 1 to 2",
        ),
    ],
)
def test_what_has_no_such_original_is_refused_with_its_line(
    statement: Write, front: str, number: int, fault: str
) -> None:
    path = statement(with_front(f"title: A\n{front}"))
    if "needs two" in fault:
        fault += "; write each party as an item of its own, or leave out --as alternat"
    with pytest.raises(StatementError) as refused:
        of(read(path), number)
    assert str(refused.value) == f"{path}:{fault}"


def test_an_original_has_the_number_of_its_party(statement: Write) -> None:
    with pytest.raises(StatementError, match="there is no original alternat; its parties are B, C"):
        turns.turned(
            read(statement(with_front("title: A\nissuers: [{name: B}, {name: C}]"))), "alternat"
        )


def test_the_language_of_a_party_is_a_language(refusal: Refusal) -> None:
    hint = "write "
    (fault,) = refusal(with_front("title: A\nissuers:\n  - country: B\n    language: danish"))
    wrong = "5: issuers.1.language: danish is not the tag of a language; "
    assert fault.startswith(wrong + hint)


# What an author wrote in another order


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("title", "Norland’s gift to Sudland"),
        ("subtitle", "Norland meets Sudland"),
        ("byline", "by Norland’s Minister, and by the Minister of Sudland"),
        ("short_title", "Norland, Sudland"),
    ],
)
def test_what_is_written_above_the_text_in_another_order_is_told_and_left(
    statement: Write, key: str, words: str
) -> None:
    title = "" if key == "title" else "title: A\n"
    front = f"issuers: [{{country: Norland}}, {{country: Sudland}}]\n{title}{key}: {words}"
    made = read(statement(with_front(front)))
    assert remarks(of(made, 1)) == []
    line = 3 if key == "title" else 4
    wrong = "it names Norland before Sudland, in another order than this original"
    assert remarks(of(made, 2)) == [f"meeting.en.md:{line}: {key}: {wrong}; {ASK}"]
    assert str(getattr(of(made, 2).matter, key)) == words


TOLD = [
    ("en", "Norland", "Sudland", "The Government of Norland and the Government of Sudland agree."),
    ("en", "Norland", "Sudland", "NORLAND AND SUDLAND"),
    ("en", "Norland", "Sudland", "The Norland–Sudland line"),
    ("en", "Norland", "Sudland", "Norland, Sudland and others"),
    ("da", "Danmark", "Norge", "Danmarks regering og Norges regering er enige."),
    ("en", "Norland", "Sudland", f"Norland and {'x' * 54} Sudland"),
    ("ar", "الدنمارك", "المغرب", "الدنمارك الصديقة والمغرب"),
    ("ja", "北国A", "日本国", "本北国A、日本国は合意した。"),
    ("ar", "الدنمارك", "المغرب", "اتفقت الدنمارك والمغرب على ما يلي."),
    ("he", "דנמרק", "גרמניה", "דנמרק וגרמניה הסכימו."),
    ("ja", "日本国", "北国", "日本国、北国は次のとおり合意した。"),
    ("zh-Hans", "中国", "丹麦", "中国和丹麦达成协议。"),
    ("zh-Hans", "中国", "丹麦", "中国政府和丹麦政府达成协议。"),
    ("ru", "Дания", "Норвегия", "Дания и Норвегия согласились."),
]


@pytest.mark.parametrize(("tag", "one", "other", "text"), TOLD)
def test_a_list_of_the_parties_in_the_text_in_another_order_is_told(
    statement: Write, tag: str, one: str, other: str, text: str
) -> None:
    front = f"---\ntitle: A\nissuers: [{{country: {one}}}, {{country: {other}}}]\n---\n\n{text}\n"
    made = read(statement(front, f"meeting.{tag}.md"))
    assert remarks(of(made, 1)) == []
    wrong = f"it names {one} before {other}, in another order than this original"
    assert remarks(of(made, 2)) == [f"meeting.{tag}.md:6: text: {wrong}; {ASK}"]


@pytest.mark.parametrize(
    "text",
    [
        "Norland keeps the quay, and Sudland keeps the ship.",
        "Norland pays Sudland.",
        "Norland. And Sudland.",
        "Norland and its people, who for many years have been friends of those in Sudland",
        f"Norland and {'x' * 55} Sudland",
        "Norlandia and Sudlandia",
        "Northern Norland and Norland",
        "The Ministry and the Ministry",
        "Sudland and Norland",
    ],
)
def test_a_sentence_that_names_both_is_no_list(statement: Write, text: str) -> None:
    parties = "issuers: [{country: Norland}, {country: Sudland}]"
    made = read(statement(f"---\ntitle: A\n{parties}\n---\n\n{text}\n"))
    assert remarks(of(made, 2)) == []


def test_a_party_is_where_it_is_named_first_and_words_may_be_stressed(statement: Write) -> None:
    title = "Sudland, then Norland, then Sudland"
    parties = "issuers: [{country: Norland}, {country: Sudland}]"
    made = read(statement(f"---\ntitle: {title}\n{parties}\n---\n\nNorland *and* Sudland\n"))
    assert [each.split(": it")[0] for each in remarks(of(made, 2))] == ["meeting.en.md:6: text"]
    assert [each.split(": it")[0] for each in remarks(of(made, 1))] == ["meeting.en.md:2: title"]


def test_a_sentence_in_arabic_that_names_both_is_no_list(statement: Write) -> None:
    parties = "issuers: [{country: الدنمارك}, {country: المغرب}]"
    text = f"---\ntitle: A\n{parties}\n---\n\nتدعم الدنمارك حكومة المغرب.\n"
    assert remarks(of(read(statement(text, "meeting.ar.md")), 2)) == []


def test_notes_headings_and_cells_are_looked_at_each_with_its_line(statement: Write) -> None:
    body = "## Norland and Sudland\n\nText.[^1]\n\n| A |\n|---|\n| Norland/Sudland |\n\n"
    body = body.replace("| A |", "Table: Norland, Sudland\n\n| A |")
    body += "[^1]: Norland and Sudland."
    text = f"---\ntitle: A\nissuers: [{{country: Norland}}, {{country: Sudland}}]\n---\n\n{body}\n"
    assert [each.split(":")[1] for each in remarks(of(read(statement(text)), 2))] == [
        "6",
        "10",
        "14",
        "16",
    ]


# Who signs


@pytest.mark.parametrize(
    ("by", "party"),
    [
        ("name: ANNA BERG", "Norland"),
        ("name: X, party: Norland", "Norland"),
        ("name: X, party: the Strait Commission", "Strait Commission"),
        ("name: X, on_behalf: 'For Norlands regering:'", "Norland"),
        ("name: X, on_behalf: 'For Northern Norland:'", "Northern Norland"),
        ("name: X, party: Northern Norland, on_behalf: 'For Norland'", "Northern Norland"),
        ("name: X, party: Minister, on_behalf: 'For the EU:'", "EU"),
        ("name: X, on_behalf: 'For Neutria:'", ""),
        ("name: X, on_behalf: 'For Norland and the EU:'", ""),
        ("name: X, party: Ministry", ""),
        ("name: X", ""),
    ],
)
def test_for_whom_one_signs_is_known_by_name_party_or_what_stands_above(
    statement: Write, by: str, party: str
) -> None:
    parties = (
        "title: A\nissuers:\n  - {country: Norland, name: Anna Berg, organisation: Ministry}\n"
        "  - {country: Northern Norland, organisation: Ministry}\n"
        "  - {organisation: EU}\n  - {organisation: Strait Commission}\n"
    )
    names = ["Norland", "Northern Norland", "EU", "Strait Commission"]
    block = "signatures:\n  signatories:\n    - {name: Other, party: Nobody}\n"
    made = read(statement(with_front(f"{parties}{block}    - {{{by}}}")))
    first = [name for n, name in enumerate(names, 1) if signatories(of(made, n))[0] != "Other"]
    assert first == ([party] if party else [])


def test_signatures_of_whom_nobody_knows_whose_they_are_are_told(statement: Write) -> None:
    front = (
        "title: A\nissuers: [{country: B}, {country: C}]\n"
        "signatures:\n  signatories: [{name: X}, {name: Y, party: C}, {name: Z}]"
    )
    for number, order in ((1, ["X", "Y", "Z"]), (2, ["Y", "X", "Z"])):
        made = of(read(statement(with_front(front))), number)
        assert signatories(made) == order
        assert remarks(made) == [
            "meeting.en.md:4: signatures: it is not known for which party X, Z signs; "
            "name the party as issuers does: party: B or party: C"
        ]


def test_names_that_two_parties_have_are_those_of_none(statement: Write) -> None:
    front = (
        "title: B, then A\nissuers: [{country: A, organisation: B}, {country: B, organisation: A}]"
    )
    made = read(statement(with_front(front)))
    assert remarks(of(made, 1)) == remarks(of(made, 2)) == []


def test_a_party_for_which_nobody_signs_is_told(statement: Write) -> None:
    front = "title: A\nissuers: [{country: B}, {country: C}]\n"
    front += "signatures:\n  signatories: [{name: Y, party: C}]"
    made = read(statement(with_front(front)))
    assert remarks(of(made, 2)) == []
    wrong = "nobody signs for B, so that the signatures stay in their order"
    assert remarks(of(made, 1)) == [f"meeting.en.md:4: signatures: {wrong}; add who does"]


NAMES = st.sampled_from(["Norland", "Sudland", "EU", "Strait Commission", "Ostland"])


@given(st.lists(NAMES, min_size=2, max_size=6).filter(lambda names: len(set(names)) > 1), st.data())
def test_each_original_has_all_issuers_and_signatures_once(
    names: list[str], data: st.DataObject
) -> None:
    signed = data.draw(st.lists(st.sampled_from([*names, "Nobody"]), min_size=1, max_size=6))
    block = [{"name": f"P{n}", "party": party} for n, party in enumerate(signed)]
    matter = FrontMatter.model_validate(
        {
            "title": "A",
            "issuers": [{"country": name, "name": f"I{n}"} for n, name in enumerate(names)],
            "signatures": {"signatories": block},
        }
    )
    base = Statement(Path("a.en.md"), "a", "en", matter, Body(), b"")
    for number, party in enumerate(matter.parties, 1):
        made = of(base, number).matter
        assert made.parties[0] == party
        assert [each for each in made.parties if each != party] == [
            each for each in matter.parties if each != party
        ]
        assert sorted(str(by.name) for by in made.issuers) == sorted(
            str(by.name) for by in matter.issuers
        )
        assert made.signatures
        order = [str(by.party) for by in made.signatures.signatories]
        assert order == sorted(signed, key=lambda each: each != party)


# Two languages side by side


@pytest.mark.parametrize(("number", "order"), [(1, ["da", "en"]), (2, ["en", "da"])])
def test_the_language_of_the_party_stands_first(
    statement: Write, number: int, order: list[str]
) -> None:
    made = of(pair(statement), number)
    assert [version.language for version in made.versions] == order
    named = {"da": ["Nordland", "Sydland"], "en": ["Norland", "Sudland"]}
    for version in made.versions:
        assert issuers(version) == sorted(named[version.language], reverse=number == 2)
        assert signatories(version)[0] == ("Ada Holm", "John Reed")[number - 1]
        assert version.turned
        assert version.turned.original.language == version.language
    assert remarks(made) == []


@pytest.mark.parametrize(
    ("written", "stands"), [("en-GB", "en"), ("en-US-u-nu-latn", "en"), ("da", "da")]
)
def test_a_language_of_a_region_is_the_same_language(
    statement: Write, written: str, stands: str
) -> None:
    both = [
        text.replace("language: en", "language: X")
        .replace("language: da", "language: en-AU")
        .replace("language: X", f"language: {written}")
        for text in (FERRY_DA, FERRY_EN)
    ]
    assert of(pair(statement, *both), 2).language == stands


def test_the_same_tag_comes_before_the_same_language(statement: Write) -> None:
    text = FERRY_EN.replace("language: en", "language: en-US")
    first = read(statement(text, "ferry.en-GB.md"))
    both = replace(first, beside=read(statement(text, "ferry.en-US.md")))
    assert of(both, 2).language == "en-US"
    danish = read(statement(FERRY_DA.replace(", language: en}", "}"), "ferry.da.md"))
    assert of(replace(first, beside=danish), 2).language == "en-GB"
    assert of(replace(danish, beside=first), 2).language == "en-GB"


def test_one_version_is_enough_to_say_the_language_of_a_party(statement: Write) -> None:
    made = pair(statement, FERRY_DA.replace(", language: en}", "}"))
    assert of(made, 2).language == "en"
    assert remarks(of(made, 2)) == []


@pytest.mark.parametrize(
    ("written", "remark"),
    [
        (
            ", language: fr}",
            "the language of Sydland, fr, is neither of the two, so that Danish stays first; "
            "leave it if it may be so, or write language: da or language: en",
        ),
        (
            "}",
            "the language of Sydland is not given, so that Danish stays first; "
            "write language: da or language: en with its issuer",
        ),
    ],
)
def test_where_the_language_of_a_party_is_not_one_of_the_two_the_order_stays_and_is_told(
    statement: Write, written: str, remark: str
) -> None:
    both = [text.replace(", language: en}", written) for text in (FERRY_DA, FERRY_EN)]
    made = of(pair(statement, *both), 2)
    assert made.language == "da"
    assert remarks(made) == [f"ferry.da.md:5: issuers: {remark}"]


EACH = "name the same parties in the same order in both, each with one language"


@pytest.mark.parametrize(
    ("one", "other", "fault"),
    [
        (
            "[{country: Danmark}, {country: Tyskland}]",
            "[{country: Germany}, {country: Denmark}]",
            "issuer 1 is Danmark, and in @ Germany; " + EACH,
        ),
        (
            "[{country: A, language: da}, {country: B}]",
            "[{country: B, language: en}, {country: A}]",
            "issuer 1 is A, and in @ B; " + EACH,
        ),
        (
            "[{name: C, country: A}, {name: D, country: B}, {name: E, country: B}]",
            "[{name: C, country: A}, {name: D, country: B}, {name: E, country: A}]",
            "issuers are of the same party here or in @, and not in both; "
            "let each of both name a party in one way",
        ),
        (
            "[{name: C, country: A, language: da}, {name: D, country: A, language: en}, {name: E}]",
            "[{name: C, country: A}, {name: D, country: A}, {name: E}]",
            "the language of A is da and en; give it one language",
        ),
        (
            "[{country: A, language: en}, {name: E}]",
            "[{country: A, language: en-US}, {name: E}]",
            "the language of A is en and en-US; give it one language",
        ),
        (
            "[{country: A}, {country: B}, {country: C, language: fr}]",
            "[{country: A}, {country: B}, {country: B, language: fr, name: D}]",
            "issuers are of the same party here or in @, and not in both; "
            "let each of both name a party in one way",
        ),
        (
            "[{country: Danmark}, {country: A}, {country: Danmark, name: B}]",
            "[{country: Germany}, {country: A}, {country: A, name: B}]",
            "issuer 1 is Danmark, and in @ Germany; " + EACH,
        ),
        (
            "[{country: {text: Allemagne, language: fr}}, {country: A}]",
            "[{country: Denmark}, {country: A}]",
            "issuer 1 is Allemagne, and in @ Denmark; " + EACH,
        ),
    ],
)
def test_two_versions_that_name_other_parties_at_one_place_are_refused(
    statement: Write, one: str, other: str, fault: str
) -> None:
    texts = [with_front(f"title: A\nissuers: {each}") for each in (one, other)]
    made = pair(statement, *texts)
    assert made.beside
    with pytest.raises(StatementError) as refused:
        of(made, 1)
    wrong = fault.replace("@", f"{made.beside.path}:3")
    first, *others = str(refused.value).split("\n")
    assert first == f"{made.path}:3: issuers: {wrong}"
    assert all(": issuers: issuer 2 is " in each for each in others)


def test_countries_that_no_dictionary_knows_may_be_the_same(statement: Write) -> None:
    one = with_front("title: A\nissuers: [{country: Danmark}, {organisation: B}]")
    other = with_front("title: A\nissuers: [{country: Denmark}, {country: Ostland}]")
    assert of(pair(statement, one, other), 1).language == "da"


# The table of turns


@pytest.mark.parametrize(
    ("name", "number"),
    [("alternat-1", 1), ("alternat-12", 12), ("alternat", 0), ("alternat-0", 0), ("plain-1", 0),
     ("alternat-01", 0), ("alternat-x", 0), ("alternat-1-2", 0), ("alternat-", 0), ("other-1", 0)],
)  # fmt: skip
def test_a_number_is_that_of_a_party(name: str, number: int) -> None:
    assert turns.number_of(name) == number
    assert turns.is_known(name) is (number > 0 or name == "alternat")


def test_one_is_made_for_each_party_unless_a_number_is_given() -> None:
    assert turns.names("alternat", 2) == ("alternat-1", "alternat-2")
    assert turns.names("alternat", 0) == ("alternat",)
    assert turns.names("alternat-2", 3) == ("alternat-2",)
    assert turns.names("plain", 2) == ("plain",)


def test_a_plain_statement_stays_the_same(statement: Write) -> None:
    made = read(statement(with_body("Text.")))
    assert turns.turned(made, "plain") is made
