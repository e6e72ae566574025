"""Looks at a picture before the engine does: its kind, its size, and what it would fetch."""

from __future__ import annotations

import io
import re
import warnings
import xml.etree.ElementTree as ET

from communique.store import process

_RASTER = {"PNG": "image/png", "JPEG": "image/jpeg"}
_SVG = "{http://www.w3.org/2000/svg}"
_ACTIVE = (f"{_SVG}script", f"{_SVG}foreignObject")
#: What an SVG may refer to: parts of itself and data that it carries.
_INSIDE = re.compile(r"\s*(#|data:|$)")
_URL = re.compile(r"url\(\s*['\"]?([^'\")]*)|@import", re.IGNORECASE)


class _DocumentTypeError(Exception):
    """An SVG has a document type, in which entities may be declared."""


class _Tree(ET.TreeBuilder):
    """Refuses a document type in whatever encoding it is, and so all entities."""

    def doctype(self, *_: object) -> None:
        raise _DocumentTypeError


def examine(data: bytes, most_pixels: int) -> tuple[str, str]:
    """Return the media type of the picture in `data`, and what is wrong with it or nothing."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return "image/svg+xml", _svg(data)
    with process.alone:
        return _raster(data, most_pixels)


def _raster(data: bytes, most_pixels: int) -> tuple[str, str]:
    from PIL import Image, ImageFile, UnidentifiedImageError  # noqa: PLC0415  # few have pictures

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        lenient = ImageFile.LOAD_TRUNCATED_IMAGES  # WeasyPrint sets it, for the whole process
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            with Image.open(io.BytesIO(data), formats=tuple(_RASTER)) as image:
                kind, (width, height) = str(image.format), image.size
                if width * height > most_pixels:
                    return "", f"has {width} × {height} pixels, more than {most_pixels}"
                image.load()
        except UnidentifiedImageError:
            return "", "is not PNG, JPEG or SVG"
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            return "", f"is damaged ({error})"
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = lenient
    return _RASTER[kind], ""


def _svg(data: bytes) -> str:
    try:
        root = ET.fromstring(data, ET.XMLParser(target=_Tree()))  # noqa: S314  # see _Tree
    except _DocumentTypeError:
        return "is an SVG with a document type, which can hide other files"
    except ET.ParseError as error:
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
