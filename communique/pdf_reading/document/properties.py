"""What a document has beside what its pages draw: boxes, bookmarks, names, files, metadata.

ISO 32000-1, 7.7.3.3 (pages), 7.9.6 (name trees), 7.11.4 (embedded files), 12.3.3 (outline), 12.5
(annotations); the metadata are ISO 16684-1.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.pdf_reading.objects import UnreadableError, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAMESPACES = {
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfd": "http://pdfa.org/declarations/",
    "x": "adobe:ns:meta/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_RDF = f"{{{_NAMESPACES['rdf']}}}"
_PREFIXES = {f"{{{space}}}": f"{prefix}:" for prefix, space in _NAMESPACES.items()}
#: What stands around all properties (ISO 16684-1, 7.3 and 7.4).
_AROUND = ("x:xmpmeta", "rdf:RDF", "rdf:Description")


Rectangle = tuple[float, ...]
"""Left, bottom, right, top in pt; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation: the number of its object, and what it has."""

    number: int
    entries: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what it has, with what it inherits, and its annotations."""

    entries: dict[str, Any]
    annotations: tuple[Annotation, ...]

    def box(self, name: str) -> Rectangle:
        """Return one of its boxes, e.g. TrimBox, which is the MediaBox by default (14.11.2)."""
        found = self.entries.get(f"/{name}", self.entries.get("/MediaBox"))
        return rectangle(found)


def rectangle(value: Any) -> Rectangle:
    """Return four numbers as a rectangle, with its lower left corner first (7.9.5)."""
    if not isinstance(value, list) or len(value) != 4:  # noqa: PLR2004  # a rectangle has four
        return ()
    left, bottom, right, top = map(float, value)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def annotation(reference: Any) -> Annotation:
    """Read the annotation behind `reference`."""
    entries = plain(reference, 1)
    if not isinstance(entries, dict):
        raise UnreadableError("an annotation that is none")
    return Annotation(getattr(reference, "idnum", 0), entries)


def page(entries: Any) -> Page:
    """Read what a page has."""
    links = entries.get("/Annots", [])
    return Page(plain(entries), tuple(annotation(each) for each in links))


class Bookmark(NamedTuple):
    """An entry of the outline: its label, its level from 1, and its page from 0 or -1."""

    label: str
    level: int
    page: int
    keys: frozenset[str] = frozenset()
    """The names of what it has."""
    top: float | None = None
    """The height in pt that it leads to; None where it leads to no height, or to another zoom."""


class EmbeddedFile(NamedTuple):
    """A file inside the file, under one of its names."""

    name: str
    data: bytes
    attached: bool = True
    """Whether readers list it as an attachment."""
    associated: bool = True
    """Whether it is said to belong to the document, as PDF/A-3 asks for."""
    relationship: str = ""
    """How it belongs to the document (ISO 32000-2, 7.11.3, AFRelationship)."""
    description: str = ""


class Once:
    """Refuses to meet an object a second time: what runs in a circle has no end."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.met: set[int] = set()

    def __call__(self, value: Any) -> Any:
        """Return the object behind `value`; raises `UnreadableError` if it was met before."""
        found = value.get_object()
        if id(found) in self.met:
            raise UnreadableError(f"{self.what} runs in a circle")
        self.met.add(id(found))
        return found


def bookmarks(catalog: Any, page_of: Callable[[Any], int]) -> list[Bookmark]:
    """Return the bookmarks in order; `page_of` finds the page, from 0, of a destination."""
    once = Once("the outline")

    def below(reference: Any, level: int) -> Iterator[Bookmark]:
        while reference is not None:
            entries = once(reference)
            where = page_of(entries.get("/Dest"))
            top = top_of(entries.get("/Dest"))
            yield Bookmark(str(entries.get("/Title", "")), level, where, frozenset(entries), top)
            yield from below(entries.get("/First"), level + 1)
            reference = entries.get("/Next")

    return list(below(catalog.get("/Outlines", {}).get("/First"), 1))


def top_of(destination: Any) -> float | None:
    """Return the height, in pt, at which a destination keeps the zoom and begins (12.3.2.2, XYZ).

    None where it does something else.
    """
    view = plain(destination) if destination is not None else ()
    if not isinstance(view, list) or len(view) != 5 or view[1] != "/XYZ":  # noqa: PLR2004  # page, XYZ, left, top, zoom
        return None
    return None if view[3] is None or view[4] else float(view[3])


def names(catalog: Any, kind: str) -> Iterator[tuple[str, Any]]:
    """Yield what the name tree `kind` of the catalog leads to, with its name (7.9.6)."""
    once = Once(f"the tree of {kind[1:]}")

    def below(node: Any) -> Iterator[tuple[str, Any]]:
        pairs = node.get("/Names", [])
        yield from zip(map(_name, pairs[::2]), pairs[1::2], strict=True)
        for kid in node.get("/Kids", ()):
            yield from below(once(kid))

    if root := catalog.get("/Names", {}).get(kind):
        yield from below(once(root))


def embedded_files(catalog: Any) -> Iterator[EmbeddedFile]:
    """Yield each file inside the file, by whatever way it is found, once for each of its names.

    It is attached (7.11.4), associated with the document (ISO 32000-2, 14.13), or both.
    """
    associated = [reference.get_object() for reference in catalog.get("/AF", ())]
    attached = [(name, file.get_object()) for name, file in names(catalog, "/EmbeddedFiles")]
    for name, file in attached:
        also = any(file is each for each in associated)
        yield from _files(file, (name,), attached=True, associated=also)
    for file in associated:
        if not any(file is each for _, each in attached):
            yield from _files(file, (), attached=False, associated=True)


def _files(
    entries: Any, called: tuple[str, ...], *, attached: bool, associated: bool
) -> Iterator[EmbeddedFile]:
    """Yield the files of a file specification (7.11.3), under all names that it has."""
    by_key = [_name(entries[key]) for key in ("/F", "/UF") if key in entries]
    streams = {id(each.get_object()): each.get_object() for each in entries["/EF"].values()}
    for name in dict.fromkeys((*called, *by_key)):
        for stream in streams.values():
            yield EmbeddedFile(
                name,
                stream.get_data(),
                attached,
                associated,
                str(entries.get("/AFRelationship", "")),
                str(entries.get("/Desc", "")),
            )


def _name(value: Any) -> str:
    """Return a name, of a file for one: its bytes may be in any encoding (7.11.2); here, UTF-8."""
    try:
        return str(value.original_bytes.decode("utf-8"))
    except (AttributeError, UnicodeDecodeError):  # bytes are no text to pypdf
        return str(value)


class Metadata:
    """The metadata stream of a document (14.3.2), empty where there is none or it is no XML."""

    def __init__(self, catalog: Any) -> None:
        stream = catalog.get("/Metadata")
        root = ET.Element("none")
        if stream is not None:
            with suppress(ET.ParseError):
                root = ET.fromstring(stream.get_object().get_data())  # noqa: S314  # expat ≥ 2.4.1 bounds entities
        self._root = root
        self._descriptions = list(root.iter(f"{_RDF}Description"))

    def values(self, prefix: str, name: str) -> list[str]:
        """Return what a property says, wherever it stands: its items, or its one value."""
        key = f"{{{_NAMESPACES[prefix]}}}{name}"
        found: list[str] = []
        for description in self._descriptions:
            found += [description.attrib[key]] if key in description.attrib else []
            for element in description.findall(key):
                items = element.findall(f".//{_RDF}li")
                found += [item.text or "" for item in items] or [element.text or ""]
        return found

    @property
    def paths(self) -> list[str]:
        """Where each element, attribute and loose text stands, such as dc:title/rdf:Alt/rdf:li.

        What stands around all properties is left out. Attributes begin with @; those of RDF and
        XML have their value.
        """
        return list(_paths(self._root, ()))

    def texts(self, prefix: str, name: str) -> list[str]:
        """Return all that is said at any depth below a property."""
        key = f"{{{_NAMESPACES[prefix]}}}{name}"
        every = (each for found in self._root.iter(key) for each in found.itertext())
        return [text.strip() for text in every if text.strip()]

    @property
    def properties(self) -> list[str]:
        """The names of all properties, as often as they occur, each as {namespace}name."""
        return [
            key
            for description in self._descriptions
            for key in (*description.attrib, *(each.tag for each in description))
            if key != f"{_RDF}about"
        ]


def _paths(element: ET.Element, above: tuple[str, ...]) -> Iterator[str]:
    path = (*above, _short(element.tag))
    around = path == _AROUND[: len(path)]
    inner = () if around else path[len(_AROUND) :] if path[: len(_AROUND)] == _AROUND else path
    if inner:
        yield "/".join(inner)
    for key, value in element.attrib.items():
        name = _short(key)
        told = f"@{name}={value}" if name.startswith(("rdf:", "xml:")) else f"@{name}"
        yield "/".join((*inner, told))
    loose = [element.text if around or len(element) else "", *(each.tail for each in element)]
    yield from (text.strip() for text in loose if text and text.strip())
    for each in element:
        yield from _paths(each, path)


def _short(name: str) -> str:
    """Return the name of an element or attribute with the usual prefix of its namespace."""
    space, closed, local = name.rpartition("}")
    return _PREFIXES.get(space + closed, space + closed) + local


def info(trailer: Any) -> dict[str, str]:
    """Return the document information dictionary (14.3.3), empty where there is none."""
    entries = plain(trailer.get("/Info"), 1) or {}
    return {key: str(value) for key, value in entries.items()}
