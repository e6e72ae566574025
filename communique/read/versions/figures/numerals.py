"""Numbers that are written with letters: Roman numerals, and those of Chinese and Japanese.

They agree with figures in the other language (XXI and 21, 三十 and 30), and need not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A Roman numeral as it is written, with the ending of an ordinal or none: Le, Des and Mais are
#: words. A lone L, C, D or M begins a word or a name, or stands for a unit: L’Union, M. Dupont.
_ROMAN = re.compile(
    r"""
    (?<!\w)
    (?P<value>
        (?![LCDM](?![IVXLCDM]))
        (?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})
    )
    (?:(?<=I)(?:er|re|ère)|(?<=[IVXLCDM]I)(?:st|nd|rd)|i?[èe]me|e|th|º|ª)?
    (?!\w)
    """,
    re.VERBOSE,
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SIGNS = dict(zip("〇零一二三四五六七八九两兩", (0, 0, *range(1, 10), 2, 2), strict=True))
_SIGNS |= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
#: What is before 分之 says of how many parts the number behind it is: 百分之五 is 5%.
_EAST_ASIAN = re.compile(f"(?![百千万萬]分之)[{''.join(_SIGNS)}]+")
_TEN, _TEN_THOUSAND = 10, 10_000


def found(text: str) -> Iterator[str]:
    """Yield the values of the numerals in a `text`, in figures."""
    for match in _ROMAN.finditer(text):
        yield str(_roman(match["value"]))
    for match in _EAST_ASIAN.finditer(text):
        yield str(_east_asian(match[0]))


def _roman(written: str) -> int:
    values = [_VALUES[letter] for letter in written]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )


def _east_asian(written: str) -> int:
    """Return the value of signs that are figures (二〇二八), or have tens between (三十五)."""
    values = [_SIGNS[sign] for sign in written]
    if max(values) < _TEN:
        return int("".join(map(str, values[:_TEN])))
    total = section = digit = largest = 0
    for value in values:
        if value < _TEN:
            digit = value
        elif value < _TEN_THOUSAND:
            section, digit = section + max(digit, 1) * value, 0
        elif value > largest:  # as 万亿: it counts all before it
            total, section, digit, largest = (total + section + digit) * value, 0, 0, value
        else:
            total, section, digit = total + (section + digit) * value, 0, 0
    return total + section + digit
