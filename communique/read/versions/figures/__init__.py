"""The figures in a text, each with all that it may stand for.

1,250 is 1250 or 1.25, as is 1.250; which of them nobody knows, so either agrees with what has the
same value. A date in figures, a time and a number in groups have parts, which may stand alone in
the other language: 31/12/2028 agrees with 31 December 2028, and 16:30 with 16 h 30.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from communique.read.versions.figures.parts import Figure, Part, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.read.versions.figures.magnitudes import Magnitude
    from communique.read.versions.figures.writing import Writing

_SPACES = " \u00a0\u2009\u202f"
#: They stand within numbers, in one language or another.
_SIGNS = ".,'’·٫٬"
_FIGURES = re.compile(
    rf"""
    (?P<date>(?<![\d./-])
        (?:\d{{4}}([-/.])\d{{1,2}}\2\d{{1,2}}|\d{{1,2}}([-/.])[ ]?\d{{1,2}}\3[ ]?\d{{4}})(?!\d))
    |(?P<time>(?<![\d:])(?:[01]?\d|2[0-4])[:：][0-5]\d(?![\d:]))
    |(?P<groups>(?<![\d{_SIGNS}])
        \d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?![{_SPACES}]?\d)(?:[.,]\d+)?)
    |(?P<years>(?<![\d/-])\d{{4}}[-–/‑]\d{{2}}(?![/-]?\d))
    |\d+(?:[{_SIGNS}]\d+)*
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_NOT_ASCII_DIGIT = re.compile(r"(?![0-9])\d")
#: A month as Chinese and Japanese have it in figures.
_MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9]) ?月")
#: What stands between a month and the day or the year beside it: 31st December, 31 de diciembre.
_NUMBER_BEFORE = re.compile(r"\d[^\W\d_]{0,3}[\s.,]{0,2}(?:[^\W\d_]{1,3}\.? )?$")
_NUMBER_AFTER = re.compile(r"[\s.,]{0,2}(?:[^\W\d_]{1,3} )?\d")
_NEAR, _BESIDE = 12, 5
"""Within so many characters a number is looked for beside a month, and is one of its date."""
_GROUP = 3
_MONTHS = _HALF_A_DAY = _IN_WORDS = 12
"""Numbers up to this one are often in words, which the CLDR does not have."""
_MINUTE_DIGITS, _DAYS, _YEAR_DIGITS = 2, 31, 4


def said(text: str, writing: Writing) -> Said:
    """Return the figures of a `text`, the names of months beside them, and large numbers."""
    if not text.isascii():
        text = _NOT_ASCII_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)
    figures = list(_found(text, writing)) if _DIGITS.search(text) else []
    return Said(text, writing, figures, list(_large(text, writing)))


def _large(text: str, writing: Writing) -> Iterator[Part]:
    for each in writing.magnitudes.every(text):
        if each.is_word and not text[: each.place].rstrip()[-1:].isdecimal():
            yield Part(frozenset(), each.written, firm=False, zeros=each.zeros)


def _found(text: str, writing: Writing) -> Iterator[Figure]:
    months = list(_months(text, writing))
    for start, end, month in months:
        readings, bare = frozenset({f"m{month}"}), frozenset({str(month)})
        part = Part(readings, text[start:end], firm=True, bare=bare, is_once=True)
        yield Figure(readings, (part,))
    late = writing.is_late(text)
    for match in _FIGURES.finditer(text):
        if match["date"]:
            yield _date(match[0])
        elif match["time"]:
            yield _time(match[0], late=late)
        elif match["years"]:
            yield _years(match[0])
        elif not any(start == match.start() for start, _, _ in months):
            yield _number(match, writing, months, late=late)


def _months(text: str, writing: Writing) -> Iterator[tuple[int, int, int]]:
    """Yield where each month beside figures starts and ends, and which one it is."""
    for match in _MONTH.finditer(text):
        yield match.start(), match.end(), int(match[1])
    for match in writing.months.name.finditer(text):
        start, end = match.span(1)
        if text[start].isdigit():
            continue  # as above
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if _NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(text, end):
            yield start, end, writing.months.numbers[match[1]]


def _date(written: str) -> Figure:
    """Return a date in figures; where day and month may be each other, either is the month."""
    numbers = [int(digits) for digits in _DIGITS.findall(written)]
    in_order = numbers[0] > _DAYS
    year, *others = numbers if in_order else reversed(numbers)
    parts = [_part(str(year), written)._replace(is_once=True)]
    for place, number in enumerate(others):
        may_be_month = number <= _MONTHS and (place == 0 or not in_order)
        readings = {str(number), f"m{number}"} if may_be_month else {str(number)}
        parts.append(Part(frozenset(readings), written, firm=True, is_once=may_be_month))
    return Figure(frozenset({f"on {written}"}), tuple(parts))


def _time(written: str, *, late: bool) -> Figure:
    """Return a time; where it may be `late` in the day, it may be twelve hours later."""
    hour, minute = map(int, _DIGITS.findall(written))
    hours = _late({str(hour)}) if late else {str(hour)}
    whole = frozenset(f"{each}:{minute}" for each in hours)
    parts = [Part(frozenset(hours), written, firm=minute > 0 or hour > _HALF_A_DAY)]
    return Figure(whole, (*parts, *([_part(str(minute), written)] if minute else [])))


def _late(readings: set[str]) -> set[str]:
    """Return the `readings`, and the hours twelve hours later."""
    found = set(readings)
    for reading in readings:
        hour, colon, minute = reading.partition(":")
        if _is_small(hour) and int(hour) < _HALF_A_DAY:
            found.add(f"{int(hour) + _HALF_A_DAY}{colon}{minute}")
    return found


def _years(written: str) -> Figure:
    """Return two years, the second without its century, such as 2025-27."""
    first, last = _DIGITS.findall(written)
    second = Part(frozenset({last, first[: -len(last)] + last}), written, firm=True)
    return Figure(frozenset({f"in {written}"}), (_part(first, written), second))


def _number(
    match: re.Match[str],
    writing: Writing,
    months: Sequence[tuple[int, int, int]],
    *,
    late: bool,
) -> Figure:
    """Return a number, as large as the word behind it makes it."""
    written, (begin, end) = match[0], match.span()
    values = frozenset(_values(written))
    if word := writing.magnitudes.behind(match.string, end):
        behind = end + word.place + len(word.written)
        return _times(match.string[begin:behind], values, word)
    readings = _late({*values}) if late else values
    readings |= _scaled(values, writing.magnitudes.letter_behind(match.string, end))
    in_date = any(min(abs(start - end), abs(begin - last)) < _BESIDE for start, last, _ in months)
    firm = (in_date and written != "1") or not any(map(_is_small, readings))
    is_year = in_date and len(written) == _YEAR_DIGITS
    whole = Part(frozenset(readings), written, firm=firm, is_once=is_year)
    groups = _DIGITS.findall(written)
    if match["groups"] or len(groups) > len(("whole", "decimals")):
        return Figure(whole.readings, tuple(_part(group, written, firm=True) for group in groups))
    if any(":" in reading for reading in readings):
        return Figure(whole.readings, _hour_and_minute(written, late=late))
    return Figure(whole.readings, (whole,))


def _times(written: str, values: frozenset[str], word: Magnitude) -> Figure:
    """Return a number with a word behind it that makes it as large: 3 million."""
    readings = _scaled(values, word.zeros) or values
    zeros = word.zeros if word.is_word else 0
    firm = not any(map(_is_small, values))
    whole = Part(readings, written, firm=firm, bare=values, zeros=zeros)
    return Figure(readings, (whole,))


def _scaled(values: Iterable[str], zeros: int) -> frozenset[str]:
    """Return the numbers among the `values` with so many `zeros` more; none where these are 0."""
    numbers = [value for value in values if zeros and value.replace(".", "", 1).isdecimal()]
    return frozenset(_plain(Decimal(value).scaleb(zeros)) for value in numbers)


def _hour_and_minute(written: str, *, late: bool) -> tuple[Part, ...]:
    """Return the parts of a number that may be a time, such as 16.30."""
    hour, minute = (_part(digits, written, firm=True) for digits in _DIGITS.findall(written))
    hours = frozenset(_late(set(hour.readings)) if late else hour.readings)
    return hour._replace(readings=hours), minute


def _part(digits: str, written: str, *, firm: bool = False) -> Part:
    value = digits.lstrip("0") or "0"
    return Part(frozenset({value}), written, firm=firm or not _is_small(value))


def _is_small(value: str) -> bool:
    return value.isdecimal() and len(value) <= len(str(_IN_WORDS)) and int(value) <= _IN_WORDS


def _values(written: str) -> set[str]:
    """Return the numbers that figures with signs between them may stand for, and the times."""
    first, *groups = _DIGITS.findall(written)
    first = first.lstrip("0") or "0"
    *others, sign = re.findall(r"\D", written) or [""]
    if not groups:
        return {first}
    values = set()
    if len(groups[-1]) == _GROUP and all(len(group) in (2, _GROUP) for group in groups):
        values.add("".join([first, *groups]).lstrip("0") or "0")
    if sign not in others and sign not in _SPACES:
        values.add(_plain(Decimal("".join([first, *groups[:-1]]) + "." + groups[-1])))
    if len(groups) == 1 and len(groups[0]) == _MINUTE_DIGITS and len(first) <= _MINUTE_DIGITS:
        values.add(f"{first}:{int(groups[0])}")
    return values or {".".join([first, *groups])}


def _plain(value: Decimal) -> str:
    """Return a number without zeros behind its decimals."""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
