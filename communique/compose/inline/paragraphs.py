"""Paragraphs and links: what of them is set in its own way, or kept with what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.compose.inline import vowels
from communique.model.characters import RTL_LETTERS
from communique.model.paragraphs import is_direction, is_line, leads_to, speaks

if TYPE_CHECKING:
    from communique.model.body import Node

#: What a single line at the end of a text stays with.
_HIGH = ("figure", "table")
_RTL = re.compile(f"[{RTL_LETTERS}]")
#: Letters of Arabic, which have dots where other letters may be underlined.
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


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


def link_class(link: Node, way: str) -> str:
    """Return the class of a link in a text that runs this `way`, "ltr" or "rtl", or nothing.

    It may be an address itself, in a text from right to left have only letters of others, or in one
    from left to right have some of Arabic.
    """
    if link.plain == link.target:
        return "address"
    if way == "rtl":
        return "" if _RTL.search(link.plain) else "latin"
    return underlined_class(link)


def underlined_class(words: Node) -> str:
    """Return the class of words that are underlined, or nothing: whether some are Arabic."""
    return "arabic" if _ARABIC.search(words.plain) else ""
