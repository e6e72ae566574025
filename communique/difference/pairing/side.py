"""One side of a comparison: what makes a block of it the same as one of the other side."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from communique.difference.model import Pair, Piece
from communique.difference.words import tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.difference.words.tokens import Token
    from communique.model.body import Node
    from communique.model.statement import Statement

#: Blocks that hold inline nodes; all others hold blocks, or nothing.
WORDS = frozenset(("heading", "paragraph", "caption", "source", "cell", "figure"))


class Side:
    """A version: what is asked of its blocks again and again is kept, by their identity."""

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.calls: Mapping[int, int] = {}
        """By the number of a note, that of its pair; known once notes are paired."""
        self._keys: dict[int, object] = {}
        self._tokens: dict[int, list[Token]] = {}
        self._bags: dict[int, Counter[str]] = {}
        self._weights: dict[int, int] = {}

    def identity(self, node: Node) -> object:
        """Return what makes a call or picture the same as another one; of a line end nothing."""
        match node.kind:
            case "call":
                return self.calls.get(node.number, node.number)
            case "image" | "figure":
                picture = self.statement.images.get(node.target)
                return node.target, node.text, picture and picture.data
            case _:
                return None

    def shape(self, node: Node) -> object:
        """Return what two blocks have in common that can become one another."""
        match node.kind:
            case "heading":
                return node.kind, node.level
            case "list":
                return node.kind, node.ordered, node.numbering
            case "figure":
                return node.kind, self.identity(node)
            case "table":
                rows = [self.shape(row) for row in node.rows]
                heads = [shape for row, shape in zip(node.rows, rows, strict=True) if row.head]
                others = [shape for row, shape in zip(node.rows, rows, strict=True) if not row.head]
                return node.kind, tuple(heads), tuple(others[: None if has_tall_cells(node) else 1])
            case "row":
                return node.kind, node.head, tuple(map(self.shape, node.children))
            case "cell":
                return (node.kind, node.align, node.head, node.column, node.colspan, node.rowspan)
            case _:
                return node.kind, node.align

    def key(self, node: Node) -> object:
        """Return what is the same of two blocks where nothing in them differs."""
        found = self._keys.get(id(node))
        if found is None:
            found = self._keys[id(node)] = self._key(node)
        return found

    def _key(self, node: Node) -> object:
        marker = node.marker if node.kind == "item" else ""
        if node.kind in WORDS:
            return self.shape(node), tuple(self._inline(node.children))
        return self.shape(node), marker, tuple(map(self.key, node.children))

    def _inline(self, nodes: tuple[Node, ...]) -> list[object]:
        """Return the runs of words with the same marks, and what stands between them."""
        found: list[object] = []
        words: list[str] = []
        before: object = None
        for leaf, _, around in tokens.fragments(nodes, ()):
            marks = tokens.marks(around)
            if words and (leaf.kind != "text" or marks != before):
                found.append(("".join(words), before))
                words = []
            if leaf.kind == "text":
                words.append(leaf.text)
            else:
                found.append((leaf.kind, self.identity(leaf), marks))
            before = marks
        return [*found, ("".join(words), before)] if words else found

    def tokens(self, node: Node) -> list[Token]:
        """Return the tokens of a block that holds words."""
        found = self._tokens.get(id(node))
        if found is None:
            own = self.statement.language
            found = self._tokens[id(node)] = tokens.tokens(node.children, own, self.identity)
        return found

    def bag(self, node: Node) -> Counter[str]:
        """Return how often each segment stands in the text of a block, spaces left out."""
        found = self._bags.get(id(node))
        if found is None:
            found = Counter()
            if node.kind in WORDS:
                found.update(each.text for each in self.tokens(node) if not each.is_space)
            else:
                for child in node.children:
                    found.update(self.bag(child))
            self._bags[id(node)] = found
        return found

    def weight(self, node: Node) -> int:
        """Return how many characters stand in a block, but for spaces."""
        found = self._weights.get(id(node))
        if found is None:
            found = self._weights[id(node)] = len(node.plain.replace(" ", ""))
        return found


def weight(bag: Counter[str]) -> int:
    """Return how many characters there are in a bag of words."""
    return sum(len(word) * count for word, count in bag.items())


def alone(node: Node, *, added: bool) -> Pair:
    """Return the pair of a block that was added as a whole, or deleted."""
    pieces: tuple[Piece, ...] = ()
    if node.kind in WORDS and node.children:
        words = node.children
        pieces = (Piece("added", new=words) if added else Piece("deleted", old=words),)
    blocks = () if node.kind in WORDS else node.children
    inside = tuple(alone(child, added=added) for child in blocks)
    if added:
        return Pair("added", None, node, pieces, inside)
    return Pair("deleted", node, None, pieces, inside)


def has_tall_cells(table: Node) -> bool:
    """Tell whether cells below the head of a table stand over several rows."""
    return any(cell.rowspan > 1 for row in table.rows if not row.head for cell in row.children)
