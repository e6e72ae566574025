"""Tables: columns of figures stand on the right by themselves, also where a change makes them.

That a column becomes one of figures, as where an empty cell is filled, is no change of its own, nor
is that the first cells of rows then head these.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.model.tables.columns import described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence, Set

    from communique.model.body import Node
    from communique.model.statement import Statement

_RIGHT = "right"


def with_plain_columns(statement: Statement) -> Statement:
    """Return a statement in whose tables only those columns have a side that would not have it."""
    children = tuple(_each(node, _plain) for node in statement.body.children)
    return replace(statement, body=replace(statement.body, children=children))


def with_like_columns(old: Statement, new: Statement) -> tuple[Statement, Statement]:
    """Return both versions `with_plain_columns`, and their tables with the same sides.

    A column on the right in both has that side in both, also where only one of them has words or
    figures that ask for it, and the author of the other one wrote it: that is no change.
    """
    sides = [[*_tables(each)] for each in (old, new)]
    plain = [with_plain_columns(each) for each in (old, new)]
    by_heads = [{_heads(table): table for table in each} for each in sides]
    right = {
        heads: _right(table) & _right(by_heads[1][heads])
        for heads, table in by_heads[0].items()
        if heads in by_heads[1]
    }
    written = [{_heads(table): _right(table) for table in _tables(each)} for each in plain]
    for heads in right:
        right[heads] &= written[0][heads] | written[1][heads]

    def alike(table: Node) -> list[Node]:
        columns = right.get(_heads(table), set())
        return [
            replace(row, children=tuple(_on_right(cell, columns) for cell in row.children))
            for row in table.rows
        ]

    one, other = (
        replace(
            each,
            body=replace(each.body, children=tuple(_each(n, alike) for n in each.body.children)),
        )
        for each in plain
    )
    return one, other


def _tables(statement: Statement) -> Iterator[Node]:
    return (node for node in statement.body.walk() if node.kind == "table")


def _heads(table: Node) -> tuple[str, ...]:
    """Return what a table is known by in both versions: the words of its heads."""
    return tuple(cell.plain for row in table.rows if row.head for cell in row.children)


def _right(table: Node) -> set[int]:
    """Return the columns of which all cells below the head stand on the right."""
    cells = [cell for row in table.rows if not row.head for cell in row.children]
    return {cell.column for cell in cells} - {
        cell.column for cell in cells if cell.align != _RIGHT or cell.colspan > 1
    }


def _on_right(cell: Node, columns: Set[int]) -> Node:
    is_one = cell.column in columns and cell.colspan == 1 and not cell.align
    return replace(cell, align=_RIGHT) if is_one else cell


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
