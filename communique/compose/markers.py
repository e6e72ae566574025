"""The room for the markers of lists: points as deep in a text begin at one edge throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.content.running_heads import width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from communique.model.body import Node


#: In markers that are counted two of these signs are as wide as one letter.
_NARROW = frozenset(" \u00a0.)i")


def widest(points: Node) -> float:
    """Return how many letters wide the longest marker of a list is."""
    half = _NARROW if _is_counted(points) else frozenset()
    return max(
        width(item.marker) - sum(sign in half for sign in item.marker) / 2
        for item in points.children
    )


def widest_among(blocks: Iterable[Node]) -> Callable[[Node], float]:
    """Return what says how many letters wide the markers of a list of these `blocks` may be.

    Lists that are counted 1, 2, 3, such as one with a 6 bis, have the room of the widest marker of
    all of them that are as deep; any other list has that of its own.
    """
    counted = [each for block in blocks for each in _lists(block) if _is_counted(each[1])]
    most: dict[int, float] = {}
    for depth, points in counted:
        most[depth] = max(widest(points), most.get(depth, 0))
    rooms = {id(points): most[depth] for depth, points in counted}
    return lambda points: rooms.get(id(points)) or widest(points)


def _lists(block: Node, depth: int = 0) -> Iterator[tuple[int, Node]]:
    """Yield the lists of a block, itself included, and in how many others each stands."""
    if block.kind == "table":
        return
    is_list = block.kind == "list"
    if is_list:
        yield depth, block
    for child in block.children:
        yield from _lists(child, depth + is_list)


def _is_counted(points: Node) -> bool:
    return any(item.marker[:1].isdigit() for item in points.children)
