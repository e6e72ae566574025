"""Pieces that test statements are made of."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from communique.design import language

#: The folder of the checkout, and of its statements.
ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "source"
CASES = ROOT / "tests" / "cases"
#: One page in each language.
MEETINGS = ROOT / "tests" / "statements"
#: A body put below this begins on line 5.
HEAD = "---\ntitle: A title\n---\n\n"


def needs_fonts(tag: str) -> None:
    """Skip the test where the language `tag` is set in fonts that are not installed."""
    package = language.load(tag).file.package
    if package and not package.found():
        pytest.skip(f"{tag} is set in fonts that are not here: install {package.name}")


def with_body(body: str) -> str:
    """Return a statement with this text, which begins on line 5."""
    return f"{HEAD}{body}\n"


def with_front(front: str) -> str:
    """Return a statement with this front matter, which begins on line 2."""
    return f"---\n{front}\n---\n\nSome words.\n"


def png(width: int = 4, height: int = 3) -> bytes:
    """Return a small grey picture."""
    pixels = (b"\0" + b"\x80" * width) * height
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(pixels)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
