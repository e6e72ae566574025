"""The tables of a web page: each cell has the heads that it has in the statement.

A head says whether it heads its column, its row or a group of rows, and one of a group heads what
stands below it in the same `tbody` alone (HTML, 4.9.12.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.model.tables.groups import group_heads

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from communique.content.content import Content
    from communique.model.body import Body, Node
    from communique.model.faults import Faults

_HTML = "{http://www.w3.org/1999/xhtml}"
_KEY, _NOT_DELIVERED = "web page", "nothing was delivered"


class _Cell(NamedTuple):
    """A cell as it is told to readers: what it heads, and over how many columns and rows it is."""

    heads: str
    columns: int
    rows: int


class _Row(NamedTuple):
    """A row of a table: whether it is of its head, its cells, and whether a group has it."""

    is_head: bool
    cells: tuple[_Cell, ...]
    in_group: bool


def check_tables(content: Content, body: Element, faults: Faults) -> None:
    """Note the first table of a page whose cells have other heads than in the statement."""
    due = [table for version in content.versions for table in _tables(version.statement.body)]
    found = list(body.iter(f"{_HTML}table"))
    if len(due) != len(found):
        faults.add(1, _KEY, f"it has {len(found)} tables, not {len(due)}", _NOT_DELIVERED)
        return
    for table, element in zip(due, found, strict=True):
        if list(_due(table)) != list(_found(element)):
            wrong = "cells of a table have other heads there, or are over others"
            faults.add(table.line, _KEY, wrong, _NOT_DELIVERED)
            return


def _tables(body: Body) -> Iterator[Node]:
    """Yield the tables of a text and of its notes, in order."""
    for node in body.walk():
        if node.kind == "table":
            yield node


def _due(table: Node) -> Iterator[_Row]:
    """Yield the rows of a table of a statement."""
    width = sum(cell.colspan for cell in table.rows[0].children)
    for row, group in zip(table.rows, group_heads(table.rows), strict=True):
        cells = []
        for cell in row.children:
            heads = "col" if row.head else "rowgroup" if cell.colspan == width > 1 else "row"
            cells.append(_Cell(heads if cell.head else "", cell.colspan, cell.rowspan))
        yield _Row(bool(row.head), tuple(cells), group is not None)


def _found(table: Element) -> Iterator[_Row]:
    """Yield the rows of a table of a page."""
    for part in table:
        in_group = False
        for row in part.iter(f"{_HTML}tr"):
            cells = tuple(map(_cell, row))
            heads_group = any(cell.heads == "rowgroup" for cell in cells)
            yield _Row(part.tag == f"{_HTML}thead", cells, in_group and not heads_group)
            in_group = in_group or heads_group


def _cell(element: Element) -> _Cell:
    heads = element.get("scope", "none") if element.tag == f"{_HTML}th" else ""
    return _Cell(heads, int(element.get("colspan", "1")), int(element.get("rowspan", "1")))
