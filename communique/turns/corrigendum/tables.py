"""Tables: columns of figures stand on the right by themselves, also where a correction makes them.

That a column becomes one of figures, as where an empty cell is filled, is no change of its own, nor
is that the first cells of rows then head these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.read.markdown.tables.columns import described

if TYPE_CHECKING:
    from communique.model.body import Node
    from communique.model.statement import Statement

_RIGHT = "right"


def with_plain_columns(statement: Statement) -> Statement:
    """Return a statement in whose tables only those columns have a side that would not have it."""
    children = tuple(map(_plain, statement.body.children))
    return replace(statement, body=replace(statement.body, children=children))


def _plain(node: Node) -> Node:
    if node.kind == "table":
        others = tuple(child for child in node.children if child.kind != "row")
        place = next((n for n, child in enumerate(node.children) if child.kind == "row"), 0)
        return replace(node, children=(*others[:place], *_rows(node), *others[place:]))
    if any(inner.kind == "table" for inner in node.walk()):
        return replace(node, children=tuple(map(_plain, node.children)))
    return node


def _rows(table: Node) -> list[Node]:
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
