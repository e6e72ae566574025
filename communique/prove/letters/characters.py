"""Characters: what is copied from the page is what its glyphs stand for.

A font says itself which characters it has each glyph for, and its file in the templates, of which
the PDF has a part, says so of other forms of them, such as old-style figures and ligatures.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from communique.bidi.fribidi import mirror_image
from communique.model.characters import RTL_LETTERS
from communique.pdf_reading.fonts import decomposed
from communique.prove.letters.backwards import compare_letters
from communique.prove.letters.meanings import meanings_of, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.fonts import Font
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: Scripts whose letters join: one letter may be several glyphs, and several letters one glyph; and
#: characters for private use, such as the hyphen at the end of a line.
_UNDECIDED = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\ue000-\uf8ff]")
#: Marks of Hebrew letters, which fonts draw in another order than they are written.
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1-\u05c7]")
#: Romanian has a comma below where old texts have a cedilla, and many fonts draw it there.
_CEDILLA, _COMMA = "\u0327", "\u0326"
#: The letters i and j, Latin and Cyrillic, under a mark, which they have in place of their dot
#: (Unicode, Soft_Dotted), beside marks that stand elsewhere.
_DOTTED = re.compile(
    "[ij\u0456\u0458](?=[\u0316-\u0333\u0339-\u033c\u0347-\u0349]*[\u0300-\u0314\u033d-\u0344])"
)
_DOTLESS = {"i": "\u0131", "j": "\u0237", "\u0456": "\u0131", "\u0458": "\u0237"}
_RTL = re.compile(f"[{RTL_LETTERS}]")


def own_characters(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note glyphs that are copied as other characters than their font has them for.

    In a span, as around a letter with marks, it is all of its characters that are compared. Else
    each glyph is, once; but for those in pictures, where letters with marks have no spans. What is
    drawn may be a mirror image where anything runs from right to left.
    """
    _note_blanks(reading, faults)
    turns = bool(_RTL.search("".join(piece.text for piece in reading.pieces)))
    met: dict[Font, set[int]] = defaultdict(set)
    for span, group in groupby(
        reading.pieces, key=lambda each: each.span and (each.page, each.span)
    ):
        pieces = list(group)
        if span:
            _compare_span(pieces, faults, turns=turns)
        else:
            plain = [each for each in pieces if not each.pictured]
            _compare_glyphs(plain, met, faults, turns=turns)
            compare_letters(plain, faults)


def _note_blanks(reading: Reading, faults: Faults) -> None:
    """Note what is copied, and is drawn with a glyph without ink.

    From right to left an empty glyph may say a letter that another one draws: see `backwards`.
    """
    inkless = {font: _inkless(font) for font in {piece.font for piece in reading.pieces}}
    for piece in reading.pieces:
        for code in inkless[piece.font].intersection(piece.codes):
            say(faults, piece.page, "nothing", piece.font.unicode[code])


def _inkless(font: Font) -> frozenset[int]:
    """Return the codes of a font that say something to be seen with a glyph without ink."""
    found = ((code, text) for code, text in font.unicode.items() if font.glyph(code) in font.blank)
    return frozenset(
        code
        for code, text in found
        if _is_seen(text) and not (font.is_empty(code) and _RTL.match(text))
    )


def _is_seen(text: str) -> bool:
    """Tell whether any of a text leaves ink: not spaces, controls and what is for private use."""
    return any(unicodedata.category(each)[0] not in "CZ" for each in text)


def _compare_glyphs(
    pieces: list[Piece], met: dict[Font, set[int]], faults: Faults, *, turns: bool
) -> None:
    """Note glyphs that say something else than they stand for, but for those that were `met`."""
    for piece in pieces:
        new = set(piece.codes) - met[piece.font]
        met[piece.font] |= new
        for code in new:
            text = piece.font.unicode.get(code, "")
            if piece.font.is_empty(code) and (not text or _RTL.match(text)):
                continue  # see `backwards`
            meanings = meanings_of(piece.font, code)
            if not _is_one_of(text, meanings, turns=turns):
                say(faults, piece.page, min(meanings), text)


def _is_one_of(text: str, meanings: frozenset[str], *, turns: bool) -> bool:
    """Tell whether a text is what a glyph stands for, or, where a page `turns`, its mirror image.

    The latter is drawn in text that runs from right to left (UAX 9, L4).
    """
    if text in meanings or not _decides(meanings):
        return True
    others = set(map(_plain, meanings))
    return _plain(text) in others or (turns and _plain("".join(map(mirror_image, text))) in others)


def _plain(text: str) -> str:
    """Return a text taken apart, without the marks of Hebrew, and with one kind of comma below."""
    return _POINTS.sub("", decomposed(text)).replace(_CEDILLA, _COMMA)


def _decides(meanings: frozenset[str]) -> bool:
    """Tell whether what a glyph stands for decides what it is copied as."""
    return bool(meanings) and not _UNDECIDED.search("".join(meanings))


def _compare_span(pieces: list[Piece], faults: Faults, *, turns: bool) -> None:
    """Note a span that says other characters than its glyphs stand for.

    Glyphs of which the font says nothing may stand for what is left over: marks over capitals are
    such, and HarfBuzz may draw them before another mark that is written before them.
    """
    said = Counter(_seen("".join(piece.text for piece in pieces)))
    glyphs = list(_glyphs(pieces))
    known = [each for each in glyphs if _decides(each[0])]
    shapes = (
        text if _is_one_of(text, stands, turns=turns) else min(stands) for stands, text in known
    )
    drawn = Counter(_seen("".join(shapes)))
    if drawn - said or (len(known) == len(glyphs) and said - drawn):
        say(faults, pieces[0].page, "".join(drawn.elements()), "".join(said.elements()))


def _seen(text: str) -> str:
    """Return a text, taken apart, as it is seen: without a dot under another mark."""
    return _DOTTED.sub(lambda found: _DOTLESS[found[0]], decomposed(text))


def _glyphs(pieces: list[Piece]) -> Iterator[tuple[frozenset[str], str]]:
    """Yield what each glyph stands for and what it says."""
    for piece in pieces:
        for code, text in zip(piece.codes, piece.glyphs, strict=True):
            yield meanings_of(piece.font, code), text
