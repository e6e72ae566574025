"""Counting: how many paragraphs and words differ."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from communique.difference.model import Summary
from communique.difference.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.difference.model import NotePair, Pair, Piece, Value
    from communique.model.body import Node

#: Blocks that count though they hold no words at all.
_SEEN = frozenset(("figure", "rule"))


def summary(
    blocks: Sequence[Pair], notes: Sequence[NotePair], front: Sequence[Value], tag: str
) -> Summary:
    """Return how much differs between two versions in the language `tag` (BCP 47)."""
    every = [*blocks, *(pair for note in notes for pair in note.pairs)]
    found = list(_present(every))
    paragraphs = Counter(_kind(pair) for pair in found if _is_paragraph(pair))
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
    is_row = pair.node.kind == "row" and (_is_filled(pair.old) or _is_filled(pair.new))
    return holds_words or pair.node.kind in _SEEN or pair.kind == "moved" or is_row


def _kind(pair: Pair) -> str:
    """Return what became of a block: an empty row, which nobody sees, is as good as none."""
    if pair.node.kind != "row" or pair.kind != "changed":
        return pair.kind
    if not _is_filled(pair.old):
        return "added"
    return "changed" if _is_filled(pair.new) else "deleted"


def _is_filled(row: Node | None) -> bool:
    """Tell whether a cell of a row, if there is one, has something in it."""
    return row is not None and any(cell.children for cell in row.children)


def _words(pieces: Iterable[Piece], tag: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for piece in pieces:
        if piece.kind != "same" and not piece.move:
            found[piece.kind] += tokens.words(tokens.tokens(piece.nodes, tag, lambda _: None))
    return found
