"""The blocks of the text of both versions, with signs in each that differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from communique.difference import with_own_columns
from communique.model.body import BLOCKS, Node
from communique.turns.changes import signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.design.language import Language
    from communique.model.body import Body

#: What stands between the signs for a break without words, which has none.
BREAK = "* * *"
#: Which nodes stand for what became of a block.
_KINDS: dict[str, Literal["", "inserted", "deleted"]] = {
    "": "",
    "inserted": "inserted",
    "moved here": "inserted",
    "deleted": "deleted",
    "moved away": "deleted",
}


def shown(body: Body, language: Language) -> Body:
    """Return a merged text (see `communique.difference`) in which all changes have their signs."""
    headings = {
        node.anchor
        for block in body.children
        for node in block.walk()
        if node.kind == "heading" and _KINDS[node.change] != "deleted"
    }
    blocks = _Blocks(language, headings)
    return replace(
        body,
        children=tuple(blocks.each(with_own_columns(body.children), _Fate())),
        notes=tuple(
            replace(note, children=tuple(blocks.each(note.children, _Fate(_KINDS[note.change]))))
            for note in body.notes
        ),
    )


@dataclass
class _Fate:
    """What became of the block that is being shown, and what is still to be said of it."""

    kind: Literal["", "inserted", "deleted"] = ""
    label: str = ""
    """In the first sign of it: that it moved."""
    former: str = ""
    """Before its first words: what its mark was."""

    def take(self) -> tuple[str, str]:
        """Return label and former mark, once."""
        told = self.label, self.former
        self.label = self.former = ""
        return told


class _Blocks:
    """Shows the blocks of a text in one language."""

    def __init__(self, language: Language, headings: Iterable[str]) -> None:
        assert language.file.changes is not None  # noqa: S101  # or nothing is turned
        self.words, self.figures = language.file.changes, language.figures
        self.headings = frozenset(headings)
        self.moves: dict[int, int] = {}
        self.told: set[tuple[int, str]] = set()

    def each(self, nodes: Sequence[Node], around: _Fate) -> Iterator[Node]:
        """Yield each of the blocks within what has the fate `around`."""
        for node in nodes:
            fate = self.fate(node) if node.change or node.former else around
            if node.former and not node.change:
                fate.kind = around.kind
            yield self.block(node, fate)

    def fate(self, node: Node) -> _Fate:
        """Return what became of a block."""
        kind = _KINDS[node.change]
        return _Fate(kind, self.label(node.move, kind), self.formerly(node.former))

    def label(self, move: int, kind: str) -> str:
        """Return what is said of words that moved, once; moves are numbered as they are read."""
        if not move or (move, kind) in self.told:
            return ""
        self.told.add((move, kind))
        number = self.moves.setdefault(move, len(self.moves) + 1)
        words = self.words.moved_here if kind == "inserted" else self.words.moved_away
        return words.format(number=self.figures.written(number))

    def formerly(self, mark: str) -> str:
        """Return what is said of a mark that is no longer there."""
        return self.words.formerly.format(value=mark) if mark else ""

    def block(self, node: Node, fate: _Fate) -> Node:
        """Return a block, or the paragraph for a heading that was deleted, or a changed break."""
        if node.kind == "rule" and fate.kind:
            return self.broken(node, fate)
        if node.kind == "paragraph" and fate.kind == "deleted":
            fate.former, node = self.formerly(node.marker), replace(node, marker="")
        if node.children and node.children[0].kind in BLOCKS:
            return replace(node, children=tuple(self.each(node.children, fate)))
        children = self.words_of(node, fate)
        if node.kind == "heading" and fate.kind == "deleted":
            return Node("paragraph", node.line, children, change=node.change, move=node.move)
        return replace(node, children=children)

    def broken(self, node: Node, fate: _Fate) -> Node:
        """Return the paragraph for a break that came, went or moved."""
        kind: Literal["inserted", "deleted"] = "inserted" if fate.kind == "inserted" else "deleted"
        words = Node(kind, node.line, (Node("text", node.line, text=BREAK),))
        children = signs.signed((words,), fate.take()[:1])
        made = Node("paragraph", node.line, children, align="center")
        return replace(made, change=node.change, move=node.move) if node.move else made

    def words_of(self, node: Node, fate: _Fate) -> tuple[Node, ...]:
        """Return the words of a block that holds no blocks, with their signs."""
        inside = tuple(self.linked(node.children))
        if fate.kind and inside:
            if node.kind == "heading" and fate.kind == "deleted":
                inside = _strong(inside)
            inside = (Node(fate.kind, node.line, inside),)
        elif fate.kind and node.kind == "figure":
            return (signs.empty(fate.kind, node.line),)
        elif not inside:
            return ()
        label, former = fate.take()
        before = (signs.former(former, node.line),) if former else ()
        if any(each.kind == fate.kind for each in inside[0].children):  # in what moved
            return (*before, *signs.moved(inside[0], label))
        labels = [label or self.label(each.move, each.kind) for each in inside]
        return (*before, *signs.signed(inside, labels))

    def linked(self, nodes: Sequence[Node]) -> Iterator[Node]:
        """Yield inline nodes without the links to headings that were deleted, but their words."""
        for node in nodes:
            inside = tuple(self.linked(node.children))
            if (
                node.kind == "link"
                and node.target[:1] == "#"
                and node.target[1:] not in self.headings
            ):
                yield from inside
            else:
                yield replace(node, children=inside)


def _strong(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return the words of a heading as those of a paragraph, what differs in them by itself."""
    found: list[Node] = []
    for differs, run in groupby(nodes, lambda node: node.kind == "deleted"):
        for inside in [node.children for node in run] if differs else [tuple(run)]:
            strong = Node("strong", inside[0].line, inside)
            found.append(Node("deleted", strong.line, (strong,)) if differs else strong)
    return tuple(found)
