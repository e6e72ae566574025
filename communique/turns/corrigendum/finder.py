"""Finder: how a change of words is said, with as many words around them as find them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.turns.corrigendum.hunks import Hunk
    from communique.turns.corrigendum.words import Word

#: So many words are quoted at least, where there are so many.
LEAST = 3
#: More words that go are quoted by so many at either end.
_LONGEST, _END = 30, 8


@dataclass(frozen=True)
class Correction:
    """One correction: words quoted from the old text, and from the new one."""

    kind: str
    """replace, insert_after, insert_before, insert or delete."""
    old: tuple[Word, ...]
    new: tuple[Word, ...] = ()
    cut: bool = False
    """Whether the first and the last of the old words stand for all between them."""


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
    wanted, every = _letters([words]), _letters(texts)
    return bool(wanted) and every.find(wanted) == every.rfind(wanted)


def _letters(texts: Sequence[Sequence[str]]) -> str:
    return "\n".join(" ".join(_seen(text)) for text in texts).casefold()


def _seen(words: Sequence[str]) -> list[str]:
    """Return words as a reader sees them, to whom a no-break space is one like others."""
    return " ".join(words).split()


class Place(NamedTuple):
    """What is found at a place."""

    texts: Sequence[Sequence[str]]
    """The words of all its parts."""
    coming: Sequence[Sequence[str]]
    """What other corrections bring there, which may be entered before."""
    is_exact: bool = False
    """Whether it is enough that words stand there once, to a comma and a capital."""

    def is_clear(self, words: Sequence[str]) -> bool:
        """Tell whether an eye finds `words` at once, whatever is corrected before."""
        return is_clear(words, self.texts) and _letters([words]) not in _letters(self.coming)

    def is_found(self, words: Sequence[str]) -> bool:
        """Tell whether `words` stand there once, whatever is corrected before."""
        if not self.is_exact:
            return self.is_clear(words)
        return bool(words) and count(words, self.texts) == 1 and not count(words, self.coming)


class Finder:
    """Finds as many words around a hunk as are needed, between two other ones."""

    def __init__(
        self, old: Sequence[Word], new: Sequence[Word], place: Place, ends: tuple[int, int]
    ) -> None:
        self.old, self.new, self.place = old, new, place
        self.low, self.high = ends

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
        """Return the words from `first` to `last` with as many around as are needed, if found."""
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
        return self.place.is_clear([word.text for word in self.old[first:last]])

    def _is_found(self, first: int, last: int) -> bool:
        return self.place.is_found([word.text for word in self.old[first:last]])
