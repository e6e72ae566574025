"""Hunks: which words of a part of the text become which, with as many around as find them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.turns.corrigendum.words import Word

Call = tuple[int, int]
"""After how many words a note is called, and which."""

#: Corrections with so few words between them are one.
_BETWEEN = 2
#: So many words are quoted at least, where there are so many.
LEAST = 3
#: More words that go are quoted by so many at either end.
_LONGEST, _END = 30, 8


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


@dataclass(frozen=True)
class Correction:
    """One correction: words quoted from the old text, and from the new one."""

    kind: str
    """replace, insert_after, insert_before, insert or delete."""
    old: tuple[Word, ...]
    new: tuple[Word, ...] = ()
    cut: bool = False
    """Whether the first and the last of the old words stand for all between them."""


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
) -> list[Correction]:
    """Return the corrections that make `old` words new; `place` has all parts of that name.

    Raises `UnnamedError` where words cannot be told from others there.
    """
    texts = [[word.text for word in part] for part in place]
    left, result = list(found), []
    number = 0
    while number < len(left):
        hunk = left[number]
        low = left[number - 1].last if number else 0
        high = left[number + 1].first if number + 1 < len(left) else len(old)
        made = _Finder(old, new, texts, low, high).correction(hunk)
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


def count(words: Sequence[str], texts: Sequence[Sequence[str]]) -> int:
    """Return how often `words` stand in the texts, whatever spaces are between them."""
    wanted, every = _seen(words), map(_seen, texts)
    size = len(wanted)
    return sum(
        text[place : place + size] == wanted
        for text in every
        for place in range(len(text) - size + 1)
    )


def is_clear(words: Sequence[str], texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether an eye finds `words` at once: their letters stand in the texts at one place.

    Neither signs behind them, nor capitals, nor letters around them tell two places apart, as in
    “an”, “An” and “and”.
    """
    wanted = " ".join(_seen(words)).casefold()
    every = "\n".join(" ".join(_seen(text)) for text in texts).casefold()
    return bool(wanted) and every.find(wanted) == every.rfind(wanted)


def _seen(words: Sequence[str]) -> list[str]:
    """Return words as a reader sees them, to whom a no-break space is one like others."""
    return " ".join(words).split()


class _Finder:
    """Finds as many words around a hunk as are needed, between `low` and `high`."""

    def __init__(
        self,
        old: Sequence[Word],
        new: Sequence[Word],
        texts: Sequence[Sequence[str]],
        low: int,
        high: int,
    ) -> None:
        self.old, self.new, self.texts, self.low, self.high = old, new, texts, low, high

    def correction(self, hunk: Hunk) -> Correction | None:
        """Return how the hunk is said, or None where its words are not found by what is around."""
        coming = tuple(self.new[hunk.new_first : hunk.new_last])
        if hunk.is_insertion and not self.old:
            return Correction("insert", (), coming)
        if hunk.is_insertion and not hunk.called:
            return self._inserted(hunk, coming) or self._replaced(hunk, coming)
        if hunk.is_deletion and self._is_clear(hunk.first, hunk.last):
            return self._long("delete", hunk, ())
        return self._replaced(hunk, coming)

    def _inserted(self, hunk: Hunk, coming: tuple[Word, ...]) -> Correction | None:
        first = self._grown(hunk.first, hunk.first, right=False)
        if first:
            return Correction("insert_after", tuple(self.old[slice(*first)]), coming)
        last = self._grown(hunk.first, hunk.first, left=False) if hunk.first == 0 else None
        return Correction("insert_before", tuple(self.old[slice(*last)]), coming) if last else None

    def _replaced(self, hunk: Hunk, coming: tuple[Word, ...]) -> Correction | None:
        if hunk.last - hunk.first > _LONGEST:
            return self._long("replace", hunk, coming)
        right = not (hunk.is_insertion and hunk.called)
        found = self._grown(hunk.first, hunk.last, right=right)
        if not found:
            return None
        first, last = found
        before, after = self.old[first : hunk.first], self.old[hunk.last : last]
        return Correction("replace", tuple(self.old[first:last]), (*before, *coming, *after))

    def _long(self, kind: str, hunk: Hunk, coming: tuple[Word, ...]) -> Correction:
        """Return what is said of words that may be too many to be quoted."""
        going = tuple(self.old[hunk.first : hunk.last])
        ends = (hunk.first, hunk.first + _END), (hunk.last - _END, hunk.last)
        if len(going) > _LONGEST and all(self._is_clear(*end) for end in ends):
            return Correction(kind, (*going[:_END], *going[-_END:]), coming, cut=True)
        return Correction(kind, going, coming)

    def _grown(
        self, first: int, last: int, *, left: bool = True, right: bool = True
    ) -> tuple[int, int] | None:
        """Return the words from `first` to `last` with as many around as are needed, if found.

        Where all of them are not clear, it is enough that they stand there once.
        """
        turn = right
        while not (last - first >= LEAST and self._is_clear(first, last)):
            more_left, more_right = left and first > self.low, right and last < self.high
            if not (more_left or more_right):
                return (first, last) if self._is_found(first, last) else None
            if more_right and (turn or not more_left):
                last += 1
            else:
                first -= 1
            turn = not turn
        return first, last

    def _is_clear(self, first: int, last: int) -> bool:
        return is_clear([word.text for word in self.old[first:last]], self.texts)

    def _is_found(self, first: int, last: int) -> bool:
        words = [word.text for word in self.old[first:last]]
        return bool(words) and count(words, self.texts) == 1
