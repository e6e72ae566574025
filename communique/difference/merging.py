"""One text that holds both versions, marked so that either is regained from it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from communique.model.body import Body, Node, Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from communique.difference.model import Difference, NotePair, Pair
    from communique.model.statement import Image

    Change = Literal["", "inserted", "deleted", "moved here", "moved away"]

#: What stands before the address of a picture that the new version has another one for.
EARLIER = "earlier/"
_CHANGES: dict[str, Change] = {"added": "inserted", "deleted": "deleted"}
#: Of the old version, then of the new one: what it has not, and what the other one has not of it.
_OTHER: tuple[tuple[str, Literal["inserted", "deleted"]], ...] = (
    ("added", "deleted"),
    ("deleted", "inserted"),
)


class Merged(NamedTuple):
    """One text that holds both versions, with its pictures."""

    body: Body
    images: Mapping[str, Image]
    """Those of both; where an address has another picture now, ``earlier/`` stands before that of
    the old one, in the body as well."""


def merged(difference: Difference) -> Merged:
    """Return the text of both versions, its nodes marked as `communique.model.body` says.

    Where both differ in a place what was deleted comes first. Notes are numbered in the order of
    their first calls in this text, and numbered paragraphs as in their own version. Links to
    headings lead to what these became. Columns have no side that their words give them, which may
    be another one in each version: `with_own_columns` adds it.
    """
    merging = _Merging(difference)
    body = Body(tuple(merging.blocks(difference.blocks)), tuple(merging.notes()))
    return Merged(body, merging.images)


class _Merging:
    """Makes nodes of pairs, and knows what is called otherwise in the merged text."""

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        old, new = difference.old, difference.new
        every = list(enumerate(difference.notes, 1))
        self.numbers = (
            {pair.old.number: number for number, pair in every if pair.old},
            {pair.new.number: number for number, pair in every if pair.new},
        )
        self.called: set[int] = set()
        self.renamed = {
            target: EARLIER + target
            for target, image in old.images.items()
            if new.images.get(target, image) != image
        }
        self.images = {
            **{self.renamed.get(target, target): image for target, image in old.images.items()},
            **new.images,
        }
        self.anchors = _anchors(difference)

    def blocks(self, pairs: Iterable[Pair]) -> Iterable[Node]:
        """Yield the blocks of both versions."""
        for pair in pairs:
            yield self.block(pair)

    def block(self, pair: Pair) -> Node:
        """Return the block of both versions, or of the one that has it."""
        match pair.kind:
            case "added" | "deleted":
                return self.whole(pair)
            case "moved":
                change: Change = "moved here" if pair.new else "moved away"
                return replace(
                    self.alone(pair, is_new=bool(pair.new)), change=change, move=pair.move
                )
            case _:
                return self.both(pair)

    def whole(self, pair: Pair) -> Node:
        """Return a block that one version has; parts of it may stand elsewhere in the other one."""
        is_new = pair.new is not None
        move = next((piece.move for piece in pair.pieces if piece.move), 0)
        if any(map(_has_moved, pair.pairs)):
            inside = tuple(self.blocks(pair.pairs))
            node = replace(self.named(pair.node, is_new=is_new), children=inside)
        else:
            node = self.version(pair.node, is_new=is_new)
        return replace(node, change=_CHANGES[pair.kind], move=move)

    def alone(self, pair: Pair, *, is_new: bool) -> Node:
        """Return a block of one version, with marks around what the other one has not in it."""
        node = (pair.new if is_new else pair.old) or pair.node
        gone, change = _OTHER[is_new]
        inside = [self.alone(each, is_new=is_new) for each in pair.pairs if each.kind != gone]
        for piece in pair.pieces:
            own = piece.new if is_new else piece.old
            words = tuple(self.version(each, is_new=is_new) for each in own)
            if words and piece.kind != "same":
                inside.append(Node(change, words[0].line, words))
            else:
                inside += words
        if not inside:
            return self.version(node, is_new=is_new)
        return replace(self.named(node, is_new=is_new), children=tuple(inside))

    def both(self, pair: Pair) -> Node:
        """Return the block of both versions, with marks around what differs in it."""
        former = pair.old.marker if pair.old and pair.marker_changed else ""
        if pair.pairs:
            return replace(pair.node, children=tuple(self.blocks(pair.pairs)), former=former)
        found: list[Node] = []
        for piece in pair.pieces:
            inside = tuple(self.version(node, is_new=bool(piece.new)) for node in piece.nodes)
            if piece.kind == "same":
                found += inside
            else:
                change: Literal["inserted", "deleted"] = (
                    "inserted" if piece.kind == "added" else "deleted"
                )
                found.append(Node(change, inside[0].line, inside, move=piece.move))
        return replace(pair.node, children=tuple(found), former=former)

    def version(self, node: Node, *, is_new: bool) -> Node:
        """Return a node of one version, with all in it, as the merged text has it."""
        if node.kind == "call":
            number = self.numbers[is_new][node.number]
            again = number in self.called
            self.called.add(number)
            return replace(node, number=number, again=again)
        inside = tuple(self.version(child, is_new=is_new) for child in node.children)
        return replace(self.named(node, is_new=is_new), children=inside)

    def named(self, node: Node, *, is_new: bool) -> Node:
        """Return a node with the address or name that it has in the merged text."""
        if is_new:
            return node
        match node.kind:
            case "image" | "figure":
                return replace(node, target=self.renamed.get(node.target, node.target))
            case "link" if node.target.startswith("#"):
                return replace(node, target=f"#{self.anchors.get(node.target[1:], '')}")
            case "heading":
                return replace(node, anchor=self.anchors.get(node.anchor, ""))
            case _:
                return node

    def notes(self) -> Iterable[Note]:
        """Yield the notes of both versions."""
        for number, pair in enumerate(self.difference.notes, 1):
            yield self.note(number, pair)

    def note(self, number: int, pair: NotePair) -> Note:
        """Return a note of both versions, or of the one that has it."""
        note = pair.new or pair.old
        assert note is not None  # noqa: S101  # a pair has one of them
        if pair.kind in ("same", "changed"):
            inside = tuple(self.blocks(pair.pairs))
            return replace(note, number=number, children=inside, later=note.number)
        is_new = pair.new is not None
        inside = tuple(self.version(node, is_new=is_new) for node in note.children)
        change: Literal["inserted", "deleted"] = "inserted" if is_new else "deleted"
        return Note(number, note.line, inside, change, later=note.number if is_new else 0)


def _has_moved(pair: Pair) -> bool:
    """Tell whether a block, or words or blocks in it, stand elsewhere in the other version."""
    return any(each.move or any(piece.move for piece in each.pieces) for each in pair.walk())


def _anchors(difference: Difference) -> dict[str, str]:
    """Return by the name of each old heading the one that it has in the merged text.

    A deleted one keeps its name but where a heading of the new version has it.
    """
    taken = {heading.anchor for heading in difference.new.body.headings}
    found: dict[str, str] = {}
    for pair in difference.walk():
        if pair.old and pair.new and pair.node.kind == "heading":
            found[pair.old.anchor] = pair.new.anchor
    for heading in difference.old.body.headings:
        name = heading.anchor
        while heading.anchor not in found and name in taken:
            name = f"{name}-"
        found.setdefault(heading.anchor, name)
        taken.add(name)
    return found
