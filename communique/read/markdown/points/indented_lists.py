"""Points indented by four spaces or more, which statements have and which are no code here.

The parser's rule for lists takes such a line for the continuation of the point before it, since
in Markdown four spaces begin a block of code, which is switched off here. Points that are indented
by less than the words above them are none of that point's, which nobody sees: they are refused.
https://spec.commonmark.org/0.31.2/#list-items
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from markdown_it.rules_block.list import list_block

from communique.model.faults import cut
from communique.read.markdown.points.markers import INDENTED

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

    from communique.model.faults import Faults

_INSIDE = 4  # columns; "Points inside a point are indented by four spaces"
_COLUMNS = "communique_list_columns"
_LAST = "communique_last_points"
_FOUND = "communique_points_beside"
#: A marker and the spaces behind it.
_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])[ \t]*")


class _Point(NamedTuple):
    """A point as it is written."""

    line: int
    column: int
    inside: int
    """The column of its words, where points inside it begin."""
    number: int
    """-1 if it has none."""


def install(parser: MarkdownIt) -> None:
    """Let the `parser` take a line at the column of the points before it for one of them."""
    parser.block.ruler.at("list", _list, {"alt": ["paragraph", "reference", "blockquote"]})


def explain(environment: dict[str, Any], text: str, first_line: int, faults: Faults) -> None:
    """Tell of the points that stand beside the one above, and may have been meant to be in it.

    They were found in the `text`, which begins on `first_line`, by a parser with this
    `environment`. Where an empty line is between the two, they may be meant.
    """
    lines = text.split("\n")
    for index, (column, inside) in environment.get(_FOUND, {}).items():
        line = lines[index].lstrip("> \t").rstrip()
        shown = f"“{cut(line)}”"
        wrong = f"{shown} is indented, and yet no point of the one above it"
        instead = (
            f"indent it by {inside} spaces if it belongs to the point above, else by "
            f"{column or 'none'}"
        )
        note = faults.add if lines[index - 1].strip("> \t") else faults.remark
        note(first_line + index, "list", wrong, instead)


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # the parser's
    columns: list[int] = state.env.setdefault(_COLUMNS, [])
    if silent:
        indent = state.listIndent
        if columns and state.sCount[start] == columns[-1]:
            state.listIndent = -1
        try:
            found = list_block(state, start, end, silent)
            state.listIndent = -1
            if not found and columns and columns[-1] < state.sCount[start] < state.blkIndent:
                _note_swallowed(state, start, end)
        finally:
            state.listIndent = indent
        return found
    columns.append(state.sCount[start])
    indented = state.sCount[start] - max(state.blkIndent, 0) >= _INSIDE
    first = len(state.tokens)
    try:
        found = list_block(state, start, end, silent)
    finally:
        columns.pop()
    if found:
        state.tokens[first].meta[INDENTED] = indented
        _note_beside(state, first)
    return found


def _note_swallowed(state: StateBlock, line: int, end: int) -> None:
    """Note a point that the parser takes for a line of the point above it, far set in as it is."""
    if list_block(state, line, end, True):
        above = state.env[_COLUMNS][-1]
        state.env.setdefault(_FOUND, {})[line] = above, state.blkIndent


def _note_beside(state: StateBlock, first: int) -> None:
    """Note which points of the list that begins with the token `first` may belong to another.

    The last point of a list is kept for the list that begins right after it.
    """
    level, found = state.tokens[first].level, state.env.setdefault(_FOUND, {})
    ended: dict[tuple[int, int], _Point] = state.env.setdefault(_LAST, {})
    items = [each for each in state.tokens[first:] if each.type == "list_item_open"]
    points = [
        _point(state, *each.map[:1]) for each in items if each.level == level + 1 and each.map
    ]
    above = ended.pop((level, points[0].line), None)
    if above and above.column < points[0].column < above.inside:
        found[points[0].line] = above.column, above.inside
    for one, two in pairwise(points):
        counts = two.number > one.number > -1
        if one.column < two.column < one.inside and not counts:
            found[two.line] = one.column, one.inside
    ended[level, state.line] = points[-1]


def _point(state: StateBlock, line: int) -> _Point:
    """Return the point that begins on a line."""
    column, begin = state.sCount[line], state.bMarks[line] + state.tShift[line]
    match = _MARKER.match(state.src, begin, state.eMarks[line])
    marker = match[0] if match else ""
    width = len((" " * column + marker).expandtabs(_INSIDE)) - column
    bare = len(marker.rstrip())
    inside = column + (width if bare < width <= bare + _INSIDE else bare + 1)
    number = marker.rstrip(" \t.)")
    return _Point(line, column, inside, int(number) if number.isdecimal() else -1)


def column(state: StateBlock) -> int:
    """Return the column of the points that the parser is in, -1 where it is in none."""
    return int([-1, *state.env.get(_COLUMNS, [])][-1])
