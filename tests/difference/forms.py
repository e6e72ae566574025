"""What a text says and how, as a list: two bodies that say the same have the same one.

The marks of spaces are left out: the reader moves a lone space into what is before it.

This shares no code with the room that is tested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Body, Node

#: These say nothing that is printed, or are given by what is around them.
_INLINE = {"text", "call", "image", "break"}


def form(body: Body) -> list[object]:
    """Return every block with its depth and each of its characters with its marks."""
    found = [part for block in body.children for part in _block(block, 0)]
    for note in body.notes:
        found.append(("note", note.number))
        found += [part for block in note.children for part in _block(block, 1)]
    return found


def _block(node: Node, depth: int) -> Iterator[object]:
    marker = node.marker if node.kind == "item" else ""
    yield (
        depth,
        node.kind,
        node.level,
        marker,
        node.ordered,
        node.numbering,
        node.align,
        node.head,
        node.column,
        node.colspan,
        node.rowspan,
        node.annex,
        node.text,
        node.target,
        node.change,
    )
    inside = node.children
    if inside and _is_inline(inside[0]):
        yield list(_characters(inside, ()))
    else:
        for child in inside:
            yield from _block(child, depth + 1)


def _is_inline(node: Node) -> bool:
    return node.kind in _INLINE or (
        bool(node.children)
        and node.kind not in ("image",)
        and all(map(_is_inline, node.children))
        and node.kind
        in ("emphasis", "strong", "link", "abbreviation", "phrase", "superscript", "subscript")
    )


def _characters(nodes: Sequence[Node], marks: tuple[object, ...]) -> Iterator[object]:
    for node in nodes:
        match node.kind:
            case "text":
                around = sorted(map(str, marks))
                yield from ((each, [] if each.isspace() else around) for each in node.text)
            case "call":
                yield "call", node.number, node.again, sorted(map(str, marks))
            case "image":
                yield "image", node.target, node.text, [each.text for each in node.children]
            case "break":
                yield "break"
            case "abbreviation":
                yield from _characters(node.children, marks)
            case _:
                yield from _characters(
                    node.children, (*marks, (node.kind, node.target, node.language))
                )
