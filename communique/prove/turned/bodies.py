"""What a text that is set has lost of the text as it was written, and what it has besides."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Body, Node

#: What a node is, besides its words; in tables an edition may change some of it.
_SAID = attrgetter(
    *("kind", "text", "level", "marker", "ordered", "numbering", "target", "align", "number"),
    *("again", "anchor", "annex", "language"),
)


class _Part(NamedTuple):
    """A node, and what it has to say in the other text, too."""

    node: Node
    said: object
    in_table: bool


def difference(original: Body, made: Body) -> tuple[list[Node], list[Node]]:
    """Return what a body has lost of the original one, and what it has besides.

    Where tables have become lists, or have no joined cells, words of their heads are repeated.
    """
    wanted, found = list(_parts(original)), list(_parts(made))
    if (len(wanted), _tables(original)) == (len(found), _tables(made)):
        pairs = [pair for pair in zip(wanted, found, strict=True) if pair[0].said != pair[1].said]
        return [part.node for part, _ in pairs], [part.node for _, part in pairs]
    lost, left = [], found
    added: list[_Part] = []
    for part in (part for part in wanted if not part.in_table):
        place = next((n for n, each in enumerate(left) if each.said == part.said), None)
        if place is None:
            lost.append(part.node)
        else:
            added += left[:place]
            left = left[place + 1 :]
    said = {part.node.text for part in found}
    cells = {part.node.text: part.node for part in wanted if part.in_table}
    lost += [node for text, node in cells.items() if text not in said]
    others = (part.node for part in (*added, *left))
    return lost, [node for node in others if node.text not in cells and _says(node.text)]


def _tables(body: Body) -> int:
    return sum(node.kind == "table" for node in body.walk())


def _parts(body: Body) -> Iterator[_Part]:
    """Yield all nodes in their order; of tables, those with words."""
    notes = (block for note in body.notes for block in note.children)
    yield from _below((*body.children, *notes), in_table=False)


def _below(nodes: Sequence[Node], *, in_table: bool) -> Iterator[_Part]:
    for node in nodes:
        is_inside = in_table or node.kind == "table"
        if node.text or not is_inside:
            yield _Part(node, node.text if in_table else _SAID(node), in_table)
        yield from _below(node.children, in_table=is_inside)


def _says(words: str) -> bool:
    return any(character.isalnum() for character in words)
