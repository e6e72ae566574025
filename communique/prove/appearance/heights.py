"""Heights: letters and figures stand on their line, as tall as their size says.

A font may have small forms besides: raised, lowered, for fractions, for small capitals. Then the
size is that of the text, and what is seen is smaller. Only numbers that call notes may be raised.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.pdf_reading.tag_tree import tags
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.fonts import Font
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.view import Height

#: So far over its line, in em, a letter begins at most, and it reaches so far at least.
_BOTTOM, _TOP = 0.15, 0.3
#: Figures that reach up or down in every style, and so are so tall at least, in em.
_FIGURE, _FIGURES = 0.5, re.compile("[3-9]")
#: Letters that are as tall as an x; and such as are at least so much taller, in every font.
_LOW = re.compile("[acemnorsuvwxzαεκνοπστωагикмнопст]")
_TALL = re.compile("[A-Zbdfhkl\u0391-\u03a9\u0410-\u042f]")
_TALLER = 1.2
#: What is lower than this part of an x is small, in every style of letters and figures.
_SMALLER = 0.95
_RAISED, _SMALL = "raised", "small"
_INSTEAD = "take back what a stylesheet does to the forms of letters"
#: How the calls of notes are tagged.
_CALLS = frozenset(("Reference", "Span"))


def full_height(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note texts with letters or figures that are raised, lowered or smaller than their size."""
    small = dict(_small(reading.heights))
    if not small:
        return
    marks = set(_calls(reading))
    calls = {_at(piece) for piece in reading.pieces if (piece.page, piece.mark) in marks}
    found: dict[int, list[str]] = {}
    for piece in reading.pieces:
        again = isinstance(piece.mark, str) and _at(piece) in calls
        number = piece.text.isdecimal() and (again or (piece.page, piece.mark) in marks)
        forms = {small[glyph] for glyph in _glyphs(piece) if glyph in small}
        if forms - {_RAISED if number else ""} and not piece.pictured:
            found.setdefault(piece.page, []).append(piece.text)
    report = Report(faults, "shape", _INSTEAD)
    for page, texts in found.items():
        report(page, "letters or figures here are smaller than their size says", texts)


def _at(piece: Piece) -> tuple[str, float]:
    """Return what a call says and how far from the left: heads of tables say it on each page."""
    return piece.text, round(piece.left, 1)


def _calls(reading: Reading) -> Iterator[tuple[int, int | str]]:
    """Yield the page and the MCID of what calls notes."""
    for tag in tags(reading.tree):
        if tag.role in _CALLS:
            yield from (kid for kid in tag.kids if isinstance(kid, tuple))


def _glyphs(piece: Piece) -> Iterator[tuple[Font, int]]:
    return ((piece.font, code) for code in piece.codes)


def _small(heights: dict[tuple[Font, int], Height]) -> Iterator[tuple[tuple[Font, int], str]]:
    """Yield the glyphs, by font and code, that are smaller than what they say is as a rule.

    With each, say whether it is raised or only small.
    """
    low: dict[Font, float] = {}
    for (font, code), height in heights.items():
        if _LOW.match(font.unicode[code]):
            low[font] = min(low.get(font, height.top), height.top)
    for (font, code), (bottom, top) in heights.items():
        text = font.unicode[code]
        if bottom > _BOTTOM:
            yield (font, code), _RAISED
        elif (
            top < _TOP
            or (_FIGURES.match(text) and top - bottom < _FIGURE)
            or top < _SMALLER * low.get(font, 0)
            or (_TALL.match(text) and top < _TALLER * low.get(font, 0))
        ):
            yield (font, code), _SMALL
