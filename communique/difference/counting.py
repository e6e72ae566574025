"""Counting: how many paragraphs and words differ."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from communique.difference.model import Summary
from communique.difference.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.difference.model import NotePair, Pair, Piece, Value

#: Blocks that count though they hold no words of their own, or none at all.
_SEEN = frozenset(("row", "figure", "rule"))


def summary(
    blocks: Sequence[Pair], notes: Sequence[NotePair], front: Sequence[Value], tag: str
) -> Summary:
    """Return how much differs between two versions in the language `tag` (BCP 47)."""
    every = [*blocks, *(pair for note in notes for pair in note.pairs)]
    found = list(_present(every))
    paragraphs = Counter(pair.kind for pair in found if _is_paragraph(pair))
    words = _words([piece for pair in found for piece in pair.pieces], tag)
    return Summary(
        changed=paragraphs["changed"],
        added=paragraphs["added"],
        moved=paragraphs["moved"],
        deleted=paragraphs["deleted"],
        renumbered=sum(pair.marker_changed for pair in found),
        words_added=words["added"],
        words_deleted=words["deleted"],
        values=len(front),
    )


def _present(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield every pair in reading order, and what moved only where it is now."""
    for pair in pairs:
        if pair.kind != "moved" or pair.new:
            yield pair
            yield from _present(pair.pairs)


def _is_paragraph(pair: Pair) -> bool:
    """Tell whether a block counts as one: it has words, or is seen without, or moved as a whole."""
    holds_words = bool(pair.pieces) and pair.node.kind != "cell"
    return holds_words or pair.node.kind in _SEEN or pair.kind == "moved"


def _words(pieces: Iterable[Piece], tag: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for piece in pieces:
        if piece.kind != "same" and not piece.move:
            found[piece.kind] += tokens.words(tokens.tokens(piece.nodes, tag, lambda _: None))
    return found
