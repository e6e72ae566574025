"""Counting: whether a point is marked as the next one after another."""

from __future__ import annotations

import re

_MARKER = re.compile(r"(\W*)(\d+|[^\W\d_]+)(\W*)")
_ROMAN = dict(zip("ivxl", (1, 5, 10, 50), strict=True))


def counts_on(one: str, other: str) -> bool:
    """Tell whether the marker `other` is the next after `one`: (d) after (c), 4. after 3.

    Of letters that are not those of ASCII, the order is that in which they were read.
    """
    both = _MARKER.fullmatch(one), _MARKER.fullmatch(other)
    if not (both[0] and both[1]) or both[0][1] != both[1][1] or both[0][3] != both[1][3]:
        return False
    was, now = both[0][2], both[1][2]
    if was.isdecimal() or now.isdecimal():
        return was.isdecimal() and now.isdecimal() and int(now) == int(was) + 1
    if was.isupper() != now.isupper():
        return False
    if not (was + now).isascii():
        return was != now
    was, now = was.lower(), now.lower()
    if {*was, *now} <= _ROMAN.keys() and _roman(now) == _roman(was) + 1:
        return True
    return now == "aa" if was == "z" else was[:-1] == now[:-1] and ord(now[-1]) == ord(was[-1]) + 1


def _roman(sign: str) -> int:
    values = [_ROMAN[letter] for letter in sign]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
