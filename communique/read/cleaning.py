"""What reading takes out of a text: a closed list, and each with a remark.

Web pages and word processors put these characters into what is copied from them. Nobody sees them,
and they divide addresses, hide words from a search, and keep lines from breaking.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.model.faults import Faults

#: Soft hyphen, zero width space, byte-order mark.
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff]")
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
