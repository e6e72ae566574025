"""What is written for a tag is what stands in it, but not in its notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag
from communique.prove.written import kid, places, written

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from communique.typeset.engine import Typeset


def test_what_is_in_a_tag_is_written_for_it_but_not_its_notes() -> None:
    inner = Tag("Span", {}, [(0, 2)])
    notes = [Tag(role, {}, [(0, 3)]) for role in ("Note", "FENote")]
    text = Tag("P", {}, [(0, 1), inner, *notes, (1, 4)])
    assert [*places(text)] == [(0, 1), (0, 2), (1, 4)]
    assert [*places(notes[0])] == [(0, 3)]


def test_spaces_and_words_in_pictures_are_not_written(made: Typeset, piece: Piece) -> None:
    reading = Reading(made.pdf)
    space, pictured = replace(piece, glyphs=(" ",)), replace(piece, pictured=True)
    vars(reading)["pieces"] = [space, piece, pictured, replace(piece, mark=9)]
    found = written(reading)
    assert written(reading) is found
    assert found.at((piece.page, piece.mark)) == [piece]
    assert found.at((8, 8)) == []
    assert found.of(Tag("P", {}, [(piece.page, 9), (8, 8)])) == [replace(piece, mark=9)]


def test_the_first_kid_with_a_role_is_found() -> None:
    label, other = Tag("Lbl", {}, [(0, 1)]), Tag("Lbl", {}, [(0, 2)])
    item = Tag("LI", {}, [(0, 0), Tag("P", {}, []), label, other])
    assert kid(item, "Lbl") is label
    assert kid(item, "LBody") is None
