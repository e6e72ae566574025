"""Fields: each value of the front matter is looked for where it belongs, in every form it has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from pypdf.generic import StreamObject

from communique.content import expected
from communique.content.content import Content, content_of
from communique.content.texts import texts
from communique.design import edition
from communique.model.faults import Faults
from communique.pdf_reading.document.metadata import Metadata
from communique.prove import fields
from communique.prove.lines import folded
from communique.read.source import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communique.compose.page import Page

    from .conftest import Judge

    Silent = Callable[..., None]

FRENCH = """\
---
title: Le moulin
kind: joint statement
keywords: [eau, rivière]
authenticity: translation
byline: none
issued: 2024-03-01
issuers:
  - {name: Ada Brook, country: Upland}
---

Un.
"""


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch) -> Silent:
    """Have other things asked for around the text than the front matter does."""

    def change(**asked: object) -> None:
        for name, value in asked.items():
            monkeypatch.setattr(expected, name, lambda *_, value=value: value)

    return change


def made(folder: Path, text: str, name: str = "moulin.fr.md") -> Content:
    (folder / name).write_text(text, "utf-8")
    return content_of(read(folder / name), edition.load("standard"))


def keywords(words: str) -> Metadata:
    """Return metadata with these keywords."""
    rdf, pdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://ns.adobe.com/pdf/1.3/"
    stream = StreamObject()
    said = f'<r:Description xmlns:p="{pdf}" p:Keywords="{words}"/>'
    stream.set_data(f'<r:RDF xmlns:r="{rdf}">{said}</r:RDF>'.encode())
    return Metadata({"/Metadata": stream})


def test_a_good_page_has_every_field(judged: Judge) -> None:
    assert judged(fields.every_field) == []


def test_facts_that_the_page_does_not_say_are_reported_with_their_lines(
    judged: Judge, page: Page, silent: Silent
) -> None:
    version = page.content.versions[0]
    every = list(expected.facts(version))
    silent(facts=())
    assert judged(fields.every_field) == [
        "4: issued: 2024-05-02 is not on the page",
        "5: updated: 2024-05-03 09:30:00 is not on the page",
        "6: event: Meeting of the Mill is not on the page",
    ]
    silent(facts=[fact for fact in every if fact[0] != "event"])
    assert judged(fields.every_field) == ["6: event: Meeting of the Mill is not on the page"]


def test_how_issuers_are_styled_stands_within_the_by_line(judged: Judge, silent: Silent) -> None:
    silent(byline=("issuers", ["by the Minister of Upland, Ada Brook"]))
    assert judged(fields.every_field) == [
        "7: issuers.styled: the Minister of Lowland, Ben Ford is not on the page"
    ]


def test_issuers_stand_on_the_page_or_in_the_file(
    judged: Judge, tmp_path: Path, silent: Silent
) -> None:
    text = FRENCH.replace("keywords: [eau, rivière]\n", "")
    content, nothing = made(tmp_path, text), Metadata({})
    assert judged(fields.every_field, content) == []
    kind = ("kind", ["Déclaration conjointe"])
    silent(masthead=(("issuers", []), kind), issuers=([], []))
    wrong = "7: issuers.{} is not on the page or in the file's metadata"
    assert judged(fields.every_field, content) == []
    assert judged(fields.every_field, content, xmp=nothing) == [
        wrong.format("country: Upland"),
        wrong.format("name: Ada Brook"),
    ]


def test_issuers_that_no_by_line_names_are_listed(
    judged: Judge, tmp_path: Path, silent: Silent
) -> None:
    text = FRENCH.replace("byline: none\n", "").replace("keywords: [eau, rivière]\n", "")
    content = made(tmp_path, text)
    assert judged(fields.every_field, content) == []
    kind = ("kind", ["Déclaration conjointe"])
    silent(masthead=(("issuers", []), kind), issuers=([], []))
    assert judged(fields.every_field, content) == [
        "6: issuers.country: Upland is not on the page",
        "6: issuers.name: Ada Brook is not on the page",
    ]


def test_what_is_said_in_the_words_of_the_language_is_found(
    judged: Judge, tmp_path: Path, silent: Silent
) -> None:
    content = made(tmp_path, FRENCH.replace("keywords: [eau, rivière]\n", ""))
    assert judged(fields.every_field, content) == []
    silent(masthead=(("issuers", ["Upland"]), ("kind", [])))
    assert judged(fields.every_field, content) == ["3: kind: joint statement is not on the page"]


def test_words_stand_in_the_text_of_their_own_line(
    judged: Judge, tmp_path: Path, silent: Silent
) -> None:
    text = FRENCH.replace("keywords: [eau, rivière]", "event: Le moulin")
    content = made(tmp_path, text)
    assert judged(fields.every_field, content) == []
    version = content.versions[0]
    every = expected.facts(version)
    silent(facts=[fact for fact in every if fact[0] != "event"])
    assert judged(fields.every_field, content) == ["4: event: Le moulin is not on the page"]


def test_characters_that_paper_does_not_show_make_no_difference(
    judged: Judge, tmp_path: Path
) -> None:
    text = FRENCH.replace("[eau, rivière]", "[a\u2060b]\nplace: c\u2060d")
    content = made(tmp_path, text.partition("issuers:")[0] + "---\n\nUn.\n")
    for said in ("ab", "a\u2060b"):
        assert judged(fields.every_field, content, xmp=keywords(said)) == []


def test_a_kind_may_be_written_with_capitals(judged: Judge, tmp_path: Path) -> None:
    text = FRENCH.replace("joint statement", "Joint Statement")
    content = made(tmp_path, text.replace("keywords: [eau, rivière]\n", ""))
    assert judged(fields.every_field, content) == []


def test_what_paper_does_not_show_is_no_part_of_a_value(judged: Judge, tmp_path: Path) -> None:
    text = FRENCH.replace(
        "keywords: [eau, rivière]", "place: Ha\u00advre\nkeywords: [ri\u00advière]"
    )
    content = made(tmp_path, text.partition("issuers:")[0] + "---\n\nUn.\n")
    for written in ("rivière", "ri\u00advi\u00adère"):
        assert judged(fields.every_field, content, xmp=keywords(written)) == []
    assert judged(fields.every_field, content, xmp=keywords("riviere")) == [
        "5: keywords: rivière is not in the file's metadata"
    ]


def test_an_original_says_that_it_is_one_and_no_more(judged: Judge, tmp_path: Path) -> None:
    text = FRENCH.replace("translation", "original").replace("keywords: [eau, rivière]\n", "")
    assert judged(fields.every_field, made(tmp_path, text)) == []


def test_a_place_called_none_is_printed(judged: Judge, tmp_path: Path, silent: Silent) -> None:
    content = made(tmp_path, FRENCH.replace("keywords: [eau, rivière]", "place: none"))
    assert judged(fields.every_field, content) == []
    silent(facts=())
    assert "4: place: none is not on the page" in judged(fields.every_field, content)


def test_a_file_that_says_nothing_of_itself_has_what_belongs_on_the_page(
    tmp_path: Path, silent: Silent
) -> None:
    content = made(tmp_path, FRENCH)
    silent(masthead=(("kind", []), ("kind", [])), issuers=([], []))
    faults = Faults(content.statement.path)
    fields.note_lost_fields(content, texts(content), {}, faults)
    assert [fault.key for fault in faults] == ["kind"]


def test_a_byline_that_is_written_is_printed(judged: Judge, tmp_path: Path, silent: Silent) -> None:
    text = FRENCH.replace("keywords: [eau, rivière]\n", "").replace("none", "par nous")
    content = made(tmp_path, text)
    assert judged(fields.every_field, content) == []
    silent(byline=("byline", []))
    assert judged(fields.every_field, content) == ["5: byline: par nous is not on the page"]


@pytest.mark.parametrize("none", ["none", "None", "NONE"])
def test_a_byline_of_none_is_not_looked_for(judged: Judge, tmp_path: Path, none: str) -> None:
    text = FRENCH.replace("keywords: [eau, rivière]\n", "").replace("none", none)
    assert judged(fields.every_field, made(tmp_path, text)) == []


def test_a_kind_is_not_found_within_a_title(judged: Judge, tmp_path: Path, silent: Silent) -> None:
    text = FRENCH.replace("joint statement", "moulin").replace("keywords: [eau, rivière]\n", "")
    content = made(tmp_path, text)
    assert judged(fields.every_field, content) == []
    silent(masthead=(("issuers", ["Upland"]), ("kind", [])))
    assert judged(fields.every_field, content) == ["3: kind: moulin is not on the page"]


@pytest.mark.parametrize(
    ("title", "well"), [("Le Moulin", True), ("LE MOULIN", True), ("Le grand moulin", False)]
)
def test_a_kind_that_the_title_says_is_not_said_again(
    judged: Judge, tmp_path: Path, silent: Silent, title: str, *, well: bool
) -> None:
    kind = "le \u2060moulin"
    text = FRENCH.replace("joint statement", kind).replace("Le moulin", title)
    content = made(tmp_path, text.replace("keywords: [eau, rivière]\n", ""))
    silent(masthead=(("issuers", ["Upland"]), ("kind", [])))
    found = judged(fields.every_field, content)
    assert found == ([] if well else [f"3: kind: {kind} is not on the page"])


def test_an_issuer_is_not_found_within_the_name_of_another(
    judged: Judge, tmp_path: Path, silent: Silent
) -> None:
    text = "---\ntitle: On\nissuers: [{name: Eva}, {name: Eva Mill}]\nbyline: none\n---\n\nYes.\n"
    content = made(tmp_path, text, "a.en.md")
    silent(masthead=(("issuers", ["Eva Mill"]), ("kind", [""])), issuers=([], []))
    found = judged(fields.every_field, content)
    assert [each for each in found if "Eva" in each] == [
        "3: issuers.name: Eva is not on the page or in the file's metadata"
    ]


def test_months_are_compared_as_paper_shows_them(tmp_path: Path) -> None:
    content = made(tmp_path, "---\ntitle: Α\nissued: 2024-09-02\n---\n\nΒ.\n", "a.el.md")
    (version,) = content.versions
    words = folded(version.language.day(date(2024, 9, 2)))
    assert fields._dates(words, date(2024, 9, 2), version)
    assert not fields._dates(words, date(2024, 12, 2), version)


def test_a_kind_in_a_language_of_its_own_is_not_translated(judged: Judge, tmp_path: Path) -> None:
    own = FRENCH.replace("kind: joint statement", "kind: {text: joint statement, language: en}")
    content = made(tmp_path, own.replace("keywords: [eau, rivière]\n", ""))
    assert judged(fields.every_field, content) == []


def test_each_version_says_its_own_fields_and_the_first_the_issuers(
    judged: Judge, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = FRENCH.replace("keywords: [eau, rivière]\n", "").replace("Upland", "Overland")
    (english,), (french,) = page.content.versions, made(tmp_path, text).versions
    as_long = replace(french.statement, body=english.statement.body)  # as `read.versions` asks
    both = replace(page.content, versions=(english, replace(french, statement=as_long)))
    assert judged(fields.every_field, both) == []

    def lost(words: str) -> list[str]:
        every = [text for text in texts(both) if text.words != words]
        monkeypatch.setattr(fields, "expected", lambda *_: every)
        return judged(fields.every_field, both)

    assert lost("Le moulin") == ["2: title: Le moulin is not on the page"]
    assert lost("Joint statement on the river") == [
        "2: title: Joint statement on the river is not on the page"
    ]
    assert lost("Overland") == []
    both = replace(both, versions=both.versions[::-1])
    assert lost("Overland") == [
        "7: issuers.country: Overland is not on the page or in the file's metadata"
    ]


def test_the_language_and_the_words_for_the_catalogue_are_in_the_file(
    judged: Judge, tmp_path: Path
) -> None:
    named = FRENCH.replace("title", "language: fr\ntitle").replace(", rivière", "")
    named = named.partition("issuers:")[0] + "---\n\nUn.\n"
    content = made(tmp_path, named)
    said = keywords("du  vin et de l’eau")
    found = judged(fields.every_field, content, xmp=said, catalog={"/Lang": "fr"})
    assert found == []
    found = judged(fields.every_field, content, xmp=Metadata({}), catalog={"/Lang": "en"})
    assert found == [
        "2: language: fr is not in the file's metadata",
        "5: keywords: eau is not in the file's metadata",
    ]
