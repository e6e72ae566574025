from __future__ import annotations

import gzip
import io
import random
import struct
import zlib
from typing import TYPE_CHECKING, Any

import PIL.Image
import pytest

from communique.model.statement import Image
from communique.read.pictures import examine
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Refusal

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'

STANDARD_TYPE = (
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
    ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
)
DOCUMENT_TYPE = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>{OPEN}&x;</svg>'


def png(width: int = 4, height: int = 2, kind: str = "PNG") -> bytes:
    data = io.BytesIO()
    pixels = random.Random(1).randbytes(3 * width * height)  # noqa: S311
    PIL.Image.frombytes("RGB", (width, height), pixels).save(data, kind)
    return data.getvalue()


def svg(inside: str) -> bytes:
    return f"{OPEN}{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (png(), "image/png"),
        (png(kind="JPEG"), "image/jpeg"),
        (svg("<path d='M0 0'/>"), "image/svg+xml"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n' + svg("<use href='#a'/>"), "image/svg+xml"),
        (svg("<rect fill='url(#a)' clip-path='url( &quot;#b&quot;)'/>"), "image/svg+xml"),
        (png(10, 10), "image/png"),
        (STANDARD_TYPE.encode() + svg(""), "image/svg+xml"),
    ],
)
def test_a_picture_is_known_by_what_it_is(data: bytes, media_type: str) -> None:
    assert examine(data, 100) == (Image(data, media_type), "")


def saved(image: PIL.Image.Image, kind: str, **how: Any) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **how)
    return data.getvalue()


def test_a_photograph_of_a_telephone_that_holds_several_is_its_first() -> None:
    first, second = (PIL.Image.new("RGB", (8, 8), colour) for colour in ("red", "blue"))
    data = saved(first, "MPO", save_all=True, append_images=[second])
    assert examine(data, 100) == (Image(data, "image/jpeg"), "")


def test_grey_in_16_bits_is_set_in_8() -> None:
    grey = PIL.Image.new("I;16", (3, 1))
    for across, value in enumerate((0, 0x8000, 0xFFFF)):
        grey.putpixel((across, 0), value)
    picture, wrong = examine(saved(grey, "PNG"), 100)
    assert picture is not None
    assert wrong == ""
    with PIL.Image.open(io.BytesIO(picture.data)) as plain:
        assert (plain.mode, plain.tobytes()) == ("L", b"\x00\x80\xff")


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "is not PNG, JPEG or SVG"),
        (b"GIF89a", "is not PNG, JPEG or SVG"),
        (gzip.compress(svg(""), mtime=0), "is packed (gzip)"),
        (f"{OPEN}</svg>".encode("utf-16"), "is text in UTF-16 or UTF-32"),
        (f"{OPEN}</svg>".encode("utf-16-be"), "is text in UTF-16 or UTF-32"),
        (f"{OPEN}</svg>".encode("utf-32"), "is text in UTF-16 or UTF-32"),
        (png(20, 20), "has 20 × 20 pixels, more than 100"),
        (png(40, 2, "JPEG")[:-100], "is damaged"),
        (b"<html/>", "is not PNG, JPEG or SVG"),
        (b"<svg", "is not a well-formed SVG"),
        (DOCUMENT_TYPE.encode(), "declares something in its document type"),
        (DOCUMENT_TYPE.encode("utf-16-le"), "is text in UTF-16 or UTF-32"),
        (b'<?xml version="1.0" encoding="UTF-7"?>' + svg(""), "is not a well-formed SVG"),
        (b'<?xml version="1.0" encoding="x-none"?>' + svg(""), "is not a well-formed SVG"),
        (png(10, 10)[:-100], "is damaged"),
        (svg("<script/>"), "is an SVG with <script>"),
        (svg("<foreignObject/>"), "is an SVG with <foreignObject>"),
        (svg("<image href='file:///etc/hostname'/>"), "refers to file:///etc/hostname"),
        (svg("<image xlink:href='http://example.org'/>"), "refers to http://example.org"),
        (svg("<rect fill='url(http://example.org)'/>"), "refers to url(http://example.org"),
        (svg("<style>@import 'x.css';</style>"), "refers to @import"),
        (svg("<use href='other.svg#a'/>"), "refers to other.svg#a"),
    ],
)
def test_a_bad_picture_is_refused_with_the_reason(data: bytes, wrong: str) -> None:
    assert wrong in examine(data, 100)[1]


@pytest.mark.parametrize(("side", "wrong"), [(11_000, "pixels, more than"), (20_000, "is damaged")])
def test_a_picture_that_would_fill_the_memory_is_never_unpacked(side: int, wrong: str) -> None:
    small = png()
    header = struct.pack(">4sII", b"IHDR", side, side) + small[24:29]
    claim = small[:12] + header + struct.pack(">I", zlib.crc32(header)) + small[33:]
    assert wrong in examine(claim, 50_000_000)[1]


def test_the_colours_of_print_are_refused_with_what_to_do(refusal: Refusal, tmp_path: Path) -> None:
    """PDF/A allows them only with a profile of their own (ISO 19005-3, 6.2.4.3)."""
    (tmp_path / "a.jpg").write_bytes(saved(PIL.Image.new("CMYK", (9, 9)), "JPEG"))
    wrong = "has the colours of print (CMYK), which each reader mixes in its own way"
    instead = "save it in the colours of screens (RGB)"
    assert refusal(with_body("![A](a.jpg)")) == [f"5: image: a.jpg {wrong}; {instead}"]


def test_a_packed_drawing_is_refused_with_what_to_do(refusal: Refusal, tmp_path: Path) -> None:
    (tmp_path / "a.svgz").write_bytes(gzip.compress(svg("")))
    instead = "unpack it, and give it the ending svg"
    assert refusal(with_body("![A](a.svgz)")) == [f"5: image: a.svgz is packed (gzip); {instead}"]


def test_half_a_picture_is_damaged_where_the_engine_is_loaded(engine: None) -> None:  # noqa: ARG001
    whole = png(400, 300)
    _, wrong = examine(whole[: len(whole) // 2], 10**9)
    assert wrong.startswith("is damaged")
