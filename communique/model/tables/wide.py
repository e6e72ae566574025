"""Tables that are wider than their pages: which they are, and how each is set."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from communique.model.paragraphs import leads_to

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence, Set

    from communique.model.body import Body, Node
    from communique.model.statement import Statement

#: What leads to a table has so many characters at most: about four lines.
_MOST = 340
_NONE = frozenset[int]()


def tables(body: Body) -> list[Node]:
    """Return the tables of a text, in order."""
    return [node for node in body.walk() if node.kind == "table"]


def turnable(body: Body) -> frozenset[int]:
    """Return the numbers of the tables, from 0, that stand in no point or quotation."""
    own = {id(block) for block in body.children}
    return frozenset(number for number, table in enumerate(tables(body)) if id(table) in own)


def changed(statement: Statement, change: Callable[[int, Node], tuple[Node, ...]]) -> Statement:
    """Return a statement, in all its versions, with what becomes of each table and its number."""
    numbers = count()

    def follow(node: Node) -> tuple[Node, ...]:
        if node.kind == "table":
            return change(next(numbers), node)
        return (replace(node, children=every(node.children)),)

    def every(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(made for node in nodes for made in follow(node))

    body = replace(statement.body, children=every(statement.body.children))
    return replace(
        statement, body=body, beside=statement.beside and changed(statement.beside, change)
    )


def with_smaller(statement: Statement, smaller: Set[int], divided: Set[int]) -> Statement:
    """Return a statement of which some tables, from 0, are set in smaller type, or divided."""
    if not smaller | divided:
        return statement

    def set_smaller(number: int, table: Node) -> tuple[Node, ...]:
        return (replace(table, smaller=number in smaller, divided=number in divided),)

    return changed(statement, set_smaller)


def with_turned(
    statement: Statement, chosen: Mapping[int, int], alone: Set[int] = _NONE
) -> Statement:
    """Return a statement of which the `chosen` tables, from 0, are set across their pages.

    Each is chosen with the number of blocks above it that are, too; and so is what leads to it,
    unless it is set there `alone`. There is no other version beside such a table.
    """
    if not chosen:
        return statement
    numbers = {id(table): number for number, table in enumerate(tables(statement.body))}
    blocks = list(statement.body.children)
    for place, block in enumerate(statement.body.children):
        number = numbers.get(id(block), -1)
        if number in chosen:
            first = max(0, place - chosen[number])
            if number not in alone:
                first = _first(blocks, first)
            for each in range(first, place + 1):
                blocks[each] = replace(blocks[each], across=True)
    return replace(statement, body=replace(statement.body, children=tuple(blocks)))


def _first(blocks: Sequence[Node], place: int) -> int:
    """Return where that begins which leads to the block at a `place`: headings, short paragraphs.

    They stand on the page of what they lead to.
    """
    left = _MOST
    while place and _leads(blocks[place - 1], blocks[place]):
        left -= len(blocks[place - 1].plain)
        if left < 0:
            break
        place -= 1
    return place


def _leads(block: Node, below: Node) -> bool:
    leads = block.kind == "paragraph" and (block.leads or leads_to(block, below))
    return leads or block.kind == "heading"
