"""A run of glyphs: what it says, where it stands, and how far apart its letters are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.pdf_reading.fonts import Font

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of glyphs drawn in one go: its text as drawn, glyph by glyph, and its place in pt.

    Spaces at its end do not count for its place: no ink is there.
    """

    glyphs: tuple[str, ...]
    page: int
    mark: int | str
    """The MCID, or the name of the artifact, or nothing."""
    font: Font
    size: float
    left: float
    right: float
    baseline: float
    absent: frozenset[str] = frozenset()
    """The characters that are drawn as boxes."""
    matrix: tuple[float, float, float, float] = (1, 0, 0, 1)
    """How a unit to the right and one upwards come to the page: (1, 0) and (0, 1) as a rule."""
    colour: Colour | None = BLACK
    """Red, green and blue, from 0 to 1; None where it is given in another way."""
    shift: float = 0.0
    """How much closer its letters stand than the font has them, in em for each, on average."""
    nearest: float = 0.0
    """How much closer, in em, that letter stands which is moved most."""
    farthest: float = 0.0
    """How much wider, in em, that letter stands which is moved most."""
    space: float = 1.0
    """The narrowest space in it, as a part of the font's own."""
    rise: float = 0.0
    """How far it is moved up or down, in em."""
    opaque: bool = True
    """Whether nothing shines through it."""
    line: int = 0
    """The number of its text object (BT … ET) on the page: what is drawn there is one line."""
    pictured: bool = False
    """Whether it belongs to a picture."""
    codes: tuple[int, ...] = ()
    """The codes of its glyphs in its font."""

    @property
    def text(self) -> str:
        """The text in the order in which it was drawn."""
        return "".join(self.glyphs)


class Distances:
    """How far letters and spaces stand from where their font has them.

    Takes the glyphs of a run of text one by one, and measures in em.
    """

    __slots__ = ("_before", "_letters", "_moved", "_space", "farthest", "narrowest", "nearest")

    def __init__(self) -> None:
        self._letters = 0
        self._moved = self._space = self._before = 0.0
        self.nearest = 0.0
        """How much closer that letter stands which is moved most."""
        self.farthest = 0.0
        """How much wider that letter stands which is moved most."""
        self.narrowest = 1.0
        """The narrowest space, as a part of the font's own."""

    @property
    def closer(self) -> float:
        """How much closer letters stand, each on average; below 0 if they stand wider."""
        return self._moved / max(self._letters, 1)

    def add(self, shift: float, width: float, *, inks: bool) -> None:
        """Take a glyph of that `width` that is moved back by `shift`: a letter if it `inks`.

        A letter and a space may be kerned; what is taken on both sides of a space is no kerning.
        """
        if not width:
            return  # a mark over a letter
        if not inks:
            if not self._space:
                self._before = shift
            self._space += width
            return
        if self._space:
            lost = max(shift, 2 * min(self._before, shift))
            self.narrowest = min(self.narrowest, 1 - lost / self._space)
            self._space = 0.0
        else:
            self._moved += shift
            self.nearest = max(self.nearest, shift)
            if self._letters:
                self.farthest = max(self.farthest, -shift)
        self._letters += 1
