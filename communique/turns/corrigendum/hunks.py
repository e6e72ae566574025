"""Hunks: which words of a part of the text become which, with as many around as find them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.turns.corrigendum.finder import Finder, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.turns.corrigendum.finder import Correction
    from communique.turns.corrigendum.words import Word

Call = tuple[int, int]
"""After how many words a note is called, and which."""

#: Corrections with so few words between them are one.
_BETWEEN = 2


class UnnamedError(Exception):
    """Words cannot be told from others in the same place."""


@dataclass(frozen=True)
class Hunk:
    """Words of the old text, from `first` to before `last`, and what they become."""

    first: int
    last: int
    new_first: int
    new_last: int
    segment: int = 0
    """Between which calls of notes they stand."""
    called: bool = False
    """Whether a note is called right behind them."""

    @property
    def size(self) -> int:
        """How many words go and come."""
        return self.last - self.first + self.new_last - self.new_first

    @property
    def is_insertion(self) -> bool:
        """Whether no old words go."""
        return self.first == self.last

    @property
    def is_deletion(self) -> bool:
        """Whether no new words come."""
        return self.new_first == self.new_last


def hunks(
    old: Sequence[Word], new: Sequence[Word], calls: tuple[Sequence[Call], Sequence[Call]]
) -> list[Hunk]:
    """Return what differs between the words of a part; `calls` are those of both.

    No hunk goes over the call of a note that both have.
    """
    one, other = ([key for _, key in each] for each in calls)
    same = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    anchors = [
        (calls[0][block.a + step][0], calls[1][block.b + step][0])
        for block in same
        for step in range(block.size)
    ]
    found: list[Hunk] = []
    edges = [(0, 0), *anchors, (len(old), len(new))]
    for number, ((a, b), (c, d)) in enumerate(pairwise(edges)):
        matcher = SequenceMatcher(None, old[a:c], new[b:d], autojunk=False)
        for tag, *(start, end, new_start, new_end) in matcher.get_opcodes():
            if tag != "equal":
                called = a + end == c and number < len(anchors)
                ends = (a + start, a + end, b + new_start, b + new_end)
                found.append(Hunk(*ends, number, called))
    return _near(found)


def _near(found: Sequence[Hunk]) -> list[Hunk]:
    """Return the hunks, those that stand near to one another as one."""
    result: list[Hunk] = []
    for hunk in found:
        before = result[-1] if result else None
        near = before and hunk.first - before.last <= _BETWEEN
        if before and near and before.segment == hunk.segment:
            result[-1] = _both(before, hunk)
        else:
            result.append(hunk)
    return result


def _both(one: Hunk, other: Hunk) -> Hunk:
    return replace(one, last=other.last, new_last=other.new_last, called=other.called)


def corrections(
    found: Sequence[Hunk],
    old: Sequence[Word],
    new: Sequence[Word],
    place: Sequence[Sequence[Word]],
    others: Sequence[Sequence[Word]] = (),
) -> list[Correction]:
    """Return the corrections that make `old` words new; `place` has all parts of that name.

    `others` have what comes in the other ones of these, since a correction must not find that,
    whichever is done first. Those near one another are one where an eye finds neither alone.
    Raises `UnnamedError` where words cannot be told from others there.
    """
    texts, coming = ([[word.text for word in part] for part in each] for each in (place, others))
    try:
        return _corrections(found, old, new, Place(texts, coming))
    except UnnamedError:
        return _corrections(found, old, new, Place(texts, coming, is_exact=True))


def _corrections(
    found: Sequence[Hunk], old: Sequence[Word], new: Sequence[Word], place: Place
) -> list[Correction]:
    left = list(found)
    result: list[Correction] = []
    number = 0
    while number < len(left):
        hunk = left[number]
        low = left[number - 1].last if number else 0
        high = left[number + 1].first if number + 1 < len(left) else len(old)
        beside = (
            new[max(each.new_first - _BETWEEN, 0) : each.new_last + _BETWEEN]
            for each in left
            if each is not hunk
        )
        coming = (*place.coming, *([word.text for word in each] for each in beside))
        there = place._replace(coming=coming)
        made = Finder(old, new, there, (low, high)).correction(hunk)
        if made:
            result.append(made)
            number += 1
        elif number + 1 < len(left) and left[number + 1].segment == hunk.segment:
            left[number : number + 2] = [_both(hunk, left[number + 1])]
        elif number and left[number - 1].segment == hunk.segment:
            number -= 1
            left[number : number + 2] = [_both(left[number], hunk)]
            result.pop()
        else:
            raise UnnamedError
    return result
