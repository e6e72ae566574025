"""Points indented by four spaces or more, which statements have and which are no code here.

The parser's rule for lists takes such a line for the continuation of the point before it, since
in Markdown four spaces begin a block of code, which is switched off here.
https://spec.commonmark.org/0.31.2/#list-items
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_block.list import list_block

from communique.read.markdown.markers import INDENTED

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_INSIDE = 4  # columns; "Points inside a point are indented by four spaces"
_COLUMNS = "communique_list_columns"


def install(parser: MarkdownIt) -> None:
    """Let the `parser` take a line at the column of the points before it for one of them."""
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # the parser's
    columns: list[int] = state.env.setdefault(_COLUMNS, [])
    if silent:
        indent = state.listIndent
        if columns and state.sCount[start] == columns[-1]:
            state.listIndent = -1
        try:
            return list_block(state, start, end, silent)
        finally:
            state.listIndent = indent
    columns.append(state.sCount[start])
    indented = state.sCount[start] - max(state.blkIndent, 0) >= _INSIDE
    first = len(state.tokens)
    try:
        found = list_block(state, start, end, silent)
    finally:
        columns.pop()
    if found:
        state.tokens[first].meta[INDENTED] = indented
    return found


def column(state: StateBlock) -> int:
    """Return the column of the points that the parser is in, -1 where it is in none."""
    return int([-1, *state.env.get(_COLUMNS, [])][-1])
