"""Those who sign stand in the order in which the statement names them, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.tag_tree import Block

NAMES = {
    "en": ["Ada Brook", "Ben Ford", "Cay Holm", "Dan Lund", "Eva Moss"],
    "he": ["אדה נחל", "בן מעבר", "גיל חוף", "דן יער", "חוה אזוב"],
}
#: The second of them takes more lines than the others.
OFFICE = "Minister for the Rivers and the Lakes and all that is kept in them or drawn from them"


@pytest.mark.parametrize("tag", NAMES)
@pytest.mark.parametrize("count", range(1, 6))
def test_the_third_to_sign_stands_below_the_first(tmp_path: Path, tag: str, count: int) -> None:
    names = NAMES[tag][:count]
    lines = [f"    - {{name: {name}, office: {OFFICE * (n == 1) or 'Miller'}}}" for n, name in
             enumerate(names)]  # fmt: skip
    front = "\n".join(["---", "title: A", "signatures:", "  signatories:", *lines, "---"])
    page = composed(tmp_path, f"{front}\n\nWe agree.\n", f"a.{tag}.md")
    made = typeset(page)
    assert complaints(page, made) == []
    spoken = Reading(made.pdf).blocks
    found = [next(b for b in spoken if name in _said(b, tag)).pieces[0] for name in names]
    heights = [piece.baseline for piece in found]
    assert all(heights[n] == heights[n - 1] for n in range(1, count, 2))
    assert all(heights[n] < heights[n - 2] for n in range(2, count))
    for n in range(1, count, 2):
        assert (found[n - 1].left < found[n].left) is (tag == "en")


def _said(block: Block, tag: str) -> str:
    text = "".join(piece.text for piece in block.pieces)
    return text if tag == "en" else text[::-1]
