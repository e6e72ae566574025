"""The paper of each page: a table that is too wide for it stands on pages that are turned."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from communique.design.edition import Paper
from communique.model.tables.wide import tables
from communique.pdf_reading.tag_tree import Tag, tags
from communique.prove.written import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from communique.content.content import Content
    from communique.model.body import Node
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

_MM = 72 / 25.4
#: Text that ends over this part of the height of its page leaves half of that empty.
_HALF = 0.5
#: The head of a row has so many lines at most in a table that is set in smaller type.
_MOST_LINES = 2
_HYPHENS = ("-", "\u2010")


def papers(content: Content, reading: Reading) -> Callable[[int], Paper]:
    """Return what gives the paper of a page, of that number, from 0."""
    own, turned = content.edition.paper, _turned(content, reading)
    across = Paper(width=own.height, height=own.width)
    return lambda page: across if page in turned else own


def next_across(content: Content, reading: Reading, page: int) -> Node | None:
    """Return the first table that is set across the page and begins after a page, from 0."""
    every = across(content, reading)
    return next((node for node, tag in every if min(tag.pages, default=page) > page), None)


def across(content: Content, reading: Reading) -> list[tuple[Node, Tag]]:
    """Return the tables that are set across the page, each with its tag."""
    return [(node, tag) for node, tag in _tables(content, reading) if node.across]


def sourced(content: Content, reading: Reading) -> Iterator[tuple[Tag, Tag]]:
    """Yield the tags of each table that has a source, and of that source."""
    sections = [tag for tag in tags(reading.tree) if tag.role == "Sect"]
    for node, table in _tables(content, reading):
        if any(child.kind == "source" for child in node.children):
            for section in (each for each in sections if table in each.kids):
                after = section.kids[section.kids.index(table) + 1 :]
                yield from ((table, kid) for kid in after[:1] if isinstance(kid, Tag))


def _tables(content: Content, reading: Reading) -> Iterator[tuple[Node, Tag]]:
    nodes = [node for each in content.versions for node in tables(each.statement.body)]
    found = (tag for tag in tags(reading.tree) if tag.role == "Table")
    return zip(nodes, found, strict=False)


def above_turned(content: Content, reading: Reading) -> tuple[tuple[int, int], ...]:
    """Return the tables, from 0, that are set across a page after one that is half empty.

    Each comes with the number of blocks between it and the end of the page before that. An annex
    on the page of its table begins that page in any case, whatever the one before it is like.
    """
    body = content.statement.body.children
    annexes = {id(body[place]) for place in content.annexes}
    blocks = [kid for kid in reading.tree.kids if isinstance(kid, Tag)]
    found: list[tuple[int, int]] = []
    for number, (node, tag) in enumerate(_tables(content, reading)):
        first = min(tag.pages, default=0)
        if node.across and first > 1 and _is_half_empty(reading, first - 1, content):
            place = next(n for n, block in enumerate(blocks) if tag in tags(block))
            last = [max(block.pages, default=0) for block in blocks[:place]]
            count = sum(page >= first - 1 for page in last)
            beside = sum(page >= first for page in last)
            at = next(at for at, block in enumerate(body) if block is node)
            if not any(id(block) in annexes for block in body[at - beside : at]):
                found.append((number, count))
    return tuple(found)


def squeezed(content: Content, reading: Reading) -> frozenset[int]:
    """Return the tables, from 0, in smaller type on the ordinary paper that it makes too narrow.

    The head of a row has more than two lines, or is divided at one of its own hyphens.
    """
    found = written(reading)
    return frozenset(
        number
        for number, (node, table) in enumerate(_tables(content, reading))
        if node.smaller and not (node.across or node.divided)
        for tag in tags(table)
        if tag.attributes.get("/Scope") == "/Row" and _is_squeezed(found.of(tag))
    )


def _is_squeezed(head: Sequence[Piece]) -> bool:
    lines = [
        list(line) for _, line in groupby(head, key=lambda piece: (piece.page, piece.baseline))
    ]
    divided = any(line[-1].text.rstrip().endswith(_HYPHENS) for line in lines[:-1])
    return divided or len(lines) > _MOST_LINES


def _is_half_empty(reading: Reading, page: int, content: Content) -> bool:
    """Tell whether the text of a page of the ordinary paper ends in its upper half."""
    lines = [p.baseline for p in reading.pieces if p.page == page and isinstance(p.mark, int)]
    return min(lines, default=0.0) > _HALF * content.edition.paper.height * _MM


def _turned(content: Content, reading: Reading) -> set[int]:
    """Return the pages, from 0, of the tables that are set across, and of their sources."""
    sources = {id(table): source for table, source in sourced(content, reading)}
    found: set[int] = set()
    for _, table in across(content, reading):
        found.update(table.pages, sources[id(table)].pages if id(table) in sources else ())
    return found
