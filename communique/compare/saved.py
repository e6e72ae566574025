"""Saving: what tells that a file was saved again, changed, signed or locked after it was made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.compare.difference import SAVING, Difference, shortened
from communique.pdf_reading.document.saving import traces, writer
from communique.pdf_reading.objects import UnreadableError
from communique.prove.metadata import ENGINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compare.pair import Pair
    from communique.pdf_reading.reading import Reading

#: What the name of a program does not have, so that nothing else can be said in its place.
_NOT_OF_A_NAME = re.compile(r"[^\w .+/®™-]+")
_LONGEST = 60


def saving(pair: Pair) -> Iterator[Difference]:
    """Yield the traces of saving, and that pages are written otherwise though they look alike."""
    for trace in traces(pair.data):
        yield Difference(SAVING, trace, certain=False)
    if pair.due and pair.alike and not pair.drawn_otherwise and pair.there.looks != pair.due.looks:
        what = "its pages are written by other instructions, though they are drawn alike"
        yield Difference(SAVING, what, certain=False)


def saved_by(data: bytes, reading: Reading) -> str:
    """Return the other program that has saved a file anew, as it says itself; else nothing.

    Nothing follows from it but a sentence.
    """
    try:
        said = [*reading.metadata("pdf", "Producer"), reading.info.get("/Producer", "")]
    except UnreadableError:
        said = []
    named = [_NOT_OF_A_NAME.sub(" ", each).strip() for each in said if not each.startswith(ENGINE)]
    return shortened(next(filter(None, named), writer(data)), _LONGEST)
