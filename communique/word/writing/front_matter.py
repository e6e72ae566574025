"""The lines above a text, as YAML 1.2."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

#: What can stand in YAML as it is: it begins with a letter, and has no mark in it.
_PLAIN = re.compile(r"[^\W\d_](?:[^\n:#\"'\[\]{}&*!|>%@`\\]|:(?! |\Z)|(?<=\S)')*(?<!\s)")
_NO_TEXT = ("true", "false", "null", "yes", "no", "on", "off", "none")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|true")


def written(
    values: Mapping[str, str],
    to_settle: Iterable[str],
    signatories: Sequence[Mapping[str, str]] = (),
    *,
    signed: bool = False,
) -> str:
    """Return the front matter with these keys and values, and what is `to_settle`, if anything.

    `signatories` have the keys of theirs; `signed` is whether they have.
    """
    lines = [f"{key}: {_scalar(value)}" for key, value in values.items()]
    if signatories:
        lines += ["signatures:", *["  signed: true"] * signed, "  signatories:"]
    for each in signatories:
        (first, name), *rest = each.items()
        lines += [f"    - {first}: {_scalar(name)}"]
        lines += [f"      {key}: {_scalar(value)}" for key, value in rest]
    items = [f"  - {_quoted(item)}" for item in to_settle]
    lines += ["unsettled:", *items] if items else []
    return "\n".join(("---", *lines, "---", "", ""))


def _scalar(value: str) -> str:
    if _DATE.fullmatch(value) or (_PLAIN.fullmatch(value) and value.lower() not in _NO_TEXT):
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    """Return a value in straight quotes: single ones, which have no escapes, where they will do."""
    if value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)
