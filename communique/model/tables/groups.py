"""The groups of rows of a table, each below a row that heads it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from communique.model.tables.columns import is_strong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.body import Node


def heads_group(row: Node, rows: Sequence[Node]) -> bool:
    """Tell whether a row of a table of these `rows` is one cell that heads those below."""
    width = sum(cell.colspan for each in rows[:1] for cell in each.children)
    return not row.head and any(cell.head and cell.colspan == width > 1 for cell in row.children)


def group_heads(rows: Sequence[Node]) -> list[Node | None]:
    """Return for each of the `rows` of a table the cell that heads its group, None where none does.

    That is one over all columns. A row whose head is strong, such as one of totals, ends the group,
    unless the heads of all rows are, or a cell of the row above goes on in it.
    """
    width = sum(cell.colspan for row in rows[:1] for cell in row.children)
    firsts = [next((cell for cell in row.children if cell.column == 0), None) for row in rows]
    heads = [
        first if first and first.head and not row.head else None
        for first, row in zip(firsts, rows, strict=True)
    ]
    is_telling = any(head and head.colspan < width and not is_strong(head) for head in heads)
    found: list[Node | None] = []
    group = None
    for row, head in zip(rows, heads, strict=True):
        if head and heads_group(row, rows):
            group = head
            found.append(None)
            continue
        is_whole = sum(cell.colspan for cell in row.children) == width
        if head and is_whole and is_telling and is_strong(head):
            group = None
        found.append(group)
    return found


def row_parts(rows: Sequence[Node]) -> list[list[Node]]:
    """Return the rows below the head of a table: each group with what heads it, and those between.

    So a cell that heads a part heads all of its other rows, and no rows but these.
    """
    heads = group_heads(rows)
    pairs = [
        (row.children[0] if heads_group(row, rows) else head, row)
        for row, head in zip(rows, heads, strict=True)
        if not row.head
    ]
    return [[row for _, row in part] for _, part in groupby(pairs, key=lambda pair: id(pair[0]))]
