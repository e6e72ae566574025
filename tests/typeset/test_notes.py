"""Notes look alike, wherever they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.pdf_reading.reading import Reading
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
---
title: On the river
---

We met at the mill.[^a]

## What we found[^b]

All *is well[^c]* and **stays so[^d]**.

[^a]: One is a note.
[^b]: Two is a note.
[^c]: Three is a note.
[^d]: Four is a note.
"""


def test_notes_have_one_type_and_one_colour_and_calls_that_of_their_text(tmp_path: Path) -> None:
    page = composed(tmp_path, TEXT, "river.en.md")
    made = typeset(page)
    assert complaints(page, made) == []
    pieces = Reading(made.pdf).pieces
    notes = [piece for piece in pieces if piece.text.endswith(" is a note.")]
    assert len(notes) == 4
    assert len({(piece.colour, piece.font, piece.size) for piece in notes}) == 1
    body, heading, *_ = [piece for piece in pieces if piece.text.isdecimal()]
    (found,) = (piece for piece in pieces if piece.text == "What we found")
    assert (body.colour, heading.colour) == (notes[0].colour, found.colour)
    assert body.colour != heading.colour
