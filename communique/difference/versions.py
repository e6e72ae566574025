"""Either version, regained from the merged text by striking what the other one has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from communique.difference.tables import with_own_columns
from communique.difference.words.tokens import joined
from communique.model.body import Body, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What goes where insertions are struck, and where deletions are.
_STRUCK = {
    "inserted": frozenset(("inserted", "moved here")),
    "deleted": frozenset(("deleted", "moved away")),
}


def struck(body: Body, what: Literal["inserted", "deleted"]) -> Body:
    """Return the merged text without what was "inserted", or without what was "deleted".

    So it returns the old version, or the new one: its words, its marks, its points, rows and notes.
    Counted numbers are those of the version: notes are numbered by their first calls, and
    paragraphs by `Body.numbered` where the statement has it so. Names of headings and addresses of
    pictures that the other version has, too, are those of the merged text.
    """
    gone = _STRUCK[what]
    blocks = tuple(_left(body.children, gone, earlier=what == "inserted"))
    names = dict.fromkeys(
        node.number for block in blocks for node in block.walk() if node.kind == "call"
    )
    numbers = {name: number for number, name in enumerate(names, 1)}
    called: set[int] = set()
    notes = sorted(
        (
            replace(
                note,
                number=numbers.get(note.number, 0),
                change="",
                children=tuple(_left(note.children, gone, earlier=what == "inserted")),
            )
            for note in body.notes
            if note.change not in gone
        ),
        key=lambda note: note.number,
    )
    numbered = [_numbered(block, numbers, called) for block in blocks]
    return Body(with_own_columns(numbered), tuple(notes))


def _left(nodes: Iterable[Node], gone: frozenset[str], *, earlier: bool) -> Iterator[Node]:
    """Yield the nodes that are left, without marks of changes."""
    for node in nodes:
        if node.change in gone or node.kind in gone:
            continue
        inside = tuple(_left(node.children, gone, earlier=earlier))
        if node.kind in ("inserted", "deleted"):
            yield from inside
        else:
            marker = (earlier and node.former) or node.marker
            inside = joined(inside) if node.children else ()
            yield replace(node, children=inside, marker=marker, former="", change="", move=0)


def _numbered(node: Node, numbers: dict[int, int], called: set[int]) -> Node:
    """Return a node in which notes are called by the `numbers` that they have here."""
    if node.kind == "call":
        number = numbers[node.number]
        again = number in called
        called.add(number)
        return replace(node, number=number, again=again)
    if not node.children:
        return node
    return replace(node, children=tuple(_numbered(each, numbers, called) for each in node.children))
