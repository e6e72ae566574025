"""The PDF read again: what is drawn where, and what a screen reader would say, in its order.

pypdf opens the file and resolves its objects; what is written on a page is read by
`communique.pdf_reading.content_stream`, because the proof needs each piece of text with its place,
its font and its marked content. Whatever of this is asked for, a file that cannot be read to its
end is an `UnreadableError`, and nothing else.
"""

from __future__ import annotations

import io
import logging
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

from communique.pdf_reading import struck, tag_tree
from communique.pdf_reading.content_stream.contents import Contents
from communique.pdf_reading.document import files, outline, pages
from communique.pdf_reading.document.metadata import Metadata, info
from communique.pdf_reading.document.names import names
from communique.pdf_reading.drawing.overlay import with_pages
from communique.pdf_reading.objects import UnreadableError, everything, guarded, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.pdf_reading.content_stream.path import Shape
    from communique.pdf_reading.drawing.view import Height, View
    from communique.pdf_reading.fonts import Font
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.tag_tree import Block, Root, Tag

#: What pypdf passes over in a damaged file is nothing to be told beside our own error.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
#: What of a page and of a link is not seen: where they stand in the file, where they lead.
_UNSEEN = frozenset(("/Annots", "/Parent", "/StructParents", "/Tabs"))
_UNSEEN_OF_LINK = frozenset(("/A", "/Contents", "/Dest", "/P", "/StructParent"))


class Reading:
    """A PDF, read once. All that it tells may raise `UnreadableError`."""

    @guarded
    def __init__(self, data: bytes, *, strict: bool = True) -> None:
        """Open the PDF in `data`; raises `UnreadableError` where it is none.

        Where that is not `strict`, what is damaged is mended as most readers do.
        """
        self.pdf = PdfReader(io.BytesIO(data), strict=strict)
        self._catalog = self.pdf.root_object
        self._pages = list(self.pdf.pages)
        self._numbers = pages.Numbers(self._pages, strict=strict)
        self._data = data

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
    def pages(self) -> list[pages.Page]:
        """The pages, in order."""
        return [pages.page(entries) for entries in self._pages]

    @cached_property
    @guarded
    def pieces(self) -> list[Piece]:
        """Everything that is written on the pages, in the order of drawing."""
        said = struck.struck(self.tree)
        return [
            replace(piece, struck=True) if (piece.page, piece.mark) in said else piece
            for piece in self._contents.pieces
        ]

    @cached_property
    def unexpected(self) -> list[tuple[int, str]]:
        """What the pages, from 0, hold that is not followed."""
        return self._contents.unexpected

    @cached_property
    def turned(self) -> set[tuple[int, int | str]]:
        """The page and the MCID of pictures that are turned, mirrored or stretched."""
        return self._contents.turned

    @cached_property
    def shapes(self) -> list[Shape]:
        """What is painted beside texts and pictures."""
        return self._contents.shapes

    @cached_property
    @guarded
    def _contents(self) -> Contents:
        return Contents(self._pages, self.pictures)

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

        fonts = self._contents.fonts
        glyphs = [(number, code) for number in fonts for code in fonts[number].rising]
        data = with_pages(self._data, self.pdf, self._contents.foregrounds, glyphs)
        views, heights = pdfium.views(data, self.pieces, self.pictures)
        if len(heights) != len(glyphs):
            raise UnreadableError("the second engine does not draw each glyph")
        keys = [(fonts[number], code) for number, code in glyphs]
        return views, dict(zip(keys, heights, strict=True))

    @cached_property
    @guarded
    def tree(self) -> Tag:
        """The tag tree, from the Document element."""
        kids = self._catalog.get("/StructTreeRoot", {}).get("/K", [])
        first = kids[:1] if isinstance(kids, list) else [kids]
        return tag_tree.tag_tree(first[0], self._numbers.of) if first else tag_tree.Tag("", {})

    @cached_property
    @guarded
    def root(self) -> Root:
        """What stands above the Document element."""
        key = "/StructTreeRoot"
        if key not in self._catalog:
            return tag_tree.Root()
        return tag_tree.tree_root(self._catalog.raw_get(key))

    @cached_property
    @guarded
    def blocks(self) -> list[Block]:
        """The texts of the document in reading order."""
        return tag_tree.blocks(self.tree, str(self.catalog.get("/Lang", "")), self.pieces)

    @cached_property
    def headings(self) -> list[int]:
        """The pages, from 1, of the headings below the title, in reading order."""
        found = [tag.pages for tag in tag_tree.tags(self.tree) if tag_tree.HEADING.match(tag.role)]
        return [pages[0] + 1 if pages else 0 for pages in found]

    @property
    @guarded
    def info(self) -> dict[str, str]:
        """The document information dictionary, empty where there is none."""
        return info(self.pdf.trailer)

    def metadata(self, prefix: str, name: str) -> list[str]:
        """Return what the metadata stream says under a property: its items, or its one value."""
        return self.xmp.values(prefix, name)

    @cached_property
    @guarded
    def xmp(self) -> Metadata:
        """The metadata stream."""
        return Metadata(self._catalog)

    @cached_property
    @guarded
    def files(self) -> list[files.EmbeddedFile]:
        """The files inside the file, under each of their names."""
        return list(files.embedded_files(self._catalog))

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
    def outline(self) -> list[outline.Bookmark]:
        """The bookmarks, in order."""
        return outline.bookmarks(self._catalog, self._numbers.of_destination)

    @cached_property
    @guarded
    def destinations(self) -> dict[str, int]:
        """The pages, from 0, of the places that links lead to, by name."""
        found = names(self._catalog, "/Dests")
        return {name: self._numbers.of_destination(place) for name, place in found}

    @cached_property
    @guarded
    def tops(self) -> dict[str, float | None]:
        """The heights, in pt, of the places that links lead to, by name; see `Bookmark.top`."""
        found = names(self._catalog, "/Dests")
        return {name: outline.top_of(place) for name, place in found}

    @cached_property
    @guarded
    def parents(self) -> dict[int, list[int]]:
        """The parent tree: under each of its numbers, those of the tags that are led to, or 0."""
        return tag_tree.parents(self._catalog.get("/StructTreeRoot", {}).get("/ParentTree", {}))

    @cached_property
    @guarded
    def pictures(self) -> list[frozenset[int]]:
        """The MCIDs of the pictures on each page."""
        return tag_tree.pictures(self.tree, len(self._pages))

    @cached_property
    @guarded
    def figures(self) -> frozenset[int]:
        """The pages, from 0, that show a figure."""
        return frozenset(
            n for tag in tag_tree.tags(self.tree) if tag.role == "Figure" for n in tag.pages
        )

    @property
    def artifacts(self) -> Iterator[Piece]:
        """What is drawn as part of the page and not of the text."""
        return (piece for piece in self.pieces if not isinstance(piece.mark, int))
