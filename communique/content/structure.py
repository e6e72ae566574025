"""What stands beside the words: links and where they lead, pictures, numbering, expansions."""

from __future__ import annotations

from itertools import chain
from string import punctuation
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

from communique.content import expected
from communique.model.addresses import within
from communique.model.tables.grid import grid
from communique.model.tables.groups import group_heads
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from communique.content.content import Content, Version
    from communique.model.body import Node
    from communique.model.statement import Image
    from communique.model.values import Phrase

#: How a list is numbered (ISO 32000-1, 14.8.5.5; Description is new in ISO 32000-2).
_NOT, _POINTS, _FIGURES, _TERMS = "None", "Disc", "Decimal", "Description"


def links(content: Content) -> list[str]:
    """Return where the links lead, in reading order; # stands before the name of a heading."""
    found: list[str] = []
    for version in content.versions:
        prefix, matter = expected.prefix(content, version), version.statement.matter
        theme = content.theme
        in_margin = theme.address if theme.address and theme.address.place == "margin" else None
        facts = [value for _, _, value in expected.facts(version)]
        for value in (*facts, *(in_margin.lines if in_margin else ())):
            found += _addresses(value)
        found += [f"#{prefix}{node.anchor}" for node in expected.listed_headings(content, version)]
        for node in _nodes(content, version):
            if node.kind == "link":
                inside = node.target.startswith("#")
                found.append(f"#{prefix}{node.target[1:]}" if inside else node.target)
        contact = [matter.contact] if matter.contact else theme.contact or ()
        for said in (*matter.editors, *contact):
            found += _addresses(said)
        found += [matter.url] if matter.url else []
        at_end = expected.foot_at_end(theme) if content.edition.foot == "end" else ()
        for line in chain.from_iterable(at_end):
            found += _addresses(line)
    return found


def _addresses(value: Phrase | str) -> list[str]:
    """Return where the addresses in a value of the front matter lead."""
    return [address.target for address in within(str(value))]


def leads_outside(link: Node) -> bool:
    """Tell whether a link leads to an address that is not its own words.

    What is not ASCII is in an address in per cent (RFC 3987, 3.1), and in words it need not be.
    """
    words = link.plain.strip()
    own = (link.target, link.target.removeprefix("mailto:"))
    return not (link.target.startswith("#") or words in own or quote(words, punctuation) in own)


def without_scheme(target: str) -> str:
    """Return an e-mail address or a telephone number as it is printed; others as they are."""
    return target.removeprefix("mailto:").removeprefix("tel:")


def inner_types(content: Content) -> dict[str, str]:
    """Return the structure types that stand within a text, by what they are in the statement.

    What is stressed has types of its own in PDF 2.0 (ISO 32000-2, 14.8.4.7). What is raised or
    lowered is a Span whose attribute says so (14.8.5.4.4, TextPosition), and what one of two
    versions has is one that is underlined or struck through (14.8.5.4.5, TextDecorationType).
    """
    every = {"link": "Link", "abbreviation": "Span", "superscript": "Sup", "subscript": "Sub"}
    every |= {"inserted": "Underline", "deleted": "LineThrough"}
    if content.standard.pdf_2:
        return every | {"call": "Span", "emphasis": "Em", "strong": "Strong"}
    return every | {"call": "Reference"}


def calls(content: Content) -> list[list[Node]]:
    """Return the calls of notes in reading order, for each version."""
    return [
        [node for node in _nodes(content, version) if node.kind == "call"]
        for version in content.versions
    ]


def terms_numbering(content: Content) -> str:
    """Return how a list of terms and their definitions is numbered."""
    return _TERMS if content.standard.pdf_2 else _NOT


def list_numbering(node: Node) -> str:
    """Return how a list of the text is numbered."""
    return node.numbering or (_FIGURES if node.ordered else _POINTS)


class Picture(NamedTuple):
    """A picture, where the statement names it, and its file."""

    line: int
    path: Path
    name: str
    image: Image | None
    """None for the emblem, which is a file of the theme: its place is that file."""


def pictures(content: Content) -> list[Picture]:
    """Return the pictures in reading order; the emblem stands first in each version."""
    found: list[Picture] = []
    for version in content.versions:
        statement = version.statement
        if emblem := content.theme.emblem:
            found.append(Picture(1, from_here(emblem.path), emblem.file, None))
        found += [
            Picture(node.line, statement.path, unquote(node.target), statement.images[node.target])
            for node in _nodes(content, version)
            if node.kind in ("figure", "image")
        ]
    return found


def expansions(content: Content) -> list[str]:
    """Return what the abbreviations of the text stand for, in reading order."""
    return [
        node.target
        for version in content.versions
        for node in _nodes(content, version)
        if node.kind == "abbreviation"
    ]


def _nodes(content: Content, version: Version) -> Iterator[Node]:
    """Yield the nodes of a text in reading order: those of a note where it is first called."""
    body = version.statement.body
    notes = {note.number: note.children for note in body.notes}
    at_foot = {} if content.notes_at_end else notes
    yield from _walk(body.children, at_foot)
    if content.notes_at_end:
        for children in notes.values():
            yield from _walk(children, {})


def _walk(nodes: Sequence[Node], notes: dict[int, tuple[Node, ...]]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if node.kind == "call" and not node.again:
            yield from _walk(notes.get(node.number, ()), notes)
        yield from _walk(node.children, notes)


def cell_heads(table: Node) -> dict[int, list[int]]:
    """Return what heads each cell of a row in a group, by the cell's `id`.

    The heads are numbers of cells of the table, from 0: those of the columns, of the group, and of
    the row.
    """
    numbers = {id(cell): n for n, cell in enumerate(c for row in table.rows for c in row.children)}
    lines = grid(table.rows)
    tops = [each for row in table.rows if row.head for each in row.children if each.head]
    found = {}
    for row, line, group in zip(table.rows, lines, group_heads(table.rows), strict=True):
        for cell in row.children if group else ():
            above = [each for each in tops if _is_over(each, cell)]
            beside = [each for each in line if each.head and each is not cell]
            heads = [numbers[id(each)] for each in (*above, group, *beside)]
            found[id(cell)] = list(dict.fromkeys(heads))
    return found


def _is_over(head: Node, cell: Node) -> bool:
    return head.column < cell.column + cell.colspan and cell.column < head.column + head.colspan
