"""What an importer finds in a Word file: the text as blocks, and what has to be said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.model.faults import Faults


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph in one style."""

    text: str
    """Its words; of a note its place among the notes, of a picture that among the pictures."""
    kind: Literal["text", "break", "note", "picture"] = "text"
    strong: bool = False
    emphasis: bool = False
    raised: Literal["", "superscript", "subscript"] = ""
    link: str = ""
    language: str = ""
    """The language (BCP 47) that Word has for it, or nothing."""

    @property
    def style(self) -> tuple[bool, bool, str, str]:
        """What its words look like, and where they lead."""
        return self.strong, self.emphasis, self.raised, self.link


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with what Word counts before it; `number` is its place in the file, from 1."""

    number: int
    pieces: tuple[Piece, ...] = ()
    label: str = ""
    """Its automatic number as text, or a bullet."""
    indent: int = 0
    """How far it stands from the edge, in twentieths of a point."""
    heading: int = 0
    """The level of a heading, from 1, or 0."""
    style: Literal["", "title", "subtitle", "caption", "quote"] = ""
    align: Literal["", "center", "right"] = ""

    @property
    def words(self) -> str:
        """Its words on one line, without its label, notes and pictures."""
        shown = {"break": " ", "note": "", "picture": ""}
        return " ".join("".join(shown.get(each.kind, each.text) for each in self.pieces).split())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs, and over how many columns it stands."""

    paragraphs: tuple[Paragraph, ...] = ()
    span: int = 1
    below: bool = False
    """Whether it goes on from the cell above."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows from above, and how many of them are its head."""

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    head: int = 1
    may_be_signed: bool = False
    """Whether signatures may stand in it: it ends the text, and has no lines between its cells.

    It has its empty paragraphs then."""


Block = Paragraph | Table


class Picture(NamedTuple):
    """A picture: its bytes, the ending of its kind, and what it shows, if Word knows."""

    data: bytes
    suffix: str
    description: str


@dataclass(slots=True)
class Findings:
    """What has to be said of a file: what refuses it, what its author has to settle, and the rest.

    Each thing to settle stands once.
    """

    faults: Faults
    to_settle: dict[str, None] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)
    """How often what was cleaned or left was there."""

    def settle(self, number: int, what: str) -> None:
        """Note what the author has to look at, in the paragraph with that number, or 0 for none."""
        self.to_settle[f"paragraph {number}: {what}" if number else what] = None

    def tell(self, what: str) -> None:
        """Note what was done, once more."""
        self.told[what] = self.told.get(what, 0) + 1


@dataclass(slots=True)
class Text:
    """The text of a Word file."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[list[Block]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    contents: bool = False
    """Whether it has a list of its headings."""

    def paragraphs(self) -> Iterable[Paragraph]:
        """Yield every paragraph outside the notes, those in cells as well."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block
            else:
                yield from (one for row in block.rows for cell in row for one in cell.paragraphs)
