"""Parts: what holds words in a text, in reading order, each with the names by which it is found.

This is worked out for the proof alone, from the statement as it was read.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from communique.content import expected
from communique.model.body import Node
from communique.model.paragraphs import is_counted
from communique.prove.corrections.part import Part, tokens_of
from communique.prove.corrections.values import values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.design.language import Language
    from communique.model.statement import Statement


def parts(statement: Statement, language: Language) -> list[Part]:
    """Return what holds words: values of the front matter, then the text, then the notes."""
    return [*values(statement, language), *_Text(statement, language).parts()]


class _Text:
    """Reads a text from its beginning to its end and counts what stands there."""

    def __init__(self, statement: Statement, language: Language) -> None:
        says = language.file.corrigendum
        assert says is not None  # noqa: S101  # else nothing was turned
        self.statement, self.language = statement, language
        self.says, self.names = says, says.places
        self.numbered = statement.matter.numbered
        titles = Counter(expected.label(node).casefold() for node in statement.body.headings)
        self.heads = not self.numbered and max(titles.values(), default=0) < 2  # noqa: PLR2004  # once
        self.count = Counter[str]()
        self.under = self.at = ""
        self.above: tuple[str, ...] = ()
        self.items: tuple[int, ...] = ()

    def parts(self) -> Iterator[Part]:
        for number, node in enumerate(self.statement.body.children):
            yield from self.of(node, "", outside=True, first=number == 0)
        for note in self.statement.body.notes:
            name = self.names.note.format(number=note.number)
            for child in note.children:
                for node in child.walk():
                    if node.kind == "paragraph":
                        part = self.part(node, "note", name)
                        part.number = note.number
                        yield part

    def name(self, *parts: str) -> str:
        return self.language.file.comma.join(part for part in parts if part)

    def part(self, node: Node, kind: str, *names: str, marker: str = "") -> Part:
        looks = (node.level, node.align, node.colspan, node.rowspan)
        if kind == "caption":
            looks = (0, "", 1, 1)
        tokens = [] if kind == "break" else tokens_of(node)
        return Part(
            names,
            kind,
            tokens,
            node.line,
            marker,
            looks=looks,
            above=self.above,
            items=self.items,
            under=self.under,
        )

    def quoted(self, node: Node) -> str:
        return self.says.quote.format(words=expected.label(node))

    def of(
        self, node: Node, above: str, *, outside: bool = False, first: bool = False
    ) -> Iterator[Part]:
        """Yield the parts of a block that stands in the points `above`."""
        if node.kind == "heading":
            part = self.part(node, "heading", self.names.heading.format(words=self.quoted(node)))
            part.anchor = f"#{node.anchor}"
            yield part
            is_annex = not first and expected.is_annex(node, self.language)
            if self.heads or (self.numbered and is_annex):
                self.under = self.names.section.format(words=self.quoted(node))
                self.at, self.count["paragraph"] = "", 0
        elif node.kind == "paragraph":
            if not self.numbered or (outside and is_counted(node)):
                self.at = self.counted("paragraph")
            place = self.name(self.under, self.at) or self.names.paragraph.format(number=1)
            yield self.part(node, "paragraph", place)
        elif node.kind == "list":
            yield from self.points(node, above)
        elif node.kind == "table":
            yield from self.table(node)
        elif node.kind == "figure":
            name = self.counted("picture")
            own = (self.name(name, self.names.caption),) if node.children else ()
            yield self.part(node, "caption" if own else f"picture {node.target}", *own)
        elif node.kind == "rule":
            yield self.part(node, "break")
        else:
            for child in node.children:
                yield from self.inside(child, above, node.kind)

    def inside(self, node: Node, place: str, kind: str) -> Iterator[Part]:
        """Yield the parts of a block that stands in another one of that `kind`."""
        outer = self.above
        self.above = (*outer, kind)
        yield from self.of(node, place)
        self.above = outer

    def counted(self, what: str) -> str:
        self.count[what] += 1
        pattern: str = getattr(self.names, what)
        return pattern.format(number=self.count[what])

    def points(self, node: Node, above: str) -> Iterator[Part]:
        outer, items = self.above, self.items
        self.above = (*outer, f"list {node.numbering}" if node.ordered else "list")
        for number, item in enumerate(node.children, 1):
            self.items = (*items, id(item))
            for part in self.point(item, number, above):
                part.of_list = part.of_list or id(node) * (part.kind == "point")
                yield part
        self.above, self.items = outer, items

    def point(self, item: Node, number: int, above: str) -> Iterator[Part]:
        shown = item.marker if item.marker.strip("•–—-·*") else ""
        own = self.names.point.format(number=shown.removesuffix(".") or number)
        place = self.name(above, own)
        for index, child in enumerate(item.children):
            if child.kind == "paragraph":
                name = self.name(self.under, self.at, place)
                kind, marker = ("paragraph", "") if index else ("point", shown)
                part = self.part(child, kind, name, marker=marker)
                part.above += ("point",) * bool(index)
                yield part
            else:
                yield from self.inside(child, place, "point")

    def table(self, node: Node) -> Iterator[Part]:
        table, heads = self.counted("table"), dict[int, str]()
        figures = _columns_of_figures(node)
        for child in node.children:
            if child.kind != "row":
                own = {"caption": self.names.caption}.get(child.kind, self.names.source)
                part = self.part(child, child.kind, self.name(table, own))
                part.table = table
                yield part
                continue
            named = [cell for cell in child.children if expected.label(cell)]
            row = self.name(table, self.names.row.format(words=self.quoted((*named, child)[0])))
            for cell in child.children:
                column = "" if child.head else heads.get(cell.column, "")
                part = self.part(cell, "row", self.name(row, column), row)
                part.row, part.table = id(child), table
                if cell.column in figures and cell.align == "right":
                    part.looks = (cell.level, "", cell.colspan, cell.rowspan)
                yield part
            for cell in named if child.head else ():
                heads[cell.column] = self.names.column.format(words=self.quoted(cell))


def _columns_of_figures(table: Node) -> set[int]:
    """Return the columns of a table that may stand on the right for their words alone.

    That one becomes such a column, or is none any more, needs no correction.
    """
    cells = [cell for row in table.rows if not row.head for cell in row.children]
    return {cell.column for cell in cells if _is_figure(cell.plain)}


def _is_figure(words: str) -> bool:
    return any(map(str.isdigit, words)) or not any(map(str.isalpha, words))
