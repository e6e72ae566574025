"""Which characters a font has its glyphs for, as it says itself."""

from __future__ import annotations

import struct
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from communique.pdf_reading.fonts.program import characters
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

_MAC, _VARIATIONS = 1, 14
FONTS = sorted((TEMPLATES / "fonts").glob("*/*.ttf"))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_the_characters_of_each_glyph_are_those_of_another_reader(path: Path) -> None:
    wanted: dict[int, set[str]] = defaultdict(set)
    with TTFont(path) as font:
        for table in font["cmap"].tables:
            unicode = table.platformID != _MAC and table.format != _VARIATIONS
            for code, name in table.cmap.items() if unicode else ():
                wanted[font.getGlyphID(name)].add(chr(code))
    assert characters(path.read_bytes()) == wanted


def program(table: bytes) -> bytes:
    """Return a font program with nothing but this table of characters."""
    head = struct.pack(">4sH6x4s4xII", b"\0\1\0\0", 1, b"cmap", 28, len(table))
    return head + table


def subtable(*groups: tuple[int, int, int]) -> bytes:
    body = b"".join(struct.pack(">III", *group) for group in groups)
    return struct.pack(">HHHHI HHIII", 0, 1, 3, 10, 12, 12, 0, 16, 0, len(groups)) + body


def test_groups_of_characters_are_read() -> None:
    found = characters(program(subtable((0x41, 0x43, 7), (0x1D400, 0x1D400, 8))))
    assert found == {7: {"A"}, 8: {"B", "\U0001d400"}, 9: {"C"}}


def test_a_table_that_never_ends_says_no_more_than_a_font_can() -> None:
    found = characters(program(subtable((0, 0x10FFFF, 1))))
    assert len(found) == 1 << 17


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"junk",
        program(b"")[:-1],
        program(subtable((0x41, 0x43, 7))[:-4]),
        program(subtable((0x110000, 0x110000, 7))),
        program(b"\0\0\0\1"),
    ],
)
def test_a_font_that_does_not_say_has_no_characters(data: bytes) -> None:
    assert characters(data) == {}
