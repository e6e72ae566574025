"""Heights: letters and figures stand on their line, as tall as their size says.

A font may have small forms besides: raised, lowered, for fractions, for small capitals. Then the
size is that of the text, and what is seen is smaller. Superscripts and subscripts may be so
(`communique.prove.appearance.raised`), and else only numbers that call notes, which have to be
raised, or be smaller than the letters that they stand at: they are no part of it.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from communique.pdf_reading.tag_tree import tags
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.drawing.view import Height
    from communique.pdf_reading.fonts import Font
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: So far over its line, in em, a letter begins at most, and it reaches so far at least.
_BOTTOM, _TOP = 0.15, 0.3
#: Figures that reach up or down in every style, and so are so tall at least, in em, and so much
#: taller than an x; those among small capitals are not.
_FIGURE, _FIGURES, _HIGHER = 0.5, re.compile("[3-9]"), 1.12
#: Letters that are as tall as an x; and such as are at least so much taller, in every font.
_LOW = re.compile("[acemnorsuvwxzαεκνοπστωагикмнопст]")
_TALL = re.compile("[A-Zbdfhkl\u0391-\u03a9\u0410-\u042f]")
_TALLER = 1.2
#: What is lower than this part of an x is small, in every style of letters and figures.
_SMALLER = 0.95
#: So near, in em, what stands beside a piece is: less than a figure is wide.
_BESIDE = 0.2
#: So much lower, in em, what stands on a line is at most.
_LEVEL = 0.01
_SLASH = "\u2044"
_RAISED, _SMALL = "raised", "small"
_INSTEAD = "take back what a stylesheet does to the forms of letters"
#: So much smaller than the text that it stands at is a call which is not raised, as a part.
_CALL_SIZE = 0.8
_RAISE = "let a stylesheet raise the calls of notes, in a font that has such figures"
#: How the calls of notes are tagged.
_CALLS = frozenset(("Reference", "Span"))
#: What other spans have: abbreviations, words in another language, superscripts and subscripts.
_OTHERS = frozenset(("/E", "/Lang", "/A"))


def full_height(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note texts with letters or figures that are raised, lowered or smaller than their size."""
    small = dict(_small(reading.heights))
    if not small:
        return
    marks, due = set(_calls(reading, _CALLS)), positions(reading)
    numbers, raised = (
        {_at(piece) for piece in reading.pieces if (piece.page, piece.mark) in places}
        for places in (marks, due)
    )
    found: dict[int, list[str]] = {}
    for piece in reading.pieces:
        place, is_again = (piece.page, piece.mark), isinstance(piece.mark, str)
        number = piece.text.isdecimal() and (place in marks or (is_again and _at(piece) in numbers))
        if place in due or (is_again and _at(piece) in raised):
            continue  # another rule looks at it, or it is drawn as what that rule looks at
        forms = {small[glyph] for glyph in _standing(piece) if glyph in small}
        if forms - {_RAISED if number else ""} and not piece.pictured:
            found.setdefault(piece.page, []).append(piece.text)
    report = Report(faults, "shape", _INSTEAD)
    for page, texts in found.items():
        report(page, "letters or figures here are smaller than their size says", texts)


def raised_calls(content: Content, reading: Reading, faults: Faults) -> None:
    """Note calls of notes that look like a part of the text that they stand at."""
    role = "Span" if content.standard.pdf_2 else "Reference"
    marks = set(_calls(reading, (role,)))
    found: dict[int, list[str]] = {}
    for block in reading.blocks if marks else ():
        for one, other in pairwise(piece for piece in block.pieces if piece.text):
            first, second = ((each.page, each.mark) in marks for each in (one, other))
            if first != second and not (one.text[-1:].isspace() or other.text[:1].isspace()):
                call, text = (one, other) if first else (other, one)
                figure = (text.text[0] if first else text.text[-1]).isdecimal()
                apart = _is_apart(call, text, reading.heights, figure=figure)
                if call.text.isdecimal() and not apart:
                    found.setdefault(call.page, []).append(one.text[-20:] + other.text[:20])
    report = Report(faults, "shape", _RAISE)
    for page, texts in found.items():
        report(page, "the call of a note is not raised", texts)


def positions(reading: Reading) -> dict[tuple[int, int | str], str]:
    """Return the pages and MCIDs of superscripts ("/Sup") and subscripts ("/Sub"), as tagged."""
    return {
        kid: str(tag.attributes["/TextPosition"])
        for tag in tags(reading.tree)
        if tag.role == "Span" and "/TextPosition" in tag.attributes
        for part in tags(tag)
        for kid in part.kids
        if isinstance(kid, tuple)
    }


def _is_apart(
    call: Piece, text: Piece, heights: dict[tuple[Font, int], Height], *, figure: bool
) -> bool:
    """Tell whether a call is raised over the line of a text, smaller, or in another line.

    Beside a `figure` it has to be raised: a smaller one would be read as one more figure.
    """
    rise = (call.baseline - text.baseline) / text.size
    bottom = min((heights[glyph].bottom for glyph in _glyphs(call) if glyph in heights), default=0)
    lower = call.page != text.page or (rise < -1 and not beside(call, text))
    smaller = call.size <= _CALL_SIZE * text.size and not figure and rise > -_LEVEL
    return lower or rise + bottom > _BOTTOM or smaller


def beside(one: Piece, other: Piece) -> bool:
    """Tell whether a piece begins where the other ends, in either direction of writing.

    So one that is raised or lowered does; one that begins the next line does not.
    """
    gap = min(abs(one.left - other.right), abs(one.right - other.left))
    return one.page == other.page and gap <= _BESIDE * min(one.size, other.size)


def _at(piece: Piece) -> tuple[str, tuple[int, ...], float]:
    """Return what a piece says, in which glyphs, and how far from the left.

    Heads of tables say it on each page (`communique.prove.margins`).
    """
    return piece.text, tuple(piece.codes), round(piece.left, 1)


def _calls(reading: Reading, roles: Collection[str]) -> Iterator[tuple[int, int | str]]:
    """Yield the page and the MCID of what may call notes: what has one of these `roles`."""
    for tag in tags(reading.tree):
        is_call = tag.role == "Reference" or "/Ref" in tag.entries
        if tag.role in roles and (is_call or not tag.entries.keys() & _OTHERS):
            yield from (kid for kid in tag.kids if isinstance(kid, tuple))


def _glyphs(piece: Piece) -> Iterator[tuple[Font, int]]:
    return ((piece.font, code) for code in piece.codes)


def _standing(piece: Piece) -> Iterator[tuple[Font, int]]:
    """Yield the glyphs of a piece without the figures of fractions (1⁄2), which are small.

    Figures beside a fraction slash are set as a fraction (Unicode, 6.2.9, Fraction Slash).
    """
    glyphs = zip(piece.glyphs, _glyphs(piece), strict=False)
    if _SLASH not in piece.text:
        yield from (glyph for _, glyph in glyphs)
        return
    parts = groupby(glyphs, key=lambda each: each[0] == _SLASH or each[0].isdecimal())
    for _, part in parts:
        run = list(part)
        if all(text != _SLASH for text, _ in run):
            yield from (glyph for _, glyph in run)


def _small(heights: dict[tuple[Font, int], Height]) -> Iterator[tuple[tuple[Font, int], str]]:
    """Yield the glyphs, by font and code, that are smaller than what they say is as a rule.

    With each, say whether it is raised or only small.
    """
    low: dict[Font, float] = {}
    for (font, code), height in heights.items():
        if _LOW.match(font.unicode[code]):
            low[font] = min(low.get(font, height.top), height.top)
    for (font, code), (bottom, top) in heights.items():
        text, x = font.unicode[code], low.get(font, 0)
        if bottom > _BOTTOM:
            yield (font, code), _RAISED
        elif (
            top < _TOP
            or (_FIGURES.match(text) and top - bottom < max(_FIGURE, _HIGHER * x))
            or top < _SMALLER * x
            or (_TALL.match(text) and top < _TALLER * x)
        ):
            yield (font, code), _SMALL
