"""Dates, written out as the CLDR has them; the first of a month may be an ordinal besides.

Here, too, is what to write for a date that an author wrote in words, or in another order. Babel's
module of dates is loaded with the first one that is written out: an undated statement needs none.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

from babel import Locale
from babel.localedata import locale_identifiers

from communique.model.key_names import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: What a pattern quotes, and the day in it (UTS 35, Date Format Patterns).
_QUOTED_OR_DAY = re.compile("('[^']*')|d+")
#: A time behind a date.
_TIME = re.compile(
    r"[ T,]+(?P<hour>[0-9]{1,2})"
    r"(?:(?:[:.]|\s?h\s?)(?P<minute>[0-9]{2})|(?=\s?(?:[ap]\.?m|uhr|h\Z)))"
    r"\s?(?:(?P<half>[ap])\.?m\.?|uhr|hrs?|h)?\Z",
    re.IGNORECASE,
)
_HOURS, _HALF, _MINUTES = 24, 12, 60
#: A date without its hyphens.
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})\Z")
_NUMBER, _WORD = re.compile(r"[0-9]+"), re.compile(r"[^\W\d_]+")
_FIRST_YEAR = 1000
_MONTHS = range(1, 13)
_LONGEST = 60
"""Of a date with all that may stand beside it, such as the day of the week and the time."""
#: Zones that the CLDR knows by the name that they had first (CLDR, bcp47/timezone.xml).
_FIRST_NAMES = {
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
    "Atlantic/Faroe": "Atlantic/Faeroe",
    "Europe/Kyiv": "Europe/Kiev",
}
_LEAST_LETTERS = 3
"""Of the name of a month that is cut short."""


def months(language: str) -> Iterator[tuple[Mapping[int, str], Mapping[int, str]]]:
    """Yield the names of the months, within a date and alone, in each region of a language (CLDR).

    `language` is its first subtag. In Arabic or German regions have names of their own.
    """
    for tag in sorted(locale_identifiers()):
        if tag.split("_")[0] == language:
            names = Locale.parse(tag).months
            yield names["format"]["wide"], names["stand-alone"]["wide"]


def instead(written: str, *months: Sequence[str]) -> str:
    """Return what to write for a date that was `written` otherwise, or nothing where nobody knows.

    The `months` are their names, in one language after the other. Where day and month may be each
    other, both dates are given; a month without this day is told with the days that it has.
    """
    if len(written) > _LONGEST:
        return ""
    written = "".join(str(unicodedata.decimal(sign, sign)) for sign in written)
    match, time = _TIME.search(written), ""
    pairs = list(_pairs(written[: match.start()], months)) if match else []
    if match and pairs and not (time := _time(match)):
        return ""  # there is no such time
    pairs = pairs or list(_pairs(written, months))
    days = [found for each in pairs if (found := _day(*each))]
    if not days and (near := next((each for each in pairs if each[1] in _MONTHS), None)):
        return f"write a day of {near[0]}-{near[1]:02}, which has {monthrange(*near[:2])[1]} days"
    meant = " or ".join(f"{each.isoformat()}{time}" for each in days)
    return f"write {meant}: year, month, day" if " or " in meant else f"write {meant}" * bool(meant)


def _time(match: re.Match[str]) -> str:
    """Return a time as it is written behind a date, with a space before it, or nothing."""
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half:
        if not 1 <= hour <= _HALF:
            return ""
        hour = hour % _HALF + _HALF * (half in "Pp")
    return f" {hour:02}:{minute:02}" if hour < _HOURS and minute < _MINUTES else ""


def _pairs(written: str, months: Iterable[Sequence[str]]) -> Iterator[tuple[int, int, int]]:
    """Yield the year, month and day that may be `written`: in figures, or with a month's name."""
    numbers = list(map(int, _NUMBER.findall(_COMPACT.sub(r"\1 \2 \3", written.strip()))))
    years = [number for number in numbers if number >= _FIRST_YEAR]
    others = [number for number in numbers if number not in years]
    words = _WORD.findall(plain(written))
    month = next(filter(None, (_month(words, names) for names in months)), 0)
    if len(years) != 1:
        return
    if month and len(others) == 1:
        yield years[0], month, others[0]
    elif not month and len(others) == len(("month", "day")):
        in_order = numbers[0] == years[0]
        for first, second in [(*others,)] if in_order else sorted(set(permutations(others))):
            yield years[0], first, second


def _month(words: Sequence[str], names: Sequence[str]) -> int:
    """Return the only month, from 1, whose name is one of the `words` or begins with it; or 0."""
    known = list(map(plain, names))
    found = {
        number
        for number, name in enumerate(known, start=1)
        for word in words
        if word == name
        or (word not in known and len(word) >= _LEAST_LETTERS and name.startswith(word))
    }
    return found.pop() if len(found) == 1 else 0


def _day(year: int, month: int, day_: int) -> date | None:
    try:
        return date(year, month, day_)
    except ValueError:
        return None


def pattern(locale: Locale) -> str:
    """Return how a day is written: y, M and d are its parts, what is quoted is words (long)."""
    return str(locale.date_formats["long"].pattern)


def day(written: date, locale: Locale, first: str | None = None) -> str:
    """Return the day of a date, or of a date and time (CLDR, long).

    That of the first of a month is `first`, if there is such.
    """
    from babel.dates import format_date  # noqa: PLC0415

    parts = pattern(locale)
    if first and written.day == 1:
        quoted = "'" + first.replace("'", "''") + "'"
        parts = _QUOTED_OR_DAY.sub(lambda match: match[1] or quoted, parts)
    return str(format_date(written, parts, locale=locale))


def moment(written: date | datetime, locale: Locale, first: str | None = None) -> str:
    """Return a date, or date and time with its zone if it has one (CLDR, long and short).

    The day of the first of a month is `first`, if there is such.
    """
    from babel.dates import format_time, get_datetime_format  # noqa: PLC0415

    day_ = day(written, locale, first)
    if not isinstance(written, datetime):
        return day_
    time = str(format_time(written, "HH:mm", locale=locale, tzinfo=written.tzinfo))
    if written.tzinfo:
        time += f" ({_zone(written, locale)})"
    joined = str(get_datetime_format("medium", locale=locale))
    return joined.replace("{1}", day_).replace("{0}", time).replace("'", "")


def until(written: datetime, locale: Locale, first: str | None, comma: str) -> str:
    """Return a time with its zone, then in UTC, with the day there where that is another one.

    The zone is said by the city whose clocks are meant (CLDR, exemplar city), if it has a name, and
    by its distance from UTC, if there is one. Between these stands a `comma`.
    """
    name, utc = written.tzname() or "", written.astimezone(UTC)
    ahead = f"UTC{written.isoformat()[-len('+01:00') :]}" if written.utcoffset() else ""
    zone = comma.join(filter(None, (city(name, locale), ahead)))
    local = moment(written.replace(tzinfo=None), locale, first)
    if not zone:
        return f"{local} UTC"
    same = utc.date() == written.date()
    there = f"{utc:%H:%M}" if same else moment(utc.replace(tzinfo=None), locale, first)
    return f"{local} ({zone}){comma}{there} UTC"


def city(zone: str, locale: Locale) -> str:
    """Return the city that a zone of the tz database is called after, or nothing for UTC+01:00."""
    if "/" not in zone:
        return ""
    known = locale.time_zones.get(_FIRST_NAMES.get(zone, zone), {})
    return str(known.get("city") or zone.rpartition("/")[2].replace("_", " "))


def _zone(written: datetime, locale: Locale) -> str:
    """Return the zone, e.g. GMT+02:00 (CLDR, localized GMT format)."""
    minutes = int((written.utcoffset() or timedelta()).total_seconds()) // 60
    hours = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return str(locale.zone_formats["gmt"]) % hours
