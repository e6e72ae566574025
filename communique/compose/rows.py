"""The rows of a parallel edition: what stands beside what, in every language version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

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
    return found


def _points(lists: Sequence[Node], join: str) -> Iterator[Row]:
    wide = max(len(item.marker) for node in lists for item in node.children)
    for items in zip(*(node.children for node in lists), strict=True):
        alone = (replace(node, children=(item,)) for node, item in zip(lists, items, strict=True))
        yield Row(tuple(alone), join, wide)
