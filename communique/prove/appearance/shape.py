"""Shape: letters stand upright, neither mirrored nor squeezed, at their distances."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.model.characters import RTL_LETTERS
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: How far a letter's height and width may be from those of its font, as parts.
_STRETCH = 0.01
#: How much closer letters may stand than their font has them, in em: each on average, and any one.
_CLOSER, _NEAREST = 0.06, 0.4
#: How much wider they may stand on average, since capitals are spaced by up to a tenth of an em;
#: and any one, since a gap of a fifth is a space. In Arabic and Hebrew, marks move letters.
_WIDER, _FARTHEST = 0.15, 0.2
#: The narrowest space, as a part of the font's own; and between two runs of letters, in em.
_SPACE, _GAP = 0.6, 0.1
#: How much wider a space may be where lines are not as long as one another, in em.
_WIDENED = 1.0
#: How far letters may stand over or under their line, in em: marks over them do.
_RISE = 0.5
_RTL = re.compile(f"[{RTL_LETTERS}]")
_INSTEAD = "take back what a stylesheet does to letters and spaces"


def upright_letters(content: Content, reading: Reading, faults: Faults) -> None:
    """Note texts whose letters are turned, mirrored, squeezed or pushed into one another."""
    found: dict[tuple[int, str], list[str]] = {}
    pieces = [piece for piece in reading.pieces if not piece.pictured and piece.text.strip()]
    for piece in pieces:
        for wrong in _wrong(piece, justified=content.theme.justified):
            found.setdefault((piece.page, wrong), []).append(piece.text)
    for one, other in pairwise(pieces):
        if _runs_together(one, other):
            texts = found.setdefault((one.page, "the spaces here are too narrow"), [])
            texts.append(one.text[-20:] + other.text)
    report = Report(faults, "shape", _INSTEAD)
    for (page, wrong), texts in found.items():
        report(page, wrong, texts)


def _wrong(piece: Piece, *, justified: bool) -> Iterator[str]:
    a, b, c, d = piece.matrix
    if b or c or a <= 0 or d <= 0:
        yield "this does not stand upright"
    elif abs(a / d - 1) > _STRETCH:
        yield "the letters here are squeezed or stretched"
    if piece.shift > _CLOSER or piece.nearest > _NEAREST or abs(piece.rise) > _RISE:
        yield "the letters here are pushed into one another"
    gap = piece.farthest > _FARTHEST and not _RTL.search(piece.text)
    if piece.shift < -_WIDER or gap:
        yield "the letters here are far apart"
    if piece.widened > _WIDENED and not justified:
        yield "the spaces here are too wide"
    if piece.space < _SPACE:
        yield "the spaces here are too narrow"


def _runs_together(one: Piece, other: Piece) -> bool:
    """Tell whether a space between two runs of letters on a line is hardly there."""
    if one.baseline != other.baseline or one.page != other.page or one.mark != other.mark:
        return False
    if not one.text[-1].isspace() or other.text[0].isspace():
        return False
    return -1 < (other.left - one.right) / one.size < _GAP
