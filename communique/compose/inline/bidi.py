"""Passages that run against the direction of their text, where more than one node makes them up.

The engine puts the boxes of a line in the order of the text's direction: two Arabic words in an
English sentence, the second one bold, would change places. A passage that is marked is put in its
own order. Within one box Pango follows the Unicode bidirectional algorithm (UAX 9). Upstream:
https://github.com/Kozea/WeasyPrint/issues/106.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.model.characters import RTL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Node

_LETTERS = {"rtl": f"[{RTL_LETTERS}]", "ltr": rf"[^\W\d_{RTL_LETTERS}]"}
_OTHER = {"rtl": "ltr", "ltr": "rtl"}
#: A run of one direction: from its first letter to its last, none of the other in between. Figures
#: after letters from left to right belong to them (UAX 9, W7), also if they begin another node.
_RUNS = {
    "rtl": re.compile(rf"([{RTL_LETTERS}](?:[\W\d_{RTL_LETTERS}]*[{RTL_LETTERS}])?)"),
    "ltr": re.compile(
        r"(^(?:\W*[0-9])+(?!\w)"
        rf"|{_LETTERS['ltr']}(?:[^{RTL_LETTERS}]*(?:{_LETTERS['ltr']}|[0-9]))?)"
    ),
}
_ENDS = ("break", "image")
_CUT = ("emphasis", "strong")


def against(text: str, base: str) -> str:
    """Return the direction of a `text` whose letters all run against the direction `base`, or "".

    So the full stop of a name stays at its end, and a place on the left of nothing that follows.
    """
    other = _OTHER[base]
    alone = re.search(_LETTERS[other], text) and not re.search(_LETTERS[base], text)
    return other if alone else ""


def passages(nodes: Sequence[Node], base: str) -> list[tuple[str, list[Node]]]:
    """Cut inline `nodes` of a text that runs in the direction `base`, "ltr" or "rtl".

    Return the runs in order, each with its direction where that is the other one and more than
    one node makes it up, or else with nothing.
    """
    if len(nodes) == 1:
        return [("", list(nodes))]
    other = _OTHER[base]
    result: list[tuple[str, list[Node]]] = []
    run: list[Node] = []
    between: list[Node] = []  # what has no direction follows the run only if the run goes on
    for part in (part for node in nodes for part in _parts(node, other)):
        if _has(part, base) or part.kind in _ENDS:
            _close(result, run, other)
            _add(result, [*between, part])
            run, between = [], []
        elif _has(part, other) or (run and base == "rtl" and re.search("[0-9]", part.plain)):
            run += [*between, part]
            between = []
        elif run:
            between.append(part)
        else:
            _add(result, [part])
    _close(result, run, other)
    _add(result, between)
    return result


def _parts(node: Node, other: str) -> Iterator[Node]:
    """Yield a text cut before and after each run of the `other` direction.

    Emphasis is cut likewise, each part with emphasis of its own; any other node stays whole.
    """
    if node.kind == "text":
        for text in _RUNS[other].split(node.text):
            if text:
                yield replace(node, text=text)
    elif node.kind in _CUT and _has(node, other):
        for child in node.children:
            for part in _parts(child, other):
                yield replace(node, children=(part,))
    else:
        yield node


def _has(node: Node, direction: str) -> bool:
    return bool(re.search(_LETTERS[direction], node.plain))


def _close(result: list[tuple[str, list[Node]]], run: list[Node], other: str) -> None:
    """Add a run, as a passage of its own if it is of more than one node."""
    joined = _joined(run)
    if len(joined) > 1:
        result.append((other, joined))
    else:
        _add(result, joined)


def _add(result: list[tuple[str, list[Node]]], nodes: Sequence[Node]) -> None:
    """Add nodes that need no direction."""
    if nodes and (not result or result[-1][0]):
        result.append(("", []))
    if nodes:
        result[-1] = ("", _joined([*result[-1][1], *nodes]))


def _joined(nodes: Sequence[Node]) -> list[Node]:
    """Return `nodes` with those made one that were cut."""
    result: list[Node] = []
    for node in nodes:
        last = result[-1] if result else None
        if last is None or last.kind != node.kind or node.kind not in ("text", *_CUT):
            result.append(node)
        else:
            children = tuple(_joined([*last.children, *node.children]))
            result[-1] = replace(last, text=last.text + node.text, children=children)
    return result
