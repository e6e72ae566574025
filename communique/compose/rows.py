"""The rows of a parallel edition: what stands beside what, in every language version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.compose.markers import widest_among
from communique.model.paragraphs import stays_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Node, Note


#: What stands for a block where one version has none.
_GAP = "gap"


@dataclass(frozen=True)
class Row:
    """Blocks that stand side by side, one of each version."""

    nodes: tuple[Node, ...]
    join: str = ""
    """The list that the points belong to; what is read aloud is one list."""
    wide: float = 0
    """The length of the longest marker of the list."""
    leads: bool = False
    """Whether one of its paragraphs leads to what is below it, and stays with that."""

    @property
    def kind(self) -> str:
        """The kind of block, of which one version may have a gap."""
        return next((node.kind for node in self.nodes if node.kind != _GAP), _GAP)


def rows(versions: Sequence[Sequence[Node]]) -> list[Row]:
    """Return the rows of texts that match (see `communique.read.versions`), a point a row."""
    found: list[Row] = []
    widest = [widest_among(version) for version in versions]
    for number, nodes in enumerate(zip(*versions, strict=True)):
        if any(node.kind == "list" for node in nodes):
            wide = max(of(node) for of, node in zip(widest, nodes, strict=True) if node.children)
            found += _points(nodes, f"list-{nodes[0].line}-{number}", wide)
        else:
            found.append(Row(nodes))
    leading = [replace(row, leads=_leads(row, below)) for row, below in pairwise(found)]
    return [*leading, *found[-1:]]


def _leads(row: Row, below: Row) -> bool:
    """Tell whether what a row ends with, in a point, too, leads to the row below."""
    pairs = zip(map(_last, row.nodes), below.nodes, strict=True)
    paragraphs = [(node, block) for node, block in pairs if node.kind == "paragraph"]
    return any(stays_with(node, block) for node, block in paragraphs)


def _last(node: Node) -> Node:
    """Return the last block of a list, and of its last point, or the block itself."""
    while node.kind in ("list", "item") and node.children:
        node = node.children[-1]
    return node


def _points(lists: Sequence[Node], join: str, wide: float) -> Iterator[Row]:
    """Yield a row for each of the points of lists; where a version has none, it has a gap."""
    most = max(len(node.children) for node in lists)
    every = (node.children or (node,) * most for node in lists)
    for items in zip(*every, strict=True):
        pairs = zip(lists, items, strict=True)
        alone = (
            item if item.kind == _GAP else replace(node, children=(item,)) for node, item in pairs
        )
        yield Row(tuple(alone), join, wide)


def note_rows(versions: Sequence[Sequence[Note]]) -> list[tuple[Note | None, ...]]:
    """Return the notes of texts in rows: those that the new versions have stand side by side.

    A note that was deleted, or all of them where they come in another order in one of the texts,
    have a row of their own.
    """
    one, other = versions
    orders = [[note.later or note.number for note in side if _stands(note)] for side in versions]
    if orders[0] != orders[1]:
        return [*((note, None) for note in one), *((None, note) for note in other)]
    found: list[tuple[Note | None, ...]] = []
    left = list(other)
    for note in one:
        if not _stands(note):
            found.append((note, None))
            continue
        while not _stands(left[0]):
            found.append((None, left.pop(0)))
        found.append((note, left.pop(0)))
    return [*found, *((None, note) for note in left)]


def _stands(note: Note) -> bool:
    return note.change != "deleted"
