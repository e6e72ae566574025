"""Paragraphs: what of them is set in its own way, or kept with what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.paragraphs import is_direction, is_line, leads_to, speaks

if TYPE_CHECKING:
    from communique.model.body import Node


def classes(paragraph: Node, below: Node | None) -> str:
    """Return the classes of a paragraph, with spaces between them; `below` is the next block."""
    every = {
        "lead": paragraph.leads or bool(below and leads_to(paragraph, below)),
        "line": is_line(paragraph),
        "centred": bool(paragraph.align),
        "speaker": speaks(paragraph),
        "direction": is_direction(paragraph),
    }
    return " ".join(name for name, applies in every.items() if applies)
