"""Blocks: which paragraph, point, row or cell became which, and what differs in it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from communique.difference.model import Pair, Piece
from communique.difference.pairing.likeness import aligned
from communique.difference.pairing.side import WORDS, alone, has_tall_cells
from communique.difference.words.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.difference.pairing.side import Side
    from communique.model.body import Node

    Sides = tuple[Side, Side]


def paired(sides: Sides, old: Sequence[Node], new: Sequence[Node], parent: str = "") -> list[Pair]:
    """Return the pairs of the blocks of both versions, which stand in a block of kind `parent`."""
    found: list[Pair] = []
    matches = aligned(sides, old, new, parent)
    for (i, j), (k, m) in pairwise([(-1, -1), *matches, (len(old), len(new))]):
        found += (alone(node, added=False) for node in old[i + 1 : k])
        found += (alone(node, added=True) for node in new[j + 1 : m])
        found += [pair(sides, old[k], new[m])] if k < len(old) else []
    return found


def pair(sides: Sides, old: Node, new: Node) -> Pair:
    """Return the pair of two versions of one block."""
    if old.kind in WORDS:
        return _of_words(sides, old, new)
    match old.kind:
        case "table":
            pairs = tuple(_in_table(sides, old, new))
        case "row":
            both = zip(old.children, new.children, strict=True)
            pairs = tuple(pair(sides, *cells) for cells in both)
        case _:
            pairs = tuple(paired(sides, old.children, new.children, old.kind))
    found = Pair("same", old, new, pairs=pairs)
    same = not found.marker_changed and all(each.kind == "same" for each in pairs)
    return found if same else Pair("changed", old, new, pairs=pairs)


def _of_words(sides: Sides, old: Node, new: Node) -> Pair:
    if sides[0].key(old) == sides[1].key(new):
        same = Piece("same", old.children, new.children)
        return Pair("same", old, new, (same,) if old.children else ())
    found = pieces(sides[0].tokens(old), sides[1].tokens(new))
    unchanged = all(piece.kind == "same" for piece in found)
    return Pair("same" if unchanged else "changed", old, new, found)


def _in_table(sides: Sides, old: Node, new: Node) -> Iterator[Pair]:
    """Yield the pairs of what a table holds: heads stay above, and a caption above all.

    Where cells stand over several rows, all rows are as they were (`Side.shape`).
    """
    for part in ("caption", "head", "row", "source"):
        one, other = (
            [child for child in each.children if _part(child) == part] for each in (old, new)
        )
        if part == "head" or (part == "row" and has_tall_cells(old)):
            yield from (pair(sides, *rows) for rows in zip(one, other, strict=True))
        else:
            yield from paired(sides, one, other, "table")


def _part(child: Node) -> str:
    return "head" if child.kind == "row" and child.head else child.kind
