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
#: The engine draws each line by itself: what stands at its ends has the direction of the page if no
#: letter is beside it (UAX 9, N2). So this mark stands for one (2.6).
_LATIN = "\u200e"
#: Signs within a word at which a line could end (Unicode Standard Annex 14, classes HY, BA and SY).
_SIGN = re.compile(r"(?<=\w)[-‐–/](?=\w)")
_PARTS, _HYPHEN = re.compile(r"(?<=\w)[@./](?=\w)"), re.compile(r"(?<=\w)-(?=\w)")


def kept(line: str, typography: Typography, *, against: bool) -> str:
    """Return a `line` with characters that let it end where it may.

    An address longer than `NARROW` may be divided behind @, a full stop or a slash. A line of Latin
    words alone may run `against` the direction of the page.
    """
    line = typography.bind(line, widest=NARROW)
    if against:
        line = line.replace(" ", f"{_LATIN} {_LATIN}")
    begin, parts = 0, []
    for address in within(line):
        parts += [_joined(line[begin : address.begin]), _whole(line[address.begin : address.end])]
        begin = address.end
    return "".join([*parts, _joined(line[begin:])])


def _whole(address: str) -> str:
    if len(address) <= NARROW:
        return _joined(address.replace(" ", NO_BREAK))
    hyphened = _HYPHEN.sub(f"-{_LATIN}{_JOINER}", address)
    parted = _PARTS.sub(lambda sign: f"{sign[0]}{_LATIN}{_PLACE}{_LATIN}", hyphened)
    return _joined(parted)


def _joined(text: str) -> str:
    return _SIGN.sub(lambda sign: sign[0] + _JOINER, text)
