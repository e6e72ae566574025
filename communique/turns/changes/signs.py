"""The signs that are printed before and after what was inserted or deleted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Change = Literal["", "inserted", "deleted"]

#: A space is between them and the words, or a plus or minus would seem to belong to a figure.
_SIGNS = {"inserted": ("[+", "+]"), "deleted": ("[−", "−]")}
_SPACE = "\u00a0"
#: What the signs mean, for those who see them the first time.
KEY = "[+ +] {inserted} · [− −] {deleted}"
_SPACES = re.compile(" +")
_OWN = re.compile(r"\[[+−]\s|\s[+−]\]")


def in_text(text: str) -> list[str]:
    """Return which of the signs stand in a text of an author, with a space where they have one."""
    return [match[0].strip() for match in _OWN.finditer(text)]


def empty(change: Change, line: int) -> Node:
    """Return the sign of what has no words, such as a picture without a caption."""
    return _sign(_SPACE.join(_SIGNS[change]), line, change)


def moved(words: Node, label: str) -> tuple[Node, ...]:
    """Return words that moved between their signs, a `label` in the first one.

    What is within them of their kind, inserted or deleted, differs from what stands in the other
    place, and has signs of its own. Spaces at its ends stand outside of these.
    """
    begin, end = _SIGNS[words.kind]
    change: Change = "inserted" if words.kind == "inserted" else "deleted"
    said = f"{begin}{_SPACE}{label}" if label else begin
    found = [_sign(f"{said}{_SPACE}", words.line, change)]
    parts, spaces = list(words.children), dict[int, tuple[str, str]]()
    for place, node in enumerate(words.children):
        if node.kind == words.kind:
            before = [_take_space(parts, place - 1, -1), _take_space(parts, place, 0)]
            after = [_take_space(parts, place, -1), _take_space(parts, place + 1, 0)]
            spaces[place] = " " * any(before), " " * any(after)
    for place, node in enumerate(parts):
        before_sign, after_sign = spaces.get(place, ("", ""))
        if place in spaces:
            found.append(_sign(f"{before_sign}{begin}{_SPACE}", node.line, change))
        if _text(node):
            found += _without_calls(replace(words, children=(node,)))
        if place in spaces:
            found.append(_sign(f"{_SPACE}{end}{after_sign}", node.line, change))
    return (*found, _sign(f"{_SPACE}{end}", words.line, change))


def _take_space(parts: list[Node], place: int, side: int) -> bool:
    """Take the space at an end (0 or -1) of one of the `parts` away; tell whether there was one."""
    if place not in range(len(parts)) or _text(parts[place])[side:][:1] != " ":
        return False
    parts[place] = _trimmed(parts[place], side)
    return True


def former(words: str, line: int) -> Node:
    """Return the sign that says what the mark of a point was."""
    return _sign(f"[{words}] ", line)


def signed(nodes: Sequence[Node], labels: Sequence[str] = ("",)) -> tuple[Node, ...]:
    """Return the inline `nodes` of a block with signs around what was inserted or deleted.

    Each of the `labels` stands in the first sign of its node. Spaces at both ends of such words,
    but no ends of lines, stand outside of the signs where both versions say the same all the same.
    """
    parts = [_Part(node.kind, _text(node)) for node in nodes]
    for part in parts:
        _move_spaces(part, parts)
    found: list[Node] = []
    for node, part, label in zip(nodes, parts, labels, strict=True):
        if part.kind not in _SIGNS:
            found.append(node)
            continue
        begin, end = _SIGNS[part.kind]
        first, last = ("" if each.isspace() else _SPACE for each in (part.text[:1], part.text[-1:]))
        said = f"{begin}{_SPACE}{label}" if label else begin
        change: Change = "inserted" if part.kind == "inserted" else "deleted"
        found.append(_sign(f"{part.before}{said}{first}", node.line, change))
        found += _without_calls(_bare(node, part))
        found.append(_sign(f"{last}{end}{part.after}", node.line, change))
    return tuple(found)


@dataclass
class _Part:
    """What one of the nodes of a block says, with spaces that were moved out of it."""

    kind: str
    text: str
    before: str = ""
    after: str = ""


def _move_spaces(part: _Part, parts: Sequence[_Part]) -> None:
    """Move the spaces at both ends of a part out of it, where no version says anything else then.

    `parts` are all of the block.
    """
    if part.kind not in _SIGNS or not part.text.strip():
        return
    wanted, text = _versions(parts), part.text
    part.text, part.before = text.lstrip(" "), " " * text.startswith(" ")
    if _versions(parts) != wanted:
        part.text, part.before = text, ""
    text = part.text
    part.text, part.after = text.rstrip(" "), " " * text.endswith(" ")
    if _versions(parts) != wanted:
        part.text, part.after = text, ""


def _versions(parts: Sequence[_Part]) -> list[str]:
    """Return what both versions of a block say."""
    return [
        _SPACES.sub(
            " ",
            "".join(
                f"{part.before}{'' if part.kind == gone else part.text}{part.after}"
                for part in parts
            ),
        ).strip(" ")
        for gone in _SIGNS
    ]


def _text(node: Node) -> str:
    """Return what a node says, with a character for what is no text."""
    if node.kind in ("call", "image"):
        return "\ufffc"
    own = "\n" if node.kind == "break" else node.text
    return own + "".join(map(_text, node.children))


def _bare(node: Node, part: _Part) -> Node:
    """Return a node without the spaces that were moved out of it."""
    if part.before:
        node = _trimmed(node, 0)
    return _trimmed(node, -1) if part.after else node


def _trimmed(node: Node, side: int) -> Node:
    """Return a node without spaces at one of its ends: the first one, 0, or the last one, -1."""
    if not node.children:
        return replace(node, text=node.text.rstrip(" ") if side else node.text.lstrip(" "))
    children = list(node.children)
    children[side] = _trimmed(children[side], side)
    if not _text(children[side]):
        del children[side]
        return _trimmed(replace(node, children=tuple(children)), side)
    return replace(node, children=tuple(children))


def _without_calls(node: Node) -> Iterator[Node]:
    """Yield a node in parts with the calls of notes between them.

    Lines under and through a call would go on under and through its note.
    """
    inside: list[Node] = []
    if not node.children or node.kind == "image":
        yield node
        return
    for child in node.children:
        for part in _without_calls(child):
            if part.kind == "call":
                yield from _around(node, inside)
                yield part
                inside = []
            else:
                inside.append(part)
    yield from _around(node, inside)


def _around(node: Node, inside: Sequence[Node]) -> Iterator[Node]:
    """Yield a node around what is inside, which may be nothing.

    A line under a space alone would be seen, so such a space goes into what is behind it.
    """
    if inside and inside[0].kind == "text" and inside[0].text.isspace():
        inside = [_spaced(inside[1]), *inside[2:]] if inside[1:] else inside
    if all(child.kind == "text" and child.text.isspace() for child in inside):
        yield from inside
    else:
        yield replace(node, children=tuple(inside))


def _spaced(node: Node) -> Node:
    """Return a node with a space before its words."""
    if not node.children or node.kind == "image":
        return replace(node, text=f" {node.text}") if node.kind == "text" else node
    return replace(node, children=(_spaced(node.children[0]), *node.children[1:]))


def _sign(words: str, line: int, change: Change = "") -> Node:
    return Node("sign", line, (Node("text", line, text=words),), change=change)
