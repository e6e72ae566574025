"""Tags that refer to other tags: entries of the contents, notes and their calls, cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from communique.typeset.tags import Tree

Line = dict[int, "Element"]
"""The cells of a row of a table, by the columns that they stand over."""


def point(tree: Tree) -> None:
    """Let the tags of a whole `tree` refer to what they are about."""
    _point_entries(tree)
    _point_notes(tree)
    _point_cells(tree)


def _point_entries(tree: Tree) -> None:
    """Let each entry of the contents refer to its heading (ISO 14289-2, 8.2.5.8)."""
    anchors = {tag.anchor: tag for tag in tree.tags.values() if tag.anchor}
    for tag, target in tree.entries:
        tag.refers_to = [anchors[target]] if target in anchors else []  # the proof refuses others


def _point_notes(tree: Tree) -> None:
    """Let a note and all its calls refer to one another (ISO 14289-2, 8.2.5.14)."""
    for note, calls in tree.noted:
        note.refers_to = calls
        for call in calls:
            call.refers_to = [note]


def _point_cells(tree: Tree) -> None:
    """Let each cell below a row that heads a group name all its heads (ISO 32000-1, 14.8.5.7).

    A cell that names some is headed by no others, so those of its row and columns are named, too.
    """
    count = 0
    for table in tree.tables:
        for cell, heads in _grouped(table):
            names = []
            for head in (tree.tags[id(each), each.tag] for each in heads):
                if not head.name:
                    count += 1
                    head.name = f"head-{count}"
                names.append(pydyf.String(head.name))
            said = tree.tags[id(cell), cell.tag]
            said.attributes = {"O": "/Table", **said.attributes, "Headers": pydyf.Array(names)}


def _grouped(table: Element) -> Iterator[tuple[Element, list[Element]]]:
    """Yield the cells of the rows in groups, each with what heads it."""
    rows = list(table.iter("tr"))
    if not any(row.get("data-group") for row in rows):
        return
    group: list[Element] = []
    lines = _lines(rows)
    for row, line in zip(rows, lines, strict=True):
        if row.get("class") == "group" and row[0].tag == "th":
            group = [row[0]]
        for cell in row if row.get("data-group") else ():
            columns = [column for column, each in line.items() if each is cell]
            above = [each[column] for each in lines for column in columns if column in each]
            heads = [head for head in above if head.get("scope") == "col"] + group
            heads += [each for each in line.values() if each.get("scope") == "row"]
            yield cell, list({id(head): head for head in heads if head is not cell}.values())


def _lines(rows: list[Element]) -> list[Line]:
    lines: list[Line] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column in lines[number]:
                column += 1
            high, wide = (int(cell.get(name) or 1) for name in ("rowspan", "colspan"))
            for line in lines[number : number + high]:
                line.update(dict.fromkeys(range(column, column + wide), cell))
    return lines
