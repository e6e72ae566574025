"""The graphics state, as far as it concerns text and paths (ISO 32000-1, 8.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.pdf_reading.content_stream.matrix import IDENTITY, Matrix
from communique.pdf_reading.content_stream.path import EVERYWHERE, PLAIN, Clip, Paint
from communique.pdf_reading.piece import BLACK, Colour

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.pdf_reading.fonts import Font

#: What a dictionary of the graphics state may say outside of pictures (8.4.5).
OPACITY = frozenset(("/Type", "/ca", "/CA"))


class State(NamedTuple):
    """What q saves and Q restores."""

    matrix: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    colour: Colour | None = BLACK
    rise: float = 0.0
    opacity: float = 1.0
    stroke: Paint = PLAIN
    clip: Clip = EVERYWHERE

    def after(self, operator: bytes, operands: Sequence[bytes], fonts: Mapping[str, Font]) -> State:
        """Return the state after an operator of fonts or colours; `fonts` are there by name."""
        match operator:
            case b"Tf":
                font = fonts.get(operands[-2].decode("latin-1"))
                return self._replace(font=font, size=float(operands[-1]))
            case b"Ts":
                return self._replace(rise=float(operands[-1]))
            case b"rg" | b"g":
                return self._replace(colour=_colour(operands))
            case b"RG" | b"G":
                return self._replace(stroke=self.stroke._replace(colour=_colour(operands)))
            case b"K" | b"SC" | b"SCN":
                return self._replace(stroke=self.stroke._replace(colour=None))
            case b"k" | b"sc" | b"scn" | b"cs" | b"CS":
                return self._replace(colour=None)
        return self

    def thinned(self, entries: Mapping[str, float]) -> State:
        """Return the state with the opacities that a dictionary with these `entries` has."""
        stroke = self.stroke._replace(opacity=entries.get("/CA", self.stroke.opacity))
        return self._replace(opacity=entries.get("/ca", self.opacity), stroke=stroke)


def _colour(operands: Sequence[bytes]) -> Colour:
    """Return the colour that one shade of grey says, or red, green and blue (8.6.8)."""
    shades = [float(operand) for operand in operands]
    return shades[0], shades[len(shades) // 2], shades[-1]
