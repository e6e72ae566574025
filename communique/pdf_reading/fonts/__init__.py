"""The fonts of a PDF: what their glyphs say, how wide they are, and whether they have them.

ISO 32000-1, 9.7 (composite fonts).
"""

from __future__ import annotations

import re
import struct
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from communique.pdf_reading.fonts.program import blank, characters
from communique.pdf_reading.objects import guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BFCHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_CIDCHAR = re.compile(rb"<([0-9A-Fa-f]+)>\s+(\d+)")
_BLOCKS = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_VERTICAL = re.compile(rb"/WMode\s+1")
#: The scripts with capitals end here, and go on between these: Latin, Greek and Cyrillic.
_CYRILLIC_END, _MARKED = "\u052f", ("\u1e00", "\u1fff")
#: Letters that are drawn like quotation marks (UTS 39, confusables).
_QUOTES = str.maketrans("\u02bb\u02bc", "\u2018\u2019")
Glyph = tuple[int, str, float, bool]
"""Its code, what it says, its width in em, whether it leaves ink."""


@dataclass(eq=False)
class Font:
    """A font of the file: what its glyphs say and how wide they are, in 1/1000 of the size."""

    name: str
    embedded: bool
    unicode: dict[int, str]
    widths: dict[int, float]
    absent: frozenset[int]
    """The codes for which the font has no glyph: they are drawn as boxes."""
    horizontal: bool = True
    """Whether it is a composite font whose glyphs are outlines side by side, and no drawings."""
    glyphs: tuple[int, ...] | None = None
    """The glyph of each code, or None where each has the one of its own number."""
    program: Callable[[], bytes] = bytes
    """Returns the font program that is embedded."""
    compact: bool = False
    """Whether its outlines are CFF: then no two codes lead to one glyph."""
    strings: dict[bytes, tuple[tuple[Glyph, ...], float]] = field(default_factory=dict, repr=False)
    """What the strings that were met so far draw: mostly one glyph, and few differ."""

    def drawn(self, string: bytes) -> tuple[tuple[Glyph, ...], float]:
        """Return the glyphs that a string draws, and how far what follows is moved back, in em.

        `string` has two bytes for each glyph, in hexadecimal digits, then its closing bracket and
        the numbers that follow (9.4.3, TJ); before the first string, there are only numbers.
        """
        if string not in self.strings:
            digits, _, numbers = string.rpartition(b">")
            back = sum(map(float, numbers.split())) / 1000
            self.strings[string] = tuple(map(self._glyph, _codes(digits))), back
        return self.strings[string]

    @cached_property
    @guarded
    def characters(self) -> dict[int, frozenset[str]]:
        """The characters that each glyph stands for, as the font program itself says."""
        return characters(self.program())

    def meanings(self, code: int) -> frozenset[str]:
        """Return the characters that the glyph of a code stands for, as far as the font says.

        It says so of glyphs that it has for characters, and not of other forms of them.
        """
        return self.characters.get(self.glyph(code), frozenset())

    @cached_property
    @guarded
    def blank(self) -> frozenset[int]:
        """The glyphs that codes lead to and that leave no ink."""
        return blank(self.program(), {self.glyph(code) for code in self.unicode})

    def is_empty(self, code: int) -> bool:
        """Tell whether the glyph of a code has neither width nor ink, as that of U+200B."""
        return self.widths.get(code) == 0 and self.glyph(code) in self.blank

    def glyph(self, code: int) -> int:
        """Return the number of the glyph that a code leads to; 0 is that of a box."""
        if self.glyphs is None:
            return code
        return self.glyphs[code] if code < len(self.glyphs) else 0

    def boxes(self, codes: Iterable[int]) -> frozenset[str]:
        """Return what those of the `codes` say that are drawn as boxes."""
        return frozenset(self._glyph(code)[1] for code in self.absent.intersection(codes))

    @property
    def rising(self) -> list[int]:
        """The codes, of those that were met so far, whose letters and figures rise from a line."""
        met = {code: text for drawn, _ in self.strings.values() for code, text, *_ in drawn}
        return [code for code, text in met.items() if _rises(text)]

    def _glyph(self, code: int) -> Glyph:
        text = self.unicode.get(code, "\ufffd")
        width = self.widths.get(code, 1000.0) / 1000
        return code, text, width, not text.isspace()


def alike(one: str, other: str) -> bool:
    """Tell whether two texts are the same on paper: in their letters and marks (UAX 15, NFKD)."""
    return decomposed(one) == decomposed(other)


@lru_cache(4096)
def decomposed(text: str) -> str:
    """Return the letters and marks of a text, each by itself, and quotation marks as such."""
    return unicodedata.normalize("NFKD", text).translate(_QUOTES)


def _rises(text: str) -> bool:
    """Tell whether a text is one letter or figure, and of a script that rises from a line."""
    if len(text) != 1 or not (text <= _CYRILLIC_END or _MARKED[0] <= text <= _MARKED[1]):
        return False
    return text.isdecimal() or unicodedata.category(text) in ("Lu", "Ll")


def font_of(entry: Any) -> Font:
    """Read a composite font as WeasyPrint writes it: Type 0, two bytes a glyph."""
    inner = entry.get("/DescendantFonts", [entry])[0].get_object()
    descriptor = inner.get("/FontDescriptor", {})
    embedded = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    unicode: dict[int, str] = {}
    if "/ToUnicode" in entry:
        for block in _BLOCKS.findall(entry["/ToUnicode"].get_data()):
            for code, text in _BFCHAR.findall(block):
                unicode[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
    name = str(entry.get("/BaseFont", "")).lstrip("/")
    font = Font(name, embedded, unicode, _widths(inner), _absent(entry), _horizontal(entry))
    font.glyphs, font.program = _glyphs(inner), lambda: _program(descriptor)
    font.compact = "/FontFile3" in descriptor
    font.absent |= {code for code in unicode if not font.glyph(code)}
    return font


def _program(descriptor: Any) -> bytes:
    """Return the program of an embedded font (9.9), empty where there is none."""
    found = [descriptor[key] for key in ("/FontFile2", "/FontFile3") if key in descriptor]
    return bytes(found[0].get_data()) if found else b""


def _glyphs(entry: Any) -> tuple[int, ...] | None:
    """Return the glyph of each code (9.7.4.2, CIDToGIDMap), or None where the codes are those."""
    table = entry.get("/CIDToGIDMap")
    if not hasattr(table, "get_data"):
        return None
    data = table.get_data()
    return struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])


def _horizontal(entry: Any) -> bool:
    """Tell whether a font is composite and writes from left to right (9.7.4.3, WMode)."""
    encoding = entry.get("/Encoding", "")
    if hasattr(encoding, "get_data"):
        vertical = encoding.get("/WMode", 0) or _VERTICAL.search(encoding.get_data())
    else:
        vertical = encoding != "/Identity-H"
    return bool(entry.get("/Subtype") == "/Type0" and not vertical)


def _absent(entry: Any) -> frozenset[int]:
    """Return the codes that a font's encoding maps to glyph 0, .notdef (ISO 32000-1, 9.7.6.3)."""
    encoding = entry.get("/Encoding")
    if not hasattr(encoding, "get_data"):
        return frozenset({0})
    codes = _CIDCHAR.findall(encoding.get_data())
    return frozenset(int(code, 16) for code, glyph in codes if int(glyph) == 0)


def _widths(entry: Any) -> dict[int, float]:
    """Return glyph → width from a /W array (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    array = list(entry.get("/W", []))
    while array:
        first, second = int(array.pop(0)), array.pop(0).get_object()
        if isinstance(second, list):
            widths.update({first + index: float(width) for index, width in enumerate(second)})
        else:
            width = float(array.pop(0))
            widths.update(dict.fromkeys(range(first, int(second) + 1), width))
    return widths


def _codes(digits: bytes) -> tuple[int, ...]:
    """Return the codes of a string, two bytes each; a missing last digit is 0 (7.3.4.3)."""
    data = bytes.fromhex((digits + b"0" * (-len(digits) % 4)).decode("ascii"))
    return struct.unpack(f">{len(data) // 2}H", data)
