"""Last lines of paragraphs in Chinese and Japanese: none has a single character with its stop."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.compose.inline.bound_nodes import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.body import Node

_JOINER = "\u2060"
#: A line may end between any two of these; what is no letter stands with the one before it.
_SQUARE = "\u2e80-\u9fff\uf900-\ufaff"
#: The last two, which stand together (W3C, Requirements for Chinese Text Layout: a paragraph's last
#: line has more than one character).
_END = re.compile(rf"[{_SQUARE}][^\w\s]*[{_SQUARE}][^\w\s]*\Z")
#: A text of so many characters has several lines in a column, or may have.
_LONG = 12


def joined(nodes: Sequence[Node]) -> list[Node]:
    """Return `nodes` of a paragraph with a word joiner between its last two such characters."""
    text = "".join(map(said, nodes))
    return _ended(nodes) if len(text) > _LONG else list(nodes)


def _ended(nodes: Sequence[Node]) -> list[Node]:
    """Return `nodes` likewise, of which the last ones may be calls of notes."""
    found = list(nodes)
    for place in range(len(found) - 1, -1, -1):
        node = found[place]
        if node.kind == "text":
            text = _END.sub(lambda end: _JOINER.join(end[0]), node.text)
            found[place] = replace(node, text=text)
        elif node.kind != "call":
            found[place] = replace(node, children=tuple(_ended(node.children)))
        if node.kind != "call":
            break
    return found
