"""Square brackets that belong to no other one, as a hurried hand leaves them of a draft."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPHS = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.DOTALL)
#: Brackets; one with a backslash is meant to be printed, and may be the other one of another.
_SIGNS = re.compile(r"\\?[\[\]]")
#: A bracket beside a word, with the next words or the last one; not as in ]0, 1], nor a] before a
#: point.
_OPENED = re.compile(r"\[(?:[^\W\d_]|\d[\d.,]*\s*(?:[^\W\d_]|[%‰]))[^\[\]\n]{0,40}")
_CLOSED = re.compile(r"(?<=\s)[^\W\d_]{2,}\]")


def alone(text: str) -> Iterator[re.Match[str]]:
    """Yield what stands at each of them, paragraph by paragraph."""
    if "[" not in text and "]" not in text:
        return
    for paragraph in _PARAGRAPHS.finditer(text):
        opened: list[int] = []
        for sign in _SIGNS.finditer(paragraph[0]):
            place = paragraph.start() + sign.end() - 1
            if sign[0].endswith("["):
                opened.append(place)
            elif opened:
                opened.pop()
            elif sign[0] == "]":
                yield from _CLOSED.finditer(text, text.rfind(" ", 0, place), place + 1)
        written = (place for place in opened if text[place - 1 : place] != "\\")
        yield from filter(None, (_OPENED.match(text, place) for place in written))
