"""Strays: words that went out of a paragraph, or came into one, that stands further away."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from communique.difference.words import tokens
from communique.difference.words.pieces import Row, marked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from itertools import count

    from communique.difference.model import Pair, Piece
    from communique.difference.pairing.side import Side
    from communique.difference.words.tokens import Token

#: So much of a paragraph stands in the other one, side by side, and so many characters of it:
#: less is found again by accident.
_SHARE, _SHORTEST = 0.75, 25
_ALONE = ("deleted", "added")


def strayed(pairs: Sequence[Pair], sides: tuple[Side, Side], numbers: count[int]) -> list[Pair]:
    """Return the pairs in which the words of a whole paragraph are found in another one.

    What was deleted as a paragraph, and was added within one that has other words, too, has a move
    of the next of the `numbers`, and likewise what was added as a paragraph.
    """
    found: dict[int, Pair] = {}
    leaves = [*_paragraphs(pairs)]
    for here, kind in enumerate(_ALONE):
        other = _ALONE[1 - here]
        for whole in leaves:
            if whole.kind != kind or any(piece.move for piece in whole.pieces):
                continue
            row = sides[here].tokens(whole.node)
            for holder in leaves:
                now = found.get(id(holder), holder)
                if holder.kind != "changed" or not (at := _place(now, other, row, sides[1 - here])):
                    continue
                place, inside, (start, begin, size) = at
                move = next(numbers)
                ours = marked(row, _moves(row, start, size, move), added=kind == "added")
                theirs = marked(inside, _moves(inside, begin, size, move), added=other == "added")
                found[id(whole)] = replace(whole, pieces=ours)
                own = (*now.pieces[:place], *theirs, *now.pieces[place + 1 :])
                found[id(holder)] = replace(now, pieces=own)
                break
    return list(_placed(pairs, found)) if found else list(pairs)


def _paragraphs(pairs: Sequence[Pair]) -> Iterator[Pair]:
    for pair in pairs:
        if pair.node.kind == "paragraph" and not pair.node.align:
            yield pair
        elif pair.kind == "changed" or pair.kind in _ALONE:
            yield from _paragraphs(pair.pairs)


def _place(
    holder: Pair, kind: str, row: Sequence[Token], side: Side
) -> tuple[int, list[Token], tuple[int, int, int]] | None:
    """Return which piece of a paragraph has most words of a `row`, its tokens, and which these are.

    They are given by their first places among those that are no spaces, and by how many they are.
    """
    keys = Row.of(row).keys
    least = max(_SHORTEST, _SHARE * _weight(row))
    for place, piece in enumerate(holder.pieces):
        if piece.kind != kind or piece.move:
            continue
        inside = _tokens(piece, side)
        other = Row.of(inside).keys
        match = SequenceMatcher(None, keys, other, autojunk=False).find_longest_match()
        if _weight(_without_spaces(row)[match.a : match.a + match.size]) >= least:
            return place, inside, (match.a, match.b, match.size)
    return None


def _tokens(piece: Piece, side: Side) -> list[Token]:
    return tokens.tokens(piece.nodes, side.statement.language, side.identity)


def _without_spaces(row: Sequence[Token]) -> list[Token]:
    return [token for token in row if not token.is_space]


def _weight(row: Sequence[Token]) -> int:
    """Return how many characters there are but for spaces."""
    return sum(len(token.text) for token in row if not token.is_space)


def _moves(row: Sequence[Token], first: int, size: int, move: int) -> dict[int, int]:
    """Return the `move` by the places of so many tokens from the `first` on, spaces left out."""
    return dict.fromkeys(Row.of(row).places[first : first + size], move)


def _placed(pairs: Sequence[Pair], found: Mapping[int, Pair]) -> Iterator[Pair]:
    for each in pairs:
        if id(each) in found:
            yield found[id(each)]
        elif each.pairs:
            yield replace(each, pairs=tuple(_placed(each.pairs, found)))
        else:
            yield each
