"""Escapes in stylesheets, behind which a name can be written otherwise (CSS Syntax 3, 4.3.7)."""

from __future__ import annotations

import re
import sys

_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)


def plain(css: str) -> str:
    """Return `css` with the characters that its escapes stand for, in lower case."""
    return _ESCAPE.sub(_character, css).lower()


def _character(escape: re.Match[str]) -> str:
    """Return the character that an escape stands for."""
    return chr(min(int(escape[1], 16), sys.maxunicode)) if escape[1] else escape[2]
