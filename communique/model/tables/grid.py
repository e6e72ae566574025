"""The grid of a table: which cell stands at which of its places."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.body import Node


def grid(rows: Sequence[Node]) -> list[list[Node]]:
    """Return the cells of the `rows` of a table, a list of as many as it has columns for each row.

    A cell that stands over several columns or rows is at each of their places.
    """
    found: list[dict[int, Node]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        for cell in row.children:
            for line in found[number : number + cell.rowspan]:
                line.update(dict.fromkeys(range(cell.column, cell.column + cell.colspan), cell))
    return [[line[column] for column in sorted(line)] for line in found]
