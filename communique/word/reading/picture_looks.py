"""How Word shows a picture otherwise than its file has it: cut, turned, mirrored, recoloured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.word.reading.package import NAMESPACES
from communique.word.reading.styles import is_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_A, _V = (f"{{{NAMESPACES[each]}}}" for each in ("a", "v"))
#: Forms of a frame in which the whole picture is seen (ISO/IEC 29500-1, 20.1.10.56).
_WHOLE = ("rect", "roundRect")
#: What changes the colours of a picture (20.1.8.13).
_COLOURS = (
    "alphaModFix", "biLevel", "clrChange", "clrRepl", "duotone", "grayscl", "hsl", "lum", "tint",
)  # fmt: skip
_CUT_BY_VML = ("cropleft", "cropright", "croptop", "cropbottom")
_FULL_TURN = 360 * 60_000
"""A full turn in the unit of angles (20.1.10.3)."""
_TURN_OF_VML = re.compile(r"rotation:\s*(?!0\s*(?:;|$))", re.IGNORECASE)
_MIRRORED_BY_VML = re.compile(r"flip:\s*[xy]", re.IGNORECASE)


def said(drawing: etree._Element) -> Iterator[str]:
    """Yield what the author has to know of a `drawing` that has a picture: cropped, or turned."""
    if _is_cropped(drawing):
        yield "cropped"
    if _is_turned(drawing):
        yield "turned"
    if _is_mirrored(drawing):
        yield "mirrored"
    if any(next(blip.iter(*(_A + each for each in _COLOURS)), None) is not None
           for blip in drawing.iter(f"{_A}blip")):  # fmt: skip
        yield "recoloured"


def _is_cropped(drawing: etree._Element) -> bool:
    """Tell whether a part of a picture is cut off: a negative length is a margin around it."""
    edges = [
        each.get(side, "") for each in drawing.iter(f"{_A}srcRect") for side in ("l", "t", "r", "b")
    ]
    edges += [each.get(side, "") for each in drawing.iter(f"{_V}imagedata") for side in _CUT_BY_VML]
    cut = any(edge.strip("0.%f") and not edge.startswith("-") for edge in edges)
    forms = [each.get("prst", "rect") for each in drawing.iter(f"{_A}prstGeom")]
    return cut or any(form not in _WHOLE for form in forms)


def _is_turned(drawing: etree._Element) -> bool:
    angles = (int(each.get("rot", "0")) for each in drawing.iter(f"{_A}xfrm"))
    return any(angle % _FULL_TURN for angle in angles) or any(
        _TURN_OF_VML.search(style) for style in _styles(drawing)
    )


def _is_mirrored(drawing: etree._Element) -> bool:
    return any(
        is_on(each.get(name, "0"))
        for each in drawing.iter(f"{_A}xfrm")
        for name in ("flipH", "flipV")
    ) or any(_MIRRORED_BY_VML.search(style) for style in _styles(drawing))


def _styles(drawing: etree._Element) -> Iterator[str]:
    """Yield the styles of the shapes of older Words that have a picture."""
    for each in drawing.iter(f"{_V}imagedata"):
        parent = each.getparent()
        if parent is not None:
            yield parent.get("style", "")
