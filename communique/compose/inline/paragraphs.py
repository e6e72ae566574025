"""Paragraphs and links: what of them is set in its own way, or kept with what is beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.compose.inline import vowels
from communique.compose.inline.bound_nodes import said
from communique.model.characters import RTL_LETTERS
from communique.model.paragraphs import is_address, is_direction, is_line, speaks, stays_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.body import Node

#: What a single line at the end of a text stays with.
_HIGH = ("figure", "table")
_RTL = re.compile(f"[{RTL_LETTERS}]")
#: Letters of Arabic, which have dots where other letters may be underlined.
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_JOINER = "\u2060"
#: A line may end between any two of these; what is no letter stands with the one before it.
_SQUARE = "\u2e80-\u9fff\uf900-\ufaff"
#: The last two, which stand together by custom of typesetters; a unit in brackets, as in 比率（%）,
#: may have the last line for itself.
_END = re.compile(rf"[{_SQUARE}][^\w\s]*[{_SQUARE}](?![(（])[^\w\s]*\Z")
#: From one number with its unit to another.
_RANGE = re.compile(r"\d\u00a0[^\W\d_]{1,2}–(?=\d)")
#: A text of more characters has several lines in a narrow column of a table, or may have.
_LONG = 3


def classes(paragraph: Node, above: Node | None, below: Node | None) -> str:
    """Return the classes of a paragraph between two other blocks, with spaces between them."""
    every = {
        "lead": paragraph.leads if below is None else stays_with(paragraph, below),
        "line": bool(above and above.kind in _HIGH and is_line(paragraph)),
        "address-lines": is_address(paragraph),
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


def ended(nodes: Sequence[Node]) -> list[Node]:
    """Return `nodes` of a paragraph in whose last line no character of Chinese stands alone.

    A word joiner, which nobody sees, is between its last two. No line ends within 6 h–9 h either.
    """
    text = "".join(map(said, nodes))
    whole = _with_ranges(nodes) if _RANGE.search(text) else nodes
    return _ended(whole) if len(text) > _LONG else list(whole)


def _with_ranges(nodes: Sequence[Node]) -> list[Node]:
    """Return `nodes` with a word joiner behind the dash between two numbers with their units."""
    return [
        replace(node, text=_RANGE.sub(rf"\g<0>{_JOINER}", node.text))
        if node.kind == "text"
        else replace(node, children=tuple(_with_ranges(node.children)))
        for node in nodes
    ]


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
