"""Grounds of words are painted before all words of their block, so that they cover no edge of one.

A letter may hang over its end: a slanted f, a Hebrew maqaf, a mark. CSS paints the ground of an
inline element after the words before it (CSS 2.2, appendix E.2, 7.2.4), and so does the engine.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import weasyprint.draw
from weasyprint.formatting_structure import boxes

from communique.typeset.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager


def grounds_first(*, wanted: bool) -> AbstractContextManager[None]:
    """Let a PDF have its grounds behind all words, if that is `wanted`."""
    return _before_words() if wanted else nullcontext()


@replacing(weasyprint.draw, "draw_block_level")
def _before_words(draw: Any, page: Any, stream: Any, blocks: Any) -> None:
    """Paint the grounds of what is in the lines of these `blocks`, and then draw these."""
    for block in blocks:
        for box in _inside(block):
            weasyprint.draw.draw_background(stream, box.background)
            box.background = None
    draw(page, stream, blocks)


def _inside(block: Any) -> Iterator[Any]:
    """Yield the inline boxes in the lines of a block, the outer ones first."""
    rest = [each for each in getattr(block, "children", ()) if isinstance(each, boxes.LineBox)]
    while rest:
        box = rest.pop()
        for child in box.children:
            if isinstance(child, boxes.InlineBox):
                yield child
                rest.append(child)
