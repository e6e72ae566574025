"""Where a line of a YAML text stands, also of one that the parser cannot read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_POINT = "-"
_TOKEN = re.compile(r" *(?:(?P<point>-)(?=\s|\Z)|(?P<key>[^\s#\[\]{},'\"-][^:{\[]*?):(?=\s|\Z))")


def place_of(lines: Sequence[str], index: int, key: str = "") -> str:
    """Return the place of the line `index` as an author reads it: ``issuers.2.office``.

    `key` is that of the line, where it may not be written as one.
    """
    written = list(_tokens(lines[index]))
    points = [token for token in written if token[1] == _POINT]
    start = len(lines[index]) - len(lines[index].lstrip(" -"))
    in_brackets = lines[index][start : start + 1] in ("{", "[")
    own = [(start, key)] if key and not (points and in_brackets) else []
    tokens = [*points, *own]
    above = (token for line in reversed(lines[:index]) for token in reversed([*_tokens(line)]))
    parts: list[str] = []
    limit, count = start + 1, 0  # columns; the points of a list that were counted so far
    for column, name in (*reversed(tokens), *above):
        if name == _POINT and (column < limit or (count and column == limit)):
            limit, count = column, count * (column == limit) + 1
        elif name != _POINT and (column < limit or (count and column == limit)):
            parts += [str(count)] if count else []
            parts.append(name)
            limit, count = column, 0
    return ".".join(reversed(parts)) or key


def _tokens(line: str) -> Iterator[tuple[int, str]]:
    """Yield the hyphens and keys that a line begins with, each with its column."""
    match = _TOKEN.match(line)
    while match:
        yield match.start(match.lastgroup or 0), match["key"] or _POINT
        match = None if match["key"] else _TOKEN.match(line, match.end())
