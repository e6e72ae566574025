"""A part of a text: its words, and all that they have besides their letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.prove.corrections.forms import LINE_END, UNSEEN, Look, Word, around, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.body import Node

Token = Word | int | tuple[Word, ...]
"""A word, the number of a note that is called behind it, or the words of that note."""


@dataclass(eq=False)
class Part:
    """What is found by one of its `names`."""

    names: tuple[str, ...]
    """Its own, and that of its row."""
    kind: str
    tokens: list[Token]
    line: int = 1
    marker: str = ""
    coming: bool = False
    """Whether a correction brings it: then its marker is among its words."""
    gone: bool = False
    number: int = 0
    """That of a note."""
    anchor: str = ""
    """Where links lead to it, if it is a heading."""
    looks: tuple[int, str, int, int] = (0, "", 1, 1)
    """The level of a heading, the side on which it stands, and over how many cells."""
    above: tuple[str, ...] = ()
    """The kinds of what it stands in, the outermost first."""
    items: tuple[int, ...] = ()
    """The points in which it stands, the last one its own, by the identity of their nodes."""
    of_list: int = 0
    """The identity of its list, if it is a point."""
    row: int = 0
    """The identity of its row, if it is a cell."""
    under: str = ""
    """What its section is called, if that is in its names."""
    table: str = ""
    """What its table is called, if it is in one."""

    @property
    def words(self) -> list[Word]:
        """Its words alone."""
        return [token for token in self.tokens if isinstance(token, Word)]


def tokens_of(node: Node) -> list[Token]:
    """Return the words of inline nodes, each with the calls in it or behind it."""
    found: list[Token] = []
    text, looks, calls = "", list[Look](), list[tuple[int, int]]()
    gap, space = "", ""
    for character, look, number in (*_characters(node, ()), (" ", (), 0)):
        if number:
            calls.append((len(text), number))
        elif not character.isspace():
            gap = gap if text else space
            text, space = text + character, ""
            looks.append(look)
        else:
            if text:
                within = [(pieces(text[:n]), call) for n, call in calls if n < len(text)]
                found.append(Word(text, looks, gap if found else "", within))
            found += [number for _, number in calls]
            text, looks, calls = "", [], []
            space = character if character == LINE_END or not space else space
    return found


def _characters(node: Node, looks: Look) -> Iterator[tuple[str, Look, int]]:
    """Yield the characters of a node with their looks, and the numbers of notes."""
    if node.kind == "call":
        yield "", looks, node.number
    text = UNSEEN.sub("", node.text).replace(LINE_END, " ")
    for character in LINE_END if node.kind == "break" else text:
        if node.kind in ("text", "break"):
            yield character, looks, 0
    for child in node.children:
        yield from _characters(child, around(child, looks))
