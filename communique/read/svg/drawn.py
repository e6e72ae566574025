"""Properties and attributes of an SVG: those that the engine draws as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.read.svg.elements import name_of

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET
    from collections.abc import Iterator

_DECLARATION = re.compile(r"([-\w]+)\s*:\s*([^;{}]+)")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_AT_RULE = re.compile(r"@(?!charset\b)[-\w]+")
_SELECTOR = re.compile(r"([^{}]*)\{")
_FUNCTION = re.compile(
    r"\b(var|calc|min|max|clamp|env|color-mix|color|device-cmyk|icc-color)\(", re.IGNORECASE
)
#: What the engine draws of a property or attribute (in small letters): with other values than
#: these it looks otherwise, or not alike in every viewer.
_DRAWN = {
    "backdrop-filter": ("none",),
    "baseline-shift": ("baseline", "0"),
    "clip-rule": ("nonzero", "inherit"),
    "filter": ("none",),
    "font": (),
    "font-feature-settings": ("normal",),
    "font-stretch": ("normal", "100%"),
    "font-variant": ("normal",),
    "font-variant-caps": ("normal",),
    "mask": ("none",),
    "mix-blend-mode": ("normal",),
    "paint-order": ("normal", "fill", "fill stroke markers", "fill stroke"),
    "pathlength": (),
    "requiredextensions": (),
    "requiredfeatures": (),
    "stop-opacity": ("1", "1.0", "100%"),
    "systemlanguage": (),
    "text-decoration": ("none",),
    "text-decoration-line": ("none",),
    "text-transform": ("none",),
    "vector-effect": ("none",),
    "visibility": ("visible", "hidden", "inherit"),
    "word-spacing": ("normal", "0", "0px"),
    "writing-mode": ("horizontal-tb", "lr", "lr-tb"),
}
_CLIP = re.compile(r"none|url\(|inherit")
_PERCENT = re.compile(r".*%")
_FONT_SIZE = re.compile(r"\d*\.?\d+\s*(px|pt|pc|mm|cm|in|q|em|rem|ex|%)?|inherit", re.IGNORECASE)
_SEE_THROUGH = re.compile(r"transparent|rgba|hsla|#(?:[0-9a-f]{4}|[0-9a-f]{8})$|.*/", re.IGNORECASE)
_TRANSFORM = re.compile(r"\s*(\w+)\s*\(([-+.,e\d\s]*)\)[\s,]*")
#: How many numbers each way of transforming takes (SVG 2, 8.5).
_NUMBERS = {
    "matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3),
    "skewX": (1,), "skewY": (1,),
}  # fmt: skip
_SEPARATOR = re.compile(r"[\s,]+|(?<=[\d.])(?=-)")
#: Attributes that say nothing of how it looks.
_FREE = frozenset(("id", "class", "lang", "role", "tabindex"))


def not_drawn(root: ET.Element) -> Iterator[str]:
    """Yield styles and attributes that are drawn otherwise than they are written."""
    styles = _COMMENT.sub(" ", "".join(e.text or "" for e in root.iter() if name_of(e) == "style"))
    yield from (f"{rule[0]} in its styles" for rule in _AT_RULE.finditer(styles))
    for selector in _SELECTOR.findall(styles):
        if ":" in selector:
            yield f"the selector {' '.join(selector.split())} in its styles"
    for name, value in declarations(root):
        if function := _FUNCTION.search(value):
            yield f"{function[1]}() in its {name}"
        if not _is_drawn(name.lower(), value):
            yield f"{name}: {value}"
    for element in root.iter():
        if name_of(element) == "style" and element.get("media", "all") not in ("all", "print", ""):
            yield f"styles for {element.get('media')}"
    for path in root.iter():
        if name_of(path) == "clipPath" and any(name_of(inner) == "text" for inner in path.iter()):
            yield "text as a clipping path"


def declarations(root: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield what styles and attributes declare, each a property and its value."""
    styles = _COMMENT.sub(" ", "".join(e.text or "" for e in root.iter() if name_of(e) == "style"))
    for name, value in (*_DECLARATION.findall(styles), *_attributes(root)):
        yield name, value.strip().removesuffix("!important").strip()


def _attributes(root: ET.Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        for name, value in element.attrib.items():
            if "}" in name or name.lower() in _FREE or name.startswith(("data-", "aria-")):
                continue  # it is for a drawing program, or any words
            yield from _DECLARATION.findall(value) if name == "style" else ((name, value),)


def _is_drawn(name: str, value: str) -> bool:
    """Tell whether a property with this value is drawn as it is written."""
    match name:
        case "clip-path":
            return bool(_CLIP.match(value))
        case "rx" | "ry":
            return not _PERCENT.fullmatch(value)
        case "font-size":
            return bool(_FONT_SIZE.fullmatch(value))
        case "stop-color":
            return not _SEE_THROUGH.match(value)
        case "transform" | "gradienttransform" | "patterntransform":
            return value == "none" or _transforms(value)
        case _:
            return value in _DRAWN.get(name, (value,))


def _transforms(value: str) -> bool:
    """Tell whether a transformation is well written, and leaves something of what it transforms."""
    if _TRANSFORM.sub("", value).strip():
        return False
    for kind, numbers in _TRANSFORM.findall(value):
        try:
            found = [float(each) for each in _SEPARATOR.split(numbers.strip())]
        except ValueError:
            return False
        if len(found) not in _NUMBERS.get(kind, ()):
            return False
        flat = kind == "matrix" and found[0] * found[3] == found[1] * found[2]
        if flat or (kind == "scale" and 0 in found):
            return False
    return True
