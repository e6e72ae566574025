"""Tables: their rows and cells, and the columns that are all figures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.model.body import Node
from communique.read.markdown.inline import Inline

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

#: Digits with what may stand around them: signs, stops, spaces, per cent, a currency; or a dash.
_CURRENCY = r"[$¢£¤¥\u20a0-\u20c0]|\b(?:EUR|USD|GBP|CHF|DKK|SEK|NOK|PLN|UAH|RUB|JPY|kr)\b\.?"
_FIGURES = re.compile(rf"(?:[\d\s.,’'+\-−–—±()%‰]|{_CURRENCY})*")


class Tables(Inline):
    """Reads tables."""

    def rows(self, table: SyntaxTreeNode) -> tuple[Node, ...]:
        """Return the rows of a table; note cells beyond those of its head."""
        rows: list[Node] = []
        columns = 0
        for part in table.children:
            for row in part.children:
                line = self.at(row)
                head = part.type == "thead"
                cells = tuple(self.cell(cell, line, head=head) for cell in row.children)
                columns = columns or len(cells)
                self.check_cells(line, columns)
                rows.append(Node("row", line, cells, head=head))
        return _with_figures_right(tuple(rows))

    def cell(self, cell: SyntaxTreeNode, line: int, *, head: bool) -> Node:
        """Return a cell of a table."""
        style = str(cell.attrs.get("style", ""))
        align = style.removeprefix("text-align:")
        self.line = line
        return Node("cell", line, self.inline(cell), align=align, head=head)

    def check_cells(self, line: int, columns: int) -> None:
        """Refuse the cells that GitHub's pipe tables drop because the head has fewer."""
        count = len(_cells(self.source[line - self.first_line]))
        if count > columns:
            self.faults.add(
                line,
                "table",
                f"this row has {count} cells and the head has {columns}",
                "give both the same number, and write \\| for a bar inside a cell",
            )


def _with_figures_right(rows: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the rows of a table with its columns of figures set to the right.

    These are columns that the author gave no side and that hold nothing else below their head.
    """
    columns = len(rows[0].children)
    right = {column for column in range(columns) if _is_figures(rows, column)}
    return tuple(
        replace(
            row,
            children=tuple(
                replace(cell, align="right") if column in right else cell
                for column, cell in enumerate(row.children)
            ),
        )
        for row in rows
    )


def _is_figures(rows: tuple[Node, ...], column: int) -> bool:
    cells = [row.children[column] for row in rows if not row.head]
    words = [cell.plain for cell in cells]
    return (
        all(not cell.align and _FIGURES.fullmatch(cell.plain) for cell in cells)
        and all(node.kind != "image" for cell in cells for node in cell.walk())
        and any(re.search(r"\d", word) for word in words)
    )


def _cells(source: str) -> list[str]:
    """Return the cells in a line of a pipe table, which may stand in a list or a quotation."""
    row = re.sub(r"^\s*(?:(?:>|[-*+]|\d{1,9}[.)])\s+)*>?\s*", "", source).strip()
    cells = re.split(r"(?<!\\)\|", row)
    return cells[(not cells[0]) : (len(cells) - (not cells[-1]))]
