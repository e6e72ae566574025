"""A run of glyphs: what it says, where it stands, and how far apart its letters are."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from communique.pdf_reading.fonts import alike

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    pushed: float = 0.0
    """The same, from letter to letter, where none counts for more than 0.1 em: see `Distances`."""
    nearest: float = 0.0
    """How much closer, in em, that letter stands which is moved most."""
    farthest: float = 0.0
    """How much wider, in em, that letter stands which is moved most."""
    space: float = 1.0
    """The narrowest space in it, as a part of the font's own."""
    widened: float = 0.0
    """How much wider, in em, that space is which is moved most."""
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
    span: int = 0
    """The number of the span on the page whose text it is part of; 0 if it is in none."""
    struck: bool = False
    """Whether its tag says that it is struck through."""
    text: str = field(init=False)
    """The text in the order in which it was drawn."""

    def __post_init__(self) -> None:
        """Join its glyphs once: it is asked for by most rules."""
        object.__setattr__(self, "text", "".join(self.glyphs))

    @property
    def inked(self) -> bool:
        """Whether it leaves ink: it says more than spaces, or has a mark that says nothing."""
        return bool(self.text.strip()) or "" in self.glyphs


@dataclass
class Span:
    """A span of a page, and the pieces in it as far as they are read.

    Readers take its text instead of what its glyphs say (14.9.4, ActualText). So it has to be the
    same, but for one case: where a font has one glyph for two characters, and one code for it,
    either of them may be meant.
    """

    text: str
    """What it says, in the order of reading."""
    number: int
    """Its number on the page, from 1."""
    pieces: list[Piece] = field(default_factory=list)

    def read(self) -> list[Piece] | None:
        """Return its pieces with what their glyphs say, or None where the span says other words."""
        said = [glyph for piece in self.pieces for glyph in piece.glyphs]
        if self.text == "".join(said):
            return [replace(piece, span=self.number) for piece in self.pieces]
        if len(said) != 1:
            return None
        [piece] = (piece for piece in self.pieces if piece.glyphs)
        if not _is_shared(piece.font.meanings(piece.codes[0]), self.text, said[0]):
            return None
        return [replace(piece, glyphs=(self.text,), span=self.number)]


def _is_shared(meanings: frozenset[str], one: str, other: str) -> bool:
    """Tell whether a glyph with these `meanings` is drawn for both texts.

    Where the font does not say what it stands for, they have to be the same on paper.
    """
    if meanings:
        return all(any(alike(text, each) for each in meanings) for text in (one, other))
    return alike(one, other)


#: What a letter counts for at most, in em, where single letters may be kerned by more than that.
_MOST_PUSHED = 0.1
#: So far, in em, a mark may be moved to stand over its letters; the widest take less.
_MOST_MARK = 2.0


class Distances(NamedTuple):
    """How far letters and spaces stand from where their font has them, in em."""

    closer: float
    """How much closer letters stand, each on average; below 0 if they stand wider."""
    pushed: float
    """How much closer, from letter to letter, where none counts for more than 0.1 em.

    What moves all letters moves this as far; kerning moves some, by up to 0.4 em in Arabic (كر).
    """
    nearest: float
    """How much closer that letter stands which is moved most."""
    farthest: float
    """How much wider that letter stands which is moved most."""
    narrowest: float
    """The narrowest space, as a part of the font's own; where letters stand wider, less by that."""
    widened: float
    """How much wider that space is which is moved most."""


def distances(run: Iterable[tuple[float, float, bool]]) -> Distances:
    """Return the distances in a run of glyphs.

    Each glyph is given by how far it is moved back, by its width, both in em, and whether it
    leaves ink: then it is a letter, else a space. A letter and a space may be kerned; what is
    taken on both sides of a space is no kerning.
    """
    letters, gaps, moved, nearest, farthest, widened = 0, 0, 0.0, 0.0, 0.0, 0.0
    pushed, begins = 0.0, 0  # after a mark that is raised, the first letter may be moved, too
    spaces: list[tuple[float, float]] = []
    space = before = 0.0
    for shift, width, inks in run:
        if not width:  # a mark over a letter
            farthest = max(farthest, abs(shift) if abs(shift) > _MOST_MARK else 0)
            continue
        if not inks:
            if not space:
                before = shift
            space += width
            continue
        if space:
            lost = max(shift, 2 * min(before, shift))
            spaces.append((lost, space))
            widened = max(widened, -before - shift)
            space = 0.0
            letters += 1
            continue
        gaps += letters > 0
        if shift:
            begins += not letters
            moved += shift
            pushed += min(shift, _MOST_PUSHED)
            if shift > nearest:
                nearest = shift
            elif letters and -shift > farthest:
                farthest = -shift
        letters += 1
    wider = max(-moved / max(gaps, 1), 0.0)
    narrowest = min((1 - (lost + wider) / space for lost, space in spaces), default=1.0)
    closer, pushed = moved / max(letters, 1), pushed / max(gaps + begins, 1)
    return Distances(closer, pushed, nearest, farthest, min(narrowest, 1.0), widened)
