"""Which number is due before each paragraph of a negotiation print: counted for the proof alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model.paragraphs import is_counted

if TYPE_CHECKING:
    from communique.model.body import Node
    from communique.model.statement import Statement

ADVERBS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies")
"""What stands behind the number of a paragraph that was put between two others."""

_LETTER = re.compile("-?[A-Za-z]")
#: The number that an author has before a paragraph, up to its stop: figures, and what is behind.
_WRITTEN = re.compile(r"\[?\(?((?:\d+\.)*\d+)([^\d.)\]]*)[.)]\s")
_LONGEST, _COLONS = 3, (":", "：")


def due(statement: Statement) -> dict[int, str]:
    """Return what is due before each paragraph of a statement as it was read, by its line.

    That is the number by which it is counted, in each annex from 1, or that with which its author
    begins it, behind which the next one is counted on. It is nothing where points are counted.
    """
    found: dict[int, str] = {}
    nodes, last = statement.body.children, 0
    counts = statement.matter.numbered or not _has_counted_points(nodes)
    for node in nodes:
        last = 0 if node.annex else last
        if node.kind != "paragraph":
            continue
        found[node.line], number = "", written(node.plain)
        if is_counted(node) and number:
            last = max(last, int(re.split(r"\D", number)[0]))
        elif is_counted(node) and counts:
            last += 1
            found[node.line] = str(last)
        if number and node.children[0].text.startswith(f"{number}. "):
            found[node.line] = number
    return found


def written(words: str) -> str:
    """Return the number with which an author begins a paragraph, without its stop: 5 bis."""
    match = _WRITTEN.match(words)
    if not match or any(len(part) > _LONGEST for part in match[1].split(".")):
        return ""
    behind = match[2]
    is_known = not behind or behind.lstrip(" \u00a0-") in ADVERBS or _LETTER.fullmatch(behind)
    return match[1] + behind if is_known else ""


def _has_counted_points(nodes: tuple[Node, ...]) -> bool:
    """Tell whether an author has counted points in place of paragraphs.

    They are as many as the paragraphs, or one list of them has no words with a colon before it.
    """
    points, last = 0, ""
    for node in nodes:
        own = node.kind == "list" and sum(
            each.marker.lstrip("(（")[:1].isdigit() for each in node.children
        )
        if own and not last.endswith(_COLONS):
            return True
        points += own
        last = node.plain.rstrip() if node.kind == "paragraph" else ""
    return points >= sum(is_counted(node) and not written(node.plain) for node in nodes)
