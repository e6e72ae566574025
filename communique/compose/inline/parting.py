"""Inline nodes are parted: at a place in their text, and where a space stands at a link's end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.compose.inline.bound_nodes import said
from communique.content.structure import leads_outside, without_scheme
from communique.model.addresses import within
from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WHOLE = frozenset(("link", "abbreviation"))
"""What is not torn apart."""
#: What may begin with a space that was at the end of a link.
_WORDS = frozenset(("emphasis", "strong", "phrase", "abbreviation"))
_WORDS |= {"bracketed", "bracket", "inserted", "deleted", "sign"}


def spaced(nodes: Sequence[Node]) -> list[Node]:
    """Return `nodes` with the space at the end of a link, which is underlined, in what follows it.

    Where that is a link, too, the space stands between the two.
    """
    result: list[Node] = []
    for node in nodes:
        held = replace(node, children=tuple(spaced(node.children))) if node.children else node
        last = result[-1] if result else None
        if last and _ends_in_link(last) and said(last).endswith(" ") and last.plain.strip():
            result[-1], space = parted(last, len(said(last)) - 1)
            words = _with_space(held)
            result += [] if words else [Node("text", node.line, text=said(space))]
            held = words or held
        result.append(held)
    return result


def with_addresses(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield `nodes` with the address of each link in brackets behind its words.

    Those that lead to a heading, and those that are an address themselves, have none.
    """
    for node in nodes:
        held = replace(node, children=tuple(with_addresses(node.children)))
        if node.kind == "link" and leads_outside(node):
            end = len(said(held).rstrip())
            held, space = parted(held, end)
            yield held
            address = f" ({without_scheme(node.target)})"
            yield Node("text", node.line, text=address + said(space))
        else:
            yield held


def printed(block: Node, *, addresses: bool) -> Node:
    """Return a block, such as a table, as it is printed: with the `addresses` of links, or not."""
    return replace(block, children=tuple(with_addresses(block.children))) if addresses else block


def linked(words: str) -> Iterator[Node]:
    """Yield `words` with their addresses as links."""
    place = 0
    for begin, end, target in within(words):
        if place < begin:
            yield Node("text", 1, text=words[place:begin])
        yield Node("link", 1, (Node("text", 1, text=words[begin:end]),), target=target)
        place = end
    if place < len(words):
        yield Node("text", 1, text=words[place:])


def _ends_in_link(node: Node) -> bool:
    return node.kind == "link" or bool(node.children and _ends_in_link(node.children[-1]))


def _with_space(node: Node) -> Node | None:
    """Return `node` with a space before its words, or None where it does not begin with words."""
    if node.kind == "text":
        return replace(node, text=f" {node.text}")
    first = _with_space(node.children[0]) if node.kind in _WORDS and node.children else None
    return replace(node, children=(first, *node.children[1:])) if first else None


def without_ends(nodes: Sequence[Node]) -> Iterator[Node]:
    """Yield `nodes` with the space at the end of a link after it: it may run another way.

    So it may at the end of words in another language.
    """
    for node in nodes:
        held = replace(node, children=tuple(without_ends(node.children)))
        if node.kind in {*WHOLE, "phrase"} and said(node).endswith(" ") and said(node).strip():
            held, space = parted(held, len(said(node)) - 1)
            yield held
            yield Node("text", node.line, text=said(space))
        else:
            yield held


def split(nodes: Sequence[Node], place: int) -> tuple[list[Node], list[Node]]:
    """Return what of `nodes` stands before a place in their text, and what after it."""
    for number, node in enumerate(nodes):
        length = len(said(node))
        if place < length:
            before, after = list(nodes[:number]), list(nodes[number + 1 :])
            if place == 0:
                return before, [node, *after]
            one, other = parted(node, place)
            return [*before, one], [other, *after]
        place -= length
    return list(nodes), []


def parted(node: Node, place: int) -> tuple[Node, Node]:
    """Return the two parts of a text or of stress; nothing else is parted (see `Paragraph`)."""
    if node.text:
        return replace(node, text=node.text[:place]), replace(node, text=node.text[place:])
    one, other = split(node.children, place)
    return replace(node, children=tuple(one)), replace(node, children=tuple(other))
