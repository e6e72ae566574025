"""The PDF read again: what is drawn where, and what a screen reader would say, in its order.

pypdf opens the file and resolves its objects; what is written on a page is read by
`communique.pdf_reading.content_stream`, because the proof needs each piece of text with its place,
its font and its marked content. Whatever of this is asked for, a file that cannot be read to its
end is an `UnreadableError`, and nothing else.
"""

from __future__ import annotations

import io
import logging
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.generic import IndirectObject

from communique.pdf_reading.content_stream.interpreter import Interpreter
from communique.pdf_reading.document import properties
from communique.pdf_reading.drawing.overlay import with_pages
from communique.pdf_reading.fonts import Font, font_of
from communique.pdf_reading.objects import UnreadableError, everything, guarded, plain
from communique.pdf_reading.piece import Piece
from communique.pdf_reading.tag_tree import (
    HEADING,
    Block,
    Root,
    Tag,
    blocks,
    parents,
    pictures,
    tag_tree,
    tags,
    tree_root,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.pdf_reading.content_stream.operators import Shape
    from communique.pdf_reading.drawing.view import Height, View

#: What pypdf passes over in a damaged file is nothing to be told beside our own error.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
#: What of a page and of a link is not seen: where they stand in the file, where they lead.
_UNSEEN = frozenset(("/Annots", "/Parent", "/StructParents", "/Tabs"))
_UNSEEN_OF_LINK = frozenset(("/A", "/Contents", "/Dest", "/P", "/StructParent"))


class Reading:
    """A PDF, read once. All that it tells may raise `UnreadableError`."""

    @guarded
    def __init__(self, data: bytes) -> None:
        """Open the PDF in `data`; raises `UnreadableError` where it is none."""
        self.pdf = PdfReader(io.BytesIO(data), strict=True)
        self._catalog = self.pdf.root_object
        self._pages = list(self.pdf.pages)
        self._numbers = {
            page.indirect_reference.idnum: n
            for n, page in enumerate(self._pages)
            if page.indirect_reference
        }
        if len(self._numbers) < len(self._pages):
            raise UnreadableError("a page stands in the file twice")
        self._fonts: dict[int, Font] = {}
        self._data = data
        self.unexpected: list[tuple[int, str]] = []
        """What the pages, from 0, hold that is not followed; known once `pieces` are read."""
        self.turned: set[tuple[int, int | str]] = set()
        """The page and the MCID of pictures that are turned, mirrored or stretched."""
        self.shapes: list[Shape] = []
        """What is painted beside texts and pictures; known once `pieces` are read."""
        self._foregrounds: dict[int, bytes] = {}

    @cached_property
    @guarded
    def catalog(self) -> dict[str, Any]:
        """What the catalog has; what it refers to, without what that refers to."""
        return dict(plain(self._catalog, 1))

    def entries(self, *path: str) -> dict[str, Any]:
        """Return the dictionary at a path of the catalog, empty where there is none."""
        found: Any = self.catalog
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        return found if isinstance(found, dict) else {}

    @cached_property
    @guarded
    def pages(self) -> list[properties.Page]:
        """The pages, in order."""
        return [properties.page(entries) for entries in self._pages]

    @cached_property
    @guarded
    def pieces(self) -> list[Piece]:
        """Everything that is written on the pages, in the order of drawing."""
        return [piece for number in range(len(self._pages)) for piece in self._page(number)]

    @property
    def rest(self) -> bytes:
        """What stands after the end of the file and of its last line (7.5.5)."""
        return self._data.rpartition(b"%%EOF")[2].removesuffix(b"\n").removesuffix(b"\r")

    @cached_property
    def views(self) -> list[View]:
        """What a second engine shows of each page."""
        return self._drawn[0]

    @cached_property
    def heights(self) -> dict[tuple[Font, int], Height]:
        """Where the second engine draws letters and figures, by font and code of the glyph."""
        return self._drawn[1]

    @cached_property
    @guarded
    def _drawn(self) -> tuple[list[View], dict[tuple[Font, int], Height]]:
        from communique.pdf_reading.drawing import pdfium  # noqa: PLC0415  # --verify needs no drawing

        pieces = self.pieces  # first, since reading them gives the foregrounds
        foregrounds = [self._foregrounds.get(number, b"") for number in range(len(self._pages))]
        glyphs = [(number, code) for number in self._fonts for code in self._fonts[number].rising]
        data = with_pages(self._data, self.pdf, foregrounds, glyphs)
        views, heights = pdfium.views(data, pieces, self.pictures)
        if len(heights) != len(glyphs):
            raise UnreadableError("the second engine does not draw each glyph")
        keys = [(self._fonts[number], code) for number, code in glyphs]
        return views, dict(zip(keys, heights, strict=True))

    @cached_property
    @guarded
    def tree(self) -> Tag:
        """The tag tree, from the Document element."""
        kids = self._catalog.get("/StructTreeRoot", {}).get("/K", [])
        first = kids[:1] if isinstance(kids, list) else [kids]
        return tag_tree(first[0], self._number) if first else Tag("", {})

    @cached_property
    @guarded
    def root(self) -> Root:
        """What stands above the Document element."""
        key = "/StructTreeRoot"
        return tree_root(self._catalog.raw_get(key)) if key in self._catalog else Root()

    @cached_property
    @guarded
    def blocks(self) -> list[Block]:
        """The texts of the document in reading order."""
        return blocks(self.tree, str(self.catalog.get("/Lang", "")), self.pieces)

    @cached_property
    def headings(self) -> list[int]:
        """The pages, from 1, of the headings below the title, in reading order."""
        found = [tag.pages for tag in tags(self.tree) if HEADING.match(tag.role)]
        return [pages[0] + 1 if pages else 0 for pages in found]

    @property
    @guarded
    def info(self) -> dict[str, str]:
        """The document information dictionary, empty where there is none."""
        return properties.info(self.pdf.trailer)

    def metadata(self, prefix: str, name: str) -> list[str]:
        """Return what the metadata stream says under a property: its items, or its one value."""
        return self.xmp.values(prefix, name)

    @cached_property
    @guarded
    def xmp(self) -> properties.Metadata:
        """The metadata stream."""
        return properties.Metadata(self._catalog)

    @cached_property
    @guarded
    def files(self) -> list[properties.EmbeddedFile]:
        """The files inside the file, under each of their names."""
        return list(properties.embedded_files(self._catalog))

    @property
    def attachments(self) -> dict[str, bytes]:
        """The files inside the file, by their names."""
        return {file.name: file.data for file in self.files}

    @property
    @guarded
    def looks(self) -> list[Any]:
        """All that each page is drawn with, to be compared with that of another file."""
        found = []
        for page in self._pages:
            met: dict[int, int] = {}
            found.append(everything(page, _UNSEEN, met))
            found.append(everything(page.get("/Annots", []), _UNSEEN_OF_LINK, met))
        return found

    @cached_property
    @guarded
    def outline(self) -> list[properties.Bookmark]:
        """The bookmarks, in order."""
        return properties.bookmarks(self._catalog, self.page_of)

    @cached_property
    @guarded
    def destinations(self) -> dict[str, int]:
        """The pages, from 0, of the places that links lead to, by name."""
        found = properties.names(self._catalog, "/Dests")
        return {name: self.page_of(place) for name, place in found}

    @cached_property
    @guarded
    def tops(self) -> dict[str, float | None]:
        """The heights, in pt, of the places that links lead to, by name; see `Bookmark.top`."""
        found = properties.names(self._catalog, "/Dests")
        return {name: properties.top_of(place) for name, place in found}

    @cached_property
    @guarded
    def parents(self) -> dict[int, list[int]]:
        """The parent tree: under each of its numbers, those of the tags that are led to, or 0."""
        return parents(self._catalog.get("/StructTreeRoot", {}).get("/ParentTree", {}))

    def page_of(self, destination: Any) -> int:
        """Return the page, from 0, of a destination, or -1; it may be a structure element.

        ISO 32000-2, 12.3.2.3.
        """
        target = destination[0] if isinstance(destination, list) and destination else None
        place: Any = target.get_object() if target is not None else {}
        return self._number(place.raw_get("/Pg") if "/Pg" in place else target)

    @cached_property
    @guarded
    def pictures(self) -> list[frozenset[int]]:
        """The MCIDs of the pictures on each page."""
        return pictures(self.tree, len(self._pages))

    @cached_property
    @guarded
    def figures(self) -> frozenset[int]:
        """The pages, from 0, that show a figure."""
        return frozenset(n for tag in tags(self.tree) if tag.role == "Figure" for n in tag.pages)

    @property
    def artifacts(self) -> Iterator[Piece]:
        """What is drawn as part of the page and not of the text."""
        return (piece for piece in self.pieces if not isinstance(piece.mark, int))

    def _number(self, reference: Any) -> int:
        return self._numbers.get(getattr(reference, "idnum", -1), -1)

    def font(self, reference: Any) -> Font:
        """Return the font behind `reference`."""
        key = getattr(reference, "idnum", id(reference))
        if key not in self._fonts:
            self._fonts[key] = font_of(reference.get_object())
        return self._fonts[key]

    def _page(self, number: int) -> Iterator[Piece]:
        page = self._pages[number]
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
        self.turned |= {(number, mark) for mark in interpreter.turned}
        self.shapes += interpreter.path.painted
        self._foregrounds[number] = b" ".join(interpreter.foreground)
