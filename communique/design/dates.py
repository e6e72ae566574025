"""Dates, written out as the CLDR has them; the first of a month may be an ordinal besides.

Babel's module of dates is loaded with the first one: an undated statement needs none.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

#: What a pattern quotes, and the day in it (UTS 35, Date Format Patterns).
_QUOTED_OR_DAY = re.compile("('[^']*')|d+")


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


def _zone(written: datetime, locale: Locale) -> str:
    """Return the zone, e.g. GMT+02:00 (CLDR, localized GMT format)."""
    minutes = int((written.utcoffset() or timedelta()).total_seconds()) // 60
    hours = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return str(locale.zone_formats["gmt"]) % hours
