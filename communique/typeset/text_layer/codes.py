"""The codes of a font of the PDF: a second one for a glyph that says something else elsewhere."""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pydyf
from weasyprint.text.ffi import ffi, harfbuzz

from communique.model.characters import RTL_LETTERS
from communique.typeset.text_layer.shaped import parts

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The codes after the last glyph that the engine may use for characters without one.
_MISSING = 256
_LAST_CODE = 0xFFFF
#: Variation selectors, which no reader shows: PDFium and pdf.js copy the code of what says nothing.
_UNSEEN = range(0xFE00, 0xFE10)
#: So many lines a block of a CMap may have (Adobe Technical Note 5014, 3.4).
_BLOCK = 100
_RTL = re.compile(f"[{RTL_LETTERS}]")


class FontCodes:
    """What the codes of a font of the PDF say."""

    def __init__(self, font: Any) -> None:
        self.font = font
        self.texts: dict[int, str] = {}
        """What each code says."""
        self.further: dict[tuple[int, str, int], int] = {}
        """The second and further codes of glyphs, by what they say, and their numbers."""
        self.known: dict[bytes, str] = {}
        """What the codes of glyphs say that were drawn for whole characters, by their digits."""
        self.has_map = "glyf" in font.tables

    def code(self, digits: bytes, text: str) -> bytes | None:
        """Return the code with which a glyph says `text`, or None if there is none.

        A glyph for several letters from right to left has codes: see `_turned`.
        """
        if len(text) > 1 and _RTL.match(text) and self.empty:
            return self._turned(digits, text, self.empty)
        glyph = int(digits, 16)
        if self.texts.setdefault(glyph, text) == text:
            return digits
        return self._further(glyph, text)

    def _further(self, glyph: int, text: str, number: int = 0) -> bytes | None:
        """Return a second code with which a glyph says `text`, or None if there is none.

        There may be more of them, by their number.
        """
        if (glyph, text, number) not in self.further:
            code = self.font.glyph_count + _MISSING + len(self.further)
            if not self.has_map or code > _LAST_CODE:
                return None
            self.further[glyph, text, number], self.texts[code] = code, text
        return b"%04x" % self.further[glyph, text, number]

    def width(self, digits: bytes) -> float:
        """Return the width of a glyph that was drawn, in 1/1000 of the size."""
        return float(self.font.widths[int(digits, 16)])

    def unseen(self, digits: bytes) -> bytes | None:
        """Return the code with which a glyph says nothing, or None if there is none: see above."""
        glyph = int(digits, 16)
        if (glyph, "", 0) not in self.further:
            taken = {*self.texts, *self.further.values()}
            free = (code for code in _UNSEEN if code not in taken)
            code = next(free, None) if self.font.glyph_count < _UNSEEN.start else None
            if code is None:
                return None
            self.further[glyph, "", 0], self.texts[code] = code, ""
        return b"%04x" % self.further[glyph, "", 0]

    def _turned(self, digits: bytes, text: str, empty: bytes) -> bytes:
        """Return the codes of empty glyphs for all letters but the first, then that of the glyph.

        Readers turn round all that is drawn for letters from right to left, each letter of a glyph
        that says several by itself: “لا” would be copied as “ال”. A mark that is there twice has
        two codes: of one code that is drawn twice at one place PDFium copies the first alone.
        """
        codes = [
            self._further(int(empty, 16), text[place], text.count(text[place], 1, place) + 1)
            for place in range(len(text) - 1, 0, -1)
        ]
        return b"".join(filter(None, (*codes, self.code(digits, text[0]))))

    @cached_property
    def empty(self) -> bytes | None:
        """The code of a glyph without width and ink; None where the font has none.

        Most fonts have one, as for U+200B and U+200D (ISO/IEC 14496-22, "hmtx" and "loca").
        """
        if not self.has_map:
            return None
        (long,) = struct.unpack_from(">h", self._table(b"head"), 50)
        (metrics,) = struct.unpack_from(">H", self._table(b"hhea"), 34)
        places = self._table(b"loca")
        widths, glyphs = self._table(b"hmtx"), self.font.glyph_count
        bounds = pairwise(struct.unpack_from(f">{glyphs + 1}{'I' if long else 'H'}", places))
        for glyph, (begin, end) in enumerate(bounds):
            place = 4 * min(glyph, metrics - 1)
            if glyph and begin == end and not any(widths[place : place + 2]):
                self.font.to_unicode.setdefault(glyph, "")
                self.font.widths.setdefault(glyph, 0)
                return b"%04x" % glyph
        return None

    def _table(self, name: bytes) -> bytes:
        """Return a table of the font's file."""
        tag = harfbuzz.hb_tag_from_string(name, -1)
        table = harfbuzz.hb_face_reference_table(self.font.hb_face, tag)
        length = ffi.new("unsigned int *")
        data = harfbuzz.hb_blob_get_data(table, length)
        found = bytes(ffi.unpack(data, length[0]))
        harfbuzz.hb_blob_destroy(table)
        return found

    def whole(self, digits: bytes, text: str) -> bytes | None:
        """Return the code with which a glyph says `text`, which is all that is drawn for it."""
        if self.known.get(digits) == text:
            return digits
        code = self.code(digits, text)
        if code == digits and not any(map(unicodedata.combining, text[:1])):
            self.known[digits] = text
        return code

    def describe(self, pdf: Any, objects: dict[bytes, Any], dictionary: Any) -> None:
        """Let the font of the PDF have what its further codes say, their widths and their glyphs.

        `objects` are those of the `pdf`, `dictionary` is the font's own. ISO 32000-1, 9.7.4.2
        (CIDToGIDMap), 9.7.4.3 (W) and 9.10.3 (ToUnicode).
        """
        codes = {code: glyph for (glyph, *_), code in self.further.items()}
        inner = objects[dictionary["DescendantFonts"][0]]
        glyphs = {glyph: glyph for glyph in self.font.to_unicode} | codes
        table = b"".join(glyphs.get(code, 0).to_bytes(2, "big") for code in range(max(glyphs) + 1))
        stream = pydyf.Stream([table], compress=True)
        pdf.add_object(stream)
        inner["CIDToGIDMap"] = stream.reference
        for code, glyph in codes.items():
            inner["W"] += [code, pydyf.Array([self.font.widths[glyph]])]
        lines = [
            b"<%04x> <%s>" % (code, self.texts[code].encode("utf-16-be").hex().encode("ascii"))
            for code in codes
        ]
        unicode = objects[dictionary["ToUnicode"]].stream
        place = unicode.index(b"endcmap")
        for begin in range(0, len(lines), _BLOCK):
            block = lines[begin : begin + _BLOCK]
            unicode[place:place] = [b"%d beginbfchar" % len(block), *block, b"endbfchar"]
            place += len(block) + 2


Drawn = tuple[FontCodes, bytes]
"""A glyph that is drawn: its font, its code in hexadecimal digits."""


def shared(drawn: Sequence[Drawn], text: str) -> list[str]:
    """Share out the text of a cluster to its glyphs, which draw it from its end to its beginning.

    Where one glyph draws letters between which marks stand, it says all and the marks nothing: each
    reader takes a mark that is raised for a line of its own, and the letter behind it with it.
    """
    letters = [each for each in text if not unicodedata.combining(each)]
    *marks, (font, digits) = drawn
    isshared = marks and len(letters) > 1 and font.width(digits) and font.empty
    if isshared and not any(font.width(code) for font, code in marks):
        return [*[""] * len(marks), text]
    return parts(text, len(drawn))[::-1]
