"""What was changed, as an author writes it: with the marks of stress, links and notes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from communique.model.values import Model, Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.difference import Pair, Value
    from communique.difference import Piece as _Piece
    from communique.model.body import Node

    Words = dict[str, Any]
    """Their kind ("same", "added", "deleted"), their text, and the number of their move, or 0."""

#: How a break is shown, which has no words.
_BREAK = "* * *"
_MARKS = {"emphasis": "*", "strong": "**", "superscript": "^", "subscript": "~"}


def words(pair: Pair) -> list[Words]:
    """Return the words of a block of both versions, those of blocks within it one after another."""
    if pair.pieces:
        return pieces(pair.pieces)
    if pair.node.kind == "rule":
        kind = pair.kind if pair.kind in ("added", "deleted") else "same"
        return [{"kind": kind, "text": _BREAK, "move": 0}]
    found: list[Words] = []
    for inner in pair.pairs:
        inside = words(inner)
        if found and inside:
            found[-1] = {**found[-1], "text": found[-1]["text"] + " | "}
        found += inside
    return _joined(found)


def _joined(found: Sequence[Words]) -> list[Words]:
    """Return words with those of one kind joined that stand beside one another."""
    result: list[Words] = []
    for each in found:
        last = result[-1] if result else None
        if last and (last["kind"], last["move"]) == (each["kind"], each["move"]):
            last["text"] += each["text"]
        else:
            result.append(dict(each))
    return result


def pieces(found: Sequence[_Piece]) -> list[Words]:
    """Return pieces as words."""
    return [{"kind": each.kind, "text": text(each.nodes), "move": each.move} for each in found]


def marker(pair: Pair) -> list[Words]:
    """Return how a point was marked, and how it is now."""
    both = ("deleted", pair.old), ("added", pair.new)
    return [{"kind": kind, "text": node.marker, "move": 0} for kind, node in both if node]


def value(changed: Value) -> list[Words]:
    """Return the words of a value of the front matter."""
    if changed.pieces:
        return pieces(changed.pieces)
    both = ("deleted", changed.old), ("added", changed.new)
    return [
        {"kind": kind, "text": _said(each), "move": 0} for kind, each in both if each is not None
    ]


def _said(value: object) -> str:
    """Return a value of the front matter on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case datetime() if "/" in (value.tzname() or ""):
            return f"{value} {value.tzname()}"
        case tuple():
            return "; ".join(map(_said, value))
        case Phrase():
            return value.text
        case Model():
            return ", ".join(_said(each) for _, each in value if each is not None)
        case _:
            return str(value)


def text(nodes: Sequence[Node]) -> str:
    """Return inline nodes with the marks that an author writes."""
    return "".join(map(_written, nodes))


def _written(node: Node) -> str:
    """Return a node with its marks, which stand on words: spaces at its edges are outside them."""
    whole = text(node.children)
    inside = whole.strip()
    before, _, after = whole.partition(inside) if inside else (whole, "", "")
    return f"{before}{_within_marks(node, inside)}{after}"


def _within_marks(node: Node, inside: str) -> str:
    match node.kind:
        case "text":
            return node.text
        case "break":
            return " / "
        case "call":
            return f"[^{node.number}]"
        case "image":
            return f"![{node.text}]({node.target})"
        case "link" if node.target != inside:
            return f"[{inside}]({node.target})"
        case "phrase":
            return f"[{inside}]{{lang={node.language}}}"
        case _:
            mark = _MARKS.get(node.kind, "")
            return f"{mark}{inside}{mark}"
