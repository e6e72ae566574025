from __future__ import annotations

import io

import pytest
from PIL import Image

from communique.read.pictures import examine

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'


def png(width: int = 4, height: int = 2, kind: str = "PNG") -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height)).save(data, kind)
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
        (svg("<image href='data:image/png;base64,AA=='/>"), "image/svg+xml"),
    ],
)
def test_a_picture_is_known_by_what_it_is(data: bytes, media_type: str) -> None:
    assert examine(data, 100) == (media_type, "")


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "is not PNG, JPEG or SVG"),
        (b"GIF89a", "is not PNG, JPEG or SVG"),
        (png(20, 20), "has 20 × 20 pixels, more than 100"),
        (png(40, 2, "JPEG")[:-100], "is damaged"),
        (b"<html/>", "is not PNG, JPEG or SVG"),
        (b"<svg", "is no well-formed SVG"),
        (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>', "with a document type"),
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
