"""Looks at an SVG before the engine does: what it would fetch, and what it would draw otherwise.

WeasyPrint 70 passes over a part of what SVG has, and says nothing; patterns and some gradients
are not seen alike in every viewer. Such a picture is refused, since nobody would notice.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING
from xml.parsers import expat

from communique.read.svg import drawn, elements, gradients
from communique.read.svg.elements import SVG, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = f"{SVG}text".removeprefix("{")
_ACTIVE = ("script", "foreignObject")
_URL = re.compile(r"url\(\s*['\"]?([^'\")]*)|@import", re.IGNORECASE)
#: What an SVG may refer to: parts of itself.
_INSIDE = re.compile(r"\s*(#|$)")


def examine(data: bytes) -> str:
    """Return what is wrong with the SVG in `data`, to be said after its name, or nothing."""
    try:
        if wrong := _outline(data):
            return wrong
        root = ET.fromstring(data)  # noqa: S314  # it declares no entities
    except (ET.ParseError, expat.ExpatError, ValueError, LookupError) as error:
        return f"is not a well-formed SVG ({error})"
    if root.tag != f"{SVG}svg":
        return "is not PNG, JPEG or SVG"
    return _fetched(root) or next((f"is an SVG with {what}" for what in _not_drawn(root)), "")


def line_of_text(data: bytes) -> int:
    """Return the line of the first words in the well-formed SVG in `data`, 0 where it has none."""
    inside, lines = 0, []
    parser = expat.ParserCreate(namespace_separator="}")

    def begin(name: str, _: object) -> None:
        nonlocal inside
        inside += name == _TEXT

    def end(name: str) -> None:
        nonlocal inside
        inside -= name == _TEXT

    def read(words: str) -> None:
        if inside and words.strip():
            lines.append(parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = read
    parser.Parse(data, True)
    return lines[0] if lines else 0


def _outline(data: bytes) -> str:
    """Return what is wrong around the elements, in whatever encoding, or nothing.

    The document types that drawing programs write name a standard and no more; nobody fetches it.
    One that declares something may give entities another meaning.
    """
    found = []
    parser = expat.ParserCreate()

    def declared(*parts: object) -> None:
        if parts[3]:
            found.append("is an SVG that declares something in its document type")

    def instructed(target: str, _: str) -> None:
        if target == "xml-stylesheet":
            found.append("is an SVG with a style sheet outside of it (xml-stylesheet)")

    parser.StartDoctypeDeclHandler = declared
    parser.ProcessingInstructionHandler = instructed
    parser.Parse(data, True)
    return found[0] if found else ""


def _fetched(root: ET.Element) -> str:
    """Return what is wrong because it runs or refers to something outside, or nothing."""
    for element in root.iter():
        if name_of(element) in _ACTIVE:
            return f"is an SVG with <{name_of(element)}>"
        for name, value in element.attrib.items():
            data = value.lstrip().startswith("data:")  # a picture in a picture is told as such
            if name.split("}")[-1] in ("href", "src") and not (_INSIDE.match(value) or data):
                return f"is an SVG that refers to {value}"
        for text in (element.text or "", *element.attrib.values()):
            for match in _URL.finditer(text):
                if not _INSIDE.match(match[1] or "@import"):
                    return f"is an SVG that refers to {match[0]}"
    return ""


def _not_drawn(root: ET.Element) -> Iterator[str]:
    """Yield what is drawn otherwise than it is written, or not in every viewer."""
    yield from elements.not_drawn(root)
    yield from drawn.not_drawn(root)
    yield from gradients.not_drawn(root)
