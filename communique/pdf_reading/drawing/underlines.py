"""Lines that run under texts, as designers draw them under links and headings.

They lie under the letters that stand on the line, and letters that reach below it stay readable on
them. So they are neither the ground of a text nor do they strike it through.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.pdf_reading.drawing.box import Box
    from communique.pdf_reading.piece import Piece

#: So thick, in em, are all lines together under a text at most: 1 pt in type of 8 pt.
_THICK = 0.13
#: So far over the baseline, in em, are the bodies of letters.
_BODY = 0.72
#: So little of a text, in em, is its edge.
_BESIDE = 0.05
#: So near to ink, in pt, a line may be in the same pixel.
_NEAR = 1.5
#: The Arabic script has dots, which a line would hide, and so make of a letter another one: from so
#: far below its letters' line, in em, to so far over it (Amiri has م at -0.58, its lowest dots but
#: those of a last ي at -0.37, its highest ones at 0.72).
_DOTS_BELOW, _DOTS_ABOVE = 0.55, 0.75
_DOTTED = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
#: Marks above (Unicode, Canonical_Combining_Class); all others may stand below a letter.
_ABOVE = frozenset((0, 230, 232))


def underlines(lines: Sequence[Box], texts: Sequence[tuple[Piece, Box]]) -> Iterator[int]:
    """Yield the indexes of those `lines` that touch no ink but that of the texts they run under.

    Lines through what is to be struck through are among them.

    `lines` are the boxes around what is painted there, and each text has the box around its ink.
    """
    texts = [(piece, _body(piece, box)) for piece, box in texts if piece.text.strip()]
    near = {
        number: _without_ends(line, [text for text in texts if _meet(line, text[1])])
        for number, line in enumerate(lines)
        if any(_meet(line, box, _NEAR) for _, box in texts)
    }
    under = {
        number: met
        for number, met in near.items()
        if all(_runs_under(lines[number], piece) for piece, _ in met)
    }
    heights: defaultdict[int, set[tuple[float, float]]] = defaultdict(set)
    for number, met in under.items():
        for piece, _ in met:
            heights[id(piece)].add((round(lines[number].bottom, 2), round(lines[number].top, 2)))
    for number, met in under.items():
        if all(
            sum(top - bottom for bottom, top in heights[id(piece)]) <= _THICK * piece.size
            for piece, _ in met
        ):
            yield number


def _body(piece: Piece, box: Box) -> Box:
    """Return the box around the ink of a piece; if it is struck through, at the height for that.

    A line through a full stop is far above it.
    """
    if not piece.struck:
        return box
    top = piece.baseline + _BODY * piece.size
    return box._replace(bottom=min(box.bottom, piece.baseline), top=max(box.top, top))


def _without_ends(line: Box, met: list[tuple[Piece, Box]]) -> list[tuple[Piece, Box]]:
    """Return what a line touches: of one through a text, not what only stands beside that."""
    if not any(piece.struck for piece, _ in met):
        return met
    return [
        (piece, box)
        for piece, box in met
        if min(line.right, box.right) - max(line.left, box.left) > _BESIDE * piece.size
    ]


def _runs_under(line: Box, piece: Piece) -> bool:
    """Tell whether a line makes of no letter of a piece another one, where the two touch.

    What its tag says is struck through has a line through it.
    """
    if piece.struck:
        return True
    if not _DOTTED.search(piece.text):
        return line.top <= piece.baseline and not _has_marks_below(piece.text)
    below, above = piece.baseline - line.top, line.bottom - piece.baseline
    return below >= _DOTS_BELOW * piece.size or above >= _DOTS_ABOVE * piece.size


def _meet(line: Box, box: Box, near: float = 0.0) -> bool:
    """Tell whether a line touches the ink in a box, or comes so near, in pt."""
    return (
        box.bottom - near < line.top
        and line.bottom < box.top + near
        and box.left - near < line.right
        and line.left < box.right + near
    )


def _has_marks_below(text: str) -> bool:
    """Tell whether a text may have marks that a line under it would hide."""
    marks = map(unicodedata.combining, unicodedata.normalize("NFD", text))
    return not _ABOVE.issuperset(marks)
