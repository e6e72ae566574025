"""Signs in text from right to left: printed as a reader expects them, and copied as written."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from communique.bidi.fribidi import mirror_image
from communique.pdf_reading.reading import Reading
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed
from tests.samples import HEAD

if TYPE_CHECKING:
    from pathlib import Path

#: Signs of the fonts that have a mirror image (Unicode, Bidi_Mirrored), or are read as others.
SIGNS = "()[]{}<>«»‹›⁽⁾₍₎∂∃∑∕√∟∫≈≠≤≥⌠⌡⟦⟧⟨⟩⸢⸣⸤⸥¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞®℞"


@pytest.mark.parametrize(
    ("tag", "words"), [("he", "הערך {} 6 כאן, 2{} א{}ב"), ("ar", "القيمة {} 6 هنا، 2{} س{}ل")]
)
def test_every_sign_is_printed_and_proven(tmp_path: Path, tag: str, words: str) -> None:
    signs = (f"\\{sign}" if sign in "()[]{}<>" else sign for sign in SIGNS)
    lines = (words.replace("{}", sign) for sign in signs)
    page = composed(tmp_path, HEAD + "\n\n".join(lines) + "\n", f"signs.{tag}.md")
    made = typeset(page)
    assert complaints(page, made) == []
    pieces = Reading(made.pdf).pieces
    assert set(SIGNS) <= set("".join(piece.text for piece in pieces))
    for sign in "(<«≤⟨":
        drawn = {
            meaning
            for piece in pieces
            for code, glyph in zip(piece.codes, piece.glyphs, strict=True)
            for meaning in piece.font.meanings(code)
            if glyph == sign
        }
        assert drawn == {mirror_image(sign)}
        assert unicodedata.mirrored(sign)
