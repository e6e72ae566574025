"""Visible: nothing covers, clips, thins or strikes through a text or a picture, no text another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model.characters import RTL_LETTERS
from communique.prove.appearance import pictures
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: So far, in em, the boxes of two texts may reach into one another: a descender past an ascender.
_DEPTH = 0.2
#: So much of a text's ink may touch that of another; more in scripts with marks over and under
#: their letters, which also reach further.
_MOST, _MOST_MARKED = 0.02, 0.05
#: What a letter may share with the one beside it in the line, where other type begins: a slanted f
#: hangs over the bracket after it; more where that is a mark without letters, such as a lone ’.
#: They are beside one another, in em, where nothing else overlaps; a slanted f that is bold, too,
#: reaches further past its end than two lines may into one another.
_MOST_BESIDE, _MOST_BESIDE_MARK, _LEVEL, _DEPTH_BESIDE = 0.25, 0.8, 0.02, 0.3
_MARKED = re.compile(f"[{RTL_LETTERS}]")
#: From this distance of their baselines on, in em of the larger one, texts are two lines, of which
#: only marks may touch; in scripts with letters that reach far up and down, from the second on.
_LINES, _LINES_MARKED = 1.0, 1.2


def nothing_hidden(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note what looks different from text and pictures that are drawn last, whole and opaque.

    Where a drawing that is cut off was noted before, it comes of that drawing.
    """
    noted = any(fault.key == "pictures" for fault in faults)
    told = pictures.cut_off(reading) if noted else set()
    report = Report(faults, "visible")
    for view in reading.views:
        if view.number in told:
            continue
        inked = [seen for seen in view.texts if seen.piece.inked]
        hidden = [seen.piece.text for seen in inked if not seen.whole]
        struck = [seen.piece.text for seen in inked if seen.ground.crossed]
        thin = [seen.piece.text for seen in inked if not seen.piece.opaque]
        report(view.number, "this is covered or cut off", hidden)
        report(view.number, "this is struck through", struck)
        report(view.number, "this is see-through", thin)
        if view.other:
            where = f"{view.other.left:.0f} pt from the left, {view.other.top:.0f} pt from below"
            wrong = "something is drawn over the page that it does not say"
            report(view.number, wrong, [where])


def overprints(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note pairs of texts whose ink lies on one another; in one line, one of them is too wide."""
    for view in reading.views:
        for one, other, part, depth in view.overlaps:
            if _is_printed_on(one.piece, other.piece, part, depth):
                both = " / ".join(seen.piece.text.strip()[:30] for seen in (one, other))
                wrong = f"page {view.number + 1}: text is printed on other text: {both}"
                key = "width" if _distance(one.piece, other.piece) < _LEVEL else "place"
                faults.add(1, key, wrong, "nothing was delivered")


def _is_printed_on(one: Piece, other: Piece, part: float, depth: float) -> bool:
    """Tell whether so much ink of two texts, or boxes that reach so far, are too much."""
    size = max(one.size, other.size)
    distance = _distance(one, other)
    if (
        distance < _LEVEL
        and min(one.right, other.right) - max(one.left, other.left) < _LEVEL * size
    ):
        lone = not all(any(map(str.isalnum, piece.text)) for piece in (one, other))
        return part > (_MOST_BESIDE_MARK if lone else _MOST_BESIDE) or depth > _DEPTH_BESIDE
    if _MARKED.search(one.text + other.text):
        return part > _MOST_MARKED and distance < _LINES_MARKED
    return part > _MOST or (depth > _DEPTH and distance < _LINES)


def _distance(one: Piece, other: Piece) -> float:
    """Return how far the lines of two texts are from one another, in em of the larger one."""
    return abs(one.baseline - other.baseline) / max(one.size, other.size)
