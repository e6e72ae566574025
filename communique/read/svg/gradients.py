"""Gradients and patterns of an SVG: those that are seen alike in every viewer.

One that is measured by its shape, or in per cent, is drawn by the engine in another place; poppler
and PDFium do not agree on patterns, nor on what is outside of a circle that its focus is not in.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from communique.read.svg.drawn import declarations
from communique.read.svg.elements import name_of

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator, Mapping

_PART = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_GRADIENTS = ("linearGradient", "radialGradient")
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?", re.IGNORECASE)
_PLACES = ("x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy", "fr")


def not_drawn(root: ET.Element) -> Iterator[str]:
    """Yield how shapes are painted that are not drawn alike in every viewer."""
    gradients = {e.get("id", ""): e for e in root.iter() if name_of(e) in _GRADIENTS}
    patterns = {e.get("id", "") for e in root.iter() if name_of(e) == "pattern"}
    for name, value in declarations(root):
        part = _PART.match(value)
        if part and name == "stroke":
            yield "a line in the colours of a gradient or pattern"
        if part and part[1] in patterns and name == "fill":
            yield f"the pattern {part[1]}"
        if part and (wrong := _wrong(part[1], gradients)):
            yield f"the gradient {part[1]} {wrong}"


def _wrong(name: str, gradients: Mapping[str, ET.Element]) -> str:
    """Return what is wrong with a gradient, or nothing; what is no gradient has nothing wrong."""
    if name not in gradients:
        return ""
    given = _given(name, gradients)
    if given.get("gradientUnits", "") != "userSpaceOnUse":
        return 'without gradientUnits="userSpaceOnUse"'
    if any(given.get(place, "").endswith("%") for place in _PLACES):
        return "in per cent"
    return "" if _is_focused(given) else "with a focus that is not inside its circle"


def _given(name: str, gradients: Mapping[str, ET.Element]) -> dict[str, str]:
    """Return the attributes of a gradient, with those that it has from others."""
    given: dict[str, str] = {}
    seen: list[ET.Element] = []
    following = gradients.get(name)
    while following is not None and following not in seen:
        seen.append(following)
        given = {**following.attrib, **given}
        links = (v for k, v in following.attrib.items() if k.split("}")[-1] == "href")
        following = gradients.get(next(links, "").removeprefix("#"))
    return given


def _is_focused(given: Mapping[str, str]) -> bool:
    """Tell whether the focus of a radial gradient is a point inside its circle."""
    if _number(given.get("fr", "0")) != 0:
        return False
    if "fx" not in given and "fy" not in given:
        return True
    cx, cy, r = (_number(given.get(place, "")) for place in ("cx", "cy", "r"))
    fx, fy = _number(given.get("fx", str(cx))), _number(given.get("fy", str(cy)))
    return (fx - cx) ** 2 + (fy - cy) ** 2 < r**2


def _number(value: str) -> float:
    """Return the number that an attribute begins with, or nan, which is less than nothing."""
    match = _NUMBER.match(value.strip())
    return float(match[0]) if match else math.nan
