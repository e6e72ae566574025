"""Places: how a reader finds each part of the earlier text.

Paragraphs are counted as the earlier text numbers them; where it does not, below each heading, or
in the whole text where two headings have the same words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.model.paragraphs import is_counted
from communique.turns.corrigendum.words import Word, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.design.language import Language
    from communique.design.writing.corrections import Corrections
    from communique.model.body import Node, Note
    from communique.model.statement import Statement


@dataclass(frozen=True)
class Unit:
    """A part of a text that holds words."""

    place: str
    """What it is called; several parts may be called so."""
    kind: str
    """What it is: heading, paragraph, point, row, or another part, which stands or falls with its
    table, picture or note."""
    line: int
    words: tuple[Word, ...]
    marker: str = ""
    """The number or letter of a point."""
    row: str = ""
    """What its row is called, if it is a cell."""
    table: str = ""
    """What its table is called, if it is in one."""
    node: Node | Note | None = field(default=None, compare=False)
    seat: Node | Note | None = field(default=None, compare=False)
    """What it stands in beside its like: of a point the list, of a cell the table."""
    section: str = ""
    """What the section is called by which it is found, if its place names one."""

    @property
    def name(self) -> str:
        """What it is called as a whole: a cell as its row."""
        return self.row or self.place

    def is_called(self, name: str) -> bool:
        """Tell whether its place is that one; capitals alone tell no places apart."""
        return self.place.casefold() == name.casefold()


@dataclass(frozen=True)
class Step:
    """A part of either version, or of both, in reading order."""

    old: Unit | None
    new: Unit | None
    fate: str
    """same (or changed), added, deleted, moved."""


def units(statement: Statement, language: Language) -> dict[int, Unit]:
    """Return the parts of the text and of its notes in reading order, by `id` of their nodes.

    Breaks and pictures without words are among them, and have no place.
    """
    corrections = language.file.corrigendum
    assert corrections is not None  # noqa: S101  # asked before
    walker = _Walker(statement, corrections, language.file.comma)
    walker.blocks(statement.body.children)
    for note in statement.body.notes:
        walker.note(note)
    return walker.found


class _Walker:
    def __init__(self, statement: Statement, corrections: Corrections, comma: str) -> None:
        self.found: dict[int, Unit] = {}
        self.names, self.quote, self.comma = corrections.places, corrections.quote, comma
        self.numbered = statement.matter.numbered
        labels = [heading.label.casefold() for heading in statement.body.headings]
        self.parents: dict[int, Node | Note] = {}
        every: list[Node | Note] = [*statement.body.walk(), *statement.body.notes]
        for above in every:
            self.parents |= {id(node): above for node in above.children}
        self.by_section = not self.numbered and len(set(labels)) == len(labels)
        self.section: tuple[str, ...] = ()
        self.paragraph: tuple[str, ...] = ()
        self.counted = self.tables = self.pictures = 0

    def add(
        self, node: Node, kind: str, *place: str, marker: str = "", row: str = "", table: str = ""
    ) -> None:
        name = self.comma.join(place)
        every = tuple(words(node.children))
        seat = self.parents.get(id(node))
        if kind in ("point", "row") and seat:
            seat = self.parents.get(id(seat))
        self.found[id(node)] = Unit(
            name,
            kind,
            node.line,
            every,
            marker,
            row,
            table,
            node,
            seat,
            self.comma.join(self.section),
        )

    def quoted(self, node: Node) -> str:
        return self.quote.format(words=node.label)

    def blocks(self, nodes: Iterable[Node], *, top: bool = True) -> None:
        for node in nodes:
            self.block(node, top=top)

    def block(self, node: Node, *, top: bool) -> None:
        match node.kind:
            case "heading":
                self.heading(node)
            case "paragraph":
                if not self.numbered or (top and is_counted(node)):
                    self.counted += 1
                    self.paragraph = (self.names.paragraph.format(number=self.counted),)
                self.add(node, "paragraph", *self.here())
            case "list":
                self.points(node, ())
            case "quote":
                self.blocks(node.children, top=False)
            case "table":
                self.table(node)
            case "figure" if node.children:
                self.pictures += 1
                picture = self.names.picture.format(number=self.pictures)
                self.add(node, "caption", picture, self.names.caption)
            case "figure":
                self.pictures += 1
                self.add(node, "picture")
            case "rule":
                self.add(node, "break")

    def here(self) -> tuple[str, ...]:
        """Return the place of what stands at the present paragraph."""
        place = (*self.section, *self.paragraph)
        return place or (self.names.paragraph.format(number=1),)

    def heading(self, node: Node) -> None:
        self.add(node, "heading", self.names.heading.format(words=self.quoted(node)))
        if self.by_section or (self.numbered and node.annex):
            self.section = (self.names.section.format(words=self.quoted(node)),)
            self.paragraph, self.counted = (), 0

    def points(self, node: Node, above: tuple[str, ...]) -> None:
        before = (*self.section, *self.paragraph)
        for number, item in enumerate(node.children, 1):
            marker = item.marker if any(map(str.isalnum, item.marker)) else ""
            name = self.names.point.format(number=marker.rstrip(".") or number)
            place = (*above, name)
            first = True
            for child in item.children:
                if child.kind == "list":
                    self.points(child, place)
                elif child.kind == "paragraph":
                    kind = "point" if first else "paragraph"
                    self.add(child, kind, *before, *place, marker=marker if first else "")
                else:
                    self.block(child, top=False)
                first = False

    def table(self, node: Node) -> None:
        self.tables += 1
        table = self.names.table.format(number=self.tables)
        columns: dict[int, str] = {}
        for child in node.children:
            if child.kind == "row":
                self.row(child, table, columns)
            else:
                own = self.names.caption if child.kind == "caption" else self.names.source
                self.add(child, child.kind, table, own, table=table)

    def row(self, node: Node, table: str, columns: dict[int, str]) -> None:
        first = next((cell for cell in node.children if cell.label), node)
        row = self.comma.join((table, self.names.row.format(words=self.quoted(first))))
        for cell in node.children:
            column = [columns[cell.column]] if cell.column in columns and not node.head else []
            self.add(cell, "row", row, *column, row=row, table=table)
        if node.head:
            for cell in node.children:
                if cell.label:
                    columns[cell.column] = self.names.column.format(words=self.quoted(cell))

    def note(self, note: Note) -> None:
        name = self.names.note.format(number=note.number)
        for node in note.children:
            for inner in node.walk():
                if inner.kind == "paragraph":
                    self.add(inner, "note", name)
