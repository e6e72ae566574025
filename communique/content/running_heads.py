"""Running heads and feet: title and section, cut where they are long, symbol and day."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

from communique.model.characters import RTL_MARK

#: A running head is a reminder on one line of the narrowest edition: so many characters and words.
_RUNNING = 48, 7
#: Two share the line where a section has a name, or a text stands beside another.
_BESIDE, _SECTION_NAME = (36, 3), (36, 3)
#: Headings of this level name the section in the running head.
SECTION = 2
#: A space between words, and none within a number.
_BETWEEN = re.compile(r"(?<!\d) | (?!\d)")
#: A running foot says the day beside the symbol up to so many characters.
_FOOT_LENGTH = 40


def title(words: str, *, shared: bool) -> str:
    """Return a title for the running head, which it may have to share with another text."""
    return _cut(words, _BESIDE if shared else _RUNNING)


def section(heading: str) -> str:
    """Return the `heading` of a section for the running head."""
    return _cut(heading, _SECTION_NAME)


def foot(symbol: str | None, day: str | None, direction: str) -> str:
    """Return symbol and day for the running foot, or the first of them where both are too long."""
    parts = [part for part in (symbol, day) if part]
    dot = f"{RTL_MARK} · {RTL_MARK}" if direction == "rtl" else " · "  # keeps the two apart
    return dot.join(parts) if len(" · ".join(parts)) <= _FOOT_LENGTH else parts[0]


def width(text: str) -> int:
    """Return how many letters wide `text` is; one of Chinese or Japanese is two (UAX 11)."""
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)


def _cut(title: str, room: tuple[int, int]) -> str:
    """Return `title` for a running head, cut at a word where it has more letters or words.

    It is not cut within a number or right behind one, which would be another one there.
    """
    most, count = room
    whole = " ".join(title.split())
    words = _BETWEEN.split(whole)
    kept = words[:count]
    while width(" ".join(kept)) > most and len(kept) > 1:
        kept.pop()
    while len(kept) < len(words) and len(kept) > 1 and kept[-1][-1:].isdecimal():
        kept.pop()
    head = " ".join(kept)
    while width(head) > most:
        head = head[:-1]
    return head if head == whole else head.rstrip(" ,;:–-") + " …"
