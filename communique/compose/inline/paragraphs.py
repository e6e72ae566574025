"""Paragraphs: what of them is set in its own way, or kept with what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.compose.inline import vowels
from communique.model.paragraphs import is_direction, is_line, leads_to, speaks

if TYPE_CHECKING:
    from communique.model.body import Node

#: What a single line at the end of a text stays with.
_HIGH = ("figure", "table")


def classes(paragraph: Node, above: Node | None, below: Node | None) -> str:
    """Return the classes of a paragraph between two other blocks, with spaces between them."""
    every = {
        "lead": paragraph.leads or bool(below and leads_to(paragraph, below)),
        "line": bool(above and above.kind in _HIGH and is_line(paragraph)),
        "centred": bool(paragraph.align),
        "speaker": speaks(paragraph),
        "direction": is_direction(paragraph),
        "vowelled": vowels.are_quoted(paragraph),
    }
    return " ".join(name for name, applies in every.items() if applies)
