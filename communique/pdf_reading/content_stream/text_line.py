"""A text object: where its next glyph stands, and what its strings draw (ISO 32000-1, 9.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.pdf_reading.content_stream.matrix import IDENTITY, Matrix
from communique.pdf_reading.content_stream.operators import strings
from communique.pdf_reading.piece import Distances, distances

if TYPE_CHECKING:
    from communique.pdf_reading.fonts import Font


class Run(NamedTuple):
    """Glyphs that are drawn in one go."""

    codes: tuple[int, ...]
    glyphs: tuple[str, ...]
    start: float
    """Where it begins in the line, in units of the text."""
    end: float
    """Where its ink ends."""
    distances: Distances


class TextLine:
    """The text object (BT … ET) that is being drawn: what is drawn in one is one line."""

    def __init__(self) -> None:
        self.number = 0
        """Its number on the page, from 1."""
        self.matrix: Matrix = IDENTITY
        self.advance = 0.0
        self.shift = 0.0
        """How far back, in em, a mark after the last letter was moved, which is taken back then."""

    def begin(self) -> None:
        """Begin the next line."""
        self.number += 1
        self.move(IDENTITY)

    def move(self, matrix: Matrix) -> None:
        """Go to where `matrix` leads."""
        self.matrix, self.advance, self.shift = matrix, 0.0, 0.0

    def draw(self, operand: bytes, font: Font, size: float) -> Run:
        """Return what a Tj or TJ with this `operand` draws, and move on by its advance."""
        codes: list[int] = []
        glyphs: list[str] = []
        run: list[tuple[float, float, bool]] = []
        shift, advance = self.shift, self.advance
        start = advance + shift * size
        inked: float | None = None
        width = 1.0
        for string in strings(operand):
            drawn, back = font.drawn(string)
            for code, text, width, inks in drawn:
                codes.append(code)
                glyphs.append(text)
                run.append((shift, width, inks))
                if width:
                    shift = 0.0
                    advance += width * size
                if inks:
                    inked = advance + shift * size  # where a mark stands, not where it is moved to
            shift += back
            advance -= back * size
        self.advance, self.shift = advance, 0.0 if codes and width else shift
        start -= next((moved for moved, width, _ in run if width), 0.0) * size
        end = start if inked is None else inked
        return Run(tuple(codes), tuple(glyphs), start, end, distances(run))
