"""Raised and lowered: superscripts stand over their line, subscripts under it, nothing else does.

Where a font has forms for them, those are raised in themselves; else smaller letters are moved.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from communique.prove.appearance.heights import beside, positions
from communique.prove.appearance.report import Report
from communique.prove.lines import calls_in, lines_of

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: So far over the baseline of its line, in em, a superscript begins at least, and so far under it
#: a subscript does.
_OVER, _UNDER = 0.15, 0.05
#: So near, in em, two baselines are one.
_SAME = 0.01
_UP, _DOWN = "/Sup", "/Sub"
_INSTEAD = "let a stylesheet raise superscripts, lower subscripts and leave all else on its line"


def raised_and_lowered(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note superscripts that are not raised, subscripts that are not lowered, and what else is."""
    due = positions(reading)
    report = Report(faults, "shape", _INSTEAD)
    for block in reading.blocks:
        numbers = calls_in(block)
        before = None
        for line in lines_of(block):
            text = [piece for piece in line if (piece.page, piece.mark) not in due]
            main = max(text or line, key=lambda piece: (piece.size, len(piece.text)))
            if before and not text and beside(line[0], before):
                main = before  # too high or too low to be one line with it
            before = line[-1]
            for piece in line:
                place = (piece.page, piece.mark)
                if place not in numbers and (wrong := _wrong(piece, main, due.get(place), reading)):
                    report(piece.page, wrong, [piece.text])


def _wrong(piece: Piece, main: Piece, due: str | None, reading: Reading) -> str:
    """Return what is wrong with where a piece stands on the line of the `main` one."""
    rise, part = (piece.baseline - main.baseline) / main.size, piece.size / main.size
    heights = (reading.heights.get((piece.font, code)) for code in piece.codes)
    bottoms = [rise + part * height.bottom for height in heights if height]
    if due == _UP and max(bottoms, default=inf) <= _OVER:
        return "this is not raised"
    if due == _DOWN and min(bottoms, default=-inf) >= -_UNDER:
        return "this is not lowered"
    return "this is raised or lowered" if due is None and abs(rise) > _SAME else ""
