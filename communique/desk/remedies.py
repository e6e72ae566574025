"""Remedies that a click can carry out: where what to write instead is certain.

A remedy is lines of the text that take the place of others. It is found by what is said of a
fault, so that whatever says the same has the same remedy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_VALUE = re.compile(r"(?P<key>\s*(?:- )?[\w-]+:)[ \t]*(?P<value>.*?)[ \t]*")
_DATE = re.compile(r"write (?P<day>\d{4}-\d\d-\d\d)(?:: year, month, day)?")
_MEANT = re.compile(r"did you mean (?P<key>\w+)\?")
_QUOTES = re.compile(r"put it in (?:straight )?quotes.*")
_EMPTY = re.compile(r"put an empty line (?:between the two|before it|before the first one).*")
_HEADING = re.compile(r"write (?P<line>#+ .+) for a heading")
_SPACED = re.compile(r"write (?:#{2,6}|[-*+]) .+")
_UNSPACED = re.compile(r"(\s*(?:#{2,6}|[-*+]))(?=[^\s#*+-])")
_SETTLED = re.compile(r"settle it, then delete this line")
_LIST = "unsettled:"
#: A longer line is no value of a key, nor the beginning of a list or a heading.
_LONGEST = 2_000


def with_remedies(said: Sequence[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """Return what is said of a `text`, each with its remedy, if there is one.

    That is its words for a button, the line from 1, how many lines go, and those that come.
    """
    lines = text.split("\n")
    return [{**each, "remedy": _remedy(each, lines)} for each in said]


def _remedy(said: dict[str, Any], lines: list[str]) -> dict[str, Any] | None:
    number = said["line"]
    if said["file"] or not 1 <= number <= len(lines) or len(lines[number - 1]) > _LONGEST:
        return None
    for pattern, mended in _REMEDIES:
        match = pattern.fullmatch(said["instead"])
        found = match and mended(match, lines[number - 1], said["key"])
        if found:
            label, new = found
            return {"label": label, "line": number, "remove": 1, "insert": new}
    if _SETTLED.fullmatch(said["instead"]):
        return _settled(number, lines)
    return None


def _dated(match: re.Match[str], line: str, _: str) -> tuple[str, list[str]] | None:
    there = _VALUE.fullmatch(line)
    return (f"Write {match['day']}", [f"{there['key']} {match['day']}"]) if there else None


def _named(match: re.Match[str], line: str, key: str) -> tuple[str, list[str]] | None:
    wrong = key.rpartition(".")[2]
    new = re.sub(rf"(?<![\w-]){re.escape(wrong)}:", f"{match['key']}:", line, count=1)
    return (f"Write {match['key']}", [new]) if new != line else None


def _quoted(_: re.Match[str], line: str, __: str) -> tuple[str, list[str]] | None:
    there = _VALUE.fullmatch(line)
    if not there or there["value"][:1] in ("'", '"', "", "|", ">", "[", "{"):
        return None
    value = there["value"].replace("'", "''")
    return "Put it in quotes", [f"{there['key']} '{value}'"]


def _parted(_: re.Match[str], line: str, __: str) -> tuple[str, list[str]]:
    return "Put an empty line before it", ["", line]


def _headed(match: re.Match[str], _: str, __: str) -> tuple[str, list[str]] | None:
    return None if match["line"].endswith("…") else ("Make it a heading", [match["line"]])


def _spaced(_: re.Match[str], line: str, __: str) -> tuple[str, list[str]] | None:
    new = _UNSPACED.sub(r"\1 ", line, count=1)
    return None if new == line else ("Put a space there", [new])


def _settled(number: int, lines: list[str]) -> dict[str, Any]:
    """Return what deletes a line of what is to be settled, and the key with its last one."""
    above, below = lines[number - 2].strip(), [*lines, ""][number].lstrip()
    last = above == _LIST and not below.startswith("- ")
    first = number - 1 if last else number
    label = "It is settled"
    return {"label": label, "line": first, "remove": number - first + 1, "insert": []}


_Mended = tuple[str, list[str]] | None
_REMEDIES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str, str], _Mended]], ...] = (
    (_DATE, _dated),
    (_MEANT, _named),
    (_QUOTES, _quoted),
    (_EMPTY, _parted),
    (_HEADING, _headed),
    (_SPACED, _spaced),
)
