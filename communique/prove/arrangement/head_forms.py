"""Running heads say as much of a title as their line has room for: one of several forms of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.content import expected_margins
from communique.prove.lines import block_words, folded, says
from communique.prove.place import sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.content.content import Content
    from communique.content.text import Text
    from communique.design.edition import Paper
    from communique.pdf_reading.tag_tree import Block

    Forms = tuple[Text, ...]
    """What a head may say, from long to short."""

#: A running head that would fill less of the line than this is cut for no reason.
_PLENTY = 1 / 3


def form(block: Block, forms: Forms) -> int | None:
    """Return which of the `forms` of a text a block says, from 0, if it says one."""
    length = _length(" ".join(block_words(block)))
    every = (n for n, text in enumerate(forms) if _length(text.words) == length)
    return next((number for number in every if says(block, forms[number])), None)


def _length(words: str) -> int:
    return len("".join(folded(words).split()))


def measure(blocks: Sequence[Block], content: Content, paper: Paper) -> float:
    """Return how far (pt) it is from one edge of the margins of a page to the other."""
    pieces = [piece for block in blocks for piece in block.pieces]
    left, right = sides(content, paper)
    written = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    return min(written, right - left)


def longer(block: Block, forms: Forms, measure: float) -> str:
    """Return the form before that which a block says, if there is plenty of room for it.

    A third of the line is: the rest may be that of another text. How wide the form would be is
    known only about, from the letters of the other one.
    """
    number = form(block, forms)
    if not number:
        return ""
    width = max(piece.right for piece in block.pieces) - min(piece.left for piece in block.pieces)
    longer, shown = (expected_margins.columns(forms[n].words) for n in (number - 1, number))
    return forms[number - 1].words if width * longer / shown < _PLENTY * measure else ""
