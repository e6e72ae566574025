"""Which blocks of two texts belong together, where one of the texts has more or other ones.

As in W. A. Gale and K. W. Church, A Program for Aligning Sentences in Bilingual Corpora (1993), the
cheapest way through both texts is taken. A block is like another one of its kind the more, the
nearer their lengths are to those of the whole texts, and the more figures and links they share.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What a step is worth: a pair, one that has nothing beside it, two that are one in the other text.
_PAIR, _ALONE, _MERGED = 1.0, -0.6, -1.0
#: What two of different kinds, or whose marks differ, are worth less, and how far lengths count.
_OTHER_KIND, _OTHER_MARKS, _MOST_LENGTH = -1.9, -1.0, 1.5
_SAME_MARKS, _ONE_SIDE = 3.0, -0.3
_HEADING = 3.0
"""A heading is no other block, whatever stands there."""
_LETTERS = 10
"""So many characters are added to a length: of short ones the difference says little."""
_AS_LONG = 0.5
"""Texts whose lengths are no further apart may be the same."""
_BAND = 12
"""So far from where it should be a block is looked for, beside what one text has more."""
_MOST = 250_000
"""Of more pairs no way is looked for."""


class Block(NamedTuple):
    """What is known of a block without its language."""

    kind: str
    size: int
    """In characters."""
    marks: frozenset[str]
    """Figures and links."""


class Step(NamedTuple):
    """Blocks that belong together, by their places: mostly one and one; or one and none."""

    mine: tuple[int, ...]
    theirs: tuple[int, ...]


def steps(mine: Sequence[Block], theirs: Sequence[Block], ratio: float) -> list[Step] | None:
    """Return the steps through two texts; None where they are too long and too different.

    The first language needs `ratio` times as many characters as the other one.
    """
    more = math.sqrt(ratio)
    start = _beginning(mine, theirs, more)
    end = _beginning(mine[start:][::-1], theirs[start:][::-1], more)
    one, other = mine[start : len(mine) - end], theirs[start : len(theirs) - end]
    if len(one) * len(other) > _MOST:
        return None
    middle = [
        Step(tuple(n + start for n in step.mine), tuple(n + start for n in step.theirs))
        for step in _way(one, other, more)
    ]
    rest = zip(
        range(len(mine) - end, len(mine)), range(len(theirs) - end, len(theirs)), strict=True
    )
    return [*in_order(start), *middle, *(Step((n,), (m,)) for n, m in rest)]


def are_alike(mine: Sequence[Block], theirs: Sequence[Block]) -> bool:
    """Tell whether the blocks are of the same kinds in order, and at most one is not the other."""
    if [block.kind for block in mine] != [block.kind for block in theirs]:
        return False
    pairs = [(one.marks, other.marks) for one, other in zip(mine, theirs, strict=True)]
    return sum(bool(one or other) and not one & other for one, other in pairs) <= 1


def in_order(number: int) -> list[Step]:
    """Return the steps of so many pairs."""
    return [Step((place,), (place,)) for place in range(number)]


def _beginning(mine: Sequence[Block], theirs: Sequence[Block], more: float) -> int:
    """Return how many blocks are alike from the first on, up to one that is known by its marks."""
    last = 0
    for place, (one, other) in enumerate(zip(mine, theirs, strict=False), start=1):
        if one.kind != other.kind or one.marks != other.marks:
            break
        if _unlike((one,), (other,), more) > _AS_LONG:
            break
        if one.marks or one.kind == "heading":
            last = place
    return last


def _way(mine: Sequence[Block], theirs: Sequence[Block], more: float) -> list[Step]:
    """Return the steps that are worth most together."""
    band = abs(len(mine) - len(theirs)) + _BAND
    slope = len(theirs) / max(len(mine), 1)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(mine) + 1):
        middle = int(i * slope)
        for j in range(max(0, middle - band), min(len(theirs), middle + band) + 1):
            options = [
                (before[0] + worth, (di, dj))
                for di, dj in ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
                if (before := best.get((i - di, j - dj)))
                and (worth := _worth(mine[i - di : i], theirs[j - dj : j], more)) is not None
            ]
            if options:
                best[i, j] = max(options)
    return _back(best, len(mine), len(theirs))


def _back(best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int) -> list[Step]:
    found = []
    while i or j:
        di, dj = best[i, j][1]
        found.append(Step(tuple(range(i - di, i)), tuple(range(j - dj, j))))
        i, j = i - di, j - dj
    return found[::-1]


def _worth(mine: Sequence[Block], theirs: Sequence[Block], more: float) -> float | None:
    """Return what it is worth that these blocks belong together; None where they never do.

    The first language needs `more` characters than the mean of both, the other one less.
    """
    if not (mine and theirs):
        return _ALONE
    kinds = {block.kind for block in (*mine, *theirs)}
    worth = _PAIR
    if len(mine) + len(theirs) > len(("one", "other")):
        if kinds != {"paragraph"}:
            return None
        worth += _MERGED
    elif len(kinds) > 1:
        worth += _OTHER_KIND - (_HEADING if "heading" in kinds else 0)
    one, other = (frozenset().union(*(b.marks for b in side)) for side in (mine, theirs))
    if one and other:
        shared = len(one & other)
        worth += _SAME_MARKS * shared / len(one | other) if shared else _OTHER_MARKS
    elif one or other:
        worth += _ONE_SIDE
    return worth - min(_unlike(mine, theirs, more), _MOST_LENGTH)


def _unlike(mine: Sequence[Block], theirs: Sequence[Block], more: float) -> float:
    """Return how far two lengths are from each other: 0 if one is what the other lets expect."""
    size = sum(block.size for block in mine) / more + _LETTERS
    there = sum(block.size for block in theirs) * more + _LETTERS
    return abs(math.log(size / there))
