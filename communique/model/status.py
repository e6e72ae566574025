"""What a text is that is not to be published, or not yet: a draft, or one under embargo.

An embargo ends at a time in a zone of the tz database (RFC 6557). The zones are those of the
package `tzdata` and never the machine's own, so that a text means the same instant everywhere.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Annotated, NoReturn

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from communique.model import times
from communique.model.values import Model, Moment, refuse

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}"
_AHEAD = "[+-][0-9]{2}:?[0-9]{2}|Z|UTC|GMT"
_NAME = r"[A-Za-z]\w+(?:/[A-Za-z][\w+-]*){1,2}"
_WRITTEN = re.compile(rf"({_TIME})(?:[ ]?({_AHEAD})|[ ]({_NAME}))\Z", re.ASCII)
_COUNT = re.compile(r"[1-9][0-9]{0,3}\Z")
#: What is said of a draft whose keys are not written: a day, perhaps its time, and a number.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2})?", re.ASCII)
_NUMBER = re.compile(r"(?<![0-9.])[1-9][0-9]{0,3}(?![0-9.]*[0-9])", re.ASCII)
#: A draft of which one key is written, with its colon or without, is told of by others.
_ONE_KEY = re.compile(r"(?:version|at):|version [^ ]*\Z|at [^0-9]", re.ASCII)
_BEGINS = re.compile(_TIME, re.ASCII)
#: Hours from UTC as people write them: +2, UTC+2, GMT+02.
_SHORT = re.compile(r"(?:UTC|GMT)? ?([+-])(\d{1,2})(?::?(\d{2}))?\Z", re.ASCII | re.IGNORECASE)
#: A day, with its time, in the order in which most people write it.
_TURNED_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}) (\d{1,2}:\d{2})\b", re.ASCII)
#: A time as it may be written: 16:00, 4:00 pm, 16.00, 16h30, 16 Uhr.
_LOOSE = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T|,? )([0-9]{1,2})(?:[:.h]([0-9]{2}))?"
    r"[ \u00a0\u202f]?(?:([ap])\.?[ ]?m\b\.?|h\b|Uhr\b)?",
    re.IGNORECASE,
)
_NOON = 12
_EXAMPLE, _CITY = "2026-03-12 16:00", "Europe/Copenhagen"
#: Names of which the sign of the hours is not that of ISO 8601: Etc/GMT+1 is an hour behind.
_TURNED = "Etc/"
#: Before, some zones were not whole minutes ahead of UTC (tz database, Africa/Monrovia).
_FIRST_YEAR = 1973
#: After, the end of an embargo has no day in UTC that Python knows: it ends with the year 9999.
_LAST_YEAR = 9998
#: So far behind UTC and ahead of it zones are (tz database: Etc/GMT+12 and Pacific/Kiritimati).
_BEHIND, _AHEAD_MOST = timedelta(hours=-12), timedelta(hours=14)
_COUNTS = "is no whole number from 1 to 9999"
#: What an author may write of a text that is no draft.
_NONE = frozenset(("no", "false", "none", "final"))


def embargo(value: object) -> datetime:
    """Return the time that is written in `value`, at its distance from UTC on that day.

    Where its zone was given by a name, that is the `tzname` of the time. Raises what `refuse`
    returns where there is no zone, or where its clocks never show this time, or show it twice.
    """
    text = value.strip() if isinstance(value, str) else ""
    match = _WRITTEN.match(text)
    if match is None:
        _refuse(text)
    if slip := times.slip(text):
        raise refuse(*slip)
    time, ahead, name = match.groups()
    try:
        local = datetime.fromisoformat(time)
        if ahead:
            zone = "+00:00" if ahead.isalpha() else ahead
            local = datetime.fromisoformat(f"{time}{zone}")
    except ValueError:
        local = datetime.min
    if not _FIRST_YEAR <= local.year <= _LAST_YEAR:
        wrong = f"there is no such day or time as {text} from {_FIRST_YEAR} to {_LAST_YEAR}"
        raise refuse(wrong, f"write it as {_EXAMPLE} {_CITY}")
    if not _BEHIND <= _offset(local) <= _AHEAD_MOST:
        wrong = f"no zone is {ahead} from UTC: they are from -12:00 to +14:00"
        raise refuse(wrong, f"write {time} {_CITY} for the clocks there")
    return _in_zone(local, name) if name else local


def _refuse(text: str) -> NoReturn:
    """Raise what says how a time is written with its zone."""
    time = _BEGINS.match(text)
    if day := _TURNED_DAY.match(text):
        one, _, other, year, hour = day.groups()
        days = dict.fromkeys((f"{year}-{other:0>2}-{one:0>2}", f"{year}-{one:0>2}-{other:0>2}"))
        if meant := " or ".join(f"{each} {hour:0>5}" for each in days if _is_day(each)):
            raise refuse(f"'{text}' is no time with its zone", f"write {meant} with its zone")
    example, rest = _time_meant(text) or (_EXAMPLE, "")
    if meant := _zone_meant(rest):
        raise refuse(f"'{text}' is no time with its zone", f"write {example} {meant}")
    shown = f"'{text}'" if text else "it"
    wrong = "it has no zone" if time and time[0] == text else f"{shown} is no time with its zone"
    instead = f"write {example} {_CITY} for the clocks there, or {example} +01:00"
    raise refuse(wrong, f"{instead} for hours and minutes ahead of UTC", is_nothing=not text)


def _time_meant(written: str) -> tuple[str, str] | None:
    """Return the time that somebody meant who wrote it perhaps otherwise, and what is behind it."""
    match = _LOOSE.match(written)
    if not match:
        return None
    day, hour, minute, half = match.groups()
    hours = int(hour) % _NOON + _NOON * (half.lower() == "p") if half else int(hour)
    time = f"{day} {hours:02}:{minute or '00'}"
    return (time, written[match.end() :].strip(" ,")) if _is_day(time) else None


def _is_day(written: str) -> bool:
    try:
        return bool(datetime.fromisoformat(written))
    except ValueError:
        return False


def _zone_meant(written: str) -> str:
    """Return the zone that somebody meant who wrote its hours shortly, or its city alone."""
    if re.fullmatch(rf"{_AHEAD}|{_NAME}", written, re.ASCII):
        return written
    if short := _SHORT.match(written):
        sign, hours, minutes = short.groups()
        return f"{sign}{hours:0>2}:{minutes or '00'}"
    if not re.fullmatch(r"(?=.{4})[^\W\d_]+(?:[ _][^\W\d_]+)*", written):
        return ""
    city = f"/{written.replace(' ', '_')}".casefold()
    return next((name for name in zone_names() if name.casefold().endswith(city)), "")


def zone_names() -> list[str]:
    """Return the names of zones (tz database) but for those that turn the sign of their hours."""
    from importlib import resources  # noqa: PLC0415  # few statements have an embargo

    every = resources.files("tzdata").joinpath("zones").read_text("ascii").split()
    return [each for each in every if not each.startswith(_TURNED)]


def _in_zone(local: datetime, name: str) -> datetime:
    """Return a time on the clocks of the zone called `name`."""
    zone, shown = _zone(name), f"{local:%Y-%m-%d %H:%M}"
    first, second = (_offset(local.replace(tzinfo=zone, fold=fold)) for fold in (0, 1))
    if first < second:
        before, after = local - (second - first), local + (second - first)
        wrong = f"no clock in {name} shows {shown}, since they are put forward then"
        raise refuse(wrong, f"write {before:%Y-%m-%d %H:%M} {name}, or {after:%H:%M}")
    if first > second:
        zones = map(timezone, (first, second))
        one, other = (local.replace(tzinfo=each).isoformat()[-6:] for each in zones)
        wrong = f"clocks in {name} show {shown} twice, since they are put back then"
        raise refuse(wrong, f"write {shown} {one} for the first time, or {other} for the second")
    return local.replace(tzinfo=timezone(first, name))


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _zone(name: str) -> ZoneInfo:
    """Return the zone called `name`, or raise what refuses it."""
    from importlib import resources  # noqa: PLC0415  # few statements have an embargo
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    names = zone_names()
    if name not in names:
        from difflib import get_close_matches  # noqa: PLC0415

        near = [each for each in names if each.casefold() == name.casefold()]
        near = near or get_close_matches(name, names, n=1)
        hours = "write hours and minutes ahead of UTC, such as +01:00"
        raise refuse(f"there is no zone {name}", f"did you mean {near[0]}?" if near else hours)
    with resources.files("tzdata").joinpath("zoneinfo", name).open("rb") as file:
        return ZoneInfo.from_file(file, name)


def _count(value: object) -> int:
    if not (isinstance(value, str) and _COUNT.match(value)):
        shown = f"'{value}'" if isinstance(value, str) else "it"
        raise refuse(f"{shown} {_COUNTS}", "write 1, 2 and so on")
    return int(value)


Count = Annotated[
    int,
    BeforeValidator(_count),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 9999}),
]
Embargo = Annotated[
    datetime,
    BeforeValidator(embargo),
    WithJsonSchema({"type": "string", "pattern": f"^{_TIME} ?({_AHEAD}|{_NAME})$"}),
]


class Draft(Model):
    """A text that is not final: one of several versions, each with its number."""

    version: Count
    """Its number: 1, 2 and so on."""
    at: Moment | None = None
    """When it was made, e.g. 2026-03-12 21:00."""

    @model_validator(mode="before")
    @classmethod
    def _says_its_version(cls, value: object) -> object:
        if isinstance(value, str) and not _ONE_KEY.match(value):
            at, number = _DAY.search(value), _NUMBER.search(_DAY.sub("", value))
            moment = at[0] if at else "2026-03-12 21:00"
            written = f"write draft: {{version: {number[0] if number else 1}, at: {moment}}}"
            written += ", or leave the key out" if value.casefold() in _NONE else ""
            is_said = number and value.startswith("version")
            wrong = "its keys are not written" if is_said else "it does not say which version it is"
            raise refuse(wrong, written, is_nothing=not value)
        return value

    def __str__(self) -> str:
        return f"version {self.version}{f' of {self.at}' if self.at else ''}"
