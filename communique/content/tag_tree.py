"""How the texts are nested for those who listen: the structure elements, and what is in which.

ISO 32000-1, 14.8.4 (standard structure types) and ISO 32000-2, 14.8.4 for PDF 2.0. Worked out from
the statement alone, so that the proof can compare it with the tags of a PDF.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.content import expected
from communique.content.structure import cell_heads, list_numbering, terms_numbering
from communique.content.texts import texts_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.content.content import Content, Version
    from communique.content.text import Text
    from communique.model.body import Node, Note


class Element(NamedTuple):
    """A structure element: its type, what is in it, and what its attributes say."""

    role: str
    kids: tuple[Element, ...] = ()
    attribute: str = ""
    """How a list is numbered; what a cell is the head of, and over how many columns and rows it
    stands (14.8.5.5, 14.8.5.7)."""


#: Words; they are no element, but an element that holds neither words nor elements is left out.
_WORDS = Element("")
_OF_LISTS = frozenset(("Lbl", "LBody"))
Place = tuple[int, int | None]
"""Which element of a part it is, and which of its points if it is one of them, each from 0."""
#: These are left out never: a table has to keep its shape.
_CELLS = frozenset(("TH", "TD"))
Elements = list[Element]
Heads = dict[int, list[int]]


def tag_tree(content: Content) -> Element:
    """Return the tree of the whole document; in a parallel edition, a part for each version."""
    parts = [_Version(content, version).elements() for version in content.versions]
    if expected.is_parallel(content):
        return _element("Document", *(_element("Part", *part) for part in parts))
    return _element("Document", *parts[0])


def counterparts(content: Content) -> Iterator[tuple[Place, Place]]:
    """Yield which elements of the parts of two versions stand side by side.

    These are the blocks of the text, of lists each point, and the notes. What one version alone
    has, since it was deleted there, has none beside it; nor have notes where those that are left
    come in another order.
    """
    one, other = (_Version(content, version) for version in content.versions)
    for first, second in zip(one.beside(), other.beside(), strict=True):
        for place, placed in zip(first, second, strict=False):
            if place and placed:
                yield place, placed
    if list(one.noted()) == list(other.noted()):
        yield from zip(one.noted().values(), other.noted().values(), strict=True)


def _count(elements: Iterable[Element]) -> int:
    """Return how many of the elements hold something: others are left out."""
    return sum(1 for element in elements if element.kids)


def _element(role: str, *kids: Element, attribute: str = "") -> Element:
    kept = tuple(kid for kid in kids if kid.kids or kid.role in _CELLS or kid is _WORDS)
    return Element(role, kept, attribute)


class _Version:
    """The elements of one version."""

    def __init__(self, content: Content, version: Version) -> None:
        self.content, self.version = content, version
        self.around = texts_around(content, version)
        self.pdf_2 = content.standard.pdf_2
        self.terms = terms_numbering(content)
        self.notes = {note.number: note for note in version.statement.body.notes}

    def elements(self) -> Elements:
        text, annexes = expected.split(self.content, self.version)
        body = [*self.blocks(text), *self.part("signatures"), *self.blocks(annexes)]
        notes = self.endnotes()
        if notes and not expected.is_parallel(self.content):
            notes = [_element("Sect", *notes)]
        return [*self.before(), *self.contents(), *body, *notes, *self.part("after")]

    def beside(self) -> Iterator[list[Place | None]]:
        """Yield where the rows of each block of the text are, and then that of the notes' heading.

        A list has one for each point. None is where nothing is read.
        """
        text, annexes = expected.split(self.content, self.version)
        place = _count([*self.before(), *self.contents()])
        for node in (*text, None, *annexes):
            if node is None:
                place += _count(self.part("signatures"))
                continue
            yield self.rows(node, place)
            place += _count([self.block(node)])
        yield [(place, None) for _ in self.endnotes()[:1]]

    def rows(self, node: Node, place: int) -> list[Place | None]:
        """Return where the rows of a block are that is the element at this place, if it is one."""
        if node.kind != "list":
            return [(place, None) if self.block(node).kids else None]
        are_read = [bool(point.kids) for point in self.blocks(node.children)]
        return [
            (place, sum(are_read[:number])) if is_read else None
            for number, is_read in enumerate(are_read)
        ]

    def noted(self) -> dict[int, Place]:
        """Return by the number in the new version where each note is that was not deleted."""
        elements = self.elements()
        end = _count(elements) - _count(self.part("after"))
        begin = end - len(self.endnotes()) + 1
        return {
            note.later or note.number: (place, None)
            for place, note in enumerate(self.notes.values(), begin)
            if note.change != "deleted" and self.content.notes_at_end
        }

    def before(self) -> Iterator[Element]:
        """Yield what stands before the text and its contents."""
        for name in ("masthead", "title", "facts"):
            yield from self.part(name)

    def part(self, name: str) -> Iterator[Element]:
        """Yield what a part beside the text has: values, with or without terms, are a list."""
        for is_list, group in groupby(self.around[name], lambda text: text.role in _OF_LISTS):
            texts = list(group)
            yield from [self.values(texts)] if is_list else map(self.alone, texts)

    def values(self, texts: Sequence[Text]) -> Element:
        items: list[Elements] = []
        for text in texts:
            if text.role == "Lbl" or not items or items[-1][-1].role == "LBody":
                items.append([])
            items[-1].append(self.alone(text))
        terms = texts[0].role == "Lbl"
        every = (_element("LI", *item) for item in items)
        return _element("L", *every, attribute=self.terms if terms else "None")

    def alone(self, text: Text) -> Element:
        """Return the element of a text that has no parts but, maybe, addresses."""
        return _element(text.role, _WORDS, *(_words(role) for role, _, _ in text.inner))

    def contents(self) -> Iterator[Element]:
        if headings := expected.listed_headings(self.content, self.version):
            yield _words("H2")
            entry = _element("TOCI", _element("P", _words("Link")))
            yield _element("TOC", *[entry] * len(headings))

    def blocks(self, nodes: Sequence[Node]) -> Elements:
        return [self.block(node) for node in nodes]

    def block(self, node: Node) -> Element:
        match node.kind:
            case "paragraph":
                return _element("P", *([_WORDS] if node.marker else []), *self.inline(node))
            case "heading":
                return _element(f"H{node.level}", *self.inline(node))
            case "list":
                items = self.blocks(node.children)
                return _element("L", *items, attribute=list_numbering(node))
            case "item":
                marker = _words("Lbl") if node.marker.strip() else _element("Lbl")
                return _element("LI", marker, _element("LBody", *self.blocks(node.children)))
            case "quote":
                return _element("BlockQuote", *self.blocks(node.children))
            case "table":
                return self.table(node)
            case "figure":
                caption = _element("Caption", *self.inline(node))
                return _element("Sect", _element("Figure", _WORDS), caption)
            case _:  # a rule is drawn, and not read
                return _element("Artifact")

    def table(self, node: Node) -> Element:
        caption, source = (
            [_element(role, *self.inline(child)) for child in node.children if child.kind == kind]
            for kind, role in (("caption", "Caption"), ("source", "P"))
        )
        heads = cell_heads(node)
        head = _element("THead", *(self.row(row, heads) for row in node.rows if row.head))
        body = _element("TBody", *(self.row(row, heads) for row in node.rows if not row.head))
        table = _element("Table", *caption, head, body)
        return _element("Sect", table, *source) if source else table

    def row(self, node: Node, heads: Heads) -> Element:
        scope = "Column" if node.head else "Row"
        return _element("TR", *(self.cell(cell, scope, heads) for cell in node.children))

    def cell(self, node: Node, scope: str, heads: Heads) -> Element:
        """Return a cell: over how much it stands, of what it is the head, maybe what heads it."""
        spans = {"ColSpan": node.colspan, "RowSpan": node.rowspan}
        said = [f"{name} {span}" for name, span in spans.items() if span > 1]
        said += [f"Scope {scope}"] * node.head
        if id(node) in heads:
            said.append(f"Headers {heads[id(node)]}")
        return _element("TH" if node.head else "TD", *self.inline(node), attribute=", ".join(said))

    def inline(self, node: Node) -> Iterator[Element]:
        """Yield what is in a paragraph; stress, which may be cut anywhere, is no element here."""
        for inner in node.children:
            if inner.kind == "text" and inner.text.strip():
                yield _WORDS
            elif inner.kind == "abbreviation":
                yield _element("Span", *self.inline(inner))
            elif inner.kind == "image":
                yield _element("Figure", _WORDS)
            elif inner.kind == "call":
                yield from self.call(inner)
            elif inner.kind == "link":
                yield _element("Link", *self.inline(inner))
            else:
                yield from self.inline(inner)

    def call(self, node: Node) -> Iterator[Element]:
        """Yield the call of a note, and the note after its first call where it is at the foot."""
        yield _WORDS if self.pdf_2 else _words("Reference")
        if not node.again and not self.content.notes_at_end:
            yield self.note(self.notes[node.number])

    def note(self, note: Note) -> Element:
        parts = self.blocks(note.children)
        return _element("FENote" if self.pdf_2 else "Note", _words("Lbl"), *parts)

    def endnotes(self) -> Elements:
        """Return the heading and the notes where they stand at the end."""
        if not self.content.notes_at_end or not self.notes:
            return []
        return [_words("H2"), *(self.note(note) for note in self.notes.values())]


def _words(role: str) -> Element:
    return _element(role, _WORDS)
