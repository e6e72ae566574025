"""Moves: blocks that stand elsewhere now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.difference.model import Pair
from communique.difference.pairing.blocks import pair
from communique.difference.pairing.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from itertools import count

    from communique.difference.pairing.side import Side

#: A block moved where it has this share of its characters in common with what stands elsewhere.
_ALIKE = 0.75
#: Shorter ones are found again by accident.
_SHORTEST = 12


def moved(pairs: Sequence[Pair], sides: tuple[Side, Side], numbers: count[int]) -> list[Pair]:
    """Return the pairs in which what was deleted here and added there moved.

    Each move has the next of the `numbers`.
    """
    gone = [each for each in _alone(pairs, "deleted") if each.old]
    come = [each for each in _alone(pairs, "added") if each.new]
    if not gone or not come:
        return list(pairs)
    shares = likeness(sides, [each.node for each in gone], [each.node for each in come], _ALIKE)
    taken: dict[int, Pair] = {}
    chosen: list[tuple[int, int]] = []
    for i, j in sorted(shares, key=lambda match: (-shares[match], match)):
        one, other = gone[i], come[j]
        long = sides[0].weight(one.node) >= _SHORTEST
        if long and id(one) not in taken and id(other) not in taken:
            taken[id(one)] = taken[id(other)] = one
            chosen.append((i, j))
    by_place: dict[int, Pair] = {}
    for (i, j), number in zip(sorted(chosen), numbers, strict=False):
        one, other = gone[i], come[j]
        both = pair(sides, one.node, other.node)
        here = replace(both, kind="moved", move=number)
        by_place[id(other)] = here
        by_place[id(one)] = replace(here, new=None)
    return list(_placed(pairs, by_place))


def _alone(pairs: Sequence[Pair], kind: str) -> Iterator[Pair]:
    """Yield the blocks that have a fate as a whole, but not what is in them."""
    for each in pairs:
        if each.kind == kind and not any(
            piece.move for inner in each.walk() for piece in inner.pieces
        ):
            yield each
        elif each.kind == "changed":
            yield from _alone(each.pairs, kind)


def _placed(pairs: Sequence[Pair], by_place: Mapping[int, Pair]) -> Iterator[Pair]:
    for each in pairs:
        found = by_place.get(id(each), each)
        if found is each and each.pairs:
            found = replace(each, pairs=tuple(_placed(each.pairs, by_place)))
        yield found
