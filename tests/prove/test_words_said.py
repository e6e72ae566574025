"""Which words are named where a PDF says others, on made-up texts: their line and their page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from communique.content.text import Text
from communique.model.faults import Faults
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Block
from communique.prove import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from communique.typeset.engine import Typeset

    #: Words, and the line or the page they are on, from 1.
    Explained = Callable[[list[tuple[str, int]], list[tuple[str, int]]], list[str]]

PATH = Path("river.en.md")


@pytest.fixture
def explained(piece: Piece) -> Explained:
    """Return what is said where these texts are asked for and those blocks were found."""

    def explain(due: list[tuple[str, int]], there: list[tuple[str, int]]) -> list[str]:
        texts = [Text(((said, "en"),), "P", line, PATH) for said, line in due]
        blocks = [
            Block("P", (replace(piece, glyphs=tuple(said), page=page - 1),)) for said, page in there
        ]
        faults = Faults(PATH)
        words._explain(texts, blocks, 9, faults)
        return [f"{fault.line}: {fault.wrong}" for fault in sorted(faults)]

    return explain


def test_a_lost_word_is_on_the_page_of_the_word_before_it(explained: Explained) -> None:
    due = [("one two", 1), ("three four", 2), ("five six", 3)]
    there = [("one two", 1), ("three", 2), ("five six", 3)]
    assert explained(due, there) == ["2: missing on page 2: four"]
    assert explained(due, [("two", 1), *there[1:]]) == [
        "1: missing on page 9: one",
        "2: missing on page 2: four",
    ]


def test_a_word_too_many_is_in_the_line_of_the_word_before_it(explained: Explained) -> None:
    due = [("one", 1), ("two", 2), ("three", 3), ("four", 4)]
    there = [("one", 1), ("two", 2), ("more", 3), ("three", 4), ("four", 5)]
    assert explained(due, there) == ["2: on page 3 but not in the text: more"]


def test_each_line_of_lost_words_is_named(explained: Explained) -> None:
    assert explained([("one two", 1), ("three", 2)], [("other", 4)]) == [
        "1: missing on page 4: one two and on page 4 but not in the text: other",
        "2: missing on page 4: three",
    ]


def test_a_word_that_a_line_divides_is_not_named_where_others_differ(explained: Explained) -> None:
    due, there = [("example one", 1), ("two", 2)], [("exam ple one", 1), ("three", 1)]
    assert explained(due, there) == [
        "2: missing on page 1: two and on page 1 but not in the text: three"
    ]
    assert explained(due[:1], there[:1]) == [
        "1: missing on page 1: example and on page 1 but not in the text: exam ple"
    ]


def test_one_word_is_named_in_a_long_text_of_few_words(explained: Explained) -> None:
    many = ["so", "it", "goes"] * 80
    assert explained([(" ".join(many), 1)], [(" ".join(many[1:]), 1)]) == [
        "1: missing on page 9: so"
    ]


def test_many_words_too_many_are_shown_by_their_beginning(explained: Explained) -> None:
    assert explained([("one", 1)], [("one a b c d e f g h i", 1)]) == [
        "1: on page 1 but not in the text: a b c d e f g h … (9 words)"
    ]


def test_lost_words_are_named_as_paper_shows_them(explained: Explained) -> None:
    assert explained([("exam\u00adple\u00a0one", 1)], []) == ["1: missing on page 9: example one"]


class Read:
    """Stands for a PDF that was read: each one is itself."""

    def __init__(self, *blocks: Block) -> None:
        self.blocks = blocks


def test_a_text_that_paper_does_not_show_is_not_expected(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = [Text(((said, "en"),), "TD", 1, PATH) for said in ("one", "", " \u200b")]
    monkeypatch.setattr(words, "texts", lambda *_: every)
    monkeypatch.setattr(words, "heading_pages", lambda *_: [])
    assert words.expected(page.content, Read()) == (every[0],)  # type: ignore[arg-type]


def test_a_block_without_ink_is_not_spoken_unless_it_says_what_a_picture_shows(
    piece: Piece,
) -> None:
    empty = Block("P", (replace(piece, glyphs=(" ", "\u200b")),))
    text = Block("P", (*empty.pieces, piece))
    picture = Block("Figure", (), "A mill")
    reading: Any = Read(empty, text, Block("Figure", ()), picture)
    assert words.spoken(reading) == (text, picture)


def test_what_is_expected_of_a_file_depends_on_its_content(
    page: Page, arabic: Page, made: Typeset
) -> None:
    reading = Reading(made.pdf)
    for content in (page.content, arabic.content, page.content):
        title = content.versions[0].statement.matter.title.text
        assert title in [text.words for text in words.expected(content, reading)]
