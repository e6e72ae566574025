"""What is seen of a page: its texts and its pictures as a second engine shows them.

Texts may lie on one another where their boxes do. `communique.pdf_reading.drawing.pdfium` finds
it, and the rules of `communique.prove.appearance` judge it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.pdf_reading.drawing.box import Box
    from communique.pdf_reading.drawing.ground import Ground
    from communique.pdf_reading.drawing.thumbnail import Thumbnail
    from communique.pdf_reading.piece import Piece


#: So far, in em of the smaller one, the boxes of two texts reach into one another at least.
_DEPTH = 0.05
#: The page is looked through in strips of this height in pt.
_STRIP = 24


class Height(NamedTuple):
    """From where to where a glyph reaches, in em over the line."""

    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class SeenText:
    """A text of the page as the second engine shows it."""

    piece: Piece
    letters: str
    """What the second engine reads there."""
    box: Box
    """Where the ink of its glyphs is."""
    ground: Ground
    """What it stands on."""
    whole: bool
    """Whether it looks as if nothing covered, clipped or thinned it."""
    own: bool
    """Whether it is drawn with a font of the file, and none has taken its place."""
    clear: bool = True
    """Whether nothing but bars and grounds is at its height, within it and an em beside it."""


@dataclass(frozen=True, slots=True)
class SeenPicture:
    """A picture of the page, by its MCID, as the second engine shows it."""

    mark: int
    box: Box | None
    """Where it has ink, if it has any."""
    whole: bool
    """Whether it looks as if nothing covered, clipped or thinned it."""
    upright: bool
    """Whether it has its own proportions and is not turned, as far as it consists of pixels."""
    pixels: tuple[Thumbnail, ...] = ()
    """What consists of pixels in it, as it is in the file, small."""
    frame: Box | None = None
    """Where it stands, with or without ink, if it is one picture made of pixels."""
    unseen: tuple[str, ...] = ()
    """The texts in it that are copied from the page, and not or only in part to be seen on it."""


class Overlap(NamedTuple):
    """Two texts whose ink lies on one another."""

    one: SeenText
    other: SeenText
    part: float
    """How much of the ink of the one that has less, from 0 to 1."""
    depth: float
    """How far their boxes reach into one another, in em of the smaller one."""


@dataclass(frozen=True, slots=True)
class View:
    """What is seen of a page."""

    number: int
    """The page, from 0."""
    texts: tuple[SeenText, ...]
    pictures: tuple[SeenPicture, ...]
    complete: bool
    """Whether both engines see the same number of texts; there are none if not."""
    overlaps: tuple[Overlap, ...]
    other: Box | None
    """Where it looks different, and there is neither text nor picture."""


def near(texts: Sequence[SeenText]) -> Iterator[tuple[SeenText, SeenText]]:
    """Yield the pairs of texts with ink whose boxes reach into one another.

    What is drawn in one text object is one line, in which Arabic letters stand under their marks.
    """
    strips: dict[int, list[SeenText]] = defaultdict(list)
    for text in texts:
        if not text.piece.inked:
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
