"""Where on the pages each word of the source stands: what the proof has found, carried out."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from communique.prove.words import expected, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.content.content import Content
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: A word is looked for so far, in characters, behind the one before: marks and addresses of links
#: stand between the words of a source, and words of the page that its language has added do not.
_NEAR = 400
#: How far a word reaches over the line and below it, in em.
_OVER, _BELOW = 0.8, 0.25


class PlacedWord(NamedTuple):
    """A word of a page, or the part of one on a line: its box, in pt, and its source."""

    page: int
    """From 0."""
    left: float
    top: float
    """From the bottom of the page, as PDF counts."""
    right: float
    bottom: float
    start: int
    """Where it begins in the source, in characters from 0; or else where its text does."""
    length: int
    """How many characters it has there; 0 where only its text was found."""


def placed(content: Content, reading: Reading, source: str, path: Path) -> list[PlacedWord]:
    """Return the words of a proven PDF that come from the `source` at `path`, in reading order."""
    begins = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
    found: list[PlacedWord] = []
    for text, block in zip(expected(content, reading), spoken(reading), strict=False):
        if text.path != path:
            continue
        place = begins[min(text.line, len(begins)) - 1]
        for piece in block.pieces:
            bottom, top = (piece.baseline + part * piece.size for part in (-_BELOW, _OVER))
            for word, left, right in _words(piece, rtl=text.rtl):
                at = source.find(word, place, place + len(word) + _NEAR)
                length = len(word) if at >= 0 else 0
                start = max(at, place)
                place = start + length
                found.append(PlacedWord(piece.page, left, top, right, bottom, start, length))
    return found


def _words(piece: Piece, *, rtl: bool) -> list[tuple[str, float, float]]:
    """Return the words of a piece, each with where it begins and ends, by the widths of its font.

    Glyphs are drawn from the left; in a text that runs from right to left the last word is read
    first, and so is the last glyph of each.
    """
    found = list(_drawn(piece))
    order = reversed(found) if rtl else found
    turned = -1 if rtl else 1
    return [("".join(glyphs[::turned]), left, right) for glyphs, left, right in order]


def _drawn(piece: Piece) -> Iterator[tuple[list[str], float, float]]:
    """Yield the glyphs of each word in the order in which they are drawn, and their place."""
    widths = [piece.font.widths.get(code, 1000.0) for code in piece.codes]
    if len(widths) != len(piece.glyphs):
        widths = [1.0] * len(piece.glyphs)
    text = piece.text.rstrip()
    inked = sum(width for width, glyph in zip(widths, piece.glyphs, strict=True) if glyph.strip())
    spaces = sum(widths) - inked if text else 0
    scale = (piece.right - piece.left) / ((inked + spaces) or 1)
    word: list[str] = []
    start = place = piece.left
    for glyph, width in zip(piece.glyphs, widths, strict=True):
        if glyph.isspace():
            if word:
                yield word, start, place
            word, start = [], place + width * scale
        else:
            word.append(glyph)
        place += width * scale
    if word:
        yield word, start, min(place, piece.right)
