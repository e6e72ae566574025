"""What all pages of a document write and paint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import IndirectObject

from communique.pdf_reading.content_stream.interpreter import Interpreter
from communique.pdf_reading.fonts import Font, font_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.pdf_reading.content_stream.path import Shape
    from communique.pdf_reading.piece import Piece


class Contents:
    """What is written and painted on `pages`; `pictures` are the MCIDs of each page's pictures."""

    def __init__(self, pages: Sequence[Any], pictures: Sequence[frozenset[int]]) -> None:
        self.fonts: dict[int, Font] = {}
        """The fonts, by the numbers of their objects."""
        self.unexpected: list[tuple[int, str]] = []
        """What the pages, from 0, hold that is not followed."""
        self.turned: set[tuple[int, int | str]] = set()
        """The page and the MCID of pictures that are turned, mirrored or stretched."""
        self.shapes: list[Shape] = []
        """What is painted beside texts and pictures."""
        self.foregrounds = [b""] * len(pages)
        """What writes the text and the pictures of each page, and nothing that could hide them."""
        self.pieces = [
            piece
            for number, page in enumerate(pages)
            for piece in self._read(number, page, pictures[number])
        ]
        """Everything that is written, in the order of drawing."""

    def _read(self, number: int, page: Any, pictures: frozenset[int]) -> Iterator[Piece]:
        contents = page.get_contents()
        resources = page.get("/Resources", {})
        entries = resources.get("/Font", {})
        states = resources.get("/ExtGState", {})
        fonts = {f"/{name.lstrip('/')}": self._font(entries.raw_get(name)) for name in entries}
        if contents is None:
            return
        if not isinstance(page.raw_get("/Contents"), IndirectObject):
            self.unexpected.append((number, "a page that is not drawn in one go"))
            return
        opacities = {name: state.get_object() for name, state in states.items()}
        interpreter = Interpreter(number, fonts, opacities, pictures)
        yield from interpreter.read(contents.get_data())
        self.unexpected += [(number, what) for what in dict.fromkeys(interpreter.unexpected)]
        if interpreter.path.drawn:
            self.unexpected.append((number, "a drawing of neither boxes nor lines"))
        self.turned |= {(number, mark) for mark in interpreter.turned}
        self.shapes += interpreter.path.painted
        self.foregrounds[number] = b" ".join(interpreter.foreground)

    def _font(self, reference: Any) -> Font:
        key = getattr(reference, "idnum", id(reference))
        if key not in self.fonts:
            self.fonts[key] = font_of(reference.get_object())
        return self.fonts[key]
