"""Faulty files of languages are told by their line."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from communique.design import language
from communique.model.faults import DesignError
from communique.store.paths import TEMPLATES
from tests.design.languages import TAGS

if TYPE_CHECKING:
    from pathlib import Path


ENGLISH = (TEMPLATES / "languages" / "en.yaml").read_text("utf-8")


@pytest.fixture
def folder(project: Path) -> Path:
    """An empty folder for the project's own language files."""
    made = project / "templates" / "languages"
    made.mkdir(parents=True)
    return made


def test_a_label_that_is_missing_is_reported(folder: Path) -> None:
    (folder / "sv.yaml").write_text(
        ENGLISH.replace("  place: Place\n", "").replace("page: ", "pages: "), "utf-8"
    )
    with pytest.raises(DesignError) as refusal:
        language.load("sv")
    assert str(refusal.value).split("\n") == [
        "templates/languages/sv.yaml:3: pages: there is no such key; did you mean page?",
        "templates/languages/sv.yaml:6: labels.place: it is missing; add a line `place: …`",
    ]


def test_a_pattern_without_its_places_and_a_word_that_is_empty_are_reported(folder: Path) -> None:
    text = ENGLISH.replace("Page {page} of {pages}", "Page {page}").replace("{event}", "{events}")
    text = text.replace("by {issuers}\n", "by {issuers} {\n").replace("place: Place", "place: ''")
    text = text.replace("issued: Issued", 'issued: "\\u2060\\u00a0"')
    (folder / "en.yaml").write_text(text, "utf-8")
    with pytest.raises(DesignError) as refusal:
        language.load("en")
    needs = "once, and no other braces; write"
    assert str(refusal.value).split("\n") == [
        "templates/languages/en.yaml:3: page: "
        f"it needs {{page}} and {{pages}}, {needs} {{page}} and {{pages}} in it",
        "templates/languages/en.yaml:4: byline: "
        f"it needs {{issuers}} and {{event}}, {needs} {{issuers}} and {{event}} in it",
        "templates/languages/en.yaml:5: byline_without_event: "
        f"it needs {{issuers}}, {needs} {{issuers}} in it",
        "templates/languages/en.yaml:7: labels.issued: it shows nothing on paper; write words",
        "templates/languages/en.yaml:10: labels.place: it shows nothing on paper; write words",
    ]


@pytest.mark.parametrize("first", ["er", "1", "11", "2er", "1 er", "''"])
def test_an_ordinal_for_the_first_of_a_month_is_a_1_with_an_ending(
    folder: Path, first: str
) -> None:
    text = ENGLISH.replace("page: ", f"first_day: {first}\npage: ", 1)
    (folder / "en.yaml").write_text(text, "utf-8")
    line = text[: text.index("first_day")].count("\n") + 1
    with pytest.raises(DesignError) as refusal:
        language.load("en")
    assert str(refusal.value) == (
        f"templates/languages/en.yaml:{line}: first_day: it is no 1 with an ending; "
        "write it as 1er, or leave the key out"
    )


def test_a_word_for_an_annex_has_its_number_at_its_end(folder: Path) -> None:
    words = "annexes:\n  - Annex\n  - Annex {number}\n  - '{number}. Annex'\n  - Annex {letter}\n"
    text = re.sub(r"annexes: \[.*?\]\n", words, ENGLISH, flags=re.DOTALL)
    (folder / "en.yaml").write_text(text, "utf-8")
    with pytest.raises(DesignError) as refusal:
        language.load("en")
    wrong = "it has other braces than {number} at its end; write the words alone"
    assert str(refusal.value).split("\n") == [
        f"templates/languages/en.yaml:25: annexes.3: {wrong}",
        f"templates/languages/en.yaml:26: annexes.4: {wrong}",
    ]


def test_words_that_are_bound_are_text_and_have_a_star_at_their_end_or_none(folder: Path) -> None:
    text = ENGLISH[: ENGLISH.index("bind:")]
    line = text.count("\n") + 2
    bind = "bind:\n  after: a*b c*\n  titles: [Mr, Ms]\n  before: e\n  number: f\n"
    (folder / "en.yaml").write_text(text + bind, "utf-8")
    with pytest.raises(DesignError) as refusal:
        language.load("en")
    name = "templates/languages/en.yaml"
    assert str(refusal.value).split("\n") == [
        f"{name}:{line}: bind.after: a*b has a star before its end; write it as article*",
        f"{name}:{line + 1}: bind.titles: it is not text; "
        "write the words in a line, with spaces between them",
        f"{name}:{line + 3}: bind.number: there is no such key; "
        "choose one of after, after_number, before, before_number, between_numbers, titles, "
        "units",
    ]


def test_a_locale_that_the_cldr_does_not_know_is_reported(folder: Path) -> None:
    (folder / "en.yaml").write_text(ENGLISH.replace("en-GB", "xx-YY"), "utf-8")
    with pytest.raises(DesignError) as refusal:
        language.load("en")
    assert str(refusal.value) == (
        "templates/languages/en.yaml:1: locale: no such locale is known to the CLDR; name another"
    )


def test_a_new_language_is_one_file(folder: Path) -> None:
    (folder / "ga.yaml").write_text(
        ENGLISH.replace("locale: en-GB\nname: English", "name: Gaeilge"), "utf-8"
    )
    assert language.names() == sorted([*TAGS, "ga"])
    assert language.resolve("ga") == "ga"
    assert language.load("ga").name == "Gaeilge"
    assert language.load("ga").moment(date(2023, 5, 1)) == "1 Bealtaine 2023"
