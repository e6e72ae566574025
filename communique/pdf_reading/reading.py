"""The PDF read again: what is drawn where, and what a screen reader would say, in its order.

pypdf opens the file and resolves its objects; what is written on a page is read by
`communique.pdf_reading.content_stream`, because the proof needs each piece of text with its place,
its font and its marked content.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject

from communique.pdf_reading.content_stream import Interpreter, Piece
from communique.pdf_reading.fonts import Font, font_of
from communique.pdf_reading.overlay import with_pages
from communique.pdf_reading.tag_tree import HEADING, Block, Tag, blocks, tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.pdf_reading.drawing import View

_NAMESPACES = {
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


class UnreadableError(Exception):
    """The bytes are no PDF, or one that cannot be read to its end."""


class Bookmark(NamedTuple):
    """An entry of the outline: its label, its level from 1, and its page from 0 or -1."""

    label: str
    level: int
    page: int
    keys: frozenset[str] = frozenset()
    """The names of what it has."""


class Reading:
    """A PDF, read once."""

    def __init__(self, data: bytes) -> None:
        """Open the PDF in `data`; raises `UnreadableError` where it is none."""
        try:
            self.pdf = PdfReader(io.BytesIO(data), strict=True)
            self.catalog = self.pdf.root_object
            self.pages = list(self.pdf.pages)
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            raise UnreadableError(str(error)) from error
        self._numbers = {
            page.indirect_reference.idnum: n
            for n, page in enumerate(self.pages)
            if page.indirect_reference
        }
        self._fonts: dict[int, Font] = {}
        self._data = data
        self.unexpected: list[tuple[int, str]] = []
        """What the pages, from 0, hold that is not followed."""
        self._foregrounds: dict[int, bytes] = {}

    @cached_property
    def pieces(self) -> list[Piece]:
        """Everything that is written on the pages, in the order of drawing."""
        try:
            return [piece for number in range(len(self.pages)) for piece in self._page(number)]
        except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            raise UnreadableError(str(error)) from error

    @cached_property
    def views(self) -> list[View]:
        """What a second engine shows of each page."""
        from communique.pdf_reading import drawing  # noqa: PLC0415  # --verify needs no drawing

        pieces = self.pieces  # first, since reading them gives the foregrounds
        foregrounds = [self._foregrounds.get(number, b"") for number in range(len(self.pages))]
        data = with_pages(self._data, self.pdf, foregrounds)
        try:
            return drawing.views(data, pieces, self.pictures)
        except drawing.FAILURES as error:
            raise UnreadableError(f"the second engine: {error}") from error

    @cached_property
    def tree(self) -> Tag:
        """The tag tree, from the Document element."""
        root = self.catalog.get("/StructTreeRoot", {})
        kids = root.get("/K", [])
        first = kids[0] if isinstance(kids, list) and kids else kids
        return self._tag(first.get_object() if first else {})

    @cached_property
    def blocks(self) -> list[Block]:
        """The texts of the document in reading order."""
        return blocks(self.tree, str(self.catalog.get("/Lang", "")), self.pieces)

    @cached_property
    def headings(self) -> list[int]:
        """The pages, from 1, of the headings below the title, in reading order."""
        return [tag.pages[0] + 1 for tag in tags(self.tree) if HEADING.match(tag.role)]

    @property
    def info(self) -> dict[str, str]:
        """The document information dictionary, empty where there is none."""
        entries = self.pdf.trailer.get("/Info")
        found = entries.get_object() if entries is not None else {}
        return {str(key): str(value) for key, value in found.items()}

    def metadata(self, prefix: str, name: str) -> list[str]:
        """Return what the metadata stream says under a property: its items, or its one value."""
        key = f"{{{_NAMESPACES[prefix]}}}{name}"
        for description in self._xmp.iter(f"{{{_NAMESPACES['rdf']}}}Description"):
            if key in description.attrib:
                return [description.attrib[key]]
            element = description.find(key)
            if element is not None:
                items = element.findall(f".//{{{_NAMESPACES['rdf']}}}li")
                return [item.text or "" for item in items] or [element.text or ""]
        return []

    @cached_property
    def _xmp(self) -> ET.Element:
        stream = self.catalog.get("/Metadata")
        if stream is None:
            return ET.Element("none")
        try:
            return ET.fromstring(stream.get_object().get_data())  # noqa: S314  # expat ≥ 2.4.1 bounds entities
        except ET.ParseError:
            return ET.Element("none")

    @property
    def attachments(self) -> dict[str, bytes]:
        """The files inside the file, by their names."""
        found = {name: contents[0] for name, contents in self.pdf.attachments.items() if contents}
        return dict(found)

    @property
    def looks(self) -> list[bytes]:
        """What is drawn on each page, and the fonts it is drawn with, as bytes to compare."""
        drawn = [page.get_contents() for page in self.pages]
        fonts = sorted({repr(piece.font).encode() for piece in self.pieces})
        return [b"" if stream is None else stream.get_data() for stream in drawn] + fonts

    @cached_property
    def outline(self) -> list[Bookmark]:
        """The bookmarks, in order."""
        first = self.catalog.get("/Outlines", {}).get("/First")
        return list(self._bookmarks(first, 1))

    def _bookmarks(self, entries: Any, level: int) -> Iterator[Bookmark]:
        while entries is not None:
            where = self.page_of(entries.get("/Dest"))
            yield Bookmark(str(entries.get("/Title", "")), level, where, frozenset(entries))
            yield from self._bookmarks(entries.get("/First"), level + 1)
            entries = entries.get("/Next")

    @cached_property
    def destinations(self) -> dict[str, int]:
        """The pages, from 0, of the places that links lead to, by name."""
        names = self.catalog.get("/Names", {}).get("/Dests", {}).get("/Names", [])
        pairs = zip(names[::2], names[1::2], strict=True)
        return {str(name): self.page_of(place) for name, place in pairs}

    def page_of(self, destination: Any) -> int:
        """Return the page, from 0, of a destination, or -1; it may be a structure element.

        ISO 32000-2, 12.3.2.3.
        """
        target = destination[0] if isinstance(destination, list) and destination else None
        place: Any = target.get_object() if target is not None else {}
        return self._number(place.raw_get("/Pg") if "/Pg" in place else target)

    @cached_property
    def pictures(self) -> list[frozenset[int]]:
        """The MCIDs of the pictures on each page."""
        marks: list[set[int]] = [set() for _ in self.pages]
        for tag in tags(self.tree):
            if tag.role == "Figure":
                for kid in tag.kids:
                    if isinstance(kid, tuple):
                        marks[kid[0]].add(kid[1])
        return [frozenset(each) for each in marks]

    @cached_property
    def figures(self) -> frozenset[int]:
        """The pages, from 0, that show a figure."""
        return frozenset(n for tag in tags(self.tree) if tag.role == "Figure" for n in tag.pages)

    @property
    def artifacts(self) -> Iterator[Piece]:
        """What is drawn as part of the page and not of the text."""
        return (piece for piece in self.pieces if not isinstance(piece.mark, int))

    def _tag(self, entries: Any) -> Tag:
        tag = Tag(str(entries.get("/S", "")).lstrip("/"), entries)
        page = entries.raw_get("/Pg") if "/Pg" in entries else None
        kids = entries.get("/K", [])
        for raw in kids if isinstance(kids, list) else [kids]:
            kid = raw.get_object()
            if isinstance(kid, int):
                tag.kids.append((self._number(page), kid))
            elif kid.get("/Type") == "/MCR":
                tag.kids.append((self._number(kid.raw_get("/Pg")), int(kid["/MCID"])))
            elif kid.get("/Type") == "/OBJR":
                tag.kids.append(kid["/Obj"])
            else:
                tag.kids.append(self._tag(kid))
        return tag

    def _number(self, reference: Any) -> int:
        return self._numbers.get(getattr(reference, "idnum", -1), -1)

    def font(self, reference: Any) -> Font:
        """Return the font behind `reference`."""
        key = getattr(reference, "idnum", id(reference))
        if key not in self._fonts:
            self._fonts[key] = font_of(reference.get_object())
        return self._fonts[key]

    def _page(self, number: int) -> Iterator[Piece]:
        page = self.pages[number]
        contents = page.get_contents()
        resources = page.get("/Resources", {})
        entries = resources.get("/Font", {})
        states = resources.get("/ExtGState", {})
        fonts = {f"/{name.lstrip('/')}": self.font(entries.raw_get(name)) for name in entries}
        reference = page.raw_get("/Contents") if "/Contents" in page else None
        if contents is None:
            return
        if not isinstance(reference, IndirectObject):
            self.unexpected.append((number, "a page that is not drawn in one go"))
            return
        interpreter = Interpreter(
            number,
            fonts,
            {name: state.get_object() for name, state in states.items()},
            self.pictures[number],
        )
        yield from interpreter.read(contents.get_data())
        self.unexpected += [(number, what) for what in dict.fromkeys(interpreter.unexpected)]
        self._foregrounds[number] = b" ".join(interpreter.foreground)
