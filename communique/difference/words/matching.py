"""Matching: which items of two rows are the same, as a person would mark it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    Match = tuple[int, int]
    """The place of an item in the old row, and in the new one."""

#: Rows whose lengths have a larger product are divided first at what is there once: difflib takes
#: the square of them.
_LARGE = 250_000
#: A run of equal words is an accident where both changes beside it are so many times its weight.
_TIMES = 3
#: How good a place is for a change to begin: after a sentence, after a clause.
_ENDS = {".": 2, "!": 2, "?": 2, "。": 2, "؟": 2, "…": 2, ";": 1, ":": 1, ",": 1, "，": 1, "،": 1}


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Return the places of items that stand in both rows, in ascending order."""
    begin, end = edges(old, new)
    first = [(place, place) for place in range(begin)]
    last = [(len(old) - place, len(new) - place) for place in range(end, 0, -1)]
    inner = _inner(old[begin : len(old) - end], new[begin : len(new) - end])
    return [*first, *((i + begin, j + begin) for i, j in inner), *last]


def edges(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many items are the same at the beginning, and of the others at the end."""
    most = min(len(old), len(new))
    begin = next((n for n in range(most) if old[n] != new[n]), most)
    most -= begin
    return begin, next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)


def _inner(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    if not old or not new:
        return []
    if len(old) * len(new) <= _LARGE:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        return [(i + n, j + n) for i, j, size in blocks for n in range(size)]
    found: list[Match] = []
    unique = anchors(old, new)
    if unique:
        for (i, j), (k, m) in pairwise([(-1, -1), *unique, (len(old), len(new))]):
            between = matches(old[i + 1 : k], new[j + 1 : m])
            found += ((i + 1 + a, j + 1 + b) for a, b in between)
            found += [(k, m)] if k < len(old) else []
    return found


def anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Return the places of the most items that are in both rows once, and there in one order.

    That is the first step of the patience diff (Bram Cohen).
    """
    once = [{item for item, count in Counter(row).items() if count == 1} for row in (old, new)]
    common = once[0] & once[1]
    places = {item: place for place, item in enumerate(new) if item in common}
    tails: list[int] = []
    chains: list[tuple[Match, int]] = []  # each with the one before it
    ends: list[int] = []
    for i, item in enumerate(old):
        if item in common:
            j = places[item]
            length = bisect_left(tails, j)
            before = ends[length - 1] if length else -1
            chains.append(((i, j), before))
            tails[length:] = [j]
            ends[length:] = [len(chains) - 1]
    found: list[Match] = []
    place = ends[-1] if ends else -1
    while place >= 0:
        match, place = chains[place]
        found.append(match)
    return found[::-1]


def cleaned(found: Sequence[Match], weights: tuple[Sequence[int], Sequence[int]]) -> list[Match]:
    """Return the matches without those that are accidents between large changes, such as "of".

    `weights` are those of the items of both rows.
    """
    sizes = len(weights[0]), len(weights[1])
    runs = _runs(found)
    while True:
        around = [[(-1, -1)], *runs, [sizes]]
        gaps = [_gap(a[-1], b[0], weights) for a, b in pairwise(around)]
        kept: list[list[Match]] = []
        removed = False
        for place, run in enumerate(runs):
            weight = sum(weights[0][i] for i, _ in run)
            accident = _TIMES * weight <= min(gaps[place], gaps[place + 1])
            if accident and not removed:
                removed = True  # the next one has another gap before it now
            else:
                kept.append(run)
                removed = False
        if len(kept) == len(runs):
            return [match for run in runs for match in run]
        runs = kept


def _runs(found: Sequence[Match]) -> list[list[Match]]:
    """Return matches in runs in which both places go on without a gap."""
    runs: list[list[Match]] = []
    for i, j in found:
        if runs and runs[-1][-1] == (i - 1, j - 1):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    return runs


def _gap(before: Match, after: Match, weights: tuple[Sequence[int], Sequence[int]]) -> int:
    """Return the weight of what differs between two matches."""
    return max(sum(row[a + 1 : b]) for row, a, b in zip(weights, before, after, strict=True))


def shifted(
    found: Sequence[Match], old: Sequence[Hashable], new: Sequence[Hashable]
) -> list[Match]:
    """Return the matches so that what was only added or only deleted begins where a sentence does.

    Of "He came. [He saw. ]He won." the words in brackets were added, and not "[came. He ]saw".
    """
    runs = _runs(found)
    number = 0
    while number < len(runs):
        after = runs[number + 1] if number + 1 < len(runs) else []
        (i, j), (k, m) = runs[number][-1], after[0] if after else (len(old), len(new))
        if (i + 1 == k) != (j + 1 == m):
            row, begin, end = (new, j + 1, m) if i + 1 == k else (old, i + 1, k)
            gap = (0, end - begin) if row is new else (end - begin, 0)
            runs[number : number + 2] = _begun(row, begin, end, (runs[number], after), gap)
        number += 1
    return [match for run in runs for match in run]


def _begun(
    row: Sequence[Hashable],
    begin: int,
    end: int,
    around: tuple[list[Match], list[Match]],
    gap: Match,
) -> list[list[Match]]:
    """Return the runs before and after a change, which begins where that is best.

    It is what stands in a `row` from `begin` to `end`, and so large is the `gap` in both rows.
    """
    before, after = around
    earlier, later = _room(row, begin, end, (len(before), len(after)))
    best = max(range(-earlier, later + 1), key=lambda n: (_score(row, begin + n), -abs(n), -n))
    if best < 0:
        after = [(i + gap[0], j + gap[1]) for i, j in before[best:]] + after
        before = before[:best]
    else:
        before = before + [(i - gap[0], j - gap[1]) for i, j in after[:best]]
        after = after[best:]
    return [run for run in (before, after) if run]


def _room(row: Sequence[Hashable], begin: int, end: int, most: tuple[int, int]) -> tuple[int, int]:
    """Return in how many places before its own, and after it, a change may begin."""
    earlier = later = 0
    while earlier < most[0] and row[begin - 1 - earlier] == row[end - 1 - earlier]:
        earlier += 1
    while later < most[1] and row[begin + later] == row[end + later]:
        later += 1
    return earlier, later


def _score(row: Sequence[Hashable], begin: int) -> int:
    before = row[begin - 1] if begin else "."
    return _ENDS.get(before, 0) if isinstance(before, str) else 0
