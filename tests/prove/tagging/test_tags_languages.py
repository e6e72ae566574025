"""Which languages a text is said in, in whatever order and direction it is drawn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.content.text import Text
from communique.pdf_reading.document.pages import Annotation
from communique.pdf_reading.tag_tree import Block, Tag
from communique.prove.tagging import tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.content.text import Run
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

    Said = Callable[[list[Run], list[Run]], list[str]]

ENGLISH_AND_GERMAN = [("The town ", "en"), ("Mühlen", "de")]


@pytest.fixture
def said(judged: Judge, piece: Piece, monkeypatch: pytest.MonkeyPatch) -> Said:
    """Return what the rule says of a text where these pieces are said in these languages."""

    def judge(due: list[Run], there: list[Run]) -> list[str]:
        pieces = tuple(replace(piece, glyphs=tuple(words)) for words, _ in there)
        block = Block("P", pieces, languages=tuple(language for _, language in there))
        text = Text(tuple(due), "P", 7, Path("river.en.md"))
        monkeypatch.setattr(tags, "_pairs", lambda *_: [(text, block)])
        return judged(tags.languages)

    return judge


def test_languages_that_change_places_within_a_text_are_reported(said: Said) -> None:
    assert said(ENGLISH_AND_GERMAN, ENGLISH_AND_GERMAN) == []
    assert said(ENGLISH_AND_GERMAN, [("The town ", "de"), ("Mühlen", "en")]) == [
        "7: tags: The town Mühlen is said to be in de and en and not in de and en, or not all of it"
    ]
    assert said(ENGLISH_AND_GERMAN, [("The town Mühlen", "fr")]) == [
        "7: tags: The town Mühlen is said to be in fr and not in de and en, or not all of it"
    ]
    assert said(ENGLISH_AND_GERMAN, [("Mühlen", ""), ("The town", "")]) == [
        "7: tags: The town Mühlen is said to be in none and not in de and en, or not all of it"
    ]


def test_words_that_differ_are_left_to_their_own_rule(said: Said) -> None:
    assert said([("The town", "en")], [("The mill", "fr")]) == []


def test_letters_count_in_any_order_and_what_paper_does_not_show_does_not(said: Said) -> None:
    assert said(ENGLISH_AND_GERMAN, [("town", "en"), ("The", "en"), ("nelhüM", "de")]) == []
    assert said([("a\u00adb", "en"), ("c", "de")], [("ab", "EN"), ("c\u200b", "de")]) == []
    assert said([("a\u00ad", "en"), ("b", "de")], [("a", "en"), ("\u00adb", "de")]) == []
    assert said([("ab", "en"), (" \u200b", "de")], [("a", "en"), ("b", "en")]) == []


def test_many_words_of_a_link_are_shown_by_their_beginning(judged: Judge, piece: Piece) -> None:
    words = [replace(piece, glyphs=tuple(f" {word} "), mark=1) for word in "abcdefghi"]
    tree = Tag("Link", {}, [(0, 1), Annotation(7, {})])
    assert judged(tags.link_areas, pieces=words, tree=tree) == [
        "1: tags: the link a b c d e f g h … (9 words) is not where its words are"
    ]
