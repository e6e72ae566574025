"""What is left out of a file before it is accounted for: the closed list of docs/authors.md."""

from __future__ import annotations

import re

#: Soft hyphen, zero width space, byte-order mark.
_LEFT_OUT = ("\u00ad", "\u200b", "\ufeff")
_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n---[ \t]*(?:\n|\Z)", re.DOTALL)
#: So many no-break spaces in a paragraph, if they are most of its spaces, are spaces.
_MANY = 5


def cleaned(text: str) -> str:
    """Return the text of a file with bare line feeds, as many as it has lines, and cleaned."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for sign in _LEFT_OUT:  # str.translate takes ten times as long
        text = text.replace(sign, "")
    head = _FRONT_MATTER.match(text)
    start = head.end() if head else 0
    if text.count("\u00a0", start) < _MANY:
        return text
    lines = text[start:].split("\n")
    begun = 0
    for index, line in enumerate([*lines, ""]):
        if line.strip():
            continue
        paragraph = "\n".join(lines[begun:index])
        if max(paragraph.count(" "), _MANY - 1) < paragraph.count("\u00a0"):
            lines[begun:index] = paragraph.replace("\u00a0", " ").split("\n")
        begun = index + 1
    return text[:start] + "\n".join(lines)
