"""Dates as a PDF writes them (ISO 32000-1, 7.9.4)."""

from __future__ import annotations

import re

_W3C = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:([+-]\d\d):(\d\d)|Z))?\Z"
)


def pdf_date(w3c: str | None) -> str | None:
    """Return a W3C date such as 2023-09-29 or 2023-09-29T16:06:00+02:00 as a PDF date."""
    match = _W3C.match(w3c or "")
    if match is None:
        return None
    year, month, day, hour, minute, second, zone, zone_minute = match.groups()
    date = f"D:{year}{month}{day}"
    if hour is None:
        return date
    zone_text = f"{zone}'{zone_minute}" if zone else "Z"
    return f"{date}{hour}{minute}{second}{zone_text}"
