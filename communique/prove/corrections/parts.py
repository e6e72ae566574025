"""Parts: what holds words in a text, in reading order, each with the names by which it is found.

This is worked out for the proof alone, from the statement as it was read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.content import expected
from communique.model.paragraphs import is_counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.design.language import Language
    from communique.model.body import Node
    from communique.model.statement import Statement

Token = str | int | tuple[str, ...]
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

    @property
    def words(self) -> list[str]:
        """Its words alone."""
        return [token for token in self.tokens if isinstance(token, str)]


def tokens_of(node: Node) -> list[Token]:
    """Return the words of inline nodes, each with the calls in it or behind it."""
    found: list[Token] = []
    word, calls = "", list[int]()
    for inner in (*node.walk(), None):
        text = {"text": inner.text, "break": " "}.get(inner.kind, "") if inner else " "
        for character in text:
            if not character.isspace():
                word += character
            elif word or calls:
                found += [*([word] if word else []), *calls]
                word, calls = "", []
        if inner and inner.kind == "call":
            calls.append(inner.number)
    return found


def parts(statement: Statement, language: Language) -> list[Part]:
    """Return what holds words: values of the front matter, then the text, then the notes."""
    return [*_values(statement, language), *_Text(statement, language).parts()]


def _values(statement: Statement, language: Language) -> Iterator[Part]:
    """Yield the values of the front matter that are printed, but for when it was updated."""
    says = language.file.corrigendum
    assert says is not None  # noqa: S101  # else nothing was turned
    matter, names, labels = statement.matter, says.places, language.labels
    comma = language.file.comma
    shown = {
        names.title: matter.title,
        names.subtitle: matter.subtitle,
        names.kind: matter.kind
        if matter.kind and matter.kind.language
        else language.kind(str(matter.kind or "")),
        names.byline: None if str(matter.byline).lower() == expected.NO_BYLINE else matter.byline,
        labels.contact: matter.contact,
        labels.url: matter.url,
        labels.editors: " ".join(str(each) for each in matter.editors),
        names.issuers: "; ".join(
            comma.join(
                str(value)
                for key in ("name", "office", "organisation", "country", "styled")
                if (value := getattr(by, key))
            )
            for by in matter.issuers
        ),
        names.signatures: _signed(statement, language),
    }
    said = matter.authenticity
    shown |= {
        labels.issued: language.moment(matter.issued) if matter.issued else None,
        labels.place: matter.place,
        labels.event: matter.event,
        labels.symbol: matter.symbol,
        labels.authenticity: getattr(language.file.authenticity, said) if said else None,
    }
    for name, value in shown.items():
        yield Part((name,), "value", [*str(value or "").split()])


def _signed(statement: Statement, language: Language) -> str:
    block = statement.matter.signatures
    if not block:
        return ""
    comma, signed = language.file.comma, language.labels.signed
    lines = [[str(each) for each in expected.signed_at(statement.matter, language)]]
    for by in block.signatories:
        first = [str(by.on_behalf)] if by.on_behalf else []
        rest = [str(each) for each in (by.name, by.office, by.party) if each]
        lines.append([*first, *([signed] if block.signed else []), *rest])
    return "; ".join(comma.join(line) for line in lines if line)


class _Text:
    """Reads a text from its beginning to its end and counts what stands there."""

    def __init__(self, statement: Statement, language: Language) -> None:
        says = language.file.corrigendum
        assert says is not None  # noqa: S101  # else nothing was turned
        self.statement, self.language = statement, language
        self.says, self.names = says, says.places
        self.numbered = statement.matter.numbered
        titles = Counter(expected.label(node) for node in statement.body.headings)
        self.heads = not self.numbered and max(titles.values(), default=0) < 2  # noqa: PLR2004  # once
        self.count = Counter[str]()
        self.under = self.at = ""

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
        return Part(names, kind, tokens_of(node), node.line, marker)

    def quoted(self, node: Node) -> str:
        return self.says.quote.format(words=expected.label(node))

    def of(
        self, node: Node, above: str, *, outside: bool = False, first: bool = False
    ) -> Iterator[Part]:
        """Yield the parts of a block that stands in the points `above`."""
        if node.kind == "heading":
            yield self.part(node, "heading", self.names.heading.format(words=self.quoted(node)))
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
            for number, item in enumerate(node.children, 1):
                yield from self.point(item, number, above)
        elif node.kind == "table":
            yield from self.table(node)
        elif node.kind == "figure":
            name = self.counted("picture")
            if node.children:
                yield self.part(node, "caption", self.name(name, self.names.caption))
        else:
            for child in node.children:
                yield from self.of(child, above)

    def counted(self, what: str) -> str:
        self.count[what] += 1
        pattern: str = getattr(self.names, what)
        return pattern.format(number=self.count[what])

    def point(self, item: Node, number: int, above: str) -> Iterator[Part]:
        shown = item.marker if item.marker.strip("•–—-·*") else ""
        own = self.names.point.format(number=shown.removesuffix(".") or number)
        place = self.name(above, own)
        for index, child in enumerate(item.children):
            if child.kind == "paragraph":
                name = self.name(self.under, self.at, place)
                kind, marker = ("paragraph", "") if index else ("point", shown)
                yield self.part(child, kind, name, marker=marker)
            else:
                yield from self.of(child, place)

    def table(self, node: Node) -> Iterator[Part]:
        table, heads = self.counted("table"), dict[int, str]()
        for child in node.children:
            if child.kind != "row":
                own = {"caption": self.names.caption}.get(child.kind, self.names.source)
                yield self.part(child, child.kind, self.name(table, own))
                continue
            named = [cell for cell in child.children if expected.label(cell)]
            row = self.name(table, self.names.row.format(words=self.quoted((*named, child)[0])))
            for cell in child.children:
                column = "" if child.head else heads.get(cell.column, "")
                yield self.part(cell, "row", self.name(row, column), row)
            for cell in named if child.head else ():
                heads[cell.column] = self.names.column.format(words=self.quoted(cell))
