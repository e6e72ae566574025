"""Likeness: which blocks of two rows of blocks are versions of one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.difference.words.matching import anchors, edges

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.difference.pairing.side import Side
    from communique.model.body import Node

    Match = tuple[int, int]
    Likeness = dict[Match, float]

#: Two blocks are versions of one another from this share of common characters on.
LEAST = 0.35
#: So many pairs of blocks are looked at; where there are more, the same ones are found first.
_MOST = 100_000
#: Blocks that became one another where one of each is left between two pairs, whatever they say.
_LONE = frozenset(("heading", "caption", "source", "row", "item"))
#: Blocks whose inner blocks are few, so that a lone paragraph became the other one.
_POINTS = frozenset(("item", "quote"))


def likeness(
    sides: tuple[Side, Side], old: Sequence[Node], new: Sequence[Node], least: float = LEAST
) -> Likeness:
    """Return the share of common characters, from 0 to 1, of the blocks of one shape.

    That is twice the common ones through the sum of both (Dice). Those below the `least` are left
    out.
    """
    keys = [sides[0].key(node) for node in old], [sides[1].key(node) for node in new]
    found: Likeness = dict.fromkeys(_twins(*keys), 1.0)
    rest = (
        set(range(len(old))) - {i for i, _ in found},
        set(range(len(new))) - {j for _, j in found},
    )
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i in rest[0]:
        for word, count in sides[0].bag(old[i]).items():
            places[word].append((i, count))
    for j in sorted(rest[1]):
        common: dict[int, int] = defaultdict(int)
        for word, count in sides[1].bag(new[j]).items():
            for i, other in places.get(word, ()):
                common[i] += min(count, other) * len(word)
        for i, weight in common.items():
            share = 2 * weight / (sides[0].weight(old[i]) + sides[1].weight(new[j]))
            if share >= least and sides[0].shape(old[i]) == sides[1].shape(new[j]):
                found[i, j] = share
    return found


def _twins(old: Sequence[object], new: Sequence[object]) -> Iterator[Match]:
    """Yield the places of keys that are in both rows once: nothing else is like them."""
    once = [{key for key, count in Counter(row).items() if count == 1} for row in (old, new)]
    places = {key: place for place, key in enumerate(new) if key in once[0] & once[1]}
    yield from ((i, places[key]) for i, key in enumerate(old) if key in places)


def aligned(
    sides: tuple[Side, Side], old: Sequence[Node], new: Sequence[Node], parent: str
) -> list[Match]:
    """Return the places of blocks that are versions of one another, in ascending order.

    `parent` is the kind of the block that they stand in, if there is one.
    """
    keys = [sides[0].key(node) for node in old], [sides[1].key(node) for node in new]
    begin, end = edges(*keys)
    inner = old[begin : len(old) - end], new[begin : len(new) - end]
    large = len(inner[0]) * len(inner[1]) > _MOST
    same = anchors(*(each[begin : len(each) - end] for each in keys)) if large else []
    found = [(n, n) for n in range(begin)]
    for (i, j), (k, m) in pairwise([(-1, -1), *same, (len(inner[0]), len(inner[1]))]):
        between = _between(sides, inner[0][i + 1 : k], inner[1][j + 1 : m], parent)
        found += ((begin + i + 1 + a, begin + j + 1 + b) for a, b in between)
        found += [(begin + k, begin + m)] if k < len(inner[0]) else []
    return [*found, *((len(old) - n, len(new) - n) for n in range(end, 0, -1))]


def _between(
    sides: tuple[Side, Side], old: Sequence[Node], new: Sequence[Node], parent: str
) -> list[Match]:
    if not old or not new or len(old) * len(new) > 10 * _MOST:
        return []
    found = list(_heaviest(sides, old, new))
    lone: list[Match] = []
    for (i, j), (k, m) in pairwise([(-1, -1), *found, (len(old), len(new))]):
        if k - i == m - j == 2:  # noqa: PLR2004  # one of each is left
            one, other = old[i + 1], new[j + 1]
            known = one.kind in _LONE or parent in _POINTS
            if known and sides[0].shape(one) == sides[1].shape(other):
                lone.append((i + 1, j + 1))
    return sorted([*found, *lone])


def _heaviest(
    sides: tuple[Side, Side], old: Sequence[Node], new: Sequence[Node]
) -> Iterator[Match]:
    """Yield the pairs that have the most in common among all that cross no other pair."""
    shares = likeness(sides, old, new)
    worth = {
        (i, j): share * min(sides[0].weight(old[i]), sides[1].weight(new[j])) ** 0.5
        for (i, j), share in shares.items()
    }
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(len(new) - 1, -1, -1):
            row[j] = max(below[j], row[j + 1])
            if (i, j) in worth:
                row[j] = max(row[j], below[j + 1] + worth[i, j])
    i = j = 0
    while i < len(old) and j < len(new):
        if (i, j) in worth and best[i][j] == best[i + 1][j + 1] + worth[i, j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
