"""Pieces: the words of two versions of one paragraph, each with its fate."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.difference.model import Piece
from communique.difference.words import matching
from communique.difference.words.tokens import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.difference.words.tokens import Token

    Match = tuple[int, int]


class Row(NamedTuple):
    """The tokens of a paragraph, with the places of those that are no spaces."""

    tokens: Sequence[Token]
    places: Sequence[int]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> Row:
        """Return the row of these tokens."""
        return cls(tokens, [n for n, token in enumerate(tokens) if not token.is_space])

    @property
    def keys(self) -> list[object]:
        """The keys of what is no space."""
        return [self.tokens[place].key for place in self.places]

    @property
    def weights(self) -> list[int]:
        """The weights of what is no space."""
        return [self.tokens[place].weight for place in self.places]


def matched(old: Row, new: Row) -> list[Match]:
    """Return the places, among all tokens, of those but spaces that are the same in both rows."""
    keys = old.keys, new.keys
    found = matching.cleaned(matching.matches(*keys), (old.weights, new.weights))
    return [(old.places[i], new.places[j]) for i, j in matching.shifted(found, *keys)]


def pieces(old: Sequence[Token], new: Sequence[Token]) -> tuple[Piece, ...]:
    """Return the pieces of two versions of the words of one block."""
    return woven(old, new, matched(Row.of(old), Row.of(new)))


class _Stretch(NamedTuple):
    """Tokens that stand beside one another and are the same in both versions, or are not."""

    same: bool
    old: list[Token]
    new: list[Token]

    @property
    def is_space(self) -> bool:
        """Whether one of both versions is nothing but spaces."""
        return any(row and all(token.is_space for token in row) for row in (self.old, self.new))

    def extend(self, old: Sequence[Token], new: Sequence[Token]) -> None:
        self.old.extend(old)
        self.new.extend(new)


def woven(old: Sequence[Token], new: Sequence[Token], found: Sequence[Match]) -> tuple[Piece, ...]:
    """Return the pieces where it is known which tokens are the same."""
    stretches: list[_Stretch] = []
    for stretch in _stretches(old, new, found):
        last = stretches[-1] if stretches else None
        if not (stretch.old or stretch.new):
            continue
        if last and (not last.same and not stretch.same):
            last.extend(stretch.old, stretch.new)
        elif last and last.same and last.is_space and len(stretches) > 1:
            stretches.pop()  # a space between two changes is one, too
            stretches[-1].extend(last.old + stretch.old, last.new + stretch.new)
        else:
            stretches.append(stretch)
    return tuple(piece for stretch in stretches for piece in _pieces(stretch))


def _pieces(stretch: _Stretch) -> Iterator[Piece]:
    if stretch.same:
        yield Piece("same", nodes(stretch.old), nodes(stretch.new))
        return
    if stretch.old:
        yield Piece("deleted", old=nodes(stretch.old))
    if stretch.new:
        yield Piece("added", new=nodes(stretch.new))


def _stretches(
    old: Sequence[Token], new: Sequence[Token], found: Sequence[Match]
) -> Iterator[_Stretch]:
    """Yield in turn what is the same and what differs; no difference is a space alone.

    Beside such a one the next word differs, too, or at the end of all the last one.
    """
    i = j = 0
    same = _Stretch(True, [], [])
    for k, m in (*found, (len(old), len(new))):
        gaps = old[i:k], new[j:m]
        begin, end = _equal(*gaps)
        middle = _Stretch(False, *(list(gap[begin : len(gap) - end]) for gap in gaps))
        after = [list(gap[len(gap) - end :]) for gap in gaps]
        match = old[k : k + 1], new[m : m + 1]  # none at the end
        i, j = k + 1, m + 1
        same.extend(*(gap[:begin] for gap in gaps))
        if not (middle.old or middle.new):
            same.extend(*after)
            same.extend(*match)
            continue
        if middle.is_space and match[0]:
            middle.extend(*after)
            middle.extend(*match)
            after, match = [[], []], ([], [])
        elif middle.is_space:
            _take_last(same, middle)
        yield same
        yield middle
        same = _Stretch(True, *after)
        same.extend(*match)
    yield same


def _take_last(same: _Stretch, middle: _Stretch) -> None:
    """Take the last word of what is the `same`, and what is behind it, to the `middle`."""
    while same.old and middle.is_space:
        middle.old.insert(0, same.old.pop())
        middle.new.insert(0, same.new.pop())


def _equal(old: Sequence[Token], new: Sequence[Token]) -> tuple[int, int]:
    """Return how many spaces are the same at the beginning, and how many of the others at the end.

    There are no other tokens that are the same, but for accidents.
    """
    begin = int(_same_space(old[:1], new[:1]))
    return begin, int(_same_space(old[begin:][-1:], new[begin:][-1:]))


def _same_space(old: Sequence[Token], new: Sequence[Token]) -> bool:
    return bool(old and new) and old[0].is_space and old[0].key == new[0].key


def marked(tokens: Sequence[Token], moves: Mapping[int, int], *, added: bool) -> tuple[Piece, ...]:
    """Return pieces that were all added, or all deleted, with the numbers of the `moves` in them.

    These are by the places of tokens; a space goes with the word before it, or else behind it.
    """
    words = [place for place, token in enumerate(tokens) if not token.is_space]
    number = moves.get(words[0], 0) if words else 0
    numbers = []
    for place, token in enumerate(tokens):
        number = number if token.is_space else moves.get(place, 0)
        numbers.append(number)
    found = []
    for number, group in groupby(zip(numbers, tokens, strict=True), lambda each: each[0]):
        inside = nodes([token for _, token in group])
        found.append(
            Piece("added", new=inside, move=number)
            if added
            else Piece("deleted", old=inside, move=number)
        )
    return tuple(found)
