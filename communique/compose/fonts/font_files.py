"""The font files of a project are fonts; of another, its designer is told, before one is read."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from communique.design import templates
from communique.model.faults import DesignError, Faults
from communique.store import cache as kept
from communique.store.file_state import identity
from communique.store.paths import from_here

if TYPE_CHECKING:
    from pathlib import Path

#: How a file with one font begins (OpenType 1.9, Table directory), and what else a file may be.
_FONTS = (b"\0\1\0\0", b"OTTO", b"true")
_OTHERS = {b"wOFF": "a WOFF file", b"wOF2": "a WOFF 2 file", b"ttcf": "a collection of fonts"}
#: The tables that every font needs (OpenType 1.9, Required tables).
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post")
_AGAIN = "copy it again, as a TrueType or OpenType font (.ttf, .otf), or delete it"


def check() -> None:
    """Raise `DesignError` with each font file of the project that is no whole font."""
    paths = templates.own_fonts()
    states = [(str(path), identity(str(path))) for path in paths]
    made_from = repr(states).encode()
    if paths and kept.load("whole-fonts", made_from) is None:
        faults = Faults(paths[0], DesignError)
        for path in paths:
            if wrong := examine(path):
                faults.add(1, "font", wrong, _AGAIN, path=from_here(path))
        faults.check()
        kept.store("whole-fonts", made_from, b"")


def examine(path: Path) -> str:
    """Return what is wrong with the file at `path`, which should be one font, or nothing."""
    data = path.read_bytes()
    if not data:
        return "the file is empty"
    if data[:4] not in _FONTS:
        return f"it is {_OTHERS.get(data[:4], 'not a font')}"
    try:
        (count,) = struct.unpack_from(">H", data, 4)
        tables = [struct.unpack_from(">4s4xLL", data, 12 + 16 * each) for each in range(count)]
    except struct.error:
        return "the file ends in the middle of the font"
    if any(start + length > len(data) for _, start, length in tables):
        return "the file ends in the middle of the font"
    lacking = set(_NEEDED) - {tag.decode("latin-1").strip() for tag, _, _ in tables}
    if lacking:
        return f"the font has no table {', '.join(sorted(lacking))}"
    return _unread(path)


def _unread(path: Path) -> str:
    """Return what is wrong with what is read of the font: its name and its characters."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # slow, and what is whole is kept

    try:
        with TTFont(path, lazy=True) as font:
            for table in _NEEDED:
                font[table]
            if not font.getBestCmap():
                return "the font has no characters of Unicode"
            if not (font["name"].getDebugName(16) or font["name"].getDebugName(1)):
                return "the font has no name"
    except Exception as error:  # fontTools raises whatever its parsers meet
        return f"it cannot be read as a font ({error or type(error).__name__})"
    return ""
