"""What a paragraph is by its words and their stress, without a mark of its own."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.model.body import Node

#: Colons; the second is that of Chinese and Japanese.
_COLONS = (":", "：")
#: The second is that of Chinese and Japanese, the third of Arabic.
_QUESTION_MARKS = ("?", "？", "؟")
#: A line of text has about so many characters.
_LINE = 85
#: A postal address has so many at most.
_ADDRESS = 7
#: Words in brackets, and a stop behind them.
_BRACKETED = re.compile(r"\([^()]+\)\.?|\[[^\[\]]+\]\.?|（[^（）]+）。?")

#: The number that a paragraph begins with, as an author wrote it: 5 bis., or (5).
_NUMBER = re.compile(
    r"\[?\(?((?:\d{1,3}\.)*\d{1,3}(?:[ \u00a0-]?(?:bis|ter|quater|quinquies|sexies|septies|octies"
    r"|novies)|-?[A-Za-z])?)[.)](?=\s)"
)


def speaks(paragraph: Node) -> bool:
    """Tell whether a paragraph begins with the name of its speaker: strong, and with a colon.

    The colon is the last of the strong words or the next sign, and other words follow.
    """
    first, *others = paragraph.children or (None,)
    if not first or first.kind != "strong" or not others:
        return False
    name, rest = first.plain.rstrip(), "".join(node.plain for node in others).lstrip()
    return bool(rest) and (name.endswith(_COLONS) or rest.startswith(_COLONS))


def is_direction(paragraph: Node) -> bool:
    """Tell whether a paragraph is a stage direction, such as (Applause): all stressed, in brackets.

    The brackets may stand outside the stress.
    """
    words = [node for node in paragraph.children if node.plain.strip(" ()[]（）.。")]
    stressed = bool(words) and all(node.kind == "emphasis" for node in words)
    return stressed and bool(_BRACKETED.fullmatch(paragraph.plain.strip()))


def introduces(paragraph: Node) -> bool:
    """Tell whether a paragraph ends in a colon, as the one before a list does."""
    return paragraph.kind == "paragraph" and paragraph.plain.rstrip().endswith(_COLONS)


def leads_to(paragraph: Node, block: Node) -> bool:
    """Tell whether a paragraph leads to the `block` below it.

    A line leads to a table, and a question to its answer.
    """
    return (block.kind == "table" and is_line(paragraph)) or _asks(paragraph, block)


def stays_with(paragraph: Node, block: Node) -> bool:
    """Tell whether a paragraph stands on one page with the beginning of the `block` below it.

    What ends in a colon does, but not with a heading, which begins something else.
    """
    if block.kind == "heading" and paragraph.plain.rstrip().endswith(_COLONS):
        return False
    return paragraph.leads or leads_to(paragraph, block)


def _asks(paragraph: Node, block: Node) -> bool:
    """Tell whether a speaker asks in about two lines what one answers in the block below."""
    is_question = paragraph.plain.rstrip().endswith(_QUESTION_MARKS)
    is_short = len(paragraph.plain) <= 2 * _LINE
    return is_question and is_short and speaks(paragraph) and speaks(block)


def is_line(paragraph: Node) -> bool:
    """Tell whether a paragraph is about one line."""
    return len(paragraph.plain) <= _LINE


def is_address(paragraph: Node) -> bool:
    """Tell whether a paragraph is a few short lines, each ended by its author, as an address is."""
    ends = [0, *(n for n, node in enumerate(paragraph.children) if node.kind == "break"), None]
    parts = (paragraph.children[start:end] for start, end in pairwise(ends))
    every = ["".join(node.plain for node in part) for part in parts]
    return 1 < len(every) <= _ADDRESS and all(len(line) <= _LINE for line in every)


def is_counted(block: Node) -> bool:
    """Tell whether a block of the text has a number where its paragraphs are numbered."""
    return block.kind == "paragraph" and not block.align and not is_direction(block)


def own_number(block: Node) -> str:
    """Return the number that a paragraph or a point has by itself, without its stop: 5 bis."""
    if block.kind == "item":
        number = bare(block.marker)
        return number if number[:1].isdigit() else ""
    if block.kind != "paragraph":
        return ""
    if block.marker:
        return block.marker.rstrip(".)")
    written = _NUMBER.match(said(block))
    return written[1] if written else ""


def bare(marker: str) -> str:
    """Return the marker of a point without what stands around it: a of (a), nothing of a dot."""
    inside = marker.strip("()（）.．、 \u00a0")
    return inside if inside[:1].isalnum() else ""


def said(node: Node) -> str:
    """Return the words of a block, with a space where a line ends and nothing for pictures."""
    if node.kind == "image":
        return ""
    own = {"break": " ", "figure": ""}.get(node.kind, node.text)
    return own + "".join(map(said, node.children))
