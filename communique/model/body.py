"""The text of a statement as a tree: what the page shows and what the proof looks for.

It knows neither Markdown nor HTML. Block nodes hold block nodes or, at the ends, inline nodes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, get_args

from communique.model.paragraphs import is_counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

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
    "abbreviation",  # text, target: what it stands for
    "phrase",  # language, children: words in another language than those around them
    "superscript",  # children: a text
    "subscript",  # children: a text
    "image",  # target, text (alternative)
    "call",  # number of the note called
    "break",  # a line ends here
]
#: Those before "text".
BLOCKS = frozenset(get_args(Kind)[: get_args(Kind).index("text")])

#: How the names of letters begin whose scripts have no spaces between words (UAX 14, ID and SA).
_UNSPACED = frozenset(
    [
        "BOPOMOFO",
        "CJK",
        "HALFWIDTH",
        "HIRAGANA",
        "IDEOGRAPHIC",
        "KATAKANA",
        "KATAKANA-HIRAGANA",
        "KHMER",
        "LAO",
        "MYANMAR",
        "THAI",
    ]
)


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
        """Return this text with its paragraphs numbered; those inside other blocks are not."""
        count = iter(range(1, len(self.children) + 1))
        children = tuple(
            replace(node, marker=f"{next(count)}.") if is_counted(node) else node
            for node in self.children
        )
        return replace(self, children=children)

    def explained(self, abbreviations: Mapping[str, str]) -> Body:
        """Return this text with its `abbreviations` as nodes that say what they stand for."""
        if not abbreviations:
            return self
        abbreviations = {
            unicodedata.normalize(form, short): meaning
            for short, meaning in abbreviations.items()
            for form in ("NFC", "NFD")  # the text may have either
        } | dict(abbreviations)
        letters = frozenset("".join(node.text for node in self.walk()))
        longest_first = sorted(abbreviations, key=len, reverse=True)
        pattern = re.compile(f"({'|'.join(_apart(short, letters) for short in longest_first)})")

        def explain(node: Node) -> Iterator[Node]:
            if node.kind != "text":
                yield replace(node, children=every(node.children))
                return
            for part in _held(pattern.split(node.text)):
                short = abbreviations.get(part.strip())
                yield (
                    replace(node, kind="abbreviation", text=part, target=short)
                    if short
                    else replace(node, text=part)
                )

        def every(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
            return tuple(part for node in nodes for part in explain(node))

        notes = tuple(replace(note, children=every(note.children)) for note in self.notes)
        return replace(self, children=every(self.children), notes=notes)

    @property
    def headings(self) -> list[Node]:
        """The headings, in order."""
        return [node for node in self.walk() if node.kind == "heading"]


def _apart(short: str, letters: Set[str]) -> str:
    """Return the pattern of `short` where it is no part of a longer word, in a text of `letters`.

    Letters of another script may touch it, and so may those of scripts without spaces between
    words: 遵守IALA的.
    """
    own = {_script(letter) for letter in short if letter.isalpha()}
    joining = {
        letter
        for letter in letters
        if letter == "_"
        or letter.isdigit()
        or (letter.isalnum() and _script(letter) in (own or {_script(letter)}) - _UNSPACED)
    }
    around = f"[{''.join(map(re.escape, sorted(joining)))}]" if joining else r"[^\s\S]"
    return f"(?<!{around}){re.escape(short)}(?!{around})"


def _script(letter: str) -> str:
    """Return what the name of a character begins with, for letters that of their script."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _held(parts: Sequence[str]) -> list[str]:
    """Join a lone space to the part beside it: the engine would not draw it, nor have it read."""
    held: list[str] = []
    space = ""
    for part in filter(None, parts):
        if not part.isspace():
            held.append(space + part)
            space = ""
        elif held:
            held[-1] += part
        else:
            space = part
    return held or [space]
