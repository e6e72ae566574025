"""What stands around the corrections is proven: each value of the page that is not its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique import prove
from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.body import Body, Node, Note
from communique.model.faults import ProofError
from communique.model.statement import Issuer
from communique.model.values import Phrase
from communique.typeset.engine import typeset
from tests.turns.corrigenda import TEXT, changed, corrigendum, doubts

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement

OLD = changed(
    TEXT,
    (
        "symbol: GS/7",
        "symbol: GS/7\nplace: Port\nsubtitle: For ships\nissuers: [{country: Norland}]",
    ),
)
NEW = changed(OLD, ("nine lights", "ten lights"), ("symbol:", "updated: 2026-03-16\nsymbol:"))
#: Values that another statement would have, with the key that is told.
WRONG: dict[str, tuple[str, Any]] = {
    "no number": ("symbol", "GS/7"),
    "another number": ("symbol", "GS/7/Corr.2"),
    "another symbol": ("symbol", "GS/8/Corr.1"),
    "no symbol": ("symbol", None),
    "another kind": ("kind", Phrase(text="Joint statement")),
    "no kind": ("kind", None),
    "another subtitle": ("subtitle", Phrase(text="For boats")),
    "no subtitle": ("subtitle", None),
    "no day": ("issued", None),
    "a place": ("place", Phrase(text="Port")),
    "an event": ("event", Phrase(text="Conference")),
    "another title": ("title", Phrase(text="Lamps")),
    "another party": ("issuers", (Issuer(country=Phrase(text="Valdore")),)),
    "no party": ("issuers", ()),
    "a by-line": ("byline", Phrase(text="by all")),
    "numbers of paragraphs": ("numbered", True),
    "notes to editors": ("editors", (Phrase(text="The lights are old."),)),
}


@pytest.fixture
def made(tmp_path: Path) -> Statement:
    return corrigendum(tmp_path, OLD, NEW)


def with_matter(made: Statement, key: str, value: object) -> Statement:
    return replace(made, matter=made.matter.model_copy(update={key: value}))


@pytest.mark.parametrize("name", WRONG)
def test_a_value_that_is_not_its_own_is_noticed(made: Statement, name: str) -> None:
    key, value = WRONG[name]
    [wrong] = doubts(with_matter(made, key, value))
    assert wrong.startswith("it is ")
    assert "has to be" in wrong


def test_the_earlier_day_is_noticed(made: Statement) -> None:
    assert made.turned
    assert made.turned.earlier
    issued = made.turned.earlier.matter.issued
    assert doubts(with_matter(made, "issued", issued)) == [
        "it is 2026-03-12, and has to be 2026-03-16"
    ]


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (("Corrects", "GS/7"),),
        (("Corrects", "GS/8, 12 March 2026"),),
        (("Corrects", "GS/7, 13 March 2026"),),
        (("Replaces", "GS/7, 12 March 2026"),),
    ],
)
def test_what_it_corrects_is_proven(made: Statement, facts: tuple[tuple[str, str], ...]) -> None:
    assert made.turned
    other = replace(made, turned=replace(made.turned, facts=facts))
    assert doubts(other) == ["it does not say which text it corrects, or says another one"]


@pytest.mark.parametrize(
    ("tag", "called"), [("en", "Corrigendum 2"), ("fr", "Rectificatif 2"), ("ar", "تصويب 2")]
)
def test_a_further_one_says_its_number_wherever_it_says_what_it_is(
    tmp_path: Path, tag: str, called: str
) -> None:
    new = changed(NEW, ("updated:", "corrigendum: 2\nupdated:"))
    second = corrigendum(tmp_path, OLD, new, tag)
    content = content_of(second, edition.load("standard"))
    assert content.title == f"{called} · Lights"
    assert content.description == called
    assert second.turned
    assert (second.turned.said, second.turned.label) == (called, called)
    first = second.turned.said[:-2]
    unnumbered = replace(second, turned=replace(second.turned, said=first))
    assert doubts(unnumbered) == [f"over the title it does not say {called}"]
    [wrong] = doubts(with_matter(second, "kind", Phrase(text=first)))
    assert wrong == f"it is {first}, and has to be {called}"


@pytest.mark.usefixtures("engine")
def test_the_pdf_of_a_second_one_says_so_in_its_title(tmp_path: Path) -> None:
    second = corrigendum(tmp_path, OLD, changed(NEW, ("updated:", "corrigendum: 2\nupdated:")))
    content = content_of(second, edition.load("standard"))
    prove.prove(content, typeset(compose(content)).pdf)
    assert second.turned
    other = replace(second, turned=replace(second.turned, said="Corrigendum"))
    plain = typeset(compose(content_of(other, edition.load("standard")))).pdf
    with pytest.raises(ProofError, match="Corrigendum 2 · Lights"):
        prove.prove(content, plain)


def test_that_nothing_over_the_title_says_what_it_is_is_noticed(made: Statement) -> None:
    assert made.turned
    other = replace(made, turned=replace(made.turned, said=""))
    assert doubts(other) == ["over the title it does not say Corrigendum"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("numbered", True),
        ("contents", True),
        ("short_title", "Lamps"),
        ("theme", "neutral"),
        ("place", Phrase(text="Port", language="de")),
    ],
)
def test_what_no_correction_says_of_the_front_matter_is_noticed(
    made: Statement, key: str, value: object
) -> None:
    assert made.turned
    original = with_matter(made.turned.original, key, value)
    other = replace(made, turned=replace(made.turned, original=original))
    assert any("version" in wrong for wrong in doubts(other))


def test_another_introduction_is_noticed(made: Statement) -> None:
    first, *others = made.body.children
    for before in (
        (),
        (replace(first, children=(Node("text", 1, text="The text stands."),)),),
        (first, Node("paragraph", 1, (Node("text", 1, text="Norland withdraws."),))),
    ):
        wrong = doubts(replace(made, body=Body((*before, *others))))
        assert wrong == ["what stands before the corrections is not what introduces them"]


def test_a_place_without_a_correction_is_noticed(made: Statement) -> None:
    place = made.body.children[1]
    for children in (
        (*made.body.children, place),
        (made.body.children[0], place, *made.body.children[1:]),
    ):
        assert "a place has no correction" in doubts(replace(made, body=Body(children)))


def test_footnotes_of_its_own_are_noticed(made: Statement) -> None:
    note = Note(1, 1, (Node("paragraph", 1, (Node("text", 1, text="Not so."),)),))
    other = replace(made, body=replace(made.body, notes=(note,)))
    assert "it has footnotes or pictures of its own" in doubts(other)


@pytest.mark.usefixtures("engine")
def test_the_title_of_the_pdf_says_that_it_is_a_corrigendum(made: Statement) -> None:
    content = content_of(made, edition.load("standard"))
    assert content.title == "Corrigendum · Lights"
    pdf = typeset(compose(content)).pdf
    prove.prove(content, pdf)
    assert made.turned
    other = replace(made, turned=replace(made.turned, said=""))
    plain = typeset(compose(content_of(other, edition.load("standard")))).pdf
    with pytest.raises(ProofError, match="Corrigendum · Lights"):
        prove.prove(content, plain)
