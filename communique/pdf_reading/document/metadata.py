"""The metadata of a document: the metadata stream (ISO 16684-1) and the information dictionary."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from communique.pdf_reading.objects import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    entries = plain(trailer.get("/Info", {}), 1) or {}
    return {key: str(value) for key, value in entries.items()}
