"""Grounds: what is in brackets stands on grey, on each of its lines, and no other words do.

Where a letter belongs is known from the statement, and what lies under it from the PDF alone: the
box that is painted last behind the whole of what is drawn there in one go.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.content.expected import turn
from communique.model.colours import contrast, luminance
from communique.prove.appearance.report import Report
from communique.prove.lines import calls_in, inks
from communique.prove.negotiation import brackets
from communique.prove.negotiation.placed import placed
from communique.prove.words import expected, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.content_stream.path import Shape
    from communique.pdf_reading.piece import Colour, Piece
    from communique.pdf_reading.reading import Reading

#: So much a ground stands out from paper, and one within another from that one: on a screen less
#: is seen, and photocopiers lose it.
_LEAST = 1.2
#: What is so deep in brackets, or deeper, is on one ground.
_DEEPEST = 3
#: What is drawn stands on a box from its line to so far above it, in em, but for its ends, in em.
_HIGH, _ENDS = 0.45, 0.05
#: So high, in em, a box behind words alone is at most; a cell, or what a theme has under a block,
#: is higher.
_TIGHT = 2.0
_PAPER: Colour = (1.0, 1.0, 1.0)
#: No colour: what stands on several grounds is on none of them.
_PARTLY: Colour = (-1.0, -1.0, -1.0)
_INSTEAD = "let the stylesheet of the turn give .bracketed a ground, and .within a darker one"


class _Drawn(NamedTuple):
    """What is drawn in one go, how deep in brackets it is, and on what."""

    piece: Piece
    depths: frozenset[int]
    """One, unless it was not parted; 0 is in no brackets."""
    ground: Colour
    is_tight: bool
    """Whether that is no ground of a cell or a block, but one of these words."""


def every_ground(content: Content, reading: Reading, faults: Faults) -> None:
    """Note words in brackets that are not on the ground of their depth, and others on a ground."""
    if turn(content) != brackets.NAME:
        return
    report = Report(faults, "brackets", _INSTEAD)
    every = list(_drawn(content, reading))
    grounds = _grounds(every)
    for depth, (lighter, darker) in enumerate(pairwise((_PAPER, *grounds)), start=1):
        if _contrast(lighter, darker) < _LEAST:
            said = [each for each in every if depth in each.depths]
            wrong = "the ground of this, which is in brackets, is hardly seen"
            report(said[0].piece.page, wrong, [said[0].piece.text])
    bare: dict[int, list[str]] = defaultdict(list)
    others: dict[int, list[str]] = defaultdict(list)
    for each in every:
        due = {(_PAPER, *grounds)[depth] for depth in each.depths}
        if each.depths != {0} and due != {each.ground}:
            bare[each.piece.page].append(each.piece.text)
        elif each.depths == {0} and (each.is_tight or each.ground in grounds):
            others[each.piece.page].append(each.piece.text)
    for page, words in bare.items():
        report(page, "this is in brackets, and not on their ground", words)
    for page, words in others.items():
        report(page, "this is in no brackets, and on a ground", words)


def _grounds(every: Sequence[_Drawn]) -> list[Colour]:
    """Return the ground that most of what is in brackets of each depth has."""
    counts: dict[int, Counter[Colour]] = defaultdict(Counter)
    for each in every:
        for depth in each.depths - {0}:
            counts[depth][each.ground] += len(each.piece.text)
    return [counts[depth].most_common(1)[0][0] for depth in sorted(counts)]


def _drawn(content: Content, reading: Reading) -> Iterator[_Drawn]:
    """Yield what is drawn of the title, the text and the notes, but for calls of notes."""
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    boxes = _boxes(reading)
    block_of = dict(zip(map(id, texts), blocks, strict=True))
    for text, depths in brackets.depths(content, reading):
        block = block_of[id(text)]
        calls = calls_in(block)
        for piece, places in placed(block, text):
            if inks(piece.text) and (piece.page, piece.mark) not in calls and places:
                ground, is_tight = _ground(piece, boxes[piece.page])
                own = {min(depths.get(place, 0), _DEEPEST) for place in places}
                yield _Drawn(piece, frozenset(own), ground, is_tight and text.cell is None)


def _boxes(reading: Reading) -> dict[int, list[Shape]]:
    """Return the boxes of each page on which something may stand, in the order of painting."""
    found: dict[int, list[Shape]] = defaultdict(list)
    for shape in reading.shapes:
        if shape.whole and shape.opacity == 1:
            found[shape.page].append(shape)
    return found


def _ground(piece: Piece, boxes: Sequence[Shape]) -> tuple[Colour, bool]:
    """Return the colour that all of a piece stands on, and whether only these words do.

    Paper is no ground; of what a box covers a part of, the part counts.
    """
    found, is_tight = _PAPER, False
    for box in boxes:
        left, bottom, right, top = box.part
        ends = _ENDS * piece.size
        high = bottom <= piece.baseline and piece.baseline + _HIGH * piece.size <= top
        if (
            not high
            or box.colour is None
            or right <= piece.left + ends
            or piece.right - ends <= left
        ):
            continue
        whole = left <= piece.left + ends and piece.right - ends <= right
        tight = top - bottom <= _TIGHT * piece.size and box.colour != _PAPER
        if whole:
            found, is_tight = box.colour, tight
        elif tight:
            return _PARTLY, True
    return found, is_tight


def _contrast(one: Colour, other: Colour) -> float:
    """Return how much one of two colours stands out from the other (WCAG 2.1)."""
    if _PARTLY in (one, other):
        return 1.0
    return contrast(luminance(*one), luminance(*other))
