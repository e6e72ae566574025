"""Two languages side by side: blocks that only one of them deleted have a gap beside them.

The new versions have the same blocks, and so has what is merged, but for what stands in the earlier
ones alone. What both have deleted at one place, and is of one kind, stands in one row.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Body

_GONE = frozenset(("deleted", "moved away"))


class Block(NamedTuple):
    """A block of two versions, as it is merged and as it is shown."""

    merged: Node
    shown: Node

    @property
    def is_gone(self) -> bool:
        """Whether the new version has it no more."""
        return self.merged.change in _GONE


def blocks(merged: Sequence[Node], shown: Sequence[Node]) -> list[Block]:
    """Return blocks as they are merged with what is shown of each."""
    return [Block(*pair) for pair in zip(merged, shown, strict=True)]


def beside(one: Body, other: Body, merged: tuple[Body, Body]) -> tuple[Body, Body]:
    """Return two bodies, as they are shown, with gaps, so that their blocks stand side by side.

    `merged` are these bodies before signs were put into them.
    """
    sides = (blocks(merged[0].children, one.children), blocks(merged[1].children, other.children))
    pairs = list(_pairs(*sides))
    return (
        replace(one, children=tuple(first for first, _ in pairs)),
        replace(other, children=tuple(second for _, second in pairs)),
    )


def _pairs(one: Sequence[Block], other: Sequence[Block]) -> Iterator[tuple[Node, Node]]:
    """Yield the blocks of both, with gaps, as they stand side by side."""
    for before, after in zip(_parts(one), _parts(other), strict=True):
        *gone, standing = before
        *gone_beside, standing_beside = after
        yield from _gone(gone, gone_beside)
        if standing and standing_beside:
            yield _both(standing, standing_beside)


def _parts(every: Sequence[Block]) -> Iterator[list[Block | None]]:
    """Yield each block that the new version has, after those before it that are gone; then None."""
    part: list[Block | None] = []
    for block in every:
        part.append(block)
        if not block.is_gone:
            yield part
            part = []
    yield [*part, None]


def _gone(
    one: Sequence[Block | None], other: Sequence[Block | None]
) -> Iterator[tuple[Node, Node]]:
    """Yield what is gone from both versions in one place, those of one kind side by side."""
    sides = [[block.shown for block in side if block] for side in (one, other)]
    kinds = [[str(node.kind) for node in side] for side in sides]
    matcher = SequenceMatcher(None, kinds[0], kinds[1], autojunk=False)
    for same, begin, end, start, stop in matcher.get_opcodes():
        first, second = sides[0][begin:end], sides[1][start:stop]
        if same == "equal":
            yield from (_points(*pair) for pair in zip(first, second, strict=True))
        else:
            yield from ((node, _gap(node)) for node in first)
            yield from ((_gap(node), node) for node in second)


def _points(one: Node, other: Node) -> tuple[Node, Node]:
    """Return two blocks of one kind; lists get as many points each."""
    if one.kind != "list":
        return one, other
    short, long = sorted((one, other), key=lambda node: len(node.children))
    gaps = tuple(map(_gap, long.children[len(short.children) :]))
    filled = replace(short, children=(*short.children, *gaps))
    return (filled, other) if short is one else (one, filled)


def _both(one: Block, other: Block) -> tuple[Node, Node]:
    """Return two blocks of the new versions, of lists with gaps beside points that are gone."""
    if one.shown.kind != "list" or other.shown.kind != "list":
        return one.shown, other.shown
    points = (blocks(each.merged.children, each.shown.children) for each in (one, other))
    pairs = list(_pairs(*points))
    return (
        replace(one.shown, children=tuple(first for first, _ in pairs)),
        replace(other.shown, children=tuple(second for _, second in pairs)),
    )


def _gap(node: Node) -> Node:
    return Node("gap", node.line)
