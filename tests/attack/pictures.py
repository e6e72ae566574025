"""Pictures of every kind: made of pixels in all modes of PNG and JPEG, and drawn as SVG."""

from __future__ import annotations

import base64
import gzip
import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms

WIDTH, HEIGHT = 300, 150
_SVG = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
    "font-family='Source Serif 4' font-size='24'>"
)
_BOX = '<rect x="20" y="20" width="200" height="100" fill="{}"/>'
_BLUE, _PAINTED = _BOX.format("#26a"), _BOX.format("url(#g)")
_STOPS = '<stop stop-color="red"/><stop offset="1" stop-color="blue"/>'
_IN_SPACE = 'id="g" gradientUnits="userSpaceOnUse"'
_ORIENTATION = 0x0112  # Exif 2.3, 4.6.4


def pixels() -> dict[str, bytes]:
    """Return the files of pictures made of pixels, by what they are."""
    base = Image.merge("RGB", [_ramp(0), _ramp(90), _ramp(180)])
    clear = base.copy()
    clear.putalpha(_ramp(0))
    palette = base.quantize(16)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    png = _saved(base, "PNG")
    return {
        **{mode: _saved(base.convert(mode), "PNG") for mode in ("RGB", "L", "1", "P")},
        **{f"clear {mode}": _saved(clear.convert(mode), "PNG") for mode in ("RGBA", "LA")},
        **{f"palette of {n} bits": _saved(base.quantize(2**n), "PNG", bits=n) for n in (1, 2, 4)},
        "palette, a clear colour": _saved(palette, "PNG", transparency=3),
        "palette, clear in part": _saved(palette, "PNG", transparency=bytes(range(0, 256, 16))),
        "a clear grey": _saved(base.convert("L"), "PNG", transparency=100),
        **{f"{kind} in 16 bits": _deep(kind) for kind in ("L", "LA", "RGB", "RGBA")},
        "interlaced": _interlaced(),
        **{f"gamma {n}": _with(png, b"gAMA", struct.pack(">I", n)) for n in (0, 45455, 100000)},
        "sRGB": _with(png, b"sRGB", b"\0"),
        "a profile": _saved(base, "PNG", icc_profile=profile),
        "a broken profile": _saved(base, "PNG", icc_profile=b"none" * 90),
        "uneven pixels": _with(png, b"pHYs", struct.pack(">IIB", 1000, 4000, 1)),
        "animated": _saved(base, "PNG", save_all=True, append_images=[base.rotate(180)]),
        "JPEG": _saved(base, "JPEG", quality=95),
        "JPEG, grey": _saved(base.convert("L"), "JPEG", quality=95),
        "JPEG, progressive": _saved(base, "JPEG", progressive=True),
        "JPEG, a profile": _saved(base, "JPEG", icc_profile=profile),
        **{f"JPEG, turned {n}": _saved(base, "JPEG", exif=_turned(n)) for n in range(1, 10)},
        "PNG, turned": _saved(base, "PNG", exif=_turned(6)),
        "more after its end": png + b"more" * 100,
    }


def refused_pixels() -> dict[str, bytes]:
    """Return the files of pictures that are refused when they are read, by what they are."""
    base = Image.merge("RGB", [_ramp(0), _ramp(90), _ramp(180)])
    png, jpeg = _saved(base, "PNG"), _saved(base, "JPEG")
    bomb = b"a\0\0" + zlib.compress(b"a" * 50_000_000)
    return {
        **{kind: _saved(base, kind) for kind in ("GIF", "WEBP", "TIFF", "BMP", "PPM", "PDF")},
        "CMYK": _saved(base.convert("CMYK"), "JPEG"),
        "half a PNG": png[: len(png) // 2],
        "most of a JPEG": jpeg[:-300],
        "a wrong sum": png[:40] + bytes([png[40] ^ 1]) + png[41:],
        "nothing": b"",
        "giant": _with(png, b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)),
        "a bomb of text": _with(png, b"zTXt", bomb),
        "a bomb of a profile": _with(png, b"iCCP", bomb),
        "packed": gzip.compress(f"{_SVG}{_BLUE}</svg>".encode()),
        "UTF-16": f"{_SVG}{_BLUE}</svg>".encode("utf-16"),
        "UTF-7": f"<?xml version='1.0' encoding='UTF-7'?>{_SVG}{_BLUE}</svg>".encode("utf-7"),
        "an entity": f"<!DOCTYPE svg [<!ENTITY a 'b'>]>{_SVG}{_BLUE}</svg>".encode(),
    }


def drawings() -> dict[str, bytes]:
    """Return drawings with one thing each that SVG has: taken or refused, but never drawn twice."""
    found = {
        "a box": _BLUE,
        "round corners": '<rect x="20" y="20" width="200" height="99" rx="20" ry="9"/>',
        "ellipse": '<ellipse cx="120" cy="70" rx="80" ry="40" fill="#26a"/>',
        "polygon": '<polygon points="10,10 150,10 30,140" fill="red" stroke="#000"/>',
        "arcs": '<path d="M50 50A40 30 20 1 0 150 80A40 30 20 0 1 200 60z" fill="#26a"/>',
        "curves": '<path d="M20 80C40 10 65 10 95 80S150 150 180 80Q200 20 220 80" fill="red"/>',
        "even and odd": '<path d="M20 20h200v99h-200zM60 40h99v50h-99z" fill-rule="evenodd"/>',
        "dashes": '<path d="M20 20L220 99" stroke="red" stroke-width="6" stroke-dasharray="9"/>',
        "joins": '<path d="M30 120L120 30L210 120" fill="none" stroke="red" stroke-width="20" '
        'stroke-linejoin="round"/>',
        "linear": f'<linearGradient {_IN_SPACE} x1="20" x2="220">{_STOPS}</linearGradient>'
        f"{_PAINTED}",
        "linear, slanted": f'<linearGradient {_IN_SPACE} x1="20" y1="20" x2="220" y2="120">'
        f"{_STOPS}</linearGradient>{_PAINTED}",
        "linear, turned": f'<linearGradient {_IN_SPACE} x1="20" x2="220" '
        f'gradientTransform="rotate(30)">{_STOPS}</linearGradient>{_PAINTED}',
        "linear, by its shape": f'<linearGradient id="g">{_STOPS}</linearGradient>{_PAINTED}',
        "linear, fading": f'<linearGradient {_IN_SPACE} x1="20" x2="220">'
        f'<stop stop-opacity="0"/>{_STOPS}</linearGradient>{_PAINTED}',
        "radial": f'<radialGradient {_IN_SPACE} cx="120" cy="70" r="80">{_STOPS}</radialGradient>'
        f"{_PAINTED}",
        "radial, its focus outside": f'<radialGradient {_IN_SPACE} cx="120" cy="70" r="40" fx="20" '
        f'fy="20">{_STOPS}</radialGradient>{_PAINTED}',
        "pattern": '<pattern id="g" width="20" height="20" patternUnits="userSpaceOnUse">'
        f'<circle cx="10" cy="10" r="6" fill="red"/></pattern>{_PAINTED}',
        "clipped": '<clipPath id="c"><circle cx="120" cy="70" r="40"/></clipPath>'
        f'<g clip-path="url(#c)">{_BLUE}</g>',
        "masked": f'<mask id="m"><rect width="99" height="99" fill="#fff"/></mask>'
        f'<g mask="url(#m)">{_BLUE}</g>',
        "filtered": '<filter id="f"><feGaussianBlur stdDeviation="4"/></filter>'
        f'<g filter="url(#f)">{_BLUE}</g>',
        "marker": '<marker id="m" markerWidth="9" markerHeight="9" refX="5" refY="5" orient="auto">'
        '<path d="M0 0L9 5L0 9z" fill="red"/></marker>'
        '<path d="M20 20L220 99" stroke="#000" stroke-width="3" marker-end="url(#m)"/>',
        "used again": f'<defs><g id="a">{_BLUE}</g></defs><use href="#a" x="10" y="10"/>',
        "symbol": f'<symbol id="s" viewBox="0 0 300 150">{_BLUE}</symbol>'
        '<use href="#s" width="150" height="75"/>',
        "see-through": f'<g opacity=".5">{_BLUE}<circle cx="200" cy="90" r="40" fill="red"/></g>',
        "turned": f'<g transform="translate(60 10) rotate(9) scale(.7)">{_BLUE}</g>',
        "styles": f"<style>rect {{ fill: green }} .a {{ fill: red }}</style>{_BLUE}",
        "a style sheet elsewhere": f"<style>@import 'a.css';</style>{_BLUE}",
        "words": '<text x="30" y="60">Words <tspan dy="9" fill="red">in red</tspan></text>',
        "words, turned": '<text x="30" y="60" transform="rotate(20 30 60)">Words</text>',
        "words, outlined": '<text x="30" y="60" fill="none" stroke="#000">Words</text>',
        "words on a path": '<path id="p" d="M20 20L200 99"/><text><textPath href="#p">A</textPath>'
        "</text>",
        "words from right to left": "<g font-family='Noto Serif Hebrew'>"
        '<text x="30" y="60">שלום</text></g>',
        "pixels": '<image width="120" height="60" href="data:image/png;base64,'
        + base64.b64encode(_saved(_ramp(0), "PNG")).decode()
        + '"/>',
        "in print": _BOX.format("device-cmyk(0 1 1 0)"),
        "in another colour space": _BOX.format("oklch(0.6 0.2 30)"),
        "an unknown element": f"<other>{_BLUE}</other>",
        "deep": "<g>" * 300 + _BLUE + "</g>" * 300,
        "itself": f'<g id="a">{_BLUE}<use href="#a"/></g>',
        "refers outside": f'<use href="other.svg#a"/>{_BLUE}',
    }
    standard = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
    latin = f"<?xml version='1.0' encoding='ISO-8859-1'?>{_SVG}<text x='9' y='60'>é</text></svg>"
    return {
        **{name: f"{_SVG}{inside}</svg>".encode() for name, inside in found.items()},
        "the standard type": f"{standard}{_SVG}{_BLUE}</svg>".encode(),
        "Latin-1": latin.encode("latin-1"),
    }


def _ramp(turned: int) -> Image.Image:
    return Image.linear_gradient("L").rotate(turned).resize((WIDTH, HEIGHT))


def _saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **how)
    return data.getvalue()


def _turned(way: int) -> bytes:
    exif = Image.Exif()
    exif[_ORIENTATION] = way
    return exif.tobytes()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _with(png: bytes, kind: bytes, data: bytes) -> bytes:
    """Return a PNG with one more chunk after its first one, or with another first one."""
    begin, first = png[:8], png[8:33]
    return begin + (b"" if kind == b"IHDR" else first) + _chunk(kind, data) + png[33:]


def _deep(kind: str) -> bytes:
    """Return a PNG with 16 bits a channel, which Pillow does not write."""
    colour, channels = {"L": (0, 1), "LA": (4, 2), "RGB": (2, 3), "RGBA": (6, 4)}[kind]
    rows = b"".join(
        b"\0" + b"".join(struct.pack(">H", x * 218) * channels for x in range(WIDTH))
        for _ in range(HEIGHT)
    )
    return _png(16, colour, rows, interlaced=False)


def _interlaced() -> bytes:
    """Return a grey PNG in the order of Adam7, which Pillow does not write."""
    passes = (
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2),
    )  # fmt: skip
    rows = (
        b"\0" + bytes(x * 255 // WIDTH for x in range(left, WIDTH, across))
        for left, top, across, down in passes
        for _ in range(top, HEIGHT, down)
    )
    return _png(8, 0, b"".join(rows), interlaced=True)


def _png(depth: int, colour: int, rows: bytes, *, interlaced: bool) -> bytes:
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, depth, colour, 0, 0, interlaced)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)
