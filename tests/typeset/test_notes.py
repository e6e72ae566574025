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


CALLED = """\
---
title: On the river
---

We met[^a] and *spoke[^b]*, **drank[^c]**, ***read[^d]*** and [مرحبا، يا عالم[^e] هنا]{lang=ar}.

## What we found[^f]

### And what not[^g]

> A quotation[^h]

- A point[^i]

| Head[^j] | Figures[^k] | Middle[^l] |
|---|---:|:---:|
| A[^m] | 1[^n] | B[^o] |

"""


@pytest.mark.parametrize("kind", ["standard", "letter", "large-print"])
def test_a_note_takes_no_style_from_where_it_is_called(tmp_path: Path, kind: str) -> None:
    notes = "".join(
        f"[^{label}]: Note fi {label}, 2026.\n\n    - Point {label}, 2026.\n\n"
        for label in "abcdefghijklmno"
    )
    page = composed(tmp_path, CALLED + notes, "river.en.md", kind)
    made = typeset(page)
    assert complaints(page, made) == []
    pieces = Reading(made.pdf).pieces
    for words, letter in (("Note fi ", 8), ("Point ", 6)):
        found = [piece for piece in pieces if piece.text.startswith(words)]
        assert len(found) == 15
        ends = [len(str(number)) for number in range(1, 16)] if kind != "large-print" else [1] * 15
        assert (
            len({(each.colour, each.font, each.size, each.codes[letter + 1 :]) for each in found})
            == 1
        )
        assert len(
            {(end, round(each.left, 1)) for end, each in zip(ends, found, strict=True)}
        ) == len(set(ends))


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
