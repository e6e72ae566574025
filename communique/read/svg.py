"""Looks at an SVG before the engine does: what it would fetch, and what it would draw otherwise.

WeasyPrint 70 passes over a part of what SVG has, and says nothing; a gradient that is measured by
its shape is not seen in every viewer. Such a picture is refused, since nobody would notice.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator

_SVG = "{http://www.w3.org/2000/svg}"
_TEXT = f"{_SVG}text".removeprefix("{")
_ACTIVE = ("script", "foreignObject")
#: What an SVG may refer to: parts of itself and data that it carries.
_INSIDE = re.compile(r"\s*(#|data:|$)")
_URL = re.compile(r"url\(\s*['\"]?([^'\")]*)|@import", re.IGNORECASE)
_PART = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_DECLARATION = re.compile(r"([-\w]+)\s*:\s*([^;{}]+)")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_AT_RULE = re.compile(r"@(?!charset\b)[-\w]+")
_SELECTOR = re.compile(r"([^{}]*)\{")
_FUNCTION = re.compile(r"\b(var|calc|min|max|clamp|env|color-mix)\(")
#: What the engine does not draw: elements, and properties and attributes (in small letters) with
#: any other value than these.
_NOT_DRAWN = frozenset(
    (
        *("switch", "textPath", "mesh", "meshgradient"),
        *("animate", "animateMotion", "animateTransform", "set", "discard"),
    )
)
_DRAWN = {
    "backdrop-filter": ("none",),
    "clip-rule": ("nonzero", "inherit"),
    "filter": ("none",),
    "mask": ("none",),
    "mix-blend-mode": ("normal",),
    "paint-order": ("normal", "fill", "fill stroke markers", "fill stroke"),
    "pathlength": (),
    "requiredextensions": (),
    "requiredfeatures": (),
    "systemlanguage": (),
    "text-decoration": ("none", "underline"),
    "text-decoration-line": ("none", "underline"),
    "vector-effect": ("none",),
}
_CLIP = re.compile(r"none|url\(|inherit")
#: Attributes that say nothing of how it looks.
_FREE = frozenset(("id", "class", "lang", "role", "tabindex"))
_GRADIENTS = ("linearGradient", "radialGradient")


def examine(data: bytes) -> str:
    """Return what is wrong with the SVG in `data`, to be said after its name, or nothing."""
    try:
        if _declares(data):
            return "is an SVG that declares something in its document type"
        root = ET.fromstring(data)  # noqa: S314  # it declares no entities
    except (ET.ParseError, expat.ExpatError, ValueError, LookupError) as error:
        return f"is not a well-formed SVG ({error})"
    if root.tag != f"{_SVG}svg":
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


def _declares(data: bytes) -> bool:
    """Tell whether a document type declares anything, such as an entity, in whatever encoding.

    What drawing programs write names a standard and no more; nobody fetches it.
    """
    found = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *declared: found.append(declared[3])
    parser.Parse(data, True)
    return any(found)


def _fetched(root: ET.Element) -> str:
    """Return what is wrong because it runs or refers to something outside, or nothing."""
    for element in root.iter():
        if _name(element) in _ACTIVE:
            return f"is an SVG with <{_name(element)}>"
        for name, value in element.attrib.items():
            if name.split("}")[-1] in ("href", "src") and not _INSIDE.match(value):
                return f"is an SVG that refers to {value}"
        for text in (element.text or "", *element.attrib.values()):
            for match in _URL.finditer(text):
                if not _INSIDE.match(match[1] or "@import"):
                    return f"is an SVG that refers to {match[0]}"
    return ""


def _not_drawn(root: ET.Element) -> Iterator[str]:
    """Yield what is drawn otherwise than it is written, or not in every viewer."""
    styles = _COMMENT.sub(" ", "".join(e.text or "" for e in root.iter() if _name(e) == "style"))
    yield from (f"{rule[0]} in its styles" for rule in _AT_RULE.finditer(styles))
    for selector in _SELECTOR.findall(styles):
        if ":" in selector:
            yield f"the selector {' '.join(selector.split())} in its styles"
    measured = set(_measured_by_shape(root))
    for name, value in (*_DECLARATION.findall(styles), *_declared(root)):
        if function := _FUNCTION.search(value):
            yield f"{function[1]}() in its {name}"
        clipped = name == "clip-path" and not _CLIP.match(value.strip())
        if clipped or value.strip() not in _DRAWN.get(name.lower(), (value.strip(),)):
            yield f"{name}: {value.strip()}"
        part = _PART.match(value)
        if part and name == "stroke":
            yield "a line in the colours of a gradient or pattern"
        if part and part[1] in measured:
            yield f'the gradient {part[1]} without gradientUnits="userSpaceOnUse"'
    for element in root.iter():
        if _name(element) in _NOT_DRAWN:
            yield f"<{_name(element)}>"
        if _name(element) == "style" and element.get("media", "all") not in ("all", "print", ""):
            yield f"styles for {element.get('media')}"
    for path in root.iter(f"{_SVG}clipPath"):
        if any(_name(inner) == "text" for inner in path.iter()):
            yield "text as a clipping path"


def _declared(root: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield what attributes declare, each a property and its value."""
    for element in root.iter():
        for name, value in element.attrib.items():
            if "}" in name or name.lower() in _FREE or name.startswith(("data-", "aria-")):
                continue  # it is for a drawing program, or any words
            yield from _DECLARATION.findall(value) if name == "style" else ((name, value),)


def _measured_by_shape(root: ET.Element) -> Iterator[str]:
    """Yield the names of gradients whose units are those of the shape, as they are by default."""
    gradients = {e.get("id", ""): e for e in root.iter() if _name(e) in _GRADIENTS}
    for name, gradient in gradients.items():
        seen: list[ET.Element] = []
        following: ET.Element | None = gradient
        while following is not None and following not in seen:
            seen.append(following)
            links = (v for k, v in following.attrib.items() if k.split("}")[-1] == "href")
            following = gradients.get(next(links, "").removeprefix("#"))
        units = (each.get("gradientUnits") for each in seen)
        if next(filter(None, units), "") != "userSpaceOnUse":
            yield name


def _name(element: ET.Element) -> str:
    return str(element.tag).removeprefix(_SVG)
