"""Looks at a picture before the engine does: its kind, its size, what is in it."""

from __future__ import annotations

import codecs
import io
import warnings
from typing import TYPE_CHECKING

from communique.model.statement import Image
from communique.read import svg
from communique.store import process

if TYPE_CHECKING:
    import PIL.Image

_RASTER = {"PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg"}

_GZIP = b"\x1f\x8b"


def examine(data: bytes, most_pixels: int) -> tuple[Image | None, str]:
    """Return the picture in `data`, or None and what is wrong with it.

    Grey in 16 bits, which the engine cannot set, comes back in 8 bits.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")):
        return None, "is text in UTF-16 or UTF-32"
    if data.startswith(_GZIP):
        return None, "is packed (gzip)"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        wrong = svg.examine(data)
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
                if image.mode == "CMYK":
                    return (
                        None,
                        "has the colours of print (CMYK), which each reader mixes in its own way",
                    )
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
