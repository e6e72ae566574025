"""Lines of a theme in the foot of pages: they end at spaces, and not within an address or a number.

CSS gets them as strings, so where a line may end is said by characters that nobody sees.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.compose.inline.line_breaks import NARROW, NO_BREAK
from communique.compose.inline.runs import TELEPHONE
from communique.model.addresses import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compose.inline.line_breaks import Typography

_JOINER, _PLACE = "\u2060", "\u200b"
#: The engine draws each line by itself: what stands at its ends has the direction of the page if no
#: letter is beside it (UAX 9, N2). So this mark stands for one (2.6).
_LATIN = "\u200e"
#: Signs within a word at which a line could end (Unicode Standard Annex 14, classes HY, BA and SY).
_SIGN = re.compile(r"(?<=\w)[-‐–/](?=\w)")
_TELEPHONE = re.compile(TELEPHONE)
_PARTS, _HYPHEN = re.compile(r"(?<=\w)[@./](?=\w)"), re.compile(r"(?<=\w)-(?=\w)")


def kept(line: str, typography: Typography, *, against: bool) -> str:
    """Return a `line` with characters that let it end where it may.

    An address longer than `NARROW` may be divided behind @, a full stop or a slash. A line of Latin
    words alone may run `against` the direction of the page.
    """
    line = typography.bind(line, widest=NARROW)
    space = f"{_LATIN} {_LATIN}" if against else " "
    place, parts = 0, []
    for begin, end in _wholes(line):
        between = _joined(line[place:begin]).replace(" ", space)
        parts += [between, _whole(line[begin:end])]
        place = end
    return "".join([*parts, _joined(line[place:]).replace(" ", space)])


def _wholes(line: str) -> Iterator[tuple[int, int]]:
    """Yield where addresses and telephone numbers begin and end, also those that are no links."""
    numbers = (match.span() for match in _TELEPHONE.finditer(line))
    place = 0
    for begin, end in sorted({*(address[:2] for address in within(line)), *numbers}):
        if begin >= place:
            yield begin, end
            place = end


def _whole(address: str) -> str:
    if len(address) <= NARROW:
        return _joined(address.replace(" ", NO_BREAK))
    hyphened = _HYPHEN.sub(f"-{_LATIN}{_JOINER}", address)
    parted = _PARTS.sub(lambda sign: f"{sign[0]}{_LATIN}{_PLACE}{_LATIN}", hyphened)
    return _joined(parted)


def _joined(text: str) -> str:
    return _SIGN.sub(lambda sign: sign[0] + _JOINER, text)
