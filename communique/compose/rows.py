"""The rows of a parallel edition: what stands beside what, in every language version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.content.running_heads import width
from communique.model.paragraphs import leads_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Node


@dataclass(frozen=True)
class Row:
    """Blocks that stand side by side, one of each version."""

    nodes: tuple[Node, ...]
    join: str = ""
    """The list that the points belong to; what is read aloud is one list."""
    wide: int = 0
    """The length of the longest marker of the list."""
    leads: bool = False
    """Whether one of its paragraphs leads to what is below it, and stays with that."""

    @property
    def kind(self) -> str:
        """The kind of block."""
        return self.nodes[0].kind


def rows(versions: Sequence[Sequence[Node]]) -> list[Row]:
    """Return the rows of texts that match (see `communique.read.versions`), a point a row."""
    found: list[Row] = []
    for nodes in zip(*versions, strict=True):
        if nodes[0].kind == "list":
            found += _points(nodes, f"list-{nodes[0].line}")
        else:
            found.append(Row(nodes))
    leading = [replace(row, leads=_leads(row, below)) for row, below in pairwise(found)]
    return [*leading, *found[-1:]]


def widest_marker(points: Node) -> int:
    """Return how many letters wide the longest marker of a list is."""
    return max(width(item.marker) for item in points.children)


def _leads(row: Row, below: Row) -> bool:
    """Tell whether what a row ends with, in a point, too, leads to the row below."""
    pairs = zip(map(_last, row.nodes), below.nodes, strict=True)
    paragraphs = [(node, block) for node, block in pairs if node.kind == "paragraph"]
    return any(node.leads or leads_to(node, block) for node, block in paragraphs)


def _last(node: Node) -> Node:
    """Return the last block of a list, and of its last point, or the block itself."""
    while node.kind in ("list", "item") and node.children:
        node = node.children[-1]
    return node


def _points(lists: Sequence[Node], join: str) -> Iterator[Row]:
    wide = max(widest_marker(node) for node in lists)
    for items in zip(*(node.children for node in lists), strict=True):
        alone = (replace(node, children=(item,)) for node, item in zip(lists, items, strict=True))
        yield Row(tuple(alone), join, wide)
