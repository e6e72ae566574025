"""The operators of a page, followed as a reader follows them: what they write, and what else.

ISO 32000-1, 8.4 (graphics state), 9.4 (text objects) and 14.6 (marked content). Only what the
engine writes is followed; whatever else occurs is named, so that nothing is drawn unseen.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from communique.pdf_reading.content_stream import operators
from communique.pdf_reading.content_stream.matrix import keeps_shape, matrix, times
from communique.pdf_reading.content_stream.path import OUTLINING, PATHS, Paint, Path
from communique.pdf_reading.content_stream.state import OPACITY, State
from communique.pdf_reading.content_stream.text_line import TextLine
from communique.pdf_reading.piece import Piece, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from communique.pdf_reading.fonts import Font


class Interpreter:
    """Follows the operators of the page of that number.

    `fonts` are its fonts and `states` its graphics states, by name; `pictures` are the MCIDs of
    its pictures.
    """

    def __init__(
        self,
        page: int,
        fonts: dict[str, Font],
        states: Mapping[str, Mapping[str, float]],
        pictures: frozenset[int],
    ) -> None:
        self.page, self.fonts, self.states, self.pictures = page, fonts, states, pictures
        self.state = State()
        self.stack: list[State] = []
        self.line = TextLine()
        self.marks: list[int | str] = []
        self.floor: int | None = None
        """How deep the stack was where the picture that is being drawn began."""
        self.foreground: list[bytes] = []
        """What writes the text and the pictures, and nothing that could cover or clip them."""
        self.turned: set[int | str] = set()
        """The pictures that are turned, mirrored or stretched with all that is around them."""
        self.path = Path(page)
        self.span: Span | None = None
        """The span that is being read."""
        self.spans = 0
        self.unexpected: list[str] = []
        """What occurs that is not followed."""

    def read(self, data: bytes) -> Iterator[Piece]:
        """Yield what the content stream `data` writes, in the order of drawing."""
        operands: list[bytes] = []
        for token in operators.tokens(data):
            if token[0] in operators.OPERANDS:
                operands.append(token)
                continue
            if self.floor is not None:
                self._draw(token)
                self.foreground += (*operands, token)
            elif token in operators.PLACING:
                self.foreground += (*operands, token)
            elif token not in operators.AROUND:
                self.unexpected.append(f"the operator {token.decode('latin-1')[:12]}")
            if not operators.fits(token, operands):
                self.unexpected.append(f"the operands of {token.decode('latin-1')[:12]}")
            elif token in operators.SHOWING:
                yield from self._show(operands)
            elif self.span and token == b"EMC":
                yield from self._end(self.span)
            elif token in PATHS:
                self._draw_path(token, operands)
            else:
                self._operate(token, operands)
            operands = []
        if operands:
            self.unexpected.append("operands without an operator")
        if self.stack or self.marks or self.span:
            self.unexpected.append("a state that does not end")

    def _draw(self, operator: bytes) -> None:
        """Note an operator in a picture that could change what comes after it."""
        bare = len(self.stack) == self.floor
        if operator not in (operators.BARE if bare else operators.PICTURED):
            self.unexpected.append(f"the operator {operator.decode('latin-1')[:12]} in a picture")

    def _draw_path(self, operator: bytes, operands: list[bytes]) -> None:
        if self.floor is None:
            state = self.state
            fill = Paint(state.colour, state.opacity)
            paint = state.stroke if operator in OUTLINING else fill
            clip = self.path.follow(operator, operands, state.matrix, paint, state.clip)
            self.state = state._replace(clip=clip)

    def _operate(self, operator: bytes, operands: list[bytes]) -> None:
        state = self.state
        match operator:
            case b"q":
                self.stack.append(state)
            case b"Q" if self.stack:
                self.state = self.stack.pop()
            case b"cm":
                self.state = state._replace(matrix=times(matrix(operands), state.matrix))
            case b"Tm":
                self.line.move(matrix(operands))
            case b"BT":
                self.line.begin()
            case b"ET" if self.span:
                self.unexpected.append("a span that does not end in its line")
            case b"BDC" | b"BMC":
                self._begin(operands)
            case b"EMC" if self.marks:
                if self.marks.pop() in self.pictures:
                    self.floor = None
            case _:
                self._set(operator, operands)

    def _set(self, operator: bytes, operands: list[bytes]) -> None:
        """Follow an operator that says how text and paths are drawn from now on."""
        if operator in (b"W", b"W*"):
            self.path.clips = self.floor is None
        elif operator == b"gs":
            if self.floor is None:
                self._thin(self.states.get(operands[-1].decode("latin-1"), {"": 0}))
        else:
            self.state = self.state.after(operator, operands, self.fonts)
            if self.floor is None and operands[-1:] == [b"/Pattern"]:
                self.unexpected.append("a pattern, which may show a picture")

    def _thin(self, entries: Mapping[str, float]) -> None:
        """Follow a graphics state, which may say how opaque fills and strokes are, and no more."""
        if not OPACITY.issuperset(entries):
            self.unexpected.append("a graphics state that hides or blends")
        self.state = self.state.thinned(entries)

    def _begin(self, operands: list[bytes]) -> None:
        """Follow the beginning of marked content, or of a span in it; see `Span`."""
        text = operators.actual_text(operands)
        if text is not None and self.marks and self.floor is None and not self.span:
            self.spans += 1
            self.span = Span(text, self.spans)
            return
        if operands[:1] == [b"/OC"]:
            self.unexpected.append("a layer that can be switched off")
        elif self.span or operators.describes(operands):
            self.unexpected.append("marked content that says something else")
        self._mark(operators.mark(operands))

    def _end(self, span: Span) -> list[Piece]:
        """Return what a span draws, at its end."""
        self.span = None
        read = span.read()
        if read is None:
            self.unexpected.append("a span that says what is not drawn")
        return span.pieces if read is None else read

    def _mark(self, mark: int | str) -> None:
        self.marks.append(mark)
        if mark in self.pictures and self.floor is None:
            self.floor = len(self.stack)
            if not keeps_shape(self.state.matrix):
                self.turned.add(mark)

    def _show(self, operands: list[bytes]) -> tuple[Piece, ...]:
        """Return what a Tj or TJ draws, unless it is kept for the end of a span."""
        piece = self._piece(operands)
        if piece and self.span:
            self.span.pieces.append(piece)
        return (piece,) if piece and not self.span else ()

    def _piece(self, operands: list[bytes]) -> Piece | None:
        """Return what a Tj or TJ draws, and move on by its advance."""
        matrix, font, size, colour, rise, opacity, *_ = self.state
        if font is None:
            self.unexpected.append("text without a font")
            return None
        line = self.line
        run = line.draw(operands[0], font, size)
        a, b, c, d, e, f = times(line.matrix, matrix)
        return Piece(
            run.glyphs,
            self.page,
            self.marks[-1] if self.marks else "",
            font,
            size * hypot(c, d),
            a * run.start + e,
            a * run.end + e,
            b * run.start + f,
            font.boxes(run.codes),
            (a, b, c, d),
            colour,
            *run.distances,
            rise / size if size else 0.0,
            opacity == 1,
            line.number,
            self.floor is not None,
            run.codes,
        )
