"""Other forms of glyphs in a font file: which characters they stand for, as the font itself says.

Small capitals, old-style figures and ligatures have no characters of their own: the font says of
which glyphs they take the place (ISO/IEC 14496-22, "GSUB").
"""

from __future__ import annotations

import struct
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from communique.pdf_reading.fonts.program import characters, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Replaced = Iterator[tuple[tuple[int, ...], int]]
    """Glyphs, and the one that takes their place."""

_SINGLE, _MULTIPLE, _ALTERNATE, _LIGATURE, _EXTENSION = 1, 2, 3, 4, 7
#: A form of a form of a form: fonts go no further.
_DEPTH = 3
#: A glyph is the form of a few texts: of more, it is not said which.
_MOST_TEXTS = 16


def other_forms(program: bytes) -> dict[int, frozenset[str]]:
    """Return the texts of each glyph of a font `program` that has no character, but forms of some.

    A glyph that is a part of another one, or stands for very many texts, is left out.
    Raises `struct.error` where the program ends too soon.
    """
    own = characters(program)
    substitutions = table(program, b"GSUB")
    if not substitutions:
        return {}
    replaced: set[tuple[tuple[int, ...], int]] = set()
    parts: set[int] = set()
    for kind, place in _subtables(substitutions):
        if kind == _MULTIPLE:
            parts.update(_sequences(substitutions, place))
        elif kind in _READERS:
            replaced.update(_READERS[kind](substitutions, place))
    found: Mapping[int, frozenset[str]] = own
    for _ in range(_DEPTH):
        found = _with_forms(found, own, replaced)
    return {
        glyph: texts
        for glyph, texts in found.items()
        if glyph not in own and glyph not in parts and len(texts) <= _MOST_TEXTS
    }


def _with_forms(
    known: Mapping[int, frozenset[str]],
    own: Mapping[int, frozenset[str]],
    replaced: set[tuple[tuple[int, ...], int]],
) -> dict[int, frozenset[str]]:
    """Return what is `known` with what follows from it for the glyphs that take others' place."""
    found: dict[int, set[str]] = defaultdict(set)
    for glyphs, other in replaced:
        texts = [known.get(glyph, frozenset()) for glyph in glyphs]
        if other not in own and all(len(each) <= _MOST_TEXTS for each in texts):
            found[other].update(map("".join, product(*texts)))
    return {**{glyph: frozenset(texts) for glyph, texts in found.items() if texts}, **own}


def _subtables(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the kind and the place of each subtable of each lookup."""
    (lookups,) = struct.unpack_from(">H", data, 8)
    for lookup in _offsets(data, lookups, lookups):
        (kind,) = struct.unpack_from(">H", data, lookup)
        for place in _offsets(data, lookup + 4, lookup):
            if kind == _EXTENSION:
                inner, offset = struct.unpack_from(">2xHI", data, place)
                yield inner, place + offset
            else:
                yield kind, place


def _offsets(data: bytes, place: int, start: int) -> list[int]:
    """Return the places that the list at `place` names, counted from `start`."""
    (count,) = struct.unpack_from(">H", data, place)
    return [start + offset for offset in struct.unpack_from(f">{count}H", data, place + 2)]


def _coverage(data: bytes, place: int) -> list[int]:
    """Return the glyphs of the coverage table at `place`, in its order."""
    kind, count = struct.unpack_from(">HH", data, place)
    if kind == 1:
        return list(struct.unpack_from(f">{count}H", data, place + 4))
    ranges = (struct.unpack_from(">HH", data, place + 4 + 6 * n) for n in range(count))
    return [glyph for first, last in ranges for glyph in range(first, last + 1)]


def _covered(data: bytes, place: int) -> list[int]:
    """Return the glyphs that the subtable at `place` is about."""
    (offset,) = struct.unpack_from(">2xH", data, place)
    return _coverage(data, place + offset)


def _single(data: bytes, place: int) -> Replaced:
    kind, change = struct.unpack_from(">H2xh", data, place)
    glyphs = _covered(data, place)
    if kind == 1:
        yield from (((glyph,), (glyph + change) % 0x10000) for glyph in glyphs)
    else:
        others = struct.unpack_from(f">{len(glyphs)}H", data, place + 6)
        yield from (((glyph,), other) for glyph, other in zip(glyphs, others, strict=True))


def _sequences(data: bytes, place: int) -> Iterator[int]:
    """Yield the glyphs that several together take the place of one."""
    for sequence in _offsets(data, place + 4, place):
        yield from _list(data, sequence)


def _alternate(data: bytes, place: int) -> Replaced:
    for glyph, others in zip(_covered(data, place), _offsets(data, place + 4, place), strict=True):
        yield from (((glyph,), other) for other in _list(data, others))


def _ligature(data: bytes, place: int) -> Replaced:
    for first, ligatures in zip(
        _covered(data, place), _offsets(data, place + 4, place), strict=True
    ):
        for ligature in _offsets(data, ligatures, ligatures):
            glyph, count = struct.unpack_from(">HH", data, ligature)
            rest = struct.unpack_from(f">{count - 1}H", data, ligature + 4)
            yield (first, *rest), glyph


def _list(data: bytes, place: int) -> tuple[int, ...]:
    (count,) = struct.unpack_from(">H", data, place)
    return struct.unpack_from(f">{count}H", data, place + 2)


_READERS = {_SINGLE: _single, _ALTERNATE: _alternate, _LIGATURE: _ligature}
