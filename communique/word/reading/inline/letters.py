"""The letters of a run as characters: without soft hyphens, ligatures and codes of symbol fonts."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from communique.word.reading.inline import symbols
from communique.word.reading.package import W

if TYPE_CHECKING:
    from lxml import etree

    from communique.word.found import Findings

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SOFT_HYPHEN = "\u00ad"
#: Ligatures that only look so: U+FB00 to U+FB06.
_LIGATURES = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_SEPARATORS = re.compile("[\u2028\u2029\u0085\x0b\x0c]")
#: Characters for private use, but for those of symbol fonts (Unicode, 23.5).
_PRIVATE = re.compile("[\ue000-\uefff\uf100-\uf8ff]")
_CLEANED = "signs of symbol fonts were written as characters"


class Letters:
    """Reads letters, and notes in `findings` what it changes or does not know."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def text(self, element: etree._Element, font: str, number: int) -> str:
        """Return the letters of a text in a `font`, in the paragraph with that `number`.

        Spaces around it are its own only where it says so (XML 1.0, 2.10).
        """
        text = element.text or ""
        if element.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        if _SOFT_HYPHEN in text:
            self._findings.tell("soft hyphens were taken out")
            text = text.replace(_SOFT_HYPHEN, "")
        for ligature, letters in _LIGATURES.items():
            if ligature in text:
                self._findings.tell("ligatures were written as letters")
                text = text.replace(ligature, letters)
        if _SEPARATORS.search(text):
            self._findings.tell("separators of lines and paragraphs became spaces")
            text = _SEPARATORS.sub(" ", text)
        for sign in _PRIVATE.findall(text):
            wrong = f"the sign U+{ord(sign):04X} is no known character and was left out"
            self._findings.settle(number, wrong)
        text = _PRIVATE.sub("", text)
        if symbols.has_signs(font) or any(map(symbols.is_private, text)):
            text = "".join(self._sign(font, character, number) for character in text)
        return text

    def symbol(self, element: etree._Element, number: int) -> str:
        """Return the character of a symbol (17.3.3.30), or nothing where nobody knows it."""
        font, code = element.get(f"{W}font", ""), int(element.get(f"{W}char", "0"), 16)
        found = symbols.sign(font, code)
        if not found and not symbols.has_signs(font) and not symbols.is_private(chr(code)):
            found = chr(code)
        return self._known(found, font, code, number)

    def _sign(self, font: str, character: str, number: int) -> str:
        is_sign = symbols.has_signs(font) or symbols.is_private(character)
        if not is_sign or character == " ":
            return character
        return self._known(symbols.sign(font, ord(character)), font, ord(character), number)

    def _known(self, found: str, font: str, code: int, number: int) -> str:
        if found:
            self._findings.tell(_CLEANED)
        else:
            wrong = f"the sign {code:04X} of the font {font} is no known character"
            self._findings.settle(number, f"{wrong} and was left out")
        return found
