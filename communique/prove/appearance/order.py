"""Order: whoever reads the page with the eyes meets its texts in the order in which they are read.

A text stands below the one before it, or beside it in the direction of writing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from communique.content.expected import runs_right_to_left
from communique.pdf_reading.tag_tree import NOTES, tags
from communique.prove.appearance.report import Report
from communique.prove.form import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.content_stream import Piece
    from communique.pdf_reading.reading import Reading

#: How far two texts that stand beside one another may reach into one another, in pt.
_TOUCH = 1.0
#: How far a part of a line may stand over what comes before it, in em.
_RAISED = 0.5
_INSTEAD = "let a stylesheet leave texts in their order"
Texts = tuple["Piece", ...]


def reading_order(content: Content, reading: Reading, faults: Faults) -> None:
    """Note texts that stand before, over or on the wrong side of those that are read first.

    Notes are compared among themselves: they stand at the foot of the page that calls them.
    """
    report = Report(faults, "order", _INSTEAD)
    middle = content.edition.paper.width * MM / 2
    rtl = [runs_right_to_left(version) for version in content.versions]
    text, notes = _flows(reading)
    for one, other in (*pairwise(text), *pairwise(notes)):
        before, after = (int(len(rtl) > 1 and each[0].left >= middle) for each in (one, other))
        if before == after and not _follows(one, other, rtl=rtl[after]):
            wrong = "this does not stand after what is read before it"
            report(other[0].page, wrong, [other[0].text])
    for block in (*text, *notes):
        for above, below in pairwise(block):
            raised = below.baseline - above.baseline
            if above.page == below.page and raised > _RAISED * below.size:
                wrong = "a line does not stand below the one before it"
                report(below.page, wrong, [below.text])


def _flows(reading: Reading) -> tuple[list[Texts], list[Texts]]:
    """Return the texts of the document, and those of its notes, each in reading order."""
    marks = set(_notes(reading))
    flows: tuple[list[Texts], list[Texts]] = ([], [])
    for block in reading.blocks:
        pieces = tuple(p for p in block.pieces if p.text.strip() and not p.pictured)
        if pieces:
            flows[(pieces[0].page, pieces[0].mark) in marks].append(pieces)
    return flows


def _notes(reading: Reading) -> Iterator[tuple[int, int | str]]:
    """Yield the page and the MCID of what belongs to notes."""
    for tag in tags(reading.tree):
        if tag.role in NOTES:
            yield from (kid for part in tags(tag) for kid in part.kids if isinstance(kid, tuple))


def _follows(before: Texts, after: Texts, *, rtl: bool) -> bool:
    """Tell whether a text begins below the end of another, or beside it in the way of writing."""
    page, baseline = after[0].page, after[0].baseline
    there = [piece.baseline for piece in before if piece.page == page]
    below = baseline < min(there) if there else page > before[-1].page
    line = [piece for piece in after if (piece.page, piece.baseline) == (page, baseline)]
    if rtl:
        right = max(piece.right for piece in line)
        return below or right <= min(piece.left for piece in before) + _TOUCH
    left = min(piece.left for piece in line)
    return below or left >= max(piece.right for piece in before) - _TOUCH
