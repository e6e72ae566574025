"""Tables: what of them stands apart, and what of them and before them is kept on one page."""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from communique.model.grid import grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Node

#: A row of a table has about so many characters.
_ROW = 70
#: So many lines are half a page in large print, and a third of one otherwise.
_SHORT = 14
#: A figure, with its unit and its mark, has so many characters at most.
_FIGURE = 16


def is_whole(cell: Node) -> bool:
    """Tell whether a cell, such as one with a figure and its mark, is set on one line."""
    return cell.align == "right" and len(cell.plain) <= _FIGURE


def apart(table: Node, way: str) -> set[tuple[int, int]]:
    """Return which cells would begin where the longest figures of the column before them end.

    Each is known by its line and its column; `way` is how the text runs.
    """
    end = "right" if way == "ltr" else "left"
    return {
        (cell.line, cell.column)
        for row in grid(table.rows)
        for before, cell in pairwise(row)
        if before is not cell and before.align == end != cell.align
    }


def is_short(table: Node) -> bool:
    """Tell whether a table is so short that it is rather moved to the next page than divided."""
    return sum(max(1, ceil(len(row.plain) / _ROW)) for row in table.rows) <= _SHORT


def grouped(blocks: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """Yield blocks in groups: others, and each table across its page with what is set above it."""
    group: list[Node] = []
    for block in blocks:
        if group and (group[-1].across != block.across or _is_turned(group[-1])):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _is_turned(block: Node) -> bool:
    return block.across and block.kind == "table"
