"""Tables that are wider than their pages: which they are, and how each is set."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from communique.model.paragraphs import leads_to

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence, Set

    from communique.model.body import Body, Node
    from communique.model.statement import Statement

#: What leads to a table has so many characters at most: about four lines.
_MOST = 340
_NONE = frozenset[int]()


def tables(body: Body) -> list[Node]:
    """Return the tables of a text, in order."""
    return [node for node in body.walk() if node.kind == "table"]


def parts(blocks: Sequence[Node]) -> list[Node]:
    """Return what is set together on pages, in order: blocks but rules; of a list its points."""
    each = (block.children if block.kind == "list" else (block,) for block in blocks)
    return [part for group in each for part in group if part.kind != "rule"]


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
    statement: Statement, chosen: Set[int], alone: Set[int] = _NONE, along: Set[int] = _NONE
) -> Statement:
    """Return a statement of which the `chosen` tables, from 0, are set across their pages.

    So is what leads to each, unless it is set there `alone`, and so are the `parts` of the lines
    `along`, with what leads to them. There is no other version beside them.
    """
    if not chosen:
        return statement
    body = statement.body
    across = {id(part) for part in parts(body.children) if part.line in along}
    left = {id(table) for number, table in enumerate(tables(body)) if number in alone}
    across |= {id(table) for number, table in enumerate(tables(body)) if number in chosen}
    blocks = [_across(block, across) for block in body.children]
    for place, block in enumerate(body.children):
        if blocks[place].across and id(block) not in left:
            for each in range(_first(blocks, place), place):
                blocks[each] = replace(blocks[each], across=True)
    blocks = [
        replace(block, across=True) if _is_ruled(blocks, place) else block
        for place, block in enumerate(blocks)
    ]
    return replace(statement, body=replace(body, children=tuple(blocks)))


def _is_ruled(blocks: Sequence[Node], place: int) -> bool:
    """Tell whether there is a rule at a `place`, between blocks that are set across their page."""
    around = (*blocks[place - 1 : place], *blocks[place + 1 : place + 2])
    return blocks[place].kind == "rule" and all(block.across for block in around)


def _across(block: Node, chosen: Set[int]) -> Node:
    """Return a block that is set across its page if it, or each of its points, is `chosen`."""
    points = block.children if block.kind == "list" else ()
    if chosen.isdisjoint(map(id, points)):
        return replace(block, across=True) if id(block) in chosen else block
    children = tuple(replace(point, across=id(point) in chosen) for point in points)
    return replace(block, children=children, across=all(point.across for point in children))


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
