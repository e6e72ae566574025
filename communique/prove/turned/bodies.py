"""What a text that is set has lost of the text as it was written, and what it has besides."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from communique.model.body import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Body, Node

#: What a node is, besides its words.
_SAID = attrgetter(
    *("kind", "text", "level", "marker", "ordered", "numbering", "target", "align", "number"),
    *("again", "anchor", "annex", "language", "head", "column", "colspan", "rowspan"),
)


class _Part(NamedTuple):
    """A node, and what it has to say in the other text, too."""

    node: Node
    said: object
    around: tuple[Node, ...]
    """The stress, links and the like that it stands in, from the outside."""
    in_table: bool

    @property
    def words(self) -> tuple[object, ...]:
        """Its words, and how they are set and where they lead."""
        return (self.node.text, *map(_SAID, self.around))


def difference(original: Body, made: Body) -> tuple[list[Node], list[Node]]:
    """Return what a body has lost of the original one, and what it has besides.

    Where tables have become lists, or have no joined cells, words of their heads are repeated, and
    strong; no word there is stressed or leads elsewhere otherwise.
    """
    wanted, found = list(_parts(original)), list(_parts(made))
    if [part.node.kind for part in wanted] == [part.node.kind for part in found]:
        pairs = [pair for pair in zip(wanted, found, strict=True) if pair[0].said != pair[1].said]
        return [part.node for part, _ in pairs], [part.node for _, part in pairs]
    lost, left = [], [part for part in found if not part.in_table or part.node.text]
    added: list[_Part] = []
    for part in (part for part in wanted if not part.in_table):
        place = next((n for n, each in enumerate(left) if each.said == part.said), None)
        if place is None:
            lost.append(part.node)
        else:
            added += left[:place]
            left = left[place + 1 :]
    said = {words for part in found for words in _as_head(part)}
    cells = {part.words: part.node for part in wanted if part.in_table and part.node.text}
    lost += [node for words, node in cells.items() if words not in said]
    others = (part for part in (*added, *left) if cells.keys().isdisjoint(_as_head(part)))
    return lost, [part.node for part in others if _says(part.node.text)]


def _as_head(part: _Part) -> Iterator[tuple[object, ...]]:
    """Yield the words of a part, and as they were before they stood as the head of a point."""
    yield part.words
    if part.around and part.around[0].kind == "strong":
        yield part._replace(around=part.around[1:]).words


def _parts(body: Body) -> Iterator[_Part]:
    """Yield all nodes in their order."""
    notes = (block for note in body.notes for block in note.children)
    yield from _below((*body.children, *notes))


def _below(
    nodes: Sequence[Node], around: tuple[Node, ...] = (), *, in_table: bool = False
) -> Iterator[_Part]:
    for node in nodes:
        is_inside = in_table or node.kind == "table"
        yield _Part(node, _SAID(node), around, is_inside)
        within = () if node.kind in BLOCKS else (*around, node)
        yield from _below(node.children, within, in_table=is_inside)


def _says(words: str) -> bool:
    return any(character.isalnum() for character in words)
