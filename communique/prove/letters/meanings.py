"""What the glyphs of a page stand for, as far as their fonts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove.letters import original_fonts

if TYPE_CHECKING:
    from communique.model.faults import Faults
    from communique.pdf_reading.fonts import Font


def meanings_of(font: Font, code: int) -> frozenset[str]:
    """Return the characters that a glyph stands for, in fonts of either kind of outlines."""
    return font.meanings(code) or original_fonts.forms(font).get(font.glyph(code), frozenset())


def say(faults: Faults, page: int, drawn: str, said: str) -> None:
    """Note that something is drawn and copied as something else, on a page that counts from 0."""
    wrong = f"page {page + 1}: {drawn[:40]} is drawn and copied as {said[:40] or 'nothing'}"
    faults.add(1, "letters", wrong, "nothing was delivered")
