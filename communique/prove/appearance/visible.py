"""Visible: nothing covers, clips, thins or strikes through a text or a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove.appearance.report import Report

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading


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
