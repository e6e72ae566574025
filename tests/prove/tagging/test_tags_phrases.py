"""Words in another language, superscripts and subscripts, in files where their tags are others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import NameObject, TextStringObject

from communique.typeset.engine import typeset
from tests.prove.conftest import changed, complaints, composed
from tests.prove.tagging.conftest import elements

if TYPE_CHECKING:
    from pypdf import PdfWriter

TEXT = """\
---
title: On the river
---

Its [raison d’être[^1] *dit-on*]{lang=fr} is H~2~O, and [שלום, עולם.]{lang=he} on the 10^th^ day.

[^1]: A note, not [une maison]{lang=fr}.
"""
Altered = Callable[[Callable[["PdfWriter"], object]], list[str]]


@pytest.fixture(scope="module")
def altered(tmp_path_factory: pytest.TempPathFactory) -> Altered:
    """Change the PDF of `TEXT`, and return what the proof says."""
    page = composed(tmp_path_factory.mktemp("phrases"), TEXT, "river.en.md")
    made = typeset(page)
    return lambda change: complaints(page, changed(made, change))


def in_language(writer: PdfWriter, tag: str) -> Any:
    """Return the first element that is said to be in a language."""
    return next(each for each in elements(writer, "Span") if each.get("/Lang") == tag)


def at(writer: PdfWriter, position: str) -> Any:
    """Return the first element with this position of its letters."""
    found = (each for each in elements(writer, "Span") if "/A" in each)
    return next(each for each in found if each["/A"].get("/TextPosition") == position)


def test_the_file_is_good(altered: Altered) -> None:
    assert altered(lambda _: None) == []


@pytest.mark.parametrize("language", ["fr", "he"])
def test_words_that_lost_their_language_are_refused(altered: Altered, language: str) -> None:
    (told,) = altered(lambda writer: in_language(writer, language).pop("/Lang"))
    assert told.startswith("5: tags: Its raison d’être1 dit-on is H2O")
    assert told.endswith("not in en and fr and he, or not all of it")


def test_words_in_another_language_than_the_statement_says_are_refused(altered: Altered) -> None:
    def change(writer: PdfWriter) -> None:
        in_language(writer, "fr")[NameObject("/Lang")] = TextStringObject("it")

    (told,) = altered(change)
    assert "is said to be in en and he and it and not in en and fr and he" in told


def test_a_note_is_not_in_the_language_of_the_words_that_call_it(altered: Altered) -> None:
    def change(writer: PdfWriter) -> None:
        del next(elements(writer, "Note"))["/Lang"]

    wrong = "7: tags: A note, not une maison. is said to be in fr"
    assert any(told.startswith(wrong) for told in altered(change))


@pytest.mark.parametrize("position", ["/Sup", "/Sub"])
def test_what_is_raised_or_lowered_without_its_tag_is_refused(
    altered: Altered, position: str
) -> None:
    told = altered(lambda writer: at(writer, position).pop("/A"))
    assert any("5: tags: " in each and f"not {position[1:]}" in each for each in told)
    assert any("shape: page 1: letters or figures here are smaller" in each for each in told)


def test_what_is_said_to_be_raised_and_is_lowered_is_refused(altered: Altered) -> None:
    def change(writer: PdfWriter) -> None:
        at(writer, "/Sub")["/A"][NameObject("/TextPosition")] = NameObject("/Sup")

    told = altered(change)
    assert any("shape: page 1: this is not raised: 2" in each for each in told)
    assert any("has the tag Sup (2) and not Sub (2)" in each for each in told)
