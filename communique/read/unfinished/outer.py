"""Square brackets around others: a passage is told as a whole, with those that stand in it."""

from __future__ import annotations

import re

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
#: Each of them, and the call of a note as a whole.
_SIGNS = re.compile(r"\[\^[^\]]*\]|(?<!\\)[\[\]]")
_ALL = re.compile(r".*", re.DOTALL)
#: What makes a link, or words in another language, of what stands in brackets before it.
_LINKS = ("(", "{")


def around(text: str, match: re.Match[str]) -> re.Match[str]:
    """Return the outmost brackets of the paragraph that those of a `match` in `text` stand in.

    That are these themselves where they stand in none, or in the words of a link.
    """
    begin = max((end.end() for end in _PARAGRAPH.finditer(text, 0, match.start())), default=0)
    after = _PARAGRAPH.search(text, match.end())
    opened: list[int] = []
    for sign in _SIGNS.finditer(text, begin, after.start() if after else len(text)):
        if sign[0] == "[":
            opened.append(sign.start())
        elif sign[0] == "]" and opened:
            first = opened.pop()
            if not opened and sign.end() >= match.end():
                is_link = text.startswith(_LINKS, sign.end()) or first > match.start()
                whole = None if is_link else _ALL.fullmatch(text, first, sign.end())
                return whole or match
    return match
