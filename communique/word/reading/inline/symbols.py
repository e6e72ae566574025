"""Signs of the fonts that have signs in the place of letters, as the characters that they are.

The font Symbol: unicode.org, Public/MAPPINGS/VENDORS/ADOBE/symbol.txt. Of the three Wingdings the
signs that office texts have: unicode.org, L2/11-052 (Wingdings and Webdings symbols).
"""

from __future__ import annotations

_SYMBOL_20 = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_A0 = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_SYMBOL_F1 = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"


def _row(first: int, signs: str) -> dict[int, str]:
    return dict(enumerate(signs, start=first))


_FONTS = {
    "symbol": _row(0x20, _SYMBOL_20) | _row(0xA0, _SYMBOL_A0) | _row(0xF1, _SYMBOL_F1),
    "wingdings": {
        0x20: " ", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑",
        0x72: "❒", 0x75: "⯁", 0x76: "❖", 0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "◻",
        0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
        0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x54: "☒", 0x97: "●", 0xA3: "□"},
    "wingdings 3": {0x7D: "▶"},
}  # fmt: skip
#: Where Word puts the codes of such a font among the characters.
_PRIVATE = range(0xF000, 0xF100)


def has_signs(font: str) -> bool:
    """Tell whether the `font` has signs in the place of letters."""
    return font.lower() in (*_FONTS, "webdings", "marlett")


def sign(font: str, code: int) -> str:
    """Return the character that a `code` of the `font` is, or nothing where nobody knows.

    The code is from 0x20 to 0xFF, or the same among the private ones (U+F000 to U+F0FF). A private
    one in a font of letters comes from Symbol: so Word writes its bullets.
    """
    if code in _PRIVATE:
        code -= _PRIVATE.start
        font = font if has_signs(font) else "symbol"
    return _FONTS.get(font.lower(), {}).get(code, "")


def is_private(character: str) -> bool:
    """Tell whether a character is a code of such a font."""
    return ord(character) in _PRIVATE
