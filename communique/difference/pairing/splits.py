"""Splits: paragraphs that were divided, and those that were joined."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, count, takewhile
from typing import TYPE_CHECKING

from communique.difference.model import Pair, Piece
from communique.difference.pairing.side import weight
from communique.difference.words.matching import matches
from communique.difference.words.pieces import Row, marked, pieces

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

    from communique.difference.pairing.side import Side
    from communique.difference.words.tokens import Token
    from communique.model.body import Node

#: This share of a paragraph stood in the one beside it before, or it was not a part of that.
_PART = 0.6
_ALONE = frozenset(("added", "deleted"))


def split(pairs: Sequence[Pair], sides: tuple[Side, Side], numbers: count[int]) -> list[Pair]:
    """Return the pairs of blocks beside one another with what was split or joined in them.

    The words that went over the end of their paragraph have a move, of the next of the `numbers`.
    A point that is one paragraph may be split or joined as that is.
    """
    found = [pair.pairs[0] if _is_paragraph(pair) else pair for pair in pairs]
    for joined in (False, True):
        parting = _Parting(found, sides, joined=joined)
        for place, pair in enumerate(found):
            if pair.kind == "changed" and pair.pieces and pair.node.kind == "paragraph":
                before, after = parting.around(place)
                if before or after:
                    parting.divide(place, (before, after), numbers)
    return [
        replace(pair, pairs=(inner,))
        if _is_paragraph(pair)
        else replace(inner, pairs=tuple(split(inner.pairs, sides, numbers)))
        for pair, inner in zip(pairs, found, strict=True)
    ]


def _is_paragraph(pair: Pair) -> bool:
    """Tell whether a block is a point that holds one paragraph and nothing else."""
    kinds = [inner.node.kind for inner in pair.pairs]
    return pair.node.kind == "item" and kinds == ["paragraph"]


class _Parting:
    """Finds the parts of paragraphs among `pairs`, those of the new version or of the old one.

    Where paragraphs were `joined`, the old version has the parts, and the new one the whole.
    """

    def __init__(self, pairs: list[Pair], sides: tuple[Side, Side], *, joined: bool) -> None:
        self.pairs, self.joined = pairs, joined
        self.whole_side, self.part_side = reversed(sides) if joined else sides

    def whole(self, place: int) -> Node | None:
        """Return the version of a block in which it may be the whole."""
        return self.pairs[place].new if self.joined else self.pairs[place].old

    def part(self, place: int) -> Node | None:
        """Return the version of a block in which it may be a part."""
        return self.pairs[place].old if self.joined else self.pairs[place].new

    def around(self, place: int) -> tuple[list[int], list[int]]:
        """Return the places of further parts, those before the paragraph and those after it."""
        whole, own = self.whole(place), self.part(place)
        assert whole is not None  # noqa: S101  # the paragraph is in both versions
        assert own is not None  # noqa: S101
        there = [n for n in range(len(self.pairs)) if self.part(n) is not None]
        own_place = there.index(place)
        beside = (*there[max(own_place - 1, 0) : own_place], *there[own_place + 1 : own_place + 2])
        if not any(self.pairs[n].kind in _ALONE for n in beside):
            return [], []  # which is nearly always so
        missing = self.whole_side.bag(whole) - self.part_side.bag(own)

        def takes(place: int) -> bool:
            return self._takes(missing, place)

        before = list(takewhile(takes, reversed(there[:own_place])))[::-1]
        return before, list(takewhile(takes, there[own_place + 1 :]))

    def _takes(self, missing: Counter[str], place: int) -> bool:
        """Tell whether the block at a place is most of what is `missing`, and take it from that."""
        part = self.part(place)
        if part is None or self.pairs[place].kind not in _ALONE:
            return False
        bag = self.part_side.bag(part)
        common = bag & missing
        alike = part.kind == "paragraph" and not part.align
        if not (alike and bag and weight(common) >= _PART * weight(bag)):
            return False
        missing.subtract(common)
        return True

    def divide(self, place: int, around: tuple[list[int], list[int]], numbers: count[int]) -> None:
        """Put pairs in the place of those of a paragraph and of its parts `around` it."""
        places = [*around[0], place, *around[1]]
        tokens = self.whole_side.tokens(self.whole(place))  # type: ignore[arg-type]  # see above
        parts = [self.part_side.tokens(node) for n in places if (node := self.part(n))]
        own: tuple[Piece, ...] = ()
        for n, part, (begin, end, found) in zip(
            places, parts, _cut(tokens, parts, len(around[0])), strict=True
        ):
            stretch = tokens[begin:end]
            if n == place:
                own += pieces(part, stretch) if self.joined else pieces(stretch, part)
                continue
            move = next(numbers)
            own += marked(stretch, dict.fromkeys((i for i, _ in found), move), added=self.joined)
            moved = marked(part, dict.fromkeys((j for _, j in found), move), added=not self.joined)
            self.pairs[n] = replace(self.pairs[n], pieces=moved)
        self.pairs[place] = replace(self.pairs[place], pieces=own)


def _cut(
    whole: Sequence[Token], parts: Sequence[Sequence[Token]], main: int
) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """Yield for each part where its words begin and end in the `whole`, and which are the same.

    Spaces between two parts go with the one that is not the `main` one.
    """
    row = Row.of(whole)
    rows = [Row.of(part) for part in parts]
    found = matches(row.keys, [key for each in rows for key in each.keys])
    starts = list(accumulate((len(each.places) for each in rows), initial=0))
    begin = 0
    for number, each in enumerate(rows):
        own = [
            (i, j - starts[number]) for i, j in found if starts[number] <= j < starts[number + 1]
        ]
        after = [i for i, j in found if j >= starts[number + 1]]
        last = row.places[own[-1][0]] + 1 if own else begin
        end = last if number + 1 < len(rows) else len(whole)
        if number + 1 < len(rows) and number < main and after:
            end = row.places[after[0]]
        same = [(row.places[i] - begin, each.places[j]) for i, j in own]
        yield begin, end, same
        begin = end
