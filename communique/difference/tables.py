"""Tables: columns of figures stand on the right by themselves, also where a change makes them.

That a column becomes one of figures, as where an empty cell is filled, is no change of its own, nor
is that the first cells of rows then head these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.model.tables.columns import described

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communique.model.body import Node
    from communique.model.statement import Statement

_RIGHT = "right"


def with_plain_columns(statement: Statement) -> Statement:
    """Return a statement in whose tables only those columns have a side that would not have it."""
    children = tuple(_each(node, _plain) for node in statement.body.children)
    return replace(statement, body=replace(statement.body, children=children))


def with_own_columns(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return blocks in whose tables columns have the side of their words, those of the new version.

    It undoes what `with_plain_columns` does.
    """
    return tuple(_each(node, _own) for node in nodes)


def _each(node: Node, rows: Callable[[Node], Sequence[Node]]) -> Node:
    """Return a node with other `rows` in each table."""
    if node.kind == "table":
        others = tuple(child for child in node.children if child.kind != "row")
        place = next((n for n, child in enumerate(node.children) if child.kind == "row"), 0)
        return replace(node, children=(*others[:place], *rows(node), *others[place:]))
    if any(inner.kind == "table" for inner in node.walk()):
        return replace(node, children=tuple(_each(child, rows) for child in node.children))
    return node


def _plain(table: Node) -> list[Node]:
    """Return the rows, their cells without a side or a head where it follows from their words."""
    bare = [replace(row, children=tuple(map(_bare, row.children))) for row in table.rows]
    found = []
    for row, other, by_words in zip(table.rows, bare, described(bare), strict=True):
        cells = zip(row.children, other.children, by_words.children, strict=True)
        children = tuple(
            replace(b if derived.align == a.align else a, head=row.head and a.head)
            for a, b, derived in cells
        )
        found.append(replace(row, children=children))
    return found


def _bare(cell: Node) -> Node:
    return replace(cell, align="") if cell.align == _RIGHT else cell


def _own(table: Node) -> list[Node]:
    """Return the rows, their cells with the side and the head that follow from their words."""
    later = [replace(row, children=tuple(map(_later, row.children))) for row in table.rows]
    found = []
    for row, by_words in zip(table.rows, described(later), strict=True):
        cells = zip(row.children, by_words.children, strict=True)
        children = tuple(replace(cell, align=a.align, head=a.head) for cell, a in cells)
        found.append(replace(row, children=children))
    return found


def _later(cell: Node) -> Node:
    """Return a cell without marks of changes as it is in the new version, if it has words there."""
    left = [child for child in cell.children if child.kind != "deleted"]
    inside = [
        node
        for child in left or cell.children
        for node in (child.children if child.kind in ("inserted", "deleted") else (child,))
    ]
    return replace(cell, children=tuple(inside))
