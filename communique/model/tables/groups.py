"""The groups of rows of a table, each below a row that heads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.tables.columns import is_strong

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.body import Node


def group_heads(rows: Sequence[Node]) -> list[Node | None]:
    """Return for each of the `rows` of a table the cell that heads its group, None where none does.

    That is one over all columns. A row whose head is strong, such as one of totals, ends the group,
    unless the heads of all rows are.
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
    for head in heads:
        if head and width > 1 and head.colspan == width:
            group = head
            found.append(None)
            continue
        if head and is_telling and is_strong(head):
            group = None
        found.append(group)
    return found
