"""What is no time of a clock, though it is often written: 24:00, and a zone of -00:00."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MIDNIGHT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([T ])24:00(?::00)?(?![0-9:])")
_UNKNOWN = re.compile(r"-00:?00\Z")


def slip(written: str) -> tuple[str, str] | None:
    """Return what is wrong with a time that was `written` so, and what to write instead.

    A day ends at 00:00 of the next one (RFC 3339, 5.6), and -00:00 says that nobody knows the zone
    (RFC 3339, 4.3). None where the time is neither.
    """
    if _UNKNOWN.search(written):
        known = _UNKNOWN.sub("+00:00", written)
        return "-00:00 says that its zone is not known", f"write {known} for UTC"
    if match := _MIDNIGHT.match(written):
        try:
            following = date.fromisoformat(match[1]) + timedelta(days=1)
        except (OverflowError, ValueError):
            return None
        meant = f"{following}{match[2]}00:00{written[match.end() :]}"
        return "no clock shows 24:00, which is the beginning of the next day", f"write {meant}"
    return None
