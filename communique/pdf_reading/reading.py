"""The PDF read again: what is drawn where, and what a screen reader would say, in its order.

pypdf opens the file and resolves its objects; what is written on a page is read by
`communique.pdf_reading.content_stream`, because the proof needs each piece of text with its place,
its face and its marked content.
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from communique.pdf_reading.content_stream import Face, Interpreter, Piece, face_of

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Structure types that begin a text of their own; all others flow within it.
BLOCKS = frozenset(
    ("P", "Lbl", "LBody", "LI", "TH", "TD", "Caption", "Note", "FENote", "Figure", "TOCI", "Title")
) | {f"H{level}" for level in range(1, 7)}
HEADING = re.compile("H[2-6]$")
NOTES = frozenset(("Note", "FENote"))
_NAMESPACES = {
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


class UnreadableError(Exception):
    """The bytes are no PDF, or one that cannot be read to its end."""


@dataclass
class Tag:
    """A structure element as it stands in the file."""

    role: str
    entries: Any
    kids: list[Tag | tuple[int, int] | Any] = field(default_factory=list)

    @property
    def annotations(self) -> list[Any]:
        """The annotations that belong to it (ISO 32000-1, 14.7.4.3)."""
        return [kid for kid in self.kids if not isinstance(kid, Tag | tuple)]

    @property
    def pages(self) -> list[int]:
        """The pages, from 0, that its content is on, in reading order."""
        found: list[int] = []
        for kid in self.kids:
            if isinstance(kid, tuple):
                found.append(kid[0])
            elif isinstance(kid, Tag):
                found += kid.pages
        return found

    def text(self, key: str) -> str:
        """Return the entry `key`, e.g. Lang or Alt, as text."""
        return str(self.entries.get(f"/{key}", ""))


class Bookmark(NamedTuple):
    """An entry of the outline: its label, its level from 1, and its page from 0 or -1."""

    label: str
    level: int
    page: int


@dataclass(frozen=True)
class Block:
    """A text that a screen reader reads in one go: its role and its pieces in reading order."""

    role: str
    pieces: tuple[Piece, ...]
    alternative: str = ""
    languages: tuple[str, ...] = ()
    """The language (BCP 47) of each piece; of the alternative text, if there is one."""


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
        self._faces: dict[int, Face] = {}

    @cached_property
    def pieces(self) -> list[Piece]:
        """Everything that is written on the pages, in the order of drawing."""
        return [piece for number in range(len(self.pages)) for piece in self._page(number)]

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
        marked: dict[tuple[int, int], list[Piece]] = {}
        for piece in self.pieces:
            if isinstance(piece.mark, int):
                marked.setdefault((piece.page, piece.mark), []).append(piece)
        collector = _Collector(marked)
        collector.visit(self.tree, str(self.catalog.get("/Lang", "")))
        return collector.finished()

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
        """What is drawn on each page, and the faces it is drawn with, as bytes to compare."""
        drawn = [page.get_contents() for page in self.pages]
        faces = sorted({repr(piece.face).encode() for piece in self.pieces})
        return [b"" if stream is None else stream.get_data() for stream in drawn] + faces

    @cached_property
    def outline(self) -> list[Bookmark]:
        """The bookmarks, in order."""
        first = self.catalog.get("/Outlines", {}).get("/First")
        return list(self._bookmarks(first, 1))

    def _bookmarks(self, entries: Any, level: int) -> Iterator[Bookmark]:
        while entries is not None:
            where = self.page_of(entries.get("/Dest"))
            yield Bookmark(str(entries.get("/Title", "")), level, where)
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

    def face(self, reference: Any) -> Face:
        """Return the font behind `reference`."""
        key = getattr(reference, "idnum", id(reference))
        if key not in self._faces:
            self._faces[key] = face_of(reference.get_object())
        return self._faces[key]

    def _page(self, number: int) -> Iterator[Piece]:
        page = self.pages[number]
        contents = page.get_contents()
        fonts = page.get("/Resources", {}).get("/Font", {})
        faces = {f"/{name.lstrip('/')}": self.face(fonts.raw_get(name)) for name in fonts}
        if contents is not None:
            yield from Interpreter(number, faces).read(contents.get_data())


def tags(tag: Tag) -> Iterator[Tag]:
    """Yield `tag` and all below it, in reading order."""
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from tags(kid)


_Said = tuple[Piece, str]
"""A piece, and the language it is in."""


class _Collector:
    """Cuts the tag tree into the texts that are read in one go."""

    def __init__(self, marked: dict[tuple[int, int], list[Piece]]) -> None:
        self.marked = marked
        self.blocks: list[Block] = []

    def visit(self, tag: Tag, language: str, into: list[_Said] | None = None) -> None:
        """Add the blocks of `tag`; what flows goes into the list `into` of the block around it.

        A block stands before the blocks inside it: a paragraph before the notes it calls. A tag
        is in the `language` of the one above it unless it has its own (ISO 32000-1, 14.9.2).
        """
        language = tag.text("Lang") or language
        begins = tag.role in BLOCKS or into is None
        said: list[_Said] = [] if into is None or begins else into
        place = len(self.blocks)
        for kid in tag.kids:
            if isinstance(kid, tuple):
                said.extend((piece, language) for piece in self.marked.pop(kid, []))
            elif isinstance(kid, Tag):
                self.visit(kid, language, said)
        if begins and (said or tag.role == "Figure"):
            pieces = tuple(piece for piece, _ in said)
            languages = tuple(each for _, each in said) or (language,)
            self.blocks.insert(place, Block(tag.role, pieces, tag.text("Alt"), languages))

    def finished(self) -> list[Block]:
        """Return the blocks, with what no tag refers to at the end."""
        rest = [Block("", tuple(pieces)) for pieces in self.marked.values()]
        return self.blocks + rest
