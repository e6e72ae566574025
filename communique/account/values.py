"""The values of the front matter, compared with those that were read, in both directions."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from communique.account.cursor import Unaccounted
from communique.account.scalars import Written
from communique.model.values import Model, Phrase

if TYPE_CHECKING:
    from communique.account.keys import Value
    from communique.model.statement import FrontMatter

#: A time with or without seconds, and with or without a zone (RFC 3339) or the name of one.
_TIME = re.compile(
    r"(\S{10})[T ](\d\d:\d\d)(:\d\d)? ?(?:(Z|UTC|GMT)|([+-]\d\d):?(\d\d)|(\S+/\S+))?"
)


def compare(matter: FrontMatter, written: dict[str, Value]) -> None:
    """Raise `Unaccounted` where a value of `matter` is not what is `written`, or is not written."""
    _group(dict(matter), written, 0)


def _group(read: dict[str, Any], written: dict[str, Value], start: int) -> None:
    for key in written.keys() - read.keys():
        raise Unaccounted(_start(written[key]))
    for key, value in read.items():
        if key == "language" and key in written:
            _tag(value, written[key])
        elif key in written:
            _value(value, written[key])
        elif value:
            raise Unaccounted(start, _said(value))


def _value(read: Any, written: Value) -> None:
    """Compare a value of any kind with what is `written`."""
    start = _start(written)
    if isinstance(written, Written):
        if isinstance(read, Phrase):  # in the language of the statement
            _group(dict(read), {"text": written}, start)
        elif read is None or _said(read) != _written(read, written.text):
            raise Unaccounted(start, _said(read))
    elif isinstance(written, dict):
        if not isinstance(read, dict | Model):
            raise Unaccounted(start, _said(read))
        _group(dict(read), written, start)
    elif not isinstance(read, tuple) or len(read) != len(written):
        raise Unaccounted(start, _said(read))
    else:
        for one, other in zip(read, written, strict=True):
            _value(one, other)


def _tag(read: Any, written: Value) -> None:
    """Compare tags of languages, in which capitals have no meaning (RFC 5646, section 2.1.1)."""
    if not isinstance(written, Written) or _said(read).lower() != written.text.lower():
        raise Unaccounted(_start(written), _said(read))


def _said(value: Any) -> str:
    """Return a value as text: a date as in ISO 8601, true or false in small letters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        name = value.tzname() or ""
        return f"{value:%Y-%m-%d %H:%M:%S} {name}" if "/" in name else value.isoformat(" ")
    return value if isinstance(value, str) else str(value)


def _written(read: Any, text: str) -> str:
    """Return the `text` of a value in the form of `_said`, as a value of the kind of `read`."""
    if isinstance(read, bool):
        return text.lower()
    return _moment(text) if isinstance(read, date) else text


def _moment(text: str) -> str:
    """Return a date as written in the form of `_said`."""
    match = _TIME.fullmatch(text)
    if not match:
        return text
    day, time, seconds, utc, hours, minutes, name = match.groups()
    zone = "+00:00" if utc else f"{hours}:{minutes}" if hours else f" {name}" if name else ""
    return f"{day} {time}{seconds or ':00'}{zone}"


def _start(value: Value) -> int:
    """Return where a value begins, or 0 where it is empty."""
    if isinstance(value, Written):
        return value.start
    inner = list(value.values()) if isinstance(value, dict) else value
    return _start(inner[0]) if inner else 0
