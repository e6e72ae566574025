"""Records: a table that is too wide for its page, as a list in which each row is a point.

In a point stands a list of its cells, each below the head of its column. Head and cell are two
paragraphs, so that they are heard apart, and that neither changes the order of writing in the other
(UAX 9, P1). So it is advised for large print, where few columns fit (UKAAF G003).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from communique.model.body import Node
from communique.model.tables.grid import grid
from communique.model.tables.wide import changed, tables

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from communique.model.statement import Statement

_BULLET = "•"
#: How a list without markers is numbered (ISO 32000-1, 14.8.5.5).
_NO_MARKERS = "None"
#: What stands for a cell that says nothing, so that nothing else is taken for its value.
_NOTHING = "–"
#: What stands between the heads of a column where it has several.
_BETWEEN = " · "


def with_records(statement: Statement, chosen: Set[int]) -> Statement:
    """Return a statement, in all its versions, with lists for the `chosen` tables, from 0.

    A table without rows below its head stays as it is.
    """
    if not chosen:
        return statement
    return changed(
        statement, lambda number, table: _listed(table) if number in chosen else (table,)
    )


def without_joins(statement: Statement) -> Statement:
    """Return a statement whose tables have one row in the head and no joined cells.

    That is for plain text. A table is a list where a cell below the head stands over
    several columns and not over all, since no column then says what it is.
    """
    if all(_is_plain(table) for version in statement.versions for table in tables(version.body)):
        return statement
    return changed(statement, lambda _, table: (table,) if _is_plain(table) else _apart(table))


def _is_plain(table: Node) -> bool:
    cells = [cell for row in table.rows for cell in row.children]
    joined = any(cell.colspan > 1 or cell.rowspan > 1 for cell in cells)
    return not joined and sum(row.head for row in table.rows) <= 1


def _apart(table: Node) -> tuple[Node, ...]:
    """Return a table without joined cells: a cell over several rows is said in each of them."""
    rows = table.rows
    places = grid(rows)
    wide = range(2, len(places[0]))
    if any(cell.colspan in wide for row in rows if not row.head for cell in row.children):
        return _listed(table)
    heads = sum(row.head for row in rows)
    labels = [(_label(column[:heads]), column[heads - 1]) for column in zip(*places, strict=True)]
    head = [
        replace(cell, children=label, column=column, rowspan=1, colspan=1)
        for column, (label, cell) in enumerate(labels)
    ]
    made = [replace(rows[heads - 1], children=tuple(head))]
    for row, cells in zip(rows[heads:], places[heads:], strict=True):
        own = {id(cell) for cell in row.children}
        said = (cell if id(cell) in own else _again(cell) for cell in cells)
        once = (
            cell if cell.column == column else Node("cell", row.line)
            for column, cell in enumerate(said)
        )
        each = tuple(replace(cell, column=n, colspan=1, rowspan=1) for n, cell in enumerate(once))
        made.append(replace(row, children=each))
    others = {child.kind: child for child in table.children if child.kind != "row"}
    children = [others.get("caption"), *made, others.get("source")]
    return (replace(table, children=tuple(filter(None, children))),)


def _listed(table: Node) -> tuple[Node, ...]:
    """Return a table as a list, with its caption above and its source below as paragraphs."""
    places = grid(table.rows)
    heads = sum(row.head for row in table.rows)
    above, below = places[:heads], places[heads:]
    if not below:
        return (table,)
    points = (
        _point(above, cells, row, again=number > 0)
        for number, (cells, row) in enumerate(zip(below, table.rows[heads:], strict=True))
    )
    made = Node("list", table.line, tuple(points))
    return tuple(
        made if child is table.rows[0] else replace(child, kind="paragraph")
        for child in table.children
        if child is table.rows[0] or child.kind != "row"
    )


def _again(node: Node) -> Node:
    """Return a node that is said once more, with the notes that it calls."""
    return replace(node, again=node.kind == "call", children=tuple(map(_again, node.children)))


def _point(
    heads: Sequence[Sequence[Node]], cells: Sequence[Node], row: Node, *, again: bool
) -> Node:
    """Return a row as a point: a list of those of its cells that have a head, or say something."""
    own = {id(cell) for cell in row.children}
    items: list[Node] = []
    for _, group in groupby(enumerate(cells), key=lambda pair: id(pair[1])):
        columns, (cell, *_) = zip(*group, strict=True)
        over = columns if len(columns) < len(cells) or len(cells) == 1 else ()
        label = _label([line[column] for line in heads for column in over])
        if again:
            label = tuple(map(_again, label))
        if label or cell.children:
            items.append(_cell(label, cell if id(cell) in own else _again(cell), row.line))
    inside = (Node("list", row.line, tuple(items), numbering=_NO_MARKERS),) if items else ()
    return Node("item", row.line, inside, marker=_BULLET)


def _label(heads: Sequence[Node]) -> tuple[Node, ...]:
    """Return the words of the heads above a cell, each once."""
    parts = [head for head in {id(head): head for head in heads}.values() if head.children]
    between = Node("text", parts[0].line, text=_BETWEEN) if parts else None
    return tuple(
        node
        for number, part in enumerate(parts)
        for node in ((between,) if between and number else ()) + part.children
    )


def _cell(label: tuple[Node, ...], cell: Node, line: int) -> Node:
    """Return a cell with its head, if that has words, above what it says."""
    said = cell.children or (Node("text", line, text=_NOTHING),)
    paragraphs = [Node("paragraph", line, said)]
    if label:
        strong = Node("strong", line, label)
        paragraphs.insert(0, Node("paragraph", line, (strong,)))
    return Node("item", line, tuple(paragraphs))
