"""The lines of a key with a new value, in which those stay that say what is said now, too.

So a comment in the list of parties stays where another party is changed. Lines are parted by how
far they stand from the left; whoever asks looks whether the outcome says what it should.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from communique.desk.form.written import item, same, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NOTHING = re.compile(r"[ \t]*(?:#.*)?")
#: A comment behind a value that has no quotes, and behind one in quotes.
_BEHIND = re.compile(r"[ \t]+#.*")
_BEHIND_QUOTED = re.compile(r"(?<=['\"])[ \t]+#[^'\"]*\Z")


def edited(lines: list[str], key: str, there: Any, value: Any) -> list[str]:
    """Return the `lines` of a `key`, which has the value `there`, with another `value`.

    All are written anew where they cannot be parted.
    """
    first = next((n for n, line in enumerate(lines) if not _NOTHING.fullmatch(line)), 0)
    above, start, below = lines[:first], lines[first], lines[first + 1 :]
    if value is None:
        return []
    if isinstance(there, dict) and isinstance(value, dict):
        inner = _group(below, there, value)
    elif isinstance(there, list) and isinstance(value, list):
        inner = _list(below, there, value)
    else:
        inner = None
    if inner is not None:
        return [*above, start, *inner]
    new = _indented(written(key, value), _indent(start))
    if len(new) == 1 and (note := _behind(start, there)):
        new = [new[0] + note]
    return [*above, *new]


def _group(lines: list[str], there: Mapping[str, Any], value: Mapping[str, Any]) -> Any:
    """Return the lines of the keys of a group; None where they cannot be parted."""
    parts = _parts(lines, len(there))
    if not parts:
        return None
    found: list[str] = []
    for key, part in zip(there, parts, strict=True):
        if key not in value:
            continue
        found += part if same(there[key], value[key]) else edited(part, key, there[key], value[key])
    indent = _indent(next(line for line in lines if not _NOTHING.fullmatch(line)))
    for key in (each for each in value if each not in there):
        found += _indented(written(key, value[key]), indent)
    return found


def _list(lines: list[str], there: Sequence[Any], value: Sequence[Any]) -> list[str] | None:
    """Return the lines of the items of a list; None where they cannot be parted."""
    parts = _parts(lines, len(there))
    if not parts:
        return None
    indent = _indent(next(line for line in lines if not _NOTHING.fullmatch(line)))
    left = dict(enumerate(there))
    stays = {}
    for number, each in enumerate(value):
        if (old := next((n for n in left if same(left[n], each)), None)) is not None:
            stays[number] = old
            del left[old]
    found: list[str] = []
    for number, each in enumerate(value):
        if number in stays:
            found += parts[stays[number]]
            continue
        old = _most_like(each, number, left)
        was = left.pop(old, None)
        new = _item(parts[old], was, each) if isinstance(was, dict) else None
        found += new or _indented(item(each), indent)
    return found


def _most_like(value: Any, number: int, left: Mapping[int, Any]) -> int:
    """Return which item of those that are `left` became this one; -1 where none did."""

    def alike(old: int) -> tuple[int, bool]:
        both = isinstance(left[old], dict) and isinstance(value, dict)
        shared = [key for key in left[old] if same(left[old][key], value.get(key))] if both else []
        return len(shared), old == number

    best = max(left, key=alike, default=-1)
    return best if best >= 0 and any(alike(best)) else -1


def _item(lines: list[str], there: Mapping[str, Any], value: Any) -> list[str] | None:
    """Return the lines of an item that is a group; None where they cannot be parted."""
    first = next(n for n, line in enumerate(lines) if not _NOTHING.fullmatch(line))
    dash = len(_indent(lines[first]))
    inner = [lines[first].replace("-", " ", 1), *lines[first + 1 :]]
    new = _group(inner, there, value) if isinstance(value, dict) else None
    if not new:
        return None
    start = next(n for n, line in enumerate(new) if not _NOTHING.fullmatch(line))
    new[start] = f"{new[start][:dash]}-{new[start][dash + 1 :]}"
    return [*lines[:first], *new]


def _parts(lines: list[str], count: int) -> list[list[str]] | None:
    """Part lines into those of so many values, each with the comments above it."""
    filled = [n for n, line in enumerate(lines) if not _NOTHING.fullmatch(line)]
    indent = _indent(lines[filled[0]]) if filled else ""
    starts = [n for n in filled if _indent(lines[n]) == indent]
    if not starts or len(starts) != count:
        return None
    ends = [max((n for n in filled if n < start), default=-1) + 1 for start in starts]
    return [lines[a:b] for a, b in zip(ends, [*ends[1:], len(lines)], strict=True)]


def _behind(line: str, there: Any) -> str:
    """Return the comment behind a value in its line."""
    found = (_BEHIND_QUOTED if getattr(there, "quoted", False) else _BEHIND).search(line)
    return found[0] if found else ""


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _indented(lines: list[str], indent: str) -> list[str]:
    return [indent + line for line in lines]
