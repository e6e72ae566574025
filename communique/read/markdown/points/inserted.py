"""Points that a later text put between others: 2bis. and 3a., which Markdown takes for words.

They are parsed as if they had the number of the point that they follow. Only what then became a
point keeps this; any other such line is text, as it is written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from communique.read.markdown.points.markers import ADDITION, is_next_addition
from communique.read.markdown.references import Labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

    Parse = Callable[[str, dict[str, Any]], Sequence[Token]]

#: What may stand before a point: spaces and the marks of quotations.
_NUMBER = re.compile(rf"([ \t>]*)(\d{{1,3}})({ADDITION})?([.)])(?=[ \t]+\S)")


def parsed(parse: Parse, text: str) -> tuple[Sequence[Token], dict[str, Any]]:
    """Return the tokens that `parse` makes of a `text`, inserted points among them.

    Return the environment, too, that the parser has filled.
    """
    found = dict(_inserted(text.split("\n")))
    for again in (True, False, False):
        environment: dict[str, Any] = {"references": Labels()}
        tokens = parse(_plain(text, found), environment)
        points = {token.map[0]: token for token in tokens if _is_numbered(token) and token.map}
        if found.keys() <= points.keys():
            break
        found = {line: number for line, number in found.items() if again and line in points}
    for line, number in found.items():
        points[line].info = number
    return tokens, environment


def _inserted(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the index of each line that begins with the number after the last one in its column."""
    last: dict[tuple[str, str], tuple[str, str]] = {}
    for index, line in enumerate(lines):
        if match := _NUMBER.match(line):
            before, number, addition, sign = match.groups()
            above = last.get((before, sign))
            if not addition:
                last[before, sign] = number, ""
            elif above and above[0] == number and is_next_addition(above[1], addition):
                last[before, sign] = number, addition
                yield index, f"{number}{addition}"


def _plain(text: str, found: dict[int, str]) -> str:
    """Return a text with plain numbers in the lines that were `found`, as long as these were."""
    lines = text.split("\n") if found else [text]
    for index in found:
        if match := _NUMBER.match(lines[index]):
            before, number, addition, sign = match.groups()
            rest = lines[index][match.end() :]
            lines[index] = f"{before}{number}{sign}{' ' * len(addition)}{rest}"
    return "\n".join(lines)


def _is_numbered(token: Token) -> bool:
    return token.type == "list_item_open" and token.info != ""
