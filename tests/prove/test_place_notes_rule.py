"""The rule that sets the notes of a page apart is no break in the text."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from communique.model.faults import Faults
from communique.pdf_reading.operators import Shape
from communique.pdf_reading.reading import Reading
from communique.prove import place
from communique.typeset.engine import typeset

from .conftest import composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece


@pytest.mark.parametrize(
    ("bottom", "is_over"),
    [(99.0, False), (100.0, False), (100.5, True), (119.9, True), (120.0, False)],
)
def test_it_stands_over_the_first_line_of_the_notes_and_near_it(
    piece: Piece, bottom: float, *, is_over: bool
) -> None:
    note = replace(piece, baseline=100.0, size=8.0)
    assert place._is_over(Shape(0, 60, bottom, 500, bottom), note) is is_over
    assert not place._is_over(Shape(0, 60, bottom, 500, bottom), None)


def test_the_first_line_of_the_notes_is_the_highest_piece_of_them_on_a_page(piece: Piece) -> None:
    text = replace(piece, page=0, mark=1, baseline=500.0)
    high, low = (replace(piece, page=0, mark=2, baseline=each) for each in (90.0, 80.0))
    other = replace(piece, page=1, mark=2, baseline=300.0)
    reading: Any = SimpleNamespace(pieces=[text, low, high, other])
    assert place._first_of_notes(reading, {(0, 2)}) == {0: high}


def test_a_break_that_is_lost_above_it_is_noticed(tmp_path: Path) -> None:
    page = composed(tmp_path, "---\ntitle: A\n---\n\nOne.[^1]\n\n---\n\n[^1]: A note.\n", "a.en.md")
    reading = Reading(typeset(page).pdf)
    (note,) = (piece for piece in reading.pieces if piece.text.startswith("A note"))
    for bottom, count in ((note.baseline + 10, 1), (note.baseline + 100, 0)):
        reading.shapes[:] = [Shape(0, 200, bottom, 500, bottom)]
        faults = Faults(page.content.statement.path)
        place.breaks(page.content, reading, faults)
        assert len(list(faults)) == count
