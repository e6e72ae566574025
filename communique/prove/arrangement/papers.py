"""The paper of each page: a table that is too wide for it stands on pages that are turned."""

from __future__ import annotations

from itertools import groupby, islice
from math import inf
from typing import TYPE_CHECKING

from communique.content import expected
from communique.design.edition import Paper
from communique.model.tables.wide import parts, tables
from communique.pdf_reading.tag_tree import NOTES, Tag, tags
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
_ROLES = {"paragraph": "P", "item": "LI", "quote": "BlockQuote", "figure": "Sect"}
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
        if _has_source(node):
            for section in (each for each in sections if table in each.kids):
                after = section.kids[section.kids.index(table) + 1 :]
                yield from ((table, kid) for kid in after[:1] if isinstance(kid, Tag))


def _tables(content: Content, reading: Reading) -> Iterator[tuple[Node, Tag]]:
    nodes = [node for each in content.versions for node in tables(each.statement.body)]
    found = (tag for tag in tags(reading.tree) if tag.role == "Table")
    return zip(nodes, found, strict=False)


def beside_turned(
    content: Content, reading: Reading, vain: frozenset[int] = frozenset()
) -> frozenset[int]:
    """Return the lines of what stands on half empty pages before those of wide tables, or after.

    These are lines of `communique.model.tables.wide.parts`, which may stand on the pages of the
    tables, too; those after them are returned where there are no others, and have room below. The
    page of the title keeps what it has, and so does one after which an annex begins, or with it;
    and so does one with lines that were set so in `vain`.
    """
    turned, ends = _turned(content, reading), _ends(reading)
    placed = _placed(content, reading)
    annexes = {content.statement.body.children[place].line for place in content.annexes}
    begins = {page: line for line, pages in reversed(placed) for page in pages[:1]}
    height, margins = content.edition.paper.height * _MM, content.edition.margins
    before: set[int] = set()
    after: set[int] = set()
    for page, end in ends.items():
        if page and page not in turned and end > _HALF * height:
            there = {line for line, pages in placed if page in pages}
            room = ends.get(page - 1, 0.0) - margins.bottom * _MM
            if there & vain:  # it was tried
                continue
            if page + 1 in turned and begins.get(page + 1) not in annexes:
                before |= there
            elif page - 1 in turned and height - margins.top * _MM - end <= room:
                after |= there if begins.get(page) not in annexes else set()
    return frozenset(before or after)


def _placed(content: Content, reading: Reading) -> list[tuple[int, list[int]]]:
    """Return the line of each part of the text, in order, and its pages, if tables are across.

    That is so of the text or of its annexes: signatures may stand between.
    """
    shown = list(_parts(reading.tree))
    found: list[tuple[int, list[int]]] = []
    for blocks in expected.split(content, content.versions[0]):
        every = parts(blocks)
        wide = ((node, table) for node, table in across(content, reading) if node in every)
        for node, table in islice(wide, 1):
            place = next(n for n, part in enumerate(shown) if table in tags(part))
            found += _paired(every, shown, place - every.index(node))
    return found


def _paired(every: Sequence[Node], shown: Sequence[Tag], place: int) -> list[tuple[int, list[int]]]:
    """Return the line of each part, and the pages of its tag, if the first one's is at a `place`.

    There are none if any of these is a tag of something else.
    """
    there = shown[place : place + len(every)] if place >= 0 else ()
    if [tag.role for tag in there] != [_role(part) for part in every]:
        return []
    return [(part.line, sorted(tag.pages)) for part, tag in zip(every, there, strict=True)]


def _role(part: Node) -> str:
    """Return the structure type of a part of the text; a table and its source are a section."""
    if part.kind == "table":
        return "Sect" if _has_source(part) else "Table"
    return _ROLES.get(part.kind) or f"H{part.level}"


def _has_source(table: Node) -> bool:
    return any(child.kind == "source" for child in table.children)


def _parts(tree: Tag) -> Iterator[Tag]:
    """Yield the tags of a text, but of each list those of its points."""
    for kid in tree.kids:
        if isinstance(kid, Tag):
            group = kid.kids if kid.role == "L" else [kid]
            yield from (part for part in group if isinstance(part, Tag))


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


def _ends(reading: Reading) -> dict[int, float]:
    """Return the last baseline of the text of each page, but for its notes, in pt from its bottom.

    A page without text has none.
    """
    found = written(reading)
    notes = (tag for tag in tags(reading.tree) if tag.role in NOTES)
    noted = {(piece.page, piece.mark) for note in notes for piece in found.of(note)}
    ends: dict[int, float] = {}
    for piece in reading.pieces:
        if isinstance(piece.mark, int) and (piece.page, piece.mark) not in noted:
            ends[piece.page] = min(piece.baseline, ends.get(piece.page, inf))
    return ends


def _turned(content: Content, reading: Reading) -> set[int]:
    """Return the pages, from 0, of the tables that are set across, and of their sources."""
    sources = {id(table): source for table, source in sourced(content, reading)}
    found: set[int] = set()
    for _, table in across(content, reading):
        found.update(table.pages, sources[id(table)].pages if id(table) in sources else ())
    return found
