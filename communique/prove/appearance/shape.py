"""Shape: letters stand upright, neither mirrored nor squeezed, at their distances.

So do the parts of a line, such as a link and what stands around it.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from communique.model.characters import RTL_LETTERS
from communique.prove.appearance.report import Report
from communique.prove.lines import has_marks, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: How far a letter's height and width may be from those of its font, as parts.
_STRETCH = 0.01
#: How much closer letters may stand than their font has them, in em: each on average, and any one
#: (Amiri has ز 0.391 em under the ك before it; the engine takes 1/1024 for 1/1000 there).
_CLOSER, _NEAREST = 0.06, 0.41
#: So much closer, in em, the letters of a run of few may stand all together: V and a comma do.
_KERNED = 0.2
#: How much wider they may stand on average, since capitals are spaced by up to a tenth of an em;
#: and any one, since a gap of a fifth is a space.
_WIDER, _FARTHEST = 0.15, 0.2
#: The narrowest space, as a part of the font's own, and where marks move letters (0.57 in Amiri).
_SPACE, _SPACE_MARKED = 0.6, 0.5
#: The narrowest one between two runs of letters, in em, and where marks part the runs of a line
#: (Amiri has the كأ of a word 0.244 em nearer to a space, of which 0.047 em are left).
_GAP, _GAP_MARKED = 0.1, 0.04
#: How far a run may reach into the one beside it where there is no space, in em: slanted ones do.
_INTO = 0.1
#: What takes up to this, in em, takes no room in a line: it is a mark over or under another part.
_ROOM = 0.001
#: How much wider a space may be where lines are not as long as one another, in em.
_WIDENED = 1.0
#: How far letters may stand over or under their line, in em; and marks alone, which stand at tall
#: letters and deep ones (of all marks on all letters, alone and with a shadda, IBM Plex Sans Arabic
#: has the highest at 1.12 em and the lowest at -1.32 em, Amiri at 0.95 em and -0.95 em).
_RISE, _MARK_RISE = 0.5, 1.35
_RTL = re.compile(f"[{RTL_LETTERS}]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_INSTEAD = "take back what a stylesheet does to letters and spaces"


def upright_letters(content: Content, reading: Reading, faults: Faults) -> None:
    """Note texts whose letters are turned, mirrored, squeezed or pushed into one another."""
    found: dict[tuple[int, str], list[str]] = {}
    pieces = [piece for piece in reading.pieces if not piece.pictured and piece.inked]
    marked = {(piece.page, piece.line) for piece in pieces if has_marks(piece.text)}
    loose = content.theme.justified
    for piece in pieces:
        least = _SPACE_MARKED if (piece.page, piece.line) in marked else _SPACE
        for wrong in _wrong(piece, pieces, least, justified=loose):
            found.setdefault((piece.page, wrong), []).append(piece.text)
    for one, other in _neighbours(reading):
        moved = one.line == other.line and (one.page, one.line) in marked
        least = _GAP_MARKED if moved else _GAP
        for wrong in _wrong_between(one, other, reading, least, justified=loose):
            texts = found.setdefault((one.page, wrong), [])
            texts.append(one.text[-20:] + other.text)
    report = Report(faults, "shape", _INSTEAD)
    for (page, wrong), texts in found.items():
        report(page, wrong, texts)


def _wrong(
    piece: Piece, pieces: Sequence[Piece], space: float, *, justified: bool
) -> Iterator[str]:
    """Yield what is wrong with a piece, where the narrowest space may be this part of its own."""
    a, b, c, d = piece.matrix
    if b or c or a <= 0 or d <= 0:
        yield "this does not stand upright"
    elif abs(a / d - 1) > _STRETCH:
        yield "the letters here are squeezed or stretched"
    shift = piece.shift if -_WIDER <= piece.shift <= _CLOSER else _shift(piece, pieces)
    rise = _MARK_RISE if _is_mark(piece) else _RISE
    if shift > _CLOSER or piece.nearest > _NEAREST or abs(piece.rise) > rise:
        yield "the letters here are pushed into one another"
    if shift < -_WIDER or piece.farthest > _FARTHEST:
        yield "the letters here are far apart"
    if piece.widened > _WIDENED and not justified:
        yield "the spaces here are too wide"
    if piece.space < space:
        yield "the spaces here are too narrow"


def _shift(piece: Piece, pieces: Sequence[Piece]) -> float:
    """Return how much closer letters stand in the line of a piece, on average, in its font.

    A mark that is raised or lowered parts what is drawn: what follows may be one kerned letter.
    """
    where = (piece.page, piece.line, piece.font)
    line = [each for each in pieces if (each.page, each.line, each.font) == where]
    lengths = [len(each.text.strip()) for each in line]
    total = sum(each.shift * length for each, length in zip(line, lengths, strict=True))
    if 0 < total <= _KERNED:
        return 0.0
    moved = sum(_moved(each) * length for each, length in zip(line, lengths, strict=True))
    return moved / sum(lengths)


def _moved(piece: Piece) -> float:
    """Return how much closer the letters of a piece stand; in Arabic, fonts kern some by much."""
    return piece.pushed if piece.shift > _CLOSER and _RTL.search(piece.text) else piece.shift


def _neighbours(reading: Reading) -> Iterator[tuple[Piece, Piece]]:
    """Yield each two parts of a line of a text, or of a margin, that stand beside one another."""
    around = [piece for piece in reading.artifacts if _has_letters(piece)]
    for one, other in pairwise(around):
        if (one.page, one.mark, one.baseline) == (other.page, other.mark, other.baseline):
            yield one, other
    for block in reading.blocks:
        if len(block.pieces) > 1:
            for line in lines_of(block):
                yield from _beside(line)


def _beside(line: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Yield each part of a line with what ends next before it, from left to right.

    What takes no room stands over or under another part: the mark of a ligature may say a letter.
    """
    before: Piece | None = None
    for piece in sorted(line, key=attrgetter("left")):
        room = piece.right - piece.left > _ROOM * piece.size
        if room and _has_letters(piece) and not piece.pictured:
            if before:
                yield before, piece
            before = max(before or piece, piece, key=attrgetter("right"))


def _has_letters(piece: Piece) -> bool:
    """Tell whether a piece is more than spaces, and marks over or under a letter."""
    return any(unicodedata.category(one)[0] not in "MZ" for one in piece.text)


def _is_mark(piece: Piece) -> bool:
    """Tell whether a piece has no letter but, in Arabic, one that a mark of a ligature says."""
    text = piece.text.strip()
    return not _has_letters(piece) or (len(text) == 1 and bool(_ARABIC.match(text)))


def _wrong_between(
    one: Piece, other: Piece, reading: Reading, least: float, *, justified: bool
) -> Iterator[str]:
    """Yield what is wrong with the gap between two parts of a line, a space of `least` em."""
    gap = (other.left - one.right) / one.size
    ends, begins = (_spaces(piece, step) for piece, step in ((one, -1), (other, 1)))
    artifact = isinstance(one.mark, str)
    if ends or begins:
        if gap + begins < least and not (artifact and gap <= -1):
            yield "the spaces here are too narrow"
    elif gap < -_INTO and not artifact and not _RTL.search(one.text + other.text):
        yield "the letters here are pushed into one another"
    fixed = not (artifact or justified)
    if fixed and gap - ends - _pictured(one, other, reading) > _WIDENED:
        yield "the spaces here are too wide"


def _spaces(piece: Piece, step: int) -> float:
    """Return how wide the spaces are that a piece begins with, or ends with where `step` is -1."""
    width = 0.0
    for glyph, code in zip(piece.glyphs[::step], piece.codes[::step], strict=False):
        if not glyph.isspace():
            break
        width += piece.font.widths.get(code, 1000.0) / 1000
    return width


def _pictured(one: Piece, other: Piece, reading: Reading) -> float:
    """Return how wide, in em, the pictures are that stand between two parts of a line."""
    boxes = (picture.box for picture in reading.views[one.page].pictures)
    widths = [
        box.right - box.left
        for box in boxes
        if box
        and one.right < (box.left + box.right) / 2 < other.left
        and box.bottom < one.baseline + one.size
        and box.top > one.baseline
    ]
    return sum(widths) / one.size
