"""The figures of a language: those with which its numbers are written (CLDR, numbering systems)."""

from __future__ import annotations

from typing import NamedTuple


class Figures(NamedTuple):
    """Ten figures of one script, in their order in Unicode."""

    zero: str = "0"
    counter: str = "decimal"
    """What CSS calls numbers of them (Counter Styles 3, 6.1)."""

    def written(self, text: object) -> str:
        """Return `text` with these figures in the place of 0 to 9."""
        if self.zero == "0":
            return str(text)
        return str(text).translate({ord(str(n)): ord(self.zero) + n for n in range(10)})


#: By the names of the CLDR (UTS 35, part 3, numbering systems).
SYSTEMS = {
    "latn": Figures(),
    "arab": Figures("\u0660", "arabic-indic"),
    "arabext": Figures("\u06f0", "persian"),
    "beng": Figures("\u09e6", "bengali"),
    "deva": Figures("\u0966", "devanagari"),
    "gujr": Figures("\u0ae6", "gujarati"),
    "guru": Figures("\u0a66", "gurmukhi"),
    "khmr": Figures("\u17e0", "khmer"),
    "knda": Figures("\u0ce6", "kannada"),
    "laoo": Figures("\u0ed0", "lao"),
    "mlym": Figures("\u0d66", "malayalam"),
    "mymr": Figures("\u1040", "myanmar"),
    "orya": Figures("\u0b66", "oriya"),
    "telu": Figures("\u0c66", "telugu"),
    "thai": Figures("\u0e50", "thai"),
    "tibt": Figures("\u0f20", "tibetan"),
}
