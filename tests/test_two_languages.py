"""Two languages side by side: what is signed, and the annexes, stand where they do in one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique import prove
from communique.compose.page import Page, compose
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import ProofError
from communique.pdf_reading.reading import Reading
from communique.read import versions
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.engine import typeset

if TYPE_CHECKING:
    from communique.model.statement import Statement

    from .conftest import Write

ENGLISH = """\
---
title: The ford
signatures: {signatories: [{name: Ada Brook}, {name: Ben Ford}]}
---

We met.[^1]

## Annex I

1. The weir.

## Annex II

1. The ford.

[^1]: At noon.
"""
FRENCH = """\
---
title: Le gué
signatures: {signatories: [{name: Ada Brook}, {name: Ben Ford}]}
---

Nous nous sommes réunis.[^1]

## Annexe I

1. Le barrage.

## Annexe II

1. Le gué.

[^1]: À midi.
"""
ORDER = ["The ford", "We met.1", "Ada Brook", "Ben Ford", "Annex I", "1.", "The weir."]
ORDER += ["Annex II", "1.", "The ford.", "Notes", "1", "At noon."]


@pytest.fixture
def both(statement: Write) -> Statement:
    """Return a statement in two languages."""
    return pair(statement, FRENCH)


@pytest.fixture
def page(both: Statement) -> Page:
    return composed(both)


def pair(statement: Write, french: str) -> Statement:
    first, second = statement(ENGLISH, "ford.en.md"), statement(french, "ford.fr.md")
    return replace(read(first), beside=read(second))


def composed(both: Statement) -> Page:
    return compose(content_of(both, edition.load("parallel")))


def reading(page: Page) -> Reading:
    """Return what is read in the PDF of a page, which is proven."""
    made = typeset(page)
    prove.prove(page.content, made.pdf)
    return Reading(made.pdf)


def complaints(page: Page) -> list[str]:
    with pytest.raises(ProofError) as refused:
        prove.prove(page.content, typeset(page).pdf)
    return [f"{fault.path.name}:{fault.line}: {fault.wrong}" for fault in refused.value.faults]


def said(found: Reading) -> list[tuple[int, str]]:
    """Return the page and the words of each text in the order in which they are read."""
    texts = [(each.pieces[0].page, "".join(p.text for p in each.pieces)) for each in found.blocks]
    return [(number, words.replace("\xa0", " ").strip()) for number, words in texts]


def test_signatures_stand_before_the_annexes_and_each_annex_begins_a_page(page: Page) -> None:
    texts = said(reading(page))
    assert len(texts) == 2 * len(ORDER)
    assert [words for _, words in texts[: len(ORDER)]] == ORDER
    pages = [number for number, _ in texts]
    assert pages[: len(ORDER)] == pages[len(ORDER) :] == [0] * 4 + [1] * 3 + [2] * 6


def test_an_annex_that_only_one_language_calls_so_begins_a_page_in_both(statement: Write) -> None:
    page = composed(pair(statement, FRENCH.replace("Annexe I\n", "Plan\n")))
    texts = said(reading(page))
    assert (1, "Annex I") in texts
    assert (1, "Plan") in texts


def test_the_paragraphs_of_an_annex_have_the_same_numbers_in_both(statement: Write) -> None:
    front = "---\ntitle: A\nnumbered: true\n---\n\nA.\n\nB.\n\n"
    each = [
        read(statement(f"{front}## {annex}\n\nC.\n\n## D\n\nE.\n", name))
        for annex, name in (("Annex I", "a.en.md"), ("Annexe I", "a.fr.md"))
    ]
    both = replace(each[0], beside=each[1])
    versions.check(both)
    numbers = [words for _, words in said(reading(composed(both))) if words[0].isdigit()]
    assert numbers == ["1. A.", "2. B.", "1. C.", "2. E."] * 2


@pytest.mark.parametrize("lines", range(16, 28, 2))
def test_what_leads_to_a_table_stands_on_its_page(statement: Write, lines: int) -> None:
    table = "| Year | Lights |\n|---|---|\n" + "| 2027 | 3 |\n" * 6
    text = "\n\nWe met at the ford." * lines
    body = f"---\ntitle: A\n---\n{text}\n\n## Lights\n\nThey are:\n\n{table}"
    each = [read(statement(body, name)) for name in ("a.en.md", "a.fr.md")]
    found = reading(composed(replace(each[0], beside=each[1])))
    first = {piece.text: piece.page for piece in reversed(found.pieces)}
    assert first["Lights"] == first["They are:"] == first["Year"]


def test_signatures_below_the_annexes_are_refused(page: Page) -> None:
    start = page.html.index('<div class="row signing">')
    end = page.html.index('<div class="row heading annex">')
    signing = page.html[start:end]
    last = page.html.index('<div class="row last">')
    moved = page.html[:start] + page.html[end:last] + signing + page.html[last:]
    assert complaints(replace(page, html=moved))


def test_annexes_that_begin_no_page_are_refused_in_both_languages(page: Page) -> None:
    other = replace(page, styles=page.styles + ".annex.row { break-before: auto }")
    assert complaints(other) == [
        f"ford.{language}.md:{line}: page 1: {word} {number} does not begin a page"
        for language, word in (("en", "Annex"), ("fr", "Annexe"))
        for line, number in ((8, "I"), (12, "II"))
    ]


def test_the_plain_text_has_the_same_order(both: Statement) -> None:
    text = pipeline.make(both, "parallel", ("text",)).files["text"].data.decode()
    parts = ("We met", "Ben Ford", "Annex I", "Annex II", "Notes", "Nous nous", "Ben Ford")
    place = 0
    for part in (*parts, "Annexe I\n", "Annexe II", "Notes"):
        place = text.index(part, place) + 1


def test_the_foot_runs_as_its_own_language_does(statement: Write) -> None:
    arabic = read(statement("---\ntitle: بيان\nissued: 2028-03-12\n---\n\nنعم.\n", "ford.ar.md"))
    french = read(statement("---\ntitle: Le gué\nissued: 2028-03-12\n---\n\nOui.\n", "ford.fr.md"))
    for one, other in ((arabic, french), (french, arabic)):
        found = reading(composed(replace(one, beside=other)))
        assert [each.text for each in found.artifacts if each.text == "12 mars 2028"]


@pytest.fixture
def listed(statement: Write) -> Page:
    english = ENGLISH.replace("title:", "contents: true\ntitle:")
    one = read(statement(english, "ford.en.md"))
    return composed(replace(one, beside=read(statement(FRENCH, "ford.fr.md"))))


def test_a_list_of_contents_stands_in_both_languages(listed: Page) -> None:
    found = reading(listed)
    words = [" ".join(text.split()) for _, text in said(found)]
    assert words.index("Contents") < words.index("We met.1") < words.index("Sommaire")
    assert {"Annex I 2", "Annex II 3", "Annexe I 2", "Annexe II 3"} <= set(words)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_entry_that_leads_to_another_heading_is_refused(listed: Page, language: str) -> None:
    links = re.findall(rf'<a href="#({language}-[^"]+)"', listed.html)
    assert len(links) == 2
    other = replace(listed, html=listed.html.replace(f'href="#{links[0]}"', f'href="#{links[1]}"'))
    assert any("leads" in wrong or "link" in wrong for wrong in complaints(other))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_entry_whose_name_stands_at_another_heading_is_refused(
    listed: Page, language: str
) -> None:
    one, two = re.findall(rf' id="({language}-[^"]+)"', listed.html)
    html = listed.html.replace(f' id="{one}"', ' id="x"').replace(f' id="{two}"', f' id="{one}"')
    other = replace(listed, html=html.replace(' id="x"', f' id="{two}"'))
    assert complaints(other)
