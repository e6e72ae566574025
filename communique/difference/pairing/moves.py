"""Moves: blocks that stand elsewhere now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from communique.difference.model import Pair
from communique.difference.pairing.blocks import pair
from communique.difference.pairing.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from itertools import count

    from communique.difference.model import Fate
    from communique.difference.pairing.side import Side
    from communique.model.body import Node

#: A block moved where it has this share of its characters in common with what stands elsewhere.
_ALIKE = 0.75
#: Shorter ones are found again by accident.
_SHORTEST = 12
#: They are known by how they look, however little stands in them.
_SEEN = frozenset(("table", "figure", "rule"))


def moved(pairs: Sequence[Pair], sides: tuple[Side, Side], numbers: count[int]) -> list[Pair]:
    """Return the pairs in which what was deleted here and added there moved.

    Each move has the next of the `numbers`. Blocks are looked for as wholes first, then the points
    of lists that were deleted or added, such as one that is alone in its list now.
    """
    for look in (_alone, _points):
        gone, come = ([*look(pairs, sides, kind)] for kind in ("deleted", "added"))
        pairs = _moved(pairs, (gone, come), sides, numbers) if gone and come else pairs
    return list(pairs)


class _Place(NamedTuple):
    """A block that may have moved, and what its list has to have in common with the other one."""

    pair: Pair
    around: object = None


def _moved(
    pairs: Sequence[Pair],
    places: tuple[list[_Place], list[_Place]],
    sides: tuple[Side, Side],
    numbers: count[int],
) -> list[Pair]:
    """Return the pairs in which what is alike at two of the places, old and new ones, moved."""
    gone, come = places
    old, new = ([each.pair.node for each in row] for row in places)
    shares = likeness(sides, old, new, _ALIKE)
    taken: set[int] = set()
    chosen: list[tuple[int, int]] = []
    for i, j in sorted(shares, key=lambda match: (-shares[match], match)):
        both = {id(gone[i].pair), id(come[j].pair)}
        if (
            _is_found_again(gone[i].pair.node, shares[i, j], sides[0])
            and gone[i].around == come[j].around
            and not both & taken
        ):
            taken |= both
            chosen.append((i, j))
    by_place: dict[int, Pair] = {}
    for (i, j), number in zip(sorted(chosen), numbers, strict=False):
        one, other = gone[i].pair, come[j].pair
        here = replace(pair(sides, one.node, other.node), kind="moved", move=number)
        by_place[id(other)] = here
        by_place[id(one)] = replace(here, new=None)
    return list(_placed(pairs, by_place))


def _is_found_again(node: Node, share: float, side: Side) -> bool:
    """Tell whether a block is the same one elsewhere: it is long, or seen as a whole and alike."""
    return side.weight(node) >= _SHORTEST or (node.kind in _SEEN and share == 1)


def _alone(pairs: Sequence[Pair], sides: tuple[Side, Side], kind: Fate) -> Iterator[_Place]:
    """Yield the blocks that have a fate as a whole, but not what is in them."""
    for each in pairs:
        if _is_whole(each, kind):
            yield _Place(each)
        elif each.kind == "changed":
            yield from _alone(each.pairs, sides, kind)


def _points(pairs: Sequence[Pair], sides: tuple[Side, Side], kind: Fate) -> Iterator[_Place]:
    """Yield the points that have a fate, also those of lists that have it as wholes.

    A point that is marked in another way now, as in a list with numbers, did not move by that.
    """
    for each in pairs:
        if each.kind not in (kind, "changed"):
            continue
        if each.node.kind == "list":
            shape = sides[kind == "added"].shape(each.node)
            yield from (_Place(point, shape) for point in each.pairs if _is_whole(point, kind))
        yield from _points(each.pairs, sides, kind)


def _is_whole(pair: Pair, kind: Fate) -> bool:
    """Tell whether all of a block has a fate, and no words of it went over its end."""
    pieces = (piece for inner in pair.walk() for piece in inner.pieces)
    return pair.kind == kind and not any(piece.move for piece in pieces)


def _placed(pairs: Sequence[Pair], by_place: Mapping[int, Pair]) -> Iterator[Pair]:
    for each in pairs:
        found = by_place.get(id(each), each)
        if found is each and each.pairs:
            found = replace(each, pairs=tuple(_placed(each.pairs, by_place)))
        yield found
