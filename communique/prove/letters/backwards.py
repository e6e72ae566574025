"""Letters from right to left: each is copied in its place, and each mark over them is drawn.

Readers turn round what is drawn, and also the letters of one glyph that says several. So such a
glyph says the first, and empty ones that are drawn before it say the others and the marks between
them; the glyphs of these marks are drawn before, and say nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.model.characters import RTL_LETTERS
from communique.prove.letters.meanings import meanings_of, say

if TYPE_CHECKING:
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece

_RTL = re.compile(f"[{RTL_LETTERS}]")
#: Marks of Arabic, of which fonts draw two with one glyph, or one with the letter.
_ARABIC = re.compile("[\u064b-\u0655\u0670]+")


@dataclass
class _Before:
    """What was drawn before a glyph and belongs to it."""

    said: str = ""
    """What empty glyphs say, in the order of reading."""
    silent: list[frozenset[str]] = field(default_factory=list)
    """What each glyph stands for that leaves ink and says nothing."""
    shared: frozenset[str] = frozenset()
    """What a glyph of marks stands for that says one of them; the letter's glyph says the other."""
    follows: str = ""
    """What that glyph says."""


def compare_letters(pieces: list[Piece], faults: Faults) -> None:
    """Note letters from right to left that are copied in another order, or that nothing draws.

    Note marks that nothing draws, too. Fonts with CFF outlines have one code for each glyph, which
    says all.
    """
    before = _Before()
    for piece in pieces:
        if piece.font.compact or not (before.silent or _RTL.search(piece.text) or _silent(piece)):
            continue
        for code, text in zip(piece.codes, piece.glyphs, strict=False):
            if piece.font.is_empty(code):
                before.said = text + before.said
            elif not text:
                before.silent.append(meanings_of(piece.font, code))
            elif not text.isspace():
                meanings = meanings_of(piece.font, code)
                if wrong := _wrong(text, meanings, before):
                    say(faults, piece.page, *wrong)
                is_mark = _ARABIC.fullmatch(text)
                before = _Before(shared=meanings, follows=text) if is_mark else _Before()
        if before.said:
            say(faults, piece.page, "nothing", before.said)
            before.said = ""
    if before.silent:
        say(faults, pieces[-1].page, _shown(before), "")


def _silent(piece: Piece) -> bool:
    """Tell whether a glyph of a piece says nothing."""
    return "" in piece.glyphs


def _wrong(text: str, meanings: frozenset[str], before: _Before) -> tuple[str, str] | None:
    """Return what is drawn and what is said, where these differ, or nothing.

    `text` is what a glyph says that stands for the `meanings`, `before` what belongs to it.
    """
    if len(text) > 1 and _RTL.search(text):
        return text, text[::-1]
    letters = unicodedata.normalize("NFC", text + before.said)
    whole = unicodedata.normalize("NFC", letters + before.follows)
    stands = {unicodedata.normalize("NFC", _letters(each)) for each in meanings}
    known = {letters, _without_marks(letters), _without_marks(whole)}
    if before.said and stands and stands.isdisjoint(known):
        return min(meanings), letters
    if before.silent and not _marks(letters):
        return _shown(before), ""
    if _marks(letters) and before.said and letters not in stands and not _are_drawn(before):
        return _shown(before), _marks(before.said)
    return None


def _are_drawn(before: _Before) -> bool:
    """Tell whether the marks that empty glyphs say are those that stand before them."""
    left = Counter(_marks(before.said))
    for meanings in before.silent:
        if meanings:
            drawn = next((each for each in map(_marked, meanings) if each <= left), None)
            if drawn is None:
                return False
            left -= drawn
        elif left:
            left.clear()
    return not left or any(left <= _marked(each) for each in before.shared)


def _marked(meaning: str) -> Counter[str]:
    return Counter(_letters(meaning).strip())


def _letters(text: str) -> str:
    """Return the letters of a form that takes their place."""
    return unicodedata.normalize("NFKC", text)


def _without_marks(text: str) -> str:
    return "".join(each for each in text if not unicodedata.combining(each))


def _marks(text: str) -> str:
    return "".join(filter(unicodedata.combining, text))


def _shown(before: _Before) -> str:
    """Return what the silent glyphs stand for, as far as it is known."""
    return "".join(min(each) for each in before.silent if each) or "nothing"
