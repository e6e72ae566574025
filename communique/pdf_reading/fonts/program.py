"""Font programs: what a font says of itself, its name and which characters each glyph stands for.

ISO/IEC 14496-22 (OpenType), "cmap", "name"; the formats of the tables that HarfBuzz writes.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from communique.pdf_reading.fonts import compact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_HEADER, _RECORD = struct.Struct(">4xH6x"), struct.Struct(">4s4xII")
_ENCODING, _GROUP = struct.Struct(">H2xI"), struct.Struct(">III")
_WINDOWS, _FULL_NAME = 3, 4
#: The platforms whose codes are those of Unicode: Unicode and Windows.
_UNICODE = (0, _WINDOWS)
#: A glyph has a character or a few: a table that has more than that for all of them is a bomb.
_MOST = 1 << 17
#: What ends a subtable of format 4.
_NONE = 0xFFFF


def characters(program: bytes) -> dict[int, frozenset[str]]:
    """Return the characters of each glyph of a font `program`; none where it does not say."""
    try:
        return _characters(program)
    except (struct.error, ValueError):  # a table that ends too soon, a code that is none
        return {}


def _characters(program: bytes) -> dict[int, frozenset[str]]:
    cmap = table(program, b"cmap")
    found: dict[int, set[str]] = defaultdict(set)
    if not cmap:
        return {}
    (count,) = struct.unpack_from(">2xH", cmap)
    records = (_ENCODING.unpack_from(cmap, 4 + _ENCODING.size * n) for n in range(count))
    for place in sorted({place for platform, place in records if platform in _UNICODE}):
        (kind,) = struct.unpack_from(">H", cmap, place)
        ranges = {4: _segments, 12: _groups}.get(kind)
        for code, glyph in islice(ranges(cmap, place), _MOST) if ranges else ():
            found[glyph].add(chr(code))
    return {glyph: frozenset(codes) for glyph, codes in found.items() if glyph}


def full_name(program: bytes) -> str:
    """Return the full name of a font ("name", 4), such as Source Serif 4 Italic, empty if none."""
    names = table(program, b"name")
    if not names:
        return ""
    count, strings = struct.unpack_from(">2xHH", names)
    for number in range(count):
        platform, name, length, offset = struct.unpack_from(">H4xHHH", names, 6 + 12 * number)
        if (platform, name) == (_WINDOWS, _FULL_NAME):
            start = strings + offset
            return names[start : start + length].decode("utf-16-be", "replace")
    return ""


def blank(program: bytes, glyphs: Collection[int]) -> frozenset[int]:
    """Return those `glyphs` of a font `program` that leave no ink ("loca", or "CFF ")."""
    try:
        if outlines := table(program, b"CFF "):
            return compact.blank(outlines, glyphs)
        (long,) = struct.unpack_from(">h", table(program, b"head"), 50)
        places = table(program, b"loca")
        count = len(places) // (4 if long else 2)
        bounds = pairwise(struct.unpack_from(f">{count}{'I' if long else 'H'}", places))
    except struct.error:  # a table that is missing or ends too soon
        return frozenset()
    empty = (glyph for glyph, (begin, end) in enumerate(bounds) if begin == end)
    return frozenset(empty).intersection(glyphs)


def table(program: bytes, name: bytes) -> bytes:
    """Return the table of that `name`, empty where there is none."""
    (count,) = _HEADER.unpack_from(program) if program else (0,)
    for number in range(count):
        tag, start, length = _RECORD.unpack_from(program, _HEADER.size + _RECORD.size * number)
        if tag == name:
            return program[start : start + length]
    return b""


def _segments(cmap: bytes, place: int) -> Iterator[tuple[int, int]]:
    """Yield the characters and glyphs of a subtable of format 4."""
    (twice,) = struct.unpack_from(">6xH", cmap, place)
    count = twice // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", cmap, place + begin)
        for begin in (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)
    )
    for number, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        first = place + 16 + 3 * twice + 2 * number + offset
        for code in range(start, end + 1):
            glyph, absent = code, False
            if offset:
                (glyph,) = struct.unpack_from(">H", cmap, first + 2 * (code - start))
                absent = not glyph
            if code < _NONE:
                yield code, 0 if absent else (glyph + delta) % 0x10000


def _groups(cmap: bytes, place: int) -> Iterator[tuple[int, int]]:
    """Yield the characters and glyphs of a subtable of format 12."""
    (count,) = struct.unpack_from(">12xI", cmap, place)
    for number in range(count):
        start, end, glyph = _GROUP.unpack_from(cmap, place + 16 + _GROUP.size * number)
        for code in range(start, end + 1):
            yield code, glyph + code - start
