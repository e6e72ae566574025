"""Eye: what of words is seen on paper, where some characters look like others, and some like none.

A correction from one to the other would read the same twice, and whoever enters it by hand could
not know what to write. Which characters look alike is told by the confusables of the Unicode
Standard (UTS 39), of which those are left out that differ in the fonts of the page, as “-” and “–”.
"""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import category, normalize

#: Those of one row look alike: marks, figures, and the letters of Cyrillic and Greek.
_ALIKE = (
    *("-\u2010\u2011", "\u2013\u2012\u2212", "\u2019\u02bc", "\u00b7\u22c5\u2219\u2027"),
    *("\u03bc\u00b5", "٠۰", "١۱", "٢۲", "٣۳", "٧۷", "٨۸", "٩۹"),
    *("AАΑ", "BВΒ", "CС", "EЕΕ", "HНΗ", "IІΙ", "JЈ", "KКΚ", "MМΜ", "NΝ", "OОΟ", "PРΡ", "SЅ"),
    *("TТΤ", "XХΧ", "YΥ", "ZΖ", "aа", "cс", "eе", "iі", "jј", "oоο", "pр", "sѕ", "xх", "yу"),
)
_AS_ONE = str.maketrans({each: row[0] for row in _ALIKE for each in row[1:]})
_AS_MANY = str.maketrans({each: normalize("NFKC", each) for each in "…ﬀﬁﬂﬃﬄĳĲ"})
#: What shapes letters: in scripts whose letters join, it is seen (Unicode, 23.2).
_JOINERS, _JOINING = "\u200c\u200d", re.compile(r"[\u0600-\u08ff]")


def only_codes(old: str, new: str) -> str:
    """Return by which characters two texts differ that look alike, "" where they do not."""
    if seen(old) != seen(new):
        return ""
    going, coming = Counter(old) - Counter(new), Counter(new) - Counter(old)
    sides = [", ".join(f"U+{ord(each):04X}" for each in sorted(side)) for side in (coming, going)]
    if all(sides):
        return " in place of ".join(sides)
    return f"{sides[0]} came" if sides[0] else f"{sides[1]} went" if sides[1] else "in their order"


def seen(text: str) -> str:
    """Return a text with one character for those that look alike, and without those never drawn."""
    kept = (each for place, each in enumerate(text) if _is_drawn(text, place))
    plain = normalize("NFC", "".join(kept)).translate(_AS_MANY).translate(_AS_ONE)
    return " ".join(plain.split())


def _is_drawn(text: str, place: int) -> bool:
    character = text[place]
    if character in _JOINERS:
        around = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
        return all(map(_JOINING.match, around))
    return category(character) != "Cf" and character != "\u034f"
