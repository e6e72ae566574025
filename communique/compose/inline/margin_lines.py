"""Lines of a theme in the foot of pages: they end at spaces, and not within an address or a number.

CSS gets them as strings, so where a line may end is said by characters that nobody sees.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.compose.inline.line_breaks import NARROW, NO_BREAK
from communique.model.addresses import within

if TYPE_CHECKING:
    from communique.compose.inline.line_breaks import Typography

_JOINER, _PLACE = "\u2060", "\u200b"
#: Signs within a word at which a line could end (Unicode Standard Annex 14, classes HY, BA and SY).
_SIGN = re.compile(r"(?<=\w)[-‐–/](?=\w)")
_PARTS = re.compile(r"(?<=\w)[@./](?=\w)")


def kept(line: str, typography: Typography) -> str:
    """Return a `line` with characters that let it end where it may.

    An address longer than `NARROW` may be divided behind @, a full stop or a slash.
    """
    line = typography.bind(line, widest=NARROW)
    begin, parts = 0, []
    for address in within(line):
        parts += [_joined(line[begin : address.begin]), _whole(line[address.begin : address.end])]
        begin = address.end
    return "".join([*parts, _joined(line[begin:])])


def _whole(address: str) -> str:
    if len(address) <= NARROW:
        return _joined(address.replace(" ", NO_BREAK))
    return _joined(_PARTS.sub(lambda sign: sign[0] + _PLACE, address))


def _joined(text: str) -> str:
    return _SIGN.sub(lambda sign: sign[0] + _JOINER, text)
