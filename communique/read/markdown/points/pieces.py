"""What a text is cut into where points are looked for: blocks, and lines of paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from communique.read.markdown.points.markers import Marker

BREAKS = ("softbreak", "hardbreak")
"""The types of nodes where a line ends."""


@dataclass
class Piece:
    """A block, or those lines of a paragraph that begin with a marker or go before the first."""

    node: SyntaxTreeNode
    start: int = 0
    end: int = 0
    """Which of the paragraph's inline nodes it has."""
    line: int = 0
    """Which line of the paragraph it begins on, from 0."""
    marker: Marker | None = None

    def __post_init__(self) -> None:
        self.end = self.end or len(inlines(self.node))


def inlines(node: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    """Return the inline nodes of a paragraph."""
    return node.children[0].children if node.type == "paragraph" and node.children else []


def written(piece: Piece) -> list[str]:
    """Return the lines that a piece of a paragraph has, as they are written."""
    lines: list[str] = piece.node.children[0].content.split("\n") if piece.node.children else []
    whole = piece.end - piece.start == len(inlines(piece.node))
    count = 1 + sum(map(breaks, inlines(piece.node)[piece.start : piece.end]))
    return lines if whole else lines[piece.line : piece.line + count]


def breaks(node: SyntaxTreeNode) -> int:
    """Return how many lines end in a node."""
    return sum(inner.type in BREAKS for inner in node.walk())
