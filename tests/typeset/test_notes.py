"""Notes look alike, wherever they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed
from tests.samples import needs_fonts, with_body

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


@pytest.mark.parametrize(
    ("language", "word", "ends"),
    [
        ("en", "river ", [".", ";", "”", "…", " 12.", "%"]),
        ("fr", "rivière ", [".", " ;", " »", "…"]),
        ("el", "ποταμός ", [".", "·", "»"]),
        ("ru", "река ", [".", "»"]),
        ("he", "נהר ", [".", '"', ";"]),
        ("ar", "النهر ", [".", "،", "؟"]),
        ("ja", "川の水", ["。", "」", ""]),
        ("zh-Hans", "河水", ["。", "”", ""]),
    ],
)
@pytest.mark.parametrize(
    "edition", [pytest.param("standard", marks=pytest.mark.conformance), "large-print"]
)
def test_a_call_stands_on_the_line_of_its_word(
    tmp_path: Path, language: str, word: str, ends: list[str], edition: str
) -> None:
    needs_fonts(language)
    lines = [
        f"{word * count}{end}[^a]" for count in range(5, 30) for end in ends if word.strip() or end
    ]
    body = "\n\n".join([*map(str.strip, lines), f"[^a]: {word}"])
    page = composed(tmp_path, with_body(body), f"river.{language}.md", edition)
    made = typeset(page)
    assert complaints(page, made) == []
    pieces = Reading(made.pdf).pieces
    text_lines = {(each.page, each.baseline) for each in pieces if each.text.strip("1 \u2002")}
    calls = [each for each in pieces if each.text.strip() == "1"]
    assert len(calls) >= len(lines)
    for call in calls:
        assert any(page == call.page and abs(y - call.baseline) < 1 for page, y in text_lines)
