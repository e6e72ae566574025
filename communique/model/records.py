"""Records: a table that is too wide for its page, as a list in which each row is a point.

In a point stands a list of its cells, each below the head of its column. Head and cell are two
paragraphs, so that they are heard apart, and that neither changes the order of writing in the other
(UAX 9, P1). So it is advised for large print, where few columns fit (UKAAF G003).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Set

    from communique.model.body import Body
    from communique.model.statement import Statement

_BULLET = "•"
#: How a list without markers is numbered (ISO 32000-1, 14.8.5.5).
_NO_MARKERS = "None"
#: What stands for a cell that says nothing, so that nothing else is taken for its value.
_NOTHING = "–"


def tables(body: Body) -> list[Node]:
    """Return the tables of a text, in order."""
    return [node for node in body.walk() if node.kind == "table"]


def with_records(statement: Statement, chosen: Set[int]) -> Statement:
    """Return a statement, in all its versions, with lists for the `chosen` tables, from 0.

    A table without rows below its head stays as it is.
    """
    if not chosen:
        return statement
    beside = statement.beside and with_records(statement.beside, chosen)
    return replace(statement, body=_body(statement.body, chosen), beside=beside)


def _body(body: Body, chosen: Set[int]) -> Body:
    numbers = count()

    def follow(node: Node) -> Node:
        if node.kind == "table":
            return _list(node) if next(numbers) in chosen else node
        return replace(node, children=tuple(map(follow, node.children)))

    return replace(body, children=tuple(map(follow, body.children)))


def _list(table: Node) -> Node:
    head, *rows = table.children
    if not rows:
        return table
    labels = [replace(head, children=cells) for cells in (head.children, _again(head).children)]
    points = (_point(labels[number > 0], row) for number, row in enumerate(rows))
    return Node("list", table.line, tuple(points))


def _again(node: Node) -> Node:
    """Return a node that is said once more, with the notes that it calls."""
    return replace(node, again=node.kind == "call", children=tuple(map(_again, node.children)))


def _point(head: Node, row: Node) -> Node:
    """Return a row as a point: a list of those of its cells that have a head, or say something."""
    cells = tuple(
        _cell(label, cell)
        for label, cell in zip(head.children, row.children, strict=True)
        if label.children or cell.children
    )
    inside = (Node("list", row.line, cells, numbering=_NO_MARKERS),) if cells else ()
    return Node("item", row.line, inside, marker=_BULLET)


def _cell(label: Node, cell: Node) -> Node:
    """Return a cell with its head, if that has words, above what it says."""
    line = cell.line
    said = cell.children or (Node("text", line, text=_NOTHING),)
    paragraphs = [Node("paragraph", line, said)]
    if label.children:
        strong = Node("strong", line, label.children)
        paragraphs.insert(0, Node("paragraph", line, (strong,)))
    return Node("item", line, tuple(paragraphs))
