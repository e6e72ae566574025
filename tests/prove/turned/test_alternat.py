"""A party's original that is not what it promises is refused, whatever turned it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults, ProofError
from communique.model.statement import FrontMatter
from communique.pdf_reading.reading import Reading
from communique.prove.turned import alternat as proof
from communique.read.source import read
from communique.run import pipeline
from communique.turns import alternat, parties, turned, versions
from tests.samples import with_body
from tests.turns.texts import FERRY_EN, pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.content.content import Content
    from communique.model.body import Node
    from communique.model.statement import Statement
    from tests.conftest import Write

    Change = Callable[[Statement], Statement]

HAS_NOT = "the text as it was written has this and the original has not: "
FRONT = "title: A\nissuers: [{country: Norland}, {country: Sudland}]"
SAYS = "alternat: this original does not say in its place: "


def refused(statement: Statement, kind: str = "standard", output: str = "pdf") -> list[str]:
    """Return what the proof says of the second party's original; nothing where it is proven."""
    try:
        pipeline.make(statement, kind, (output,), turn="alternat-2")
    except ProofError as error:
        return [f"{each.path.name}:{each.line}: {each.key}: {each.wrong}" for each in error.faults]
    return []


@pytest.fixture
def spoilt(monkeypatch: pytest.MonkeyPatch) -> Callable[[Change], None]:
    """Let the turn make something else."""

    def spoil(change: Change) -> None:
        make = alternat.turned
        monkeypatch.setattr(alternat, "turned", lambda *told: change(make(*told)))

    return spoil


def with_matter(key: str) -> Change:
    """Return a turn that leaves what the key says as it was written."""

    def change(made: Statement) -> Statement:
        assert made.turned
        old = getattr(made.turned.original.matter, key)
        return replace(made, matter=made.matter.model_copy(update={key: old}))

    return change


def with_other(**changed: Any) -> Change:
    return lambda made: replace(made, matter=made.matter.model_copy(update=changed))


def with_node(kind: str, /, **changed: Any) -> Change:
    """Return a turn that changes all nodes of a kind."""

    def other(node: Node) -> Node:
        node = replace(node, children=tuple(map(other, node.children)))
        return replace(node, **changed) if node.kind == kind else node

    def change(made: Statement) -> Statement:
        return replace(
            made, body=replace(made.body, children=tuple(map(other, made.body.children)))
        )

    return change


def kind_of(kind: str, other: str) -> Change:
    return with_node(kind, kind=other)


@pytest.mark.parametrize("output", ["pdf", "text"])
def test_what_is_turned_as_it_should_be_is_proven(statement: Write, output: str) -> None:
    assert refused(read(statement(FERRY_EN, "ferry.en.md")), output=output) == []


def test_a_turn_that_forgets_the_signatures_is_refused(
    statement: Write, spoilt: Callable[[Change], None]
) -> None:
    spoilt(with_matter("signatures"))
    assert refused(read(statement(FERRY_EN, "ferry.en.md"))) == [
        f"ferry.en.md:8: {SAYS}Ada Holm",
        f"ferry.en.md:8: {SAYS}For the Government of Norland:",
        f"ferry.en.md:8: {SAYS}For the Government of Sudland:",
        f"ferry.en.md:8: {SAYS}John Reed",
    ]


def test_a_turn_that_forgets_masthead_and_byline_is_refused(
    statement: Write, spoilt: Callable[[Change], None]
) -> None:
    spoilt(with_matter("issuers"))
    byline = "by the Minister of Sudland, John Reed and … (14 words)"
    found = refused(read(statement(FERRY_EN, "ferry.en.md")))
    assert f"ferry.en.md:5: {SAYS}Sudland · Norland" in found
    assert f"ferry.en.md:5: {SAYS}{byline}" in found


def test_a_turn_that_forgets_the_list_of_issuers_is_refused(
    statement: Write, spoilt: Callable[[Change], None]
) -> None:
    listed = FERRY_EN.replace("styled: ", "office: ")
    spoilt(with_matter("issuers"))
    found = refused(read(statement(listed, "ferry.en.md")))
    assert f"ferry.en.md:5: {SAYS}the Minister of Sudland, John Reed Sudland" in found


def test_a_turn_that_says_another_party_or_none_in_the_facts_is_refused(
    statement: Write, spoilt: Callable[[Change], None]
) -> None:
    def other(made: Statement) -> Statement:
        assert made.turned
        return replace(made, turned=replace(made.turned, facts=(("Original for", "Norland"),)))

    spoilt(other)
    made = read(statement(FERRY_EN, "ferry.en.md"))
    assert refused(made) == [f"ferry.en.md:2: {SAYS}Sudland"]

    def none(made: Statement) -> Statement:
        assert made.turned
        return replace(made, turned=replace(made.turned, facts=()))

    spoilt(none)
    fewer = "alternat: it has more texts than this original, or fewer"
    assert f"ferry.en.md:1: {fewer}" in refused(made)


@pytest.mark.parametrize("titled", ["", "Original for · Norland"])
def test_a_turn_that_says_another_party_or_none_in_the_title_of_the_file_is_refused(
    statement: Write, spoilt: Callable[[Change], None], titled: str
) -> None:
    def other(made: Statement) -> Statement:
        assert made.turned
        return replace(made, turned=replace(made.turned, titled=titled))

    spoilt(other)
    assert any("title" in fault for fault in refused(read(statement(FERRY_EN, "ferry.en.md"))))


@pytest.mark.parametrize("output", ["pdf", "text"])
def test_a_turn_that_changes_the_text_is_refused(
    statement: Write, spoilt: Callable[[Change], None], output: str
) -> None:
    changed = FERRY_EN.replace("every day", "at times").replace("1,250", "1,350")
    other = read(statement(changed.replace("the old quay", "a quay"), "other.en.md"))
    spoilt(lambda made: replace(made, body=other.body))
    found = refused(read(statement(FERRY_EN, "ferry.en.md")), output=output)
    lost = "alternat: the text as it was written has this and the original has not: "
    added = "alternat: this is not in the text as it was written: "
    assert {each for each in found if lost in each or added in each} >= {
        f"ferry.en.md:16: {lost}The ferry sails every day.",
        f"ferry.en.md:16: {added}The ferry sails at times.",
        f"ferry.en.md:20: {lost}1,250",
        f"ferry.en.md:20: {added}1,350",
        f"ferry.en.md:24: {lost}From the old quay.",
    }


@pytest.mark.parametrize(
    ("key", "value"), [("title", {"text": "Other"}), ("contact", {"text": "Other"})]
)
def test_a_turn_that_changes_the_title_or_adds_a_contact_is_refused(
    statement: Write, spoilt: Callable[[Change], None], key: str, value: dict[str, str]
) -> None:
    other = FrontMatter.model_validate({"title": "A", key: value})
    spoilt(with_other(**{key: getattr(other, key)}))
    assert any("alternat: " in each for each in refused(read(statement(FERRY_EN, "ferry.en.md"))))


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (kind_of("emphasis", "strong"), f"{HAS_NOT}emphasis every"),
        (kind_of("heading", "paragraph"), f"{HAS_NOT}heading Terms"),
        (with_node("link", target="https://example.com/"), f"{HAS_NOT}link the quay"),
        (with_node("heading", level=3), f"{HAS_NOT}heading Terms"),
        (with_node("item", marker="•"), f"{HAS_NOT}item 1."),
        (with_node("list", numbering="LowerAlpha"), f"{HAS_NOT}list One."),
        (with_node("call", number=2), f"{HAS_NOT}call"),
        (with_other(keywords=("sea",)), "its front matter is not that of this original"),
    ],
)
def test_a_turn_that_changes_what_is_no_word_is_refused(
    statement: Write, change: Change, wrong: str
) -> None:
    body = "The ferry sails *every* day from [the quay](https://example.org).[^1]\n\n## Terms\n\n"
    text = f"---\n{FRONT}\n---\n\n{body}1. One.\n\n[^1]: A note.\n"
    made = alternat.turned(read(statement(text, "ferry.en.md")), "alternat-2")
    for each, refused_ in ((made, False), (change(made), True)):
        faults = Faults(made.path)
        proof.note_other_words(content_of(each, edition.load("standard")), faults)
        assert (f"alternat: {wrong}" in [f"{f.key}: {f.wrong}" for f in faults]) is refused_
        assert bool(list(faults)) is refused_


def test_a_turn_that_leaves_the_statement_as_it_was_written_is_refused(
    statement: Write, spoilt: Callable[[Change], None]
) -> None:
    spoilt(lambda made: made.turned.original if made.turned else made)
    wrong = "turn: this is not what --as alternat-2 makes"
    assert refused(read(statement(FERRY_EN, "ferry.en.md"))) == [f"ferry.en.md:1: {wrong}"]


def test_a_text_output_with_the_parties_in_the_written_order_is_refused(
    statement: Write, spoilt: Callable[[Change], None]
) -> None:
    spoilt(with_matter("signatures"))
    assert refused(read(statement(FERRY_EN, "ferry.en.md")), output="text") != []


def test_a_parallel_edition_with_the_other_language_first_is_refused(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = pair(statement)
    assert refused(both, "parallel") == []
    monkeypatch.setattr(versions, "placed", lambda found, _: found.versions)
    wrong = "alternat: the language en of the party does not stand first"
    assert refused(both, "parallel") == [f"ferry.da.md:5: {wrong}"]


def test_second_versions_are_proven_too(statement: Write, spoilt: Callable[[Change], None]) -> None:
    def change(made: Statement) -> Statement:
        assert made.beside
        return replace(made, beside=with_matter("signatures")(made.beside))

    spoilt(change)
    found = refused(pair(statement), "parallel")
    assert f"ferry.da.md:8: {SAYS}Ada Holm" in found
    assert not any(each.startswith("ferry.en.md") for each in found)


# Rules asked alone


def noted(content: Content, data: bytes) -> list[str]:
    reading, faults = Reading(data), Faults(content.versions[0].statement.path)
    for rule in (proof.own_order, proof.own_side, proof.own_words):
        rule(content, reading, faults)
    return [f"{each.key}: {each.wrong}" for each in faults]


def test_a_pdf_whose_columns_have_changed_their_sides_is_refused(statement: Write) -> None:
    both = pair(statement)
    data = pipeline.make(both, "parallel", turn="alternat-1").files["pdf"].data
    content = content_of(turned(both, "alternat-1"), edition.load("parallel"))
    assert noted(content, data) == []
    reading = Reading(data)
    vars(reading)["blocks"] = [
        replace(block, pieces=tuple(replace(each, left=600 - each.left) for each in block.pieces))
        for block in reading.blocks
    ]
    faults = Faults(content.versions[0].statement.path)
    proof.own_side(content, reading, faults)
    assert [each.wrong for each in faults] == ["the version that stands first is not read first"]
    other = content_of(turned(both, "alternat-2"), edition.load("parallel"))
    faults = Faults(other.versions[0].statement.path)
    reading = Reading(data)
    proof.own_side(replace(other, versions=other.versions[::-1]), reading, faults)
    assert [(each.line, each.wrong) for each in faults] == [
        (5, "the language en of the party does not stand first")
    ]


def test_what_is_no_original_is_not_asked(statement: Write) -> None:
    made = read(statement(with_body("Some words.")))
    content = content_of(made, edition.load("standard"))
    assert not proof.is_one(content)
    assert proof.worked_out(content) is content
    assert noted(content, pipeline.make(made, "standard").files["pdf"].data) == []


def test_tables_that_become_lists_have_the_words_of_the_original(statement: Write) -> None:
    cells = " | ".join(f"{'longish' * 3}{n}" for n in range(12))
    rule = "|".join(["---"] * 12)
    table = f"| {cells} |\n|{rule}|\n| {cells} |\n| {cells.upper()} |\n"
    text = FERRY_EN.replace("Done in two", f"{table}\nDone in two")
    assert refused(read(statement(text, "ferry.en.md")), "large-print") == []
    assert refused(read(statement(text, "ferry.en.md")), output="text") == []


@pytest.mark.parametrize("number", ["0", "3", "x", ""])
def test_the_original_of_a_party_that_there_is_not_is_refused(
    statement: Write, number: str
) -> None:
    made = turned(read(statement(FERRY_EN, "ferry.en.md")), "alternat-1")
    assert made.turned
    other = replace(made, turned=replace(made.turned, name=f"alternat-{number}"))
    content = content_of(other, edition.load("standard"))
    pdf = pipeline.make(read(statement(FERRY_EN, "ferry.en.md")), "standard").files["pdf"].data
    said = f"alternat: there is no party of the number of alternat-{number}"
    assert noted(content, pdf) == [said]


def test_a_text_of_another_number_is_that_of_another_party(statement: Write) -> None:
    both = pair(statement)
    for number, tags in ((1, ["da", "en"]), (2, ["en", "da"])):
        content = content_of(turned(both, f"alternat-{number}"), edition.load("parallel"))
        assert proof.is_one(content)
        made = proof.worked_out(content)
        assert [each.statement.language for each in made.versions] == tags
        assert [each.statement.matter for each in made.versions] == [
            each.statement.matter for each in content.versions
        ]


# Twice worked out

NAMES = ["Norland", "Northern Norland", "EU", "丹麦", "دنمارك", "Ost", "Norlands", "A b"]
BITS = st.sampled_from([*NAMES, "s", "x", " ", "_", "و", "1", ".", "国", "NORLAND", "’"])


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=4),
    st.lists(BITS, max_size=6),
    st.sampled_from(["Person 0", "PERSON 1", "Person 2", "N"]),
)
def test_both_ways_to_tell_for_whom_one_signs_come_to_the_same(
    names: list[str], bits: list[str], signs: str
) -> None:
    words = "".join(bits).strip() or "x"
    matter = FrontMatter.model_validate(
        {
            "title": "A",
            "issuers": [
                {"country": name, "name": f"Person {n // 2}"} for n, name in enumerate(names)
            ],
            "signatures": {"signatories": [{"name": signs, "on_behalf": words}]},
        }
    )
    assert matter.signatures
    (by,) = matter.signatures.signatories
    assert parties.Parties(matter).of(by) == proof._signs_for(by, matter)


@pytest.mark.parametrize(
    ("name", "text", "place", "stands"),
    [
        ("upper", "upper", 0, True),
        ("upper", "uppers", 0, True),
        ("upper", "upperss", 0, False),
        ("upper", "for upper's", 4, True),
        ("upper", "for upper", 3, False),
        ("uppe", "uppe", 0, True),
        ("uppe", "uppes", 0, False),
        ("uppe", "uppe_", 0, False),
        ("uppe", "uppe1", 0, False),
        ("upper", "xupper", 1, False),
        ("upper", "x upper", 2, True),
        ("دنمارك", "ودنمارك", 1, True),
        ("دنمارك", "بودنمارك", 2, False),
        ("丹麦", "我丹麦国人", 1, True),
    ],
)
def test_a_name_is_no_part_of_another_word(
    name: str, text: str, place: int, *, stands: bool
) -> None:
    assert proof._stands(name, text, place) is stands
