"""The operators of a page, followed as a reader follows them: what they write, and what else.

ISO 32000-1, 8.4 (graphics state), 9.4 (text objects) and 14.6 (marked content). Only what the
engine writes is followed; whatever else occurs is named, so that nothing is drawn unseen.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from communique.pdf_reading.content_stream import operators
from communique.pdf_reading.piece import BLACK, Colour, Piece, Span, distances

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from communique.pdf_reading.fonts import Font

#: What a graphics state may say outside of pictures (8.4.5).
_OPACITY = frozenset(("/Type", "/ca", "/CA"))


class _State(NamedTuple):
    """What q saves and Q restores, as far as it concerns text and paths."""

    matrix: operators.Matrix
    font: Font | None
    size: float
    colour: Colour | None
    rise: float
    opacity: float = 1.0
    stroke: operators.Paint = operators.PLAIN
    clip: operators.Clip = operators.EVERYWHERE


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
        self.state = _State((1, 0, 0, 1, 0, 0), None, 0.0, BLACK, 0.0)
        self.lines = 0
        self.stack: list[_State] = []
        self.text: operators.Matrix = (1, 0, 0, 1, 0, 0)
        self.advance = 0.0
        self.shift = 0.0
        """How far back, in em, a mark after the last letter was moved, which is taken back then."""
        self.marks: list[int | str] = []
        self.floor: int | None = None
        """How deep the stack was where the picture that is being drawn began."""
        self.foreground: list[bytes] = []
        """What writes the text and the pictures, and nothing that could cover or clip them."""
        self.turned: set[int | str] = set()
        """The pictures that are turned, mirrored or stretched with all that is around them."""
        self.path = operators.Path(page)
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
            elif token in operators.PATHS:
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
            fill = operators.Paint(state.colour, state.opacity)
            paint = state.stroke if operator in operators.OUTLINING else fill
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
                self.state = state._replace(
                    matrix=operators.times(operators.matrix(operands), state.matrix)
                )
            case b"Tm":
                self.text, self.advance, self.shift = operators.matrix(operands), 0.0, 0.0
            case b"BT":
                self.lines += 1
                self.text, self.advance, self.shift = (1, 0, 0, 1, 0, 0), 0.0, 0.0
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
        """Follow an operator that says how text is written from now on."""
        state = self.state
        match operator:
            case b"Tf":
                font = self.fonts.get(operands[-2].decode("latin-1"))
                self.state = state._replace(font=font, size=float(operands[-1]))
            case b"Ts":
                self.state = state._replace(rise=float(operands[-1]))
            case b"rg" | b"g":
                self.state = state._replace(colour=_colour(operands))
            case b"RG" | b"G":
                self.state = state._replace(stroke=state.stroke._replace(colour=_colour(operands)))
            case b"K" | b"SC" | b"SCN":
                self.state = state._replace(stroke=state.stroke._replace(colour=None))
            case b"k" | b"sc" | b"scn" | b"cs" | b"CS":
                self.state = state._replace(colour=None)
                if self.floor is None and operands[-1:] == [b"/Pattern"]:
                    self.unexpected.append("a pattern, which may show a picture")
            case b"W" | b"W*":
                self.path.clips = self.floor is None
            case b"gs" if self.floor is None:
                self._thin(operands[-1].decode("latin-1"))

    def _thin(self, name: str) -> None:
        """Follow a graphics state, which may say how opaque fills and strokes are, and no more."""
        entries, state = self.states.get(name, {"": 0}), self.state
        if not _OPACITY.issuperset(entries):
            self.unexpected.append("a graphics state that hides or blends")
        stroke = state.stroke._replace(opacity=entries.get("/CA", state.stroke.opacity))
        self.state = state._replace(opacity=entries.get("/ca", state.opacity), stroke=stroke)

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
            if not operators.keeps_shape(self.state.matrix):
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
        codes: list[int] = []
        glyphs: list[str] = []
        run: list[tuple[float, float, bool]] = []
        shift, advance = self.shift, self.advance
        start = advance + shift * size
        inked: float | None = None
        width = 1.0
        for string in operators.strings(operands[0]):
            drawn, back = font.drawn(string)
            for code, text, width, inks in drawn:
                codes.append(code)
                glyphs.append(text)
                run.append((shift, width, inks))
                if width:
                    shift = 0.0
                    advance += width * size
                    if inks:
                        inked = advance
            shift += back
            advance -= back * size
        self.advance, self.shift = advance, 0.0 if codes and width else shift
        start -= next((moved for moved, width, _ in run if width), 0.0) * size
        inked = start if inked is None else inked
        moved = distances(run)
        a, b, c, d, e, f = operators.times(self.text, matrix)
        scale = size * hypot(c, d)
        return Piece(
            tuple(glyphs),
            self.page,
            self.marks[-1] if self.marks else "",
            font,
            scale,
            a * start + e,
            a * inked + e,
            b * start + f,
            font.boxes(codes),
            (a, b, c, d),
            colour,
            *moved,
            rise / size if size else 0.0,
            opacity == 1,
            self.lines,
            self.floor is not None,
            tuple(codes),
        )


def _colour(operands: list[bytes]) -> Colour:
    """Return the colour that one shade of grey says, or red, green and blue (8.6.8)."""
    shades = [float(operand) for operand in operands]
    return shades[0], shades[len(shades) // 2], shades[-1]
