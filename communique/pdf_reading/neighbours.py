"""Which texts of a page may lie on one another: those whose boxes do."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.pdf_reading.view import SeenText

#: So far, in em of the smaller one, the boxes of two texts reach into one another at least.
_DEPTH = 0.05
#: The page is looked through in strips of this height in pt.
_STRIP = 24


def near(texts: Sequence[SeenText]) -> Iterator[tuple[SeenText, SeenText]]:
    """Yield the pairs of texts with ink whose boxes reach into one another.

    What is drawn in one text object is one line, in which Arabic letters stand under their marks.
    """
    strips: dict[int, list[SeenText]] = defaultdict(list)
    for text in texts:
        if not text.piece.text.strip():
            continue
        for strip in range(int(text.box.bottom // _STRIP), int(text.box.top // _STRIP) + 1):
            for other in strips[strip]:
                if strip == _first(text, other) and _reaches(text, other):
                    yield other, text
            strips[strip].append(text)


def _first(one: SeenText, other: SeenText) -> int:
    """Return the lowest strip that both texts are in."""
    return int(max(one.box.bottom, other.box.bottom) // _STRIP)


def _reaches(one: SeenText, other: SeenText) -> bool:
    return one.piece.line != other.piece.line and depth(one, other) > _DEPTH


def depth(one: SeenText, other: SeenText) -> float:
    """Return how far the boxes of two texts reach into one another, in em of the smaller one."""
    left, right = max(one.box.left, other.box.left), min(one.box.right, other.box.right)
    bottom, top = max(one.box.bottom, other.box.bottom), min(one.box.top, other.box.top)
    return min(right - left, top - bottom) / min(one.piece.size, other.piece.size)
