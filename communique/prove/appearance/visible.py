"""Visible: nothing covers, clips, thins or strikes through a text or a picture, no text another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model.characters import RTL_LETTERS
from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

#: So far, in em, the boxes of two texts may reach into one another: a descender past an ascender.
_DEPTH = 0.2
#: So much of a text's ink may touch that of another; more in scripts with marks over and under
#: their letters, which also reach further.
_MOST, _MOST_MARKED = 0.02, 0.05
_MARKED = re.compile(f"[{RTL_LETTERS}]")


def nothing_hidden(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note what looks different from text and pictures that are drawn last, whole and opaque."""
    report = Report(faults, "visible")
    for view in reading.views:
        inked = [seen for seen in view.texts if seen.piece.text.strip()]
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
    """Note pairs of texts whose ink lies on one another."""
    for view in reading.views:
        for one, other, part, depth in view.overlaps:
            marked = _MARKED.search(one.piece.text + other.piece.text)
            if part > (_MOST_MARKED if marked else _MOST) or (depth > _DEPTH and not marked):
                both = " / ".join(seen.piece.text.strip()[:30] for seen in (one, other))
                wrong = f"page {view.number + 1}: text is printed on other text: {both}"
                faults.add(1, "place", wrong, "nothing was delivered")
