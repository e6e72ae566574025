"""What reading takes out of a text: a closed list, and each with a remark.

Web pages and word processors put these characters into what is copied from them. Nobody sees them,
and they divide addresses, hide words from a search, and keep lines from breaking.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from communique.model.characters import INVISIBLE, LINE_SEPARATORS, UNPRINTABLE

if TYPE_CHECKING:
    from communique.model.faults import Faults

_INVISIBLE = re.compile(f"[{INVISIBLE}]")
#: An entity (CommonMark 0.31.2, 2.5); with a backslash before it, it is text.
_ENTITY = re.compile(r"(?<!\\)&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]*));")
#: What no entity may stand for: what cannot be printed, is left out, or ends a line.
_NO_TEXT = re.compile(f"{UNPRINTABLE.pattern}|[{INVISIBLE}{LINE_SEPARATORS}\r\n]")
#: What Word writes for a sign of Symbol or Wingdings, in the area for private use (Unicode, 23.5).
_FONT_SIGN = re.compile("[\uf000-\uf0ff]")
_LAST = 0x10FFFF
_NO_BREAK_SPACE = "\u00a0"
#: The lines between two empty ones.
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
#: So many no-break spaces in a paragraph, if they are most of its spaces, were not typed.
_MANY = 5


def without_invisible(text: str, faults: Faults) -> str:
    """Return the `text` of a file without characters that nobody sees; say so in `faults`."""
    for number, line in enumerate(text.split("\n"), start=1) if _INVISIBLE.search(text) else ():
        found = sorted({f"U+{ord(sign):04X}" for sign in _INVISIBLE.findall(line)})
        if found:
            wrong = f"a character that nobody sees is left out ({', '.join(found)})"
            faults.remark(number, "file", wrong, "delete it, or type the words around it again")
    return _INVISIBLE.sub("", text)


def with_spaces(text: str, first_line: int, faults: Faults) -> str:
    """Return a `text` with spaces where a paragraph has mostly no-break spaces; say so in `faults`.

    It begins on `first_line` of its file.
    """
    if text.count(_NO_BREAK_SPACE) < _MANY:
        return text

    def spaced(match: re.Match[str]) -> str:
        paragraph = match[0]
        count = paragraph.count(_NO_BREAK_SPACE)
        if count < _MANY or count <= paragraph.count(" "):
            return paragraph
        line = first_line + text.count("\n", 0, match.start())
        wrong = f"{count} no-break spaces of this paragraph are taken for spaces"
        faults.remark(line, "text", wrong, "type its spaces again")
        return paragraph.replace(_NO_BREAK_SPACE, " ")

    return _PARAGRAPH.sub(spaced, text)


def check_signs(text: str, faults: Faults) -> None:
    """Refuse, in the `text` of a file, signs of a font that only a word processor has."""
    for number, line in enumerate(text.split("\n"), start=1) if _FONT_SIGN.search(text) else ():
        words = line.lstrip(" \t>")
        is_bullet = bool(_FONT_SIGN.match(words))
        if is_bullet:
            wrong = f"U+{ord(words[0]):04X} is a bullet of a word processor"
            faults.add(number, "text", wrong, "write a hyphen and a space")
        for sign in sorted(set(_FONT_SIGN.findall(words[is_bullet:]))):
            wrong = f"U+{ord(sign):04X} is a sign of a word processor's font"
            faults.add(number, "text", wrong, "type the character itself")


def check_entities(text: str, first_line: int, faults: Faults) -> None:
    """Refuse entities of characters that are none of a text, such as ``&shy;``.

    The `text` begins on `first_line` of its file.
    """
    for match in _ENTITY.finditer(text):
        decimal, hexadecimal, name = match.groups()
        code = int(decimal) if decimal else int(hexadecimal or "0", 16)
        sign = html5.get(f"{name};", "") if name else chr(code) if code <= _LAST else "\ufffd"
        if _NO_TEXT.search(sign):
            line = first_line + text.count("\n", 0, match.start())
            wrong = f"{match[0]} stands for a character that is not printed (U+{ord(sign):04X})"
            faults.add(line, "text", wrong, f"delete it, or write \\{match[0]} to print it so")
