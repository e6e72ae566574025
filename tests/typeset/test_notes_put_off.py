"""Notes stand on the page of their calls, and high ones begin the next one in their order."""

from __future__ import annotations

import random
from contextlib import nullcontext
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run import pipeline
from communique.typeset.engine import typeset
from communique.typeset.pages import notes
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.conftest import Write

SENTENCE = "The water of the river belongs to those who drink from it and to nobody else"
NOTE = "The note of the river, which is about so long. "


def text() -> str:
    """Return a text with many notes, of which some are put off."""
    chance, numbers = random.Random(5), count(1)  # noqa: S311  # the same each time
    paragraphs, below = [], []
    for _ in range(24):
        said = ""
        for _ in range(chance.randint(2, 6)):
            said += f" {SENTENCE}."
            if chance.random() < 0.5:
                number = next(numbers)
                said += f"[^{number}]"
                below.append(f"[^{number}]: {NOTE * chance.randint(1, 6)}")
        paragraphs.append(said.strip())
    return with_body("\n\n".join((*paragraphs, *below)))


def kept(statement: Write) -> list[bool]:
    """Return whether the note of an almost empty page stands on it, for some distances of lines."""
    text = statement(with_body(f"Words.[^1]\n\n[^1]: {NOTE * 6}"))
    leading = (f":root {{ --leading: {15 + tenth / 10}pt }}" for tenth in range(10))
    return [pages(text, styles) == 1 for styles in leading]


def pages(text: Path, styles: str) -> int:
    """Return how many pages a text has with more styles."""
    page = compose(content_of(read(text), edition.load("standard")))
    return len(Reading(typeset(replace(page, styles=page.styles + styles)).pdf).pages)


def call_and_note(statement: Write, lines: int, note: str) -> tuple[int, int]:
    """Return the pages, from 0, of a call and its `note`, below paragraphs of so many `lines`."""
    words = "The river.\n\n" * lines
    text = statement(with_body(f"{words}Called.[^1]\n\n{words}[^1]: Noted. {note}"))
    pdf = pipeline.make(read(text), "standard").files["pdf"]
    found = {piece.text.strip(): piece.page for piece in Reading(pdf.data).pieces}
    return found["Called."], next(page for said, page in found.items() if "Noted." in said)


def pages_of_note(statement: Write) -> list[int]:
    """Return the page, from 0, of a note called in the first line, for texts of some lengths."""
    found = []
    for paragraphs in range(8, 13):
        below = f"{SENTENCE}. {SENTENCE}.\n\n" * paragraphs + f"{SENTENCE}. " * 8
        text = statement(
            with_body(f"Called.[^1] {SENTENCE}.\n\n{below}\n\n[^1]: Noted. {SENTENCE}.")
        )
        page = compose(content_of(read(text), edition.load("standard")))
        pieces = Reading(typeset(page).pdf).pieces
        found += [piece.page for piece in pieces if "Noted." in piece.text]
    return found


def remarks(statement: Write) -> tuple[str, ...]:
    return pipeline.make(read(statement(text())), "standard").files["pdf"].remarks


def test_notes_that_are_put_off_keep_their_order(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "_HIGH", 0)
    assert remarks(statement) == ()


def test_the_engine_still_turns_them_round(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "_HIGH", 0)
    monkeypatch.setattr(notes, "notes_in_order", nullcontext)
    monkeypatch.setattr(notes, "notes_keep_their_room", nullcontext)
    mended = "the engine has mended it: see communique/typeset/pages/notes.py"
    assert remarks(statement) != (), mended


def test_a_line_goes_to_the_next_page_with_its_note(statement: Write) -> None:
    pages = [call_and_note(statement, lines, NOTE * 8) for lines in (21, 22, 23)]
    assert pages == [(0, 0), (1, 1), (1, 1)]


def test_a_note_is_not_put_off_by_a_paragraph_below_its_call(statement: Write) -> None:
    assert pages_of_note(statement) == [0] * 5


def test_the_engine_still_puts_it_off(statement: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "notes_keep_their_room", nullcontext)
    mended = "the engine has mended it: see communique/typeset/pages/notes.py"
    assert 1 in pages_of_note(statement), mended


def test_a_high_note_is_put_off_rather_than_a_page_left_empty(statement: Write) -> None:
    assert call_and_note(statement, 22, NOTE * 50) == (0, 1)


def test_a_note_stands_on_the_page_of_its_call_where_that_has_room(statement: Write) -> None:
    assert kept(statement) == [True] * 10


def test_the_engine_still_puts_it_off_by_an_error_of_rounding(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notes, "notes_at_their_calls", nullcontext)
    mended = "the engine has mended it: see communique/typeset/pages/notes.py"
    assert not all(kept(statement)), mended


def test_a_stylesheet_may_limit_the_height_of_notes(statement: Write) -> None:
    text = statement(with_body("Words.[^1]\n\n[^1]: A note."))
    assert pages(text, "@page { @footnote { max-height: 1pt } }") == 2
