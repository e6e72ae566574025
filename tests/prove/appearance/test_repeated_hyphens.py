"""Hyphens that the next line begins with, where the language has it so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.content.text import Text
from communique.pdf_reading.tag_tree import Block
from communique.prove.appearance import divisions
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

STATEMENT = """\
---
title: Komisja
---

Spotkała się komisja polsko-niemiecka, biało-*czerwony* i biało-czerwony sztandar.
"""
ONCE = "is divided between two lines at its own hyphen, which the next line does not begin with"
NARROW = " main > p {{ width: {}mm; hyphens: manual }}"


@pytest.fixture(scope="module")
def polish(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return composed(tmp_path_factory.mktemp("komisja"), STATEMENT, "komisja.pl.md")


@pytest.fixture
def divided_in(
    judged: Judge, polish: Page, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[str]]:
    """Return what is said of words in a language, in a Polish statement, that stand in lines."""

    def found(language: str, words: str, lines: list[str]) -> list[str]:
        text = Text(((words, language),), "P", 7, polish.content.statement.path)
        monkeypatch.setattr(divisions, "expected", lambda *_: [text])
        pieces = tuple(
            replace(run, glyphs=tuple(line), baseline=500.0 - number)
            for number, line in enumerate(lines)
        )
        return judged(divisions.whole_words, polish.content, blocks=[Block("P", pieces, "")])

    return found


def test_a_compound_has_its_hyphen_at_the_end_of_a_line_and_in_the_next(
    divided_in: Callable[..., list[str]],
) -> None:
    words, lines = "(polsko-niemiecka)", ["(polsko-", "niemiecka)"]
    assert divided_in("pl", words, lines) == [f"7: hyphens: page 1: {words} {ONCE}"]
    assert divided_in("en", words, lines) == []


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("polsko-niemiecka", ["polsko\u00ad", "-niemiecka"]),
        ("polsko-niemiecka", ["polsko-nie\u00ad", "miecka"]),
        ("polsko-niemiecka", ["polsko", "-niemiecka"]),
        ("18-letni", ["18-", "letni"]),
        ("e-mail", ["e-", "mail"]),
        ("pre- i", ["pre-", "i"]),
        ("https://polsko-niemiecka.example", ["https://polsko-", "niemiecka.example"]),
        ("e3b0c442-keypad", ["e3b0c442-", "keypad"]),
    ],
)
def test_other_hyphens_at_the_end_of_a_line_stand_there_alone(
    divided_in: Callable[..., list[str]], words: str, lines: list[str]
) -> None:
    assert divided_in("pl", words, lines) == []


@pytest.mark.parametrize("width", range(24, 60, 2))
def test_the_page_repeats_them_however_wide_it_is(polish: Page, width: int) -> None:
    narrow = replace(polish, styles=polish.styles + NARROW.format(width))
    assert not [fault for fault in complaints(narrow, typeset(narrow)) if "hyphens" in fault]


def test_a_hyphen_that_a_template_does_not_repeat_is_reported(polish: Page) -> None:
    assert "polsko\u00ad-\u2060niemiecka" in polish.html
    html = polish.html.replace("\u00ad-\u2060", "-")
    spoiled = replace(polish, html=html, styles=polish.styles + NARROW.format(36))
    assert [fault for fault in complaints(spoiled, typeset(spoiled)) if ONCE in fault]
