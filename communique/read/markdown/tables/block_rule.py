"""Where a table begins and ends for the parser.

The head of GitHub's pipe tables has one row above the line of hyphens, that of MultiMarkdown's has
any number. A line that begins with a colon belongs to a table and is no row of it.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import table as one_head_row

from communique.read.markdown.dialects.html import LINE_END
from communique.read.markdown.tables.bars import cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

#: So many rows may stand above the line of hyphens.
_MOST = 4
#: What a line begins with that belongs to the table above or below it.
_BESIDE = (": ", ":\t")
#: The end of a line within a cell, with the spaces around it.
_BREAK = re.compile(r"[ \t]*(?<!\\)<br[ \t]*/?>[ \t]*", re.IGNORECASE)


def install(parser: MarkdownIt) -> None:
    """Let the `parser` read such tables."""
    parser.block.ruler.at("table", table, {"alt": ["paragraph", "reference"]})


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines of a table, as a rule of the parser's does; the line below it ends it."""
    last = _last_head_row(state, start, end)
    if not one_head_row(state, last, end, True):
        return False
    if silent:
        return True
    below = (line for line in range(last + 2, end) if belongs(_line(state, line)))
    first = len(state.tokens)
    one_head_row(state, last, next(below, end), False)
    head = _row(state.tokens[first:])
    rows = [token for line in range(start, last) for token in _like(head, state, line)]
    place = state.tokens.index(head[0], first)
    state.tokens[place:place] = rows
    for token in state.tokens[first:place]:  # the table and its head begin earlier
        token.map = [start, *(token.map or [])[1:]]
    for token in state.tokens[first:]:
        token.content = _BREAK.sub(LINE_END, token.content)
    return True


def belongs(line: str) -> bool:
    """Tell whether a line begins as those do that belong to the table above or below it."""
    return line.startswith(_BESIDE)


def _last_head_row(state: StateBlock, start: int, end: int) -> int:
    """Return the line of the last row of the head of a table that may begin on a line."""
    rows = 1
    while rows < _MOST and start + rows < end and not one_head_row(state, start, end, True):
        line = _line(state, start + rows)
        if not _line(state, start).startswith("|") or not line.startswith("|"):
            break
        if one_head_row(state, start + rows, end, True):
            return start + rows
        rows += 1
    return start


def _row(tokens: list[Token]) -> list[Token]:
    """Return the tokens of the first row among the `tokens` of a table."""
    begin, end = (
        next(place for place, token in enumerate(tokens) if token.type == kind)
        for kind in ("tr_open", "tr_close")
    )
    return tokens[begin : end + 1]


def _like(head: list[Token], state: StateBlock, line: int) -> Iterator[Token]:
    """Yield the tokens of another row of the head, on a line; cells too many are left out."""
    contents = iter(cells(_line(state, line)))
    for token in deepcopy(head):
        if token.map:
            token.map = [line, line + 1]
        if token.type == "inline":
            token.content = mdTrim(next(contents, ""))
        yield token


def _line(state: StateBlock, index: int) -> str:
    return state.src[state.bMarks[index] + state.tShift[index] : state.eMarks[index]].rstrip()
