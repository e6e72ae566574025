"""The text of a statement as a tree: what the page shows and what the proof looks for.

It knows neither Markdown nor HTML. Block nodes hold block nodes or, at the ends, inline nodes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, get_args

from communique.model.paragraphs import is_counted

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal[
    # blocks
    "heading",  # level 2 to 6, children inline
    "paragraph",  # marker where it is numbered, align where it is centred, children inline
    "list",  # children items; ordered where the author numbers them
    "item",  # marker as written, children blocks
    "quote",  # children blocks
    "table",  # children rows, before them a caption and after them a source, if it has them
    "caption",  # of a table, children inline
    "source",  # a line below a table, children inline
    "row",  # children cells; head in the table's head
    "cell",  # align, children inline; head where it is one of a row or of columns
    "figure",  # target, text (alternative), children: caption, inline
    "rule",  # a break in the text without words
    # inline
    "text",  # text
    "emphasis",  # children
    "strong",  # children
    "link",  # target, children
    "abbreviation",  # target: what it stands for, children: a text, maybe parts of it raised
    "phrase",  # language, children: words in another language than those around them
    "superscript",  # children: a text
    "subscript",  # children: a text
    "image",  # target, text (alternative)
    "call",  # number of the note called
    "break",  # a line ends here
]
#: Those before "text".
BLOCKS = frozenset(get_args(Kind)[: get_args(Kind).index("text")])


@dataclass(frozen=True, slots=True)
class Node:
    """One part of the text. `line` is its line in the source file, from 1."""

    kind: Kind | Literal["passage"]
    """A passage, children and direction, is made by composing; no statement has one."""
    line: int
    children: tuple[Node, ...] = ()
    text: str = ""
    level: int = 0
    marker: str = ""
    ordered: bool = False
    numbering: str = ""
    """How a list is counted, by its name in PDF, where it is not by 1, 2, 3."""
    target: str = ""
    align: str = ""
    head: bool = False
    column: int = 0
    """The first column of a cell, from 0."""
    colspan: int = 1
    rowspan: int = 1
    """Over how many columns and rows a cell stands."""
    across: bool = False
    """Whether a table, or what leads to it, is set on pages that are turned, since it is wide."""
    smaller: bool = False
    divided: bool = False
    """Whether a table is set in smaller type, or its words may be divided, since it is wide."""
    number: int = 0
    again: bool = False
    """A further call of a note that was called before."""
    anchor: str = ""
    """A heading's name for links inside the document."""
    annex: bool = False
    """Whether a heading begins an annex, by the words of the language."""
    language: str = ""
    """Of a phrase (BCP 47)."""
    direction: str = ""
    """Of a passage, "ltr" or "rtl": it runs against what is around it."""

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def plain(self) -> str:
        """The words of this node, notes' calls left out."""
        return "".join(
            " " if node.kind == "break" else node.text
            for node in self.walk()
            if node.kind != "image"
        )

    @property
    def rows(self) -> tuple[Node, ...]:
        """The rows of a table."""
        return tuple(child for child in self.children if child.kind == "row")

    @property
    def leads(self) -> bool:
        """Whether a paragraph leads to what follows it: it ends in a colon, or is all strong."""
        words = self.plain.rstrip()
        return words.endswith((":", "：")) or (  # the colon of Chinese
            bool(self.children)
            and all(child.kind in ("strong", "break") for child in self.children)
        )

    @property
    def label(self) -> str:
        """The words of a heading where it is listed: on one line, with single spaces."""
        return " ".join(self.plain.split())


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number in order of first call, and its blocks."""

    number: int
    line: int
    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The whole text: its blocks and its notes in the order of their numbers."""

    children: tuple[Node, ...] = ()
    notes: tuple[Note, ...] = field(default=())

    def walk(self) -> Iterator[Node]:
        """Yield every node of the text, then every node of the notes."""
        for part in (*self.children, *(block for note in self.notes for block in note.children)):
            yield from part.walk()

    def numbered(self) -> Body:
        """Return this text with its paragraphs numbered, in each annex from 1.

        Those inside other blocks are not.
        """
        children, number = list(self.children), 0
        for place, node in enumerate(children):
            if node.annex:
                number = 0
            elif is_counted(node):
                number += 1
                children[place] = replace(node, marker=f"{number}.")
        return replace(self, children=tuple(children))

    @property
    def headings(self) -> list[Node]:
        """The headings, in order."""
        return [node for node in self.walk() if node.kind == "heading"]
