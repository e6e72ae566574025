"""The lines above and below a table that belong to it: its caption and its source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.model.body import Node
from communique.model.faults import cut
from communique.read.markdown.tables.block_rule import belongs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from communique.model.faults import Faults

    Written = Callable[[int], str]
    """Returns a line as its author wrote it, without the marks of what it stands in."""


def gathered(nodes: Sequence[Node], written: Written, faults: Faults) -> tuple[Node, ...]:
    """Return blocks with each line that begins with a colon in the table that it belongs to.

    Above a table it is its caption, below it its source. Between two tables it belongs to the one
    that no empty line parts from it.
    """
    result: list[Node] = []
    caption: Node | None = None
    for place, node in enumerate(nodes):
        if node.kind == "table":
            children = ((caption,) if caption else ()) + node.children
            result.append(replace(node, line=(caption or node).line, children=children))
            caption = None
        elif node.kind == "paragraph" and belongs(written(node.line)):
            above = _open_table(result)
            below = nodes[place + 1] if nodes[place + 1 :] else None
            below = below if below and below.kind == "table" else None
            if above and below:
                above, below = _nearer(node, above, below, written, faults)
            if below:
                caption = _line(node, "caption")
            elif above:
                result[-1] = replace(above, children=(*above.children, _line(node, "source")))
            else:
                wrong = f"“{cut(node.plain)}” is printed with its colon"
                instead = "put it above a table for a caption, below it for a source"
                faults.remark(node.line, "table", wrong, f"{instead}, or delete the colon")
                result.append(node)
        else:
            result.append(node)
    return tuple(result)


def _open_table(blocks: Sequence[Node]) -> Node | None:
    """Return the last of some blocks if it is a table without a source."""
    last = blocks[-1] if blocks else None
    is_open = last and last.kind == "table" and last.children[-1:] != ()
    return last if last and is_open and last.children[-1].kind != "source" else None


def _nearer(
    node: Node, above: Node, below: Node, written: Written, faults: Faults
) -> tuple[Node | None, Node | None]:
    """Return either the table above a line or the one below it, whichever is nearer."""
    under, over = bool(written(node.line - 1)), bool(written(below.line - 1))
    if under == over:
        wrong = f"“{cut(node.plain)}” stands between two tables and may belong to either"
        instead = "leave no empty line between it and its table, and one on its other side"
        faults.add(node.line, "table", wrong, instead)
    return (above, None) if under else (None, below)


def _line(node: Node, kind: str) -> Node:
    """Return a paragraph as a line of a table, without its colon."""
    first, *others = node.children
    words = first.text.removeprefix(":").lstrip()
    children = (replace(first, text=words), *others) if words else tuple(others)
    return Node("caption" if kind == "caption" else "source", node.line, children)
