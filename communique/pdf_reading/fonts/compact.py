"""Compact outlines: which glyphs of a font leave no ink, as its "CFF " table says.

Adobe Technical Notes 5176 (Compact Font Format) and 5177 (Type 2 Charstring Format).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The operator of a Top DICT that says where the outlines are, and the first byte of its others
#: that are two bytes long.
_OUTLINES, _ESCAPE = 17, 12
#: What moves and ends: rmoveto, hmoveto, vmoveto, return, endchar.
_MOVES = frozenset((4, 11, 14, 21, 22))
#: How long numbers are by their first byte, in outlines: 32 to 246 are alone, 247 to 254 have one
#: byte more; those of a DICT are the same but for 29 and 30.
_NUMBERS = {28: 3, 255: 5} | dict.fromkeys(range(32, 247), 1) | dict.fromkeys(range(247, 255), 2)


def blank(data: bytes, glyphs: Iterable[int]) -> frozenset[int]:
    """Return those `glyphs` of a "CFF " table whose outlines draw nothing; none if it is damaged.

    A font for Chinese has very many others, so only these are looked at.
    """
    try:
        dictionaries = _end(data, data[2])
        dictionary = data[_begin(data, dictionaries, 0) : _begin(data, dictionaries, 1)]
        place = _outlines(dictionary)
        return frozenset(glyph for glyph in glyphs if _is_blank(data, place, glyph))
    except IndexError:
        return frozenset()


def _end(data: bytes, place: int) -> int:
    """Return where the INDEX at `place` ends."""
    return _begin(data, place, int.from_bytes(data[place : place + 2], "big"))


def _begin(data: bytes, place: int, number: int) -> int:
    """Return where an object of the INDEX at `place` begins, and so the one before it ends."""
    count, size = int.from_bytes(data[place : place + 2], "big"), data[place + 2]
    at, end = place + 3 + number * size, place + 3 + (count + 1) * size
    if number > count or at + size > len(data):
        raise IndexError(number)
    return end - 1 + int.from_bytes(data[at : at + size], "big")


def _is_blank(data: bytes, place: int, glyph: int) -> bool:
    """Tell whether an outline of the INDEX at `place` only moves and ends, and calls no other."""
    begin, end = (_begin(data, place, number) for number in (glyph, glyph + 1))
    while begin < end:
        length = _NUMBERS.get(data[begin], 0)
        if not length and data[begin] not in _MOVES:
            return False
        begin += length or 1
    return True


def _outlines(dictionary: bytes) -> int:
    """Return where a Top DICT says that the INDEX of the outlines is."""
    place, number = 0, b""
    while dictionary[place] != _OUTLINES:
        first = dictionary[place]
        length = _length(dictionary, place)
        if first != _ESCAPE and first > _OUTLINES:
            number = dictionary[place : place + length]
        place += length
    return _number(number)


def _length(dictionary: bytes, place: int) -> int:
    """Return how many bytes the operator or the number at `place` of a DICT has."""
    first = dictionary[place]
    if first == 30:  # noqa: PLR2004  # a real number, to the half byte that is 15
        end = place + 1
        while dictionary[end] & 15 != 15 and dictionary[end] >> 4 != 15:  # noqa: PLR2004
            end += 1
        return end + 1 - place
    return {_ESCAPE: 2, 29: 5}.get(first) or _NUMBERS.get(first, 1)


def _number(number: bytes) -> int:
    """Return a whole number of a DICT that is not negative."""
    first, *rest = number
    if len(number) > 2:  # noqa: PLR2004
        return int.from_bytes(rest, "big")
    return (first - 247) * 256 + rest[0] + 108 if rest else first - 139
