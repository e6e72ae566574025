"""Looks at a picture before the engine does: its kind, its size, and what it would fetch."""

from __future__ import annotations

import io
import re
import warnings
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING
from xml.parsers import expat

from communique.model.statement import Image
from communique.store import process

if TYPE_CHECKING:
    import PIL.Image

_RASTER = {"PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg"}
_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = (f"{_SVG}script", f"{_SVG}foreignObject")
#: What an SVG may refer to: parts of itself and data that it carries.
_INSIDE = re.compile(r"\s*(#|data:|$)")
_URL = re.compile(r"url\(\s*['\"]?([^'\")]*)|@import", re.IGNORECASE)


def examine(data: bytes, most_pixels: int) -> tuple[Image | None, str]:
    """Return the picture in `data`, or None and what is wrong with it.

    Grey in 16 bits, which the engine cannot set, comes back in 8 bits.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        wrong = _svg(data)
        return (None, wrong) if wrong else (Image(data, "image/svg+xml"), "")
    with process.alone:
        return _raster(data, most_pixels)


def _raster(data: bytes, most_pixels: int) -> tuple[Image | None, str]:
    import PIL.Image  # noqa: PLC0415  # few statements have pictures
    from PIL import ImageFile, UnidentifiedImageError  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PIL.Image.DecompressionBombWarning)
        lenient = ImageFile.LOAD_TRUNCATED_IMAGES  # WeasyPrint sets it, for the whole process
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            with PIL.Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                kind, (width, height) = _RASTER[str(image.format)], image.size
                if width * height > most_pixels:
                    return None, f"has {width} × {height} pixels, more than {most_pixels}"
                image.load()
                return Image(_in_8_bits(image) or data, kind), ""
        except UnidentifiedImageError:
            return None, "is not PNG, JPEG or SVG"
        except (OSError, ValueError, SyntaxError, PIL.Image.DecompressionBombError) as error:
            return None, f"is damaged ({error})"
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _in_8_bits(image: PIL.Image.Image) -> bytes | None:
    """Return a picture in grey of 16 bits again as PNG in 8 bits, and None of any other."""
    if not image.mode.startswith("I"):
        return None
    out = io.BytesIO()
    image.convert("I").point(lambda value: value * (1 / 256)).convert("L").save(out, "PNG")
    return out.getvalue()


def _declares(data: bytes) -> bool:
    """Tell whether a document type declares anything, such as an entity, in whatever encoding.

    What drawing programs write names a standard and no more; nobody fetches it.
    """
    found = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *declared: found.append(declared[3])
    parser.Parse(data, True)
    return any(found)


def _svg(data: bytes) -> str:
    try:
        if _declares(data):
            return "is an SVG that declares something in its document type"
        root = ET.fromstring(data)  # noqa: S314  # it declares no entities
    except (ET.ParseError, expat.ExpatError, ValueError, LookupError) as error:
        return f"is not a well-formed SVG ({error})"
    if root.tag != f"{_SVG}svg":
        return "is not PNG, JPEG or SVG"
    for element in root.iter():
        if element.tag in _ACTIVE:
            return f"is an SVG with <{element.tag.removeprefix(_SVG)}>"
        for name, value in element.attrib.items():
            if name.split("}")[-1] in ("href", "src") and not _INSIDE.match(value):
                return f"is an SVG that refers to {value}"
        for text in (element.text or "", *element.attrib.values()):
            for match in _URL.finditer(text):
                if not _INSIDE.match(match[1] or "@import"):
                    return f"is an SVG that refers to {match[0]}"
    return ""
