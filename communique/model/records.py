"""Records: a table that is too wide for its page, as a list in which each row is a point.

There each value stands below the one before it, after the words at the head of its column. So it
is advised for large print, where few columns fit (UKAAF G003), and so plain text has it.
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
    """Return a row as a point: a line for each of its cells that says something."""
    line = row.line
    parts: list[Node] = []
    for label, cell in zip(head.children, row.children, strict=True):
        if not label.children and not cell.children:
            continue
        parts += [Node("break", line)] if parts else []
        parts += [Node("strong", line, label.children)] if label.children else []
        parts += [Node("text", line, text=": " if cell.children else ":")] if label.children else []
        parts += cell.children
    return Node("item", line, (Node("paragraph", line, tuple(parts)),), marker=_BULLET)
