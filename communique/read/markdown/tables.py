"""Tables: their rows and cells, and the columns that are all figures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.model.body import Node
from communique.model.faults import cut
from communique.read.markdown.dialects import drawn_tables
from communique.read.markdown.inline import Inline

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

#: Digits with what may stand around them: signs, stops, spaces, per cent, a currency, a letter in
#: brackets, as in “400 (p)”; or what stands for a figure that is not there: a dash, dots, “n/a”.
_CURRENCY = r"[$¢£¤¥\u20a0-\u20c0]|\b(?:EUR|USD|GBP|CHF|DKK|SEK|NOK|PLN|UAH|RUB|JPY|kr)\b\.?"
_SIGNS = r"\d¼½¾⅐-⅞\s.,’'+\-−–—±<>≤≥~≈*…()%‰％"
_MISSING = r"[^\W\d_]{1,2}(?:/|\.\s?)[^\W\d_]{1,2}\.?"
_FIGURES = re.compile(rf"(?:[{_SIGNS}]|{_CURRENCY}|\([^\W\d_]\))*|{_MISSING}")

#: What divides cells.
_BAR = re.compile(r"(?<!\\)\|")


class Tables(Inline):
    """Reads tables."""

    def rows(self, table: SyntaxTreeNode) -> tuple[Node, ...]:
        """Return the rows of a table; note cells beyond those of its head."""
        line = self.at(table)
        if drawn_tables.check_lines([_row(self.written())], line, self.faults):
            return ()
        rows: list[Node] = []
        columns = 0
        self.check_bars(table)
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
        """Refuse cells that GitHub's pipe tables drop because the head has fewer.

        Remark on those that they add because the head has more.
        """
        count = len(_cells(self.source[line - self.first_line]))
        wrong = f"this row has {count} cell{'' if count == 1 else 's'} and the head has {columns}"
        if count > columns:
            instead = "give both the same number, and write \\| for a bar inside a cell"
            self.faults.add(line, "table", wrong, instead)
        elif count < columns:
            self.faults.remark(line, "table", wrong, "write the others, with nothing in empty ones")

    def check_bars(self, table: SyntaxTreeNode) -> None:
        """Refuse the first line without a bar that the parser took for a row below the head."""
        rows = (row for part in table.children if part.type == "tbody" for row in part.children)
        lines = ((self.at(row), _row(self.written())) for row in rows)
        line, words = next((each for each in lines if not _BAR.search(each[1])), (0, ""))
        if line:
            wrong = f"“{cut(words)}” stands directly under"
            instead = (
                "put an empty line between the two if the table ends here, or write | before and "
                "after each cell for a row"
            )
            self.faults.add(line, "table", f"{wrong} a table", instead)


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
    cells = _BAR.split(_row(source))
    return cells[(not cells[0]) : (len(cells) - (not cells[-1]))]


def _row(source: str) -> str:
    """Return a row as written, without the marks of the list or quotation that it stands in."""
    return re.sub(r"^\s*(?:(?:>|[-*+]|\d{1,9}[.)])\s+)*>?\s*", "", source).strip()
