"""Long words: marked in a page where they may be divided, since their line or column is narrow."""

from __future__ import annotations

import re

from communique.compose.inline.runs import MARKS_BEHIND
from communique.model.characters import RTL_LETTERS

#: From so many characters on, the proof lets a word be divided without a hyphen.
_LONG = 16
_WORD = re.compile(rf"\S{{{_LONG},}}{MARKS_BEHIND}")
#: What stands between two tags of HTML, without letters from right to left: the engine puts boxes
#: beside these in another order than words.
_TEXT = re.compile(rf"(?<=>)[^<>{RTL_LETTERS}]+(?=<)")


def marked(html: str) -> str:
    """Return a page whose long words are marked, so that its styles may divide them."""
    head, body, text = html.partition("<body")
    return head + body + _TEXT.sub(_marked, text)


def _marked(text: re.Match[str]) -> str:
    return _WORD.sub(r'<span class="long">\g<0></span>', text[0])
