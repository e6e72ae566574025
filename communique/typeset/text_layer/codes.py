"""The codes of a font of the PDF: a second one for a glyph that says something else elsewhere."""

from __future__ import annotations

import unicodedata
from typing import Any

import pydyf

#: The codes after the last glyph that the engine may use for characters without one.
_MISSING = 256
_LAST_CODE = 0xFFFF
#: So many lines a block of a CMap may have (Adobe Technical Note 5014, 3.4).
_BLOCK = 100


class FontCodes:
    """What the codes of a font of the PDF say."""

    def __init__(self, font: Any) -> None:
        self.font = font
        self.texts: dict[int, str] = {}
        """What each code says."""
        self.further: dict[tuple[int, str], int] = {}
        """The second and further codes of glyphs, by what they say."""
        self.known: dict[bytes, str] = {}
        """What the codes of glyphs say that were drawn for whole characters, by their digits."""
        self.has_map = "glyf" in font.tables

    def code(self, digits: bytes, text: str) -> bytes | None:
        """Return the code with which a glyph says `text`, or None if there is none."""
        glyph = int(digits, 16)
        if self.texts.setdefault(glyph, text) == text:
            return digits
        code = self.further.get((glyph, text))
        if code is None:
            code = self.font.glyph_count + _MISSING + len(self.further)
            if not self.has_map or code > _LAST_CODE:
                return None
            self.further[glyph, text], self.texts[code] = code, text
        return b"%04x" % code

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
        codes = {code: glyph for (glyph, _), code in self.further.items()}
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
