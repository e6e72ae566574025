"""The text of a statement as a tree: what the page shows and what the proof looks for.

It knows neither Markdown nor HTML. Block nodes hold block nodes or, at the ends, inline nodes.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

from communique.model.paragraphs import introduces, is_counted, own_number

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

    kind: (
        Kind
        | Literal["bracketed", "bracket", "inserted", "deleted", "sign", "passage", "whole", "gap"]
    )
    """No author's text has the last ones, all but a gap with inline children. In a negotiation
    print words in brackets are bracketed (level: 1, or 2 within others), with a bracket and who
    proposes them in a node of their own; what was inserted or deleted is made of two versions
    (`communique.difference`), and so is the sign that is printed before and after it
    (`communique.turns`). A passage, with its direction, is made by composing, and so are words that
    no line parts, which are whole. A gap is a block that
    is none: side by side the other version has one there that was deleted."""
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
    change: Literal["", "inserted", "deleted", "moved here", "moved away"] = ""
    """Of a block of two versions: what became of it as a whole; of a sign, what it is beside."""
    move: int = 0
    """The number, from 1, of what moved; the place it left has the same. Of a paragraph that was
    added or deleted: its words moved, to or from one that was joined or split."""
    former: str = ""
    """The marker of a point in the earlier version, where it had another one."""

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def plain(self) -> str:
        """The words of this node that stand: notes' calls left out, and what was deleted."""
        if self.kind == "deleted":
            return ""
        own = {"break": " ", "image": ""}.get(self.kind, self.text)
        words = own + "".join(child.plain for child in self.children)
        return " " * (words != words.strip(" ")) if self.kind == "sign" else words

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


def with_own_marker(block: Node) -> Node:
    """Return a paragraph with the number that its words begin with as its marker, others as is."""
    first = block.children[0] if block.kind == "paragraph" and block.children else block
    start = f"{own_number(block)}. "
    if block.marker or not first.text.startswith(start) or start == ". ":
        return block
    rest = replace(first, text=first.text.removeprefix(start))
    return replace(block, marker=start[:-1], children=(rest, *block.children[1:]))


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number in order of first call, and its blocks."""

    number: int
    line: int
    children: tuple[Node, ...]
    change: Literal["", "inserted", "deleted"] = ""
    """Of two versions: what became of it as a whole; its call in the text says the same."""
    later: int = 0
    """Of two versions: its number in the new one, 0 where it was deleted."""


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

        Those inside other blocks are not, nor are those that begin with a number, such as 5 bis:
        the next one is 6.
        """
        children, number = list(self.children), 0
        for place, node in enumerate(children):
            if node.annex:
                number = 0
            elif is_counted(node) and (own := own_number(replace(node, marker=""))):
                number = max(number, int(own[: len(own) - len(own.lstrip("0123456789"))]))
            elif is_counted(node):
                number += 1
                children[place] = replace(node, marker=f"{number}.")
        return replace(self, children=tuple(children))

    def with_numbers(self) -> Body:
        """Return this text with numbers by which its paragraphs are named, as drafts need them.

        Where its author has numbered points that no paragraph introduces, or as many points as
        paragraphs, these are the numbers. A number with which a paragraph begins, such as 5 bis, is
        its marker.
        """
        body = self if self._has_own_numbers() else self.numbered()
        return replace(body, children=tuple(map(with_own_marker, body.children)))

    def _has_own_numbers(self) -> bool:
        counted = sum(is_counted(node) and not own_number(node) for node in self.children)
        points = 0
        for before, node in pairwise((Node("rule", 0), *self.children)):
            own = sum(map(bool, map(own_number, node.children))) if node.kind == "list" else 0
            if own and not introduces(before):
                return True
            points += own
        return points >= counted

    @property
    def headings(self) -> list[Node]:
        """The headings, in order."""
        return [node for node in self.walk() if node.kind == "heading"]
