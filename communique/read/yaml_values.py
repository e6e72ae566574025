"""How a value is written in YAML 1.2, so that it is read as what it was."""

from __future__ import annotations

import json
import re

#: What can stand in YAML as it is: it begins with a letter, and has no mark in it.
_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#\"'\[\]{}&*!|>%@`\\]|:(?! |\Z)|(?<=\S)')*(?<!\s)")
_NO_TEXT = ("true", "false", "null", "yes", "no", "on", "off", "none")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|true")


def scalar(value: str) -> str:
    """Return a `value` as it stands behind a key, in quotes where it needs them."""
    if _DATE.fullmatch(value) or (_PLAIN.fullmatch(value) and value.lower() not in _NO_TEXT):
        return value
    return quoted(value)


def quoted(value: str) -> str:
    """Return a value in straight quotes: single ones, which have no escapes, where they will do."""
    if value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)
