"""Two versions of a text for tests, and what differs between them, as lines of text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.difference import difference
from communique.read.source import read
from tests.samples import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.difference import Difference, Pair, Piece
    from communique.model.body import Node
    from communique.model.statement import Statement

_SIGNS = {"same": ("", ""), "deleted": ("[-", "-]"), "added": ("{+", "+}")}


def version(body: str, tag: str = "en", head: str = HEAD) -> Statement:
    """Return the statement with this text."""
    return read(Path(f"meeting.{tag}.md"), f"{head}{body}\n".encode())


def compared(old: str, new: str, tag: str = "en") -> Difference:
    """Return what differs between two texts."""
    return difference(version(old, tag), version(new, tag))


def marked(old: str, new: str, tag: str = "en") -> str:
    """Return one paragraph of which there are two versions, with marks around what differs."""
    (pair,) = compared(old, new, tag).blocks
    assert pair.old
    assert pair.new
    return shown(pair.pieces)


def shown(pieces: Sequence[Piece]) -> str:
    """Return pieces with marks around them; the number of a move stands behind its mark."""
    return "".join(
        f"{begin}{_words(piece.nodes)}{end}{piece.move or ''}"
        for piece in pieces
        for begin, end in [_SIGNS[piece.kind]]
    )


def _words(nodes: Sequence[Node]) -> str:
    return "".join(
        f"^{node.number}" if node.kind == "call" else "/" if node.kind == "break" else node.text
        for each in nodes
        for node in each.walk()
    )


def lines(pairs: Sequence[Pair], depth: int = 0) -> list[str]:
    """Return a line for each block that is not the same: its fate, its kind, its words."""
    return [line for pair in pairs for line in _lines(pair, depth)]


def _lines(pair: Pair, depth: int) -> Iterator[str]:
    if pair.kind == "same":
        return
    fate = pair.kind
    if pair.kind == "moved":
        fate = f"moved {'here' if pair.new else 'away'} {pair.move}"  # type: ignore[assignment]
    if pair.marker_changed and pair.old and pair.new:
        fate += f" {pair.old.marker}>{pair.new.marker}"  # type: ignore[assignment]
    words = shown(pair.pieces)
    yield f"{'  ' * depth}{fate} {pair.node.kind}{': ' if words else ''}{words}"
    yield from lines(pair.pairs, depth + 1)
