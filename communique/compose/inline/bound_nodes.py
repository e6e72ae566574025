"""What the nodes of a text say, and which of its spaces do not break, wherever a node ends."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from communique.bidi.paragraph import OBJECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Node

#: What stands in a text for nodes that are none; a break begins a paragraph (UAX 9, P1), as in CSS
#: (Writing Modes 3, 2.4).
SAID = {"call": OBJECT, "image": OBJECT, "break": "\u2029"}


class Bind(Protocol):
    """Changes the spaces of a text; `last` says that a part of the page ends with it.

    The text is in this `language` (BCP 47), or in that of all of it.
    """

    def __call__(self, text: str, *, last: bool, language: str = "") -> str: ...


def said(node: Node) -> str:
    """Return what a node says, a character for what is no text."""
    return SAID.get(node.kind, node.text) + "".join(map(said, node.children))


def bound(
    nodes: Sequence[Node], bind: Bind, language: str = "", *, last: bool = True
) -> list[Node]:
    """Return `nodes` with the spaces of their whole text bound, wherever one of them ends.

    Words in another language are bound by its rules.
    """
    text = bind("".join(map(said, nodes)), last=last, language=language)
    return list(_saying(nodes, iter(text), bind))


def _saying(nodes: Sequence[Node], text: Iterator[str], bind: Bind) -> Iterator[Node]:
    """Yield `nodes` that say these characters in the place of their own."""
    for node in nodes:
        own = "".join(islice(text, len(SAID.get(node.kind, node.text))))
        new = replace(node, text=own) if node.text and node.kind not in SAID else node
        if node.children:
            inside = list(_saying(node.children, text, bind))
            if node.language:
                inside = bound(node.children, bind, node.language, last=False)
            new = replace(new, children=tuple(inside))
        yield new
