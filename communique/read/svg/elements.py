"""The elements of an SVG: those that the engine draws, where they stand, their sizes."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator

SVG = "{http://www.w3.org/2000/svg}"
#: What the engine draws, and what says something of it.
_SHAPES = frozenset(
    ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "use")
)
_AROUND = frozenset(("svg", "g", "defs", "symbol", "a", "clipPath", "marker", "style"))
_GRADIENTS = frozenset(("linearGradient", "radialGradient", "stop"))
#: What is not drawn as long as nothing refers to it; what does is told.
_UNUSED = frozenset(("mask", "pattern", "filter"))
#: What says something of the drawing; the engine would draw shapes in it.
_SAYING = frozenset(("title", "desc", "metadata"))
_IN_TEXT = frozenset(("tspan", "a", "title", "desc"))
_KNOWN = _SHAPES | _AROUND | _GRADIENTS | _UNUSED | _SAYING
#: So many elements within one another at most: each one takes a level of the graphics state, of
#: which PDF/A allows 28 (ISO 19005-2, 6.1.13).
_DEEPEST = 20
#: So many elements are drawn at most, those that are used again as often as they are.
_MOST = 100_000
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
_LENGTH = re.compile(rf"({_NUMBER})\s*(?:px|pt|pc|mm|cm|in|q|em|rem|ex|%)?|auto", re.IGNORECASE)
_VIEW_BOX = re.compile(rf"{_NUMBER}[\s,]+{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})", re.I)


class _Drawn(NamedTuple):
    """What is drawn where an element is."""

    elements: int
    depth: float
    """How many elements are within one another; no end where a part uses itself."""


def not_drawn(root: ET.Element) -> Iterator[str]:
    """Yield elements that are not drawn, or drawn otherwise than they are written."""
    yield from (f"<{each}>" for each in _unknown(root))
    parts = {e.get("id", ""): e for e in reversed(list(root.iter()))}
    drawn = _drawn(root, parts, {})
    if drawn.depth > _DEEPEST:
        yield f"more than {_DEEPEST} elements within one another, or one that uses itself"
    elif drawn.elements > _MOST:
        yield f"more than {_MOST} elements, counted as often as they are used"
    for element in root.iter():
        target = _target(element, parts)
        if target is not None and name_of(target) == "svg":
            yield "<use> of an <svg>"
        if "viewBox" in element.attrib and not _has_size(element.attrib["viewBox"]):
            yield f"the viewBox {element.attrib['viewBox']}"
    for name in ("width", "height"):
        value = root.get(name, "auto").strip()
        length = _LENGTH.fullmatch(value)
        if not length or (length[1] and float(length[1]) <= 0):
            yield f"the {name} {value}"


def name_of(element: ET.Element) -> str:
    """Return the name of an element, in SVG without its namespace."""
    return str(element.tag).removeprefix(SVG)


def _unknown(root: ET.Element) -> Iterator[str]:
    """Yield the names of elements that are not drawn as they are written, where they stand."""
    filters = {inner for each in root.iter(f"{SVG}filter") for inner in each.iter()}
    for element in root.iter():
        name = name_of(element)
        inside = [name_of(each) for each in element.iter() if each is not element]
        if name in _SAYING or _is_foreign(name):
            yield from (each for each in inside if each in _SHAPES)
        elif name in ("text", "tspan"):
            yield from (each for each in inside if each not in _IN_TEXT and not _is_foreign(each))
        elif name not in _KNOWN and element not in filters:
            yield name


def _is_foreign(name: str) -> bool:
    """Tell whether an element is one of a drawing program, with a namespace of its own."""
    return name.startswith("{")


def _drawn(
    element: ET.Element,
    parts: dict[str, ET.Element],
    met: dict[ET.Element, _Drawn],
    level: int = 0,
) -> _Drawn:
    """Return what is drawn for an element; `met` has what is known of others."""
    if level > _DEEPEST:
        return _Drawn(1, inf)
    if element not in met:
        met[element] = _Drawn(1, inf)  # as long as it is looked at: it may use itself
        target = _target(element, parts)
        kids = [*element, *([] if target is None else [target])]
        inner = [_drawn(kid, parts, met, level + 1) for kid in kids]
        count = 1 + sum(each.elements for each in inner)
        met[element] = _Drawn(count, 1 + max((each.depth for each in inner), default=0))
    return met[element]


def _target(element: ET.Element, parts: dict[str, ET.Element]) -> ET.Element | None:
    """Return what a <use> draws, if it is there."""
    if name_of(element) != "use":
        return None
    links = (value for key, value in element.attrib.items() if key.split("}")[-1] == "href")
    return parts.get(next(links, "").strip().removeprefix("#"))


def _has_size(view_box: str) -> bool:
    match = _VIEW_BOX.fullmatch(view_box.strip())
    return match is not None and all(float(side) > 0 for side in match.groups())
