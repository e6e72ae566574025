"""What the glyphs of a page stand for, as far as their fonts say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove.letters import original_fonts

if TYPE_CHECKING:
    from communique.model.faults import Faults
    from communique.pdf_reading.fonts import Font


#: Fonts for Chinese and Japanese draw an em dash as a horizontal bar, which is as long ("locl").
_BAR, _DASH = "\u2015", "\u2014"


def meanings_of(font: Font, code: int) -> frozenset[str]:
    """Return the characters that a glyph stands for, in fonts of either kind of outlines."""
    found = font.meanings(code) or original_fonts.forms(font).get(font.glyph(code), frozenset())
    return found | {_DASH} if _BAR in found else found


def say(faults: Faults, page: int, drawn: str, said: str) -> None:
    """Note that something is drawn and copied as something else, on a page that counts from 0."""
    wrong = f"page {page + 1}: {drawn[:40]} is drawn and copied as {said[:40] or 'nothing'}"
    faults.add(1, "letters", wrong, "nothing was delivered")
