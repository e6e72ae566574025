"""Saving: what tells that a file was saved again, changed, signed or locked after it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.compare.difference import SAVING, Difference
from communique.pdf_reading.document.saving import traces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compare.pair import Pair


def saving(pair: Pair) -> Iterator[Difference]:
    """Yield the traces of saving, and that pages are written otherwise though they look alike."""
    for trace in traces(pair.data):
        yield Difference(SAVING, trace, certain=False)
    if pair.due and pair.alike and not pair.drawn_otherwise and pair.there.looks != pair.due.looks:
        what = "its pages are written by other instructions, though they are drawn alike"
        yield Difference(SAVING, what, certain=False)
