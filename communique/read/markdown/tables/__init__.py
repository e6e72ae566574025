"""Tables: their rows and cells, and what belongs to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model.body import Node
from communique.model.faults import cut
from communique.model.tables.columns import described
from communique.read.markdown.dialects import drawn_tables
from communique.read.markdown.dialects.html import LINE_END
from communique.read.markdown.inline import Inline
from communique.read.markdown.tables.bars import BAR, cells, joined
from communique.read.markdown.tables.likely_lines import is_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.tree import SyntaxTreeNode

#: The end of a line where there is no line before or after it.
_NO_LINE = re.compile(rf"\A{LINE_END}|(?<!\\){LINE_END}(?={LINE_END}|\Z)")


class Tables(Inline):
    """Reads tables."""

    in_cell = False

    def rows(self, table: SyntaxTreeNode) -> tuple[Node, ...]:
        """Return the rows of a table; note cells beyond those of its head."""
        line = self.at(table)
        if drawn_tables.check_lines([_row(self.written())], line, self.faults):
            return ()
        self.check_bars(table)
        rows = [row for part in table.children for row in self.part(part)]
        return described(rows)

    def part(self, part: SyntaxTreeNode) -> list[Node]:
        """Return the rows of the head of a table, or of what is below it."""
        rows, written = [], []
        for row in part.children:
            line = self.at(row)
            written.append(cells(self.row_at(line)))
            head = part.type == "thead"
            children = tuple(self.cell(cell, line, head=head) for cell in row.children)
            self.check_cells(line, len(written[-1]), len(children))
            rows.append(Node("row", line, children, head=head))
        return joined(rows, written, self.faults)

    def row_at(self, line: int) -> str:
        """Return a line of the file without the marks of the list or quotation around it."""
        index = line - self.first_line
        return _row(self.source[index]) if 0 <= index < len(self.source) else ""

    def cell(self, cell: SyntaxTreeNode, line: int, *, head: bool) -> Node:
        """Return a cell of a table."""
        style = str(cell.attrs.get("style", ""))
        align = style.removeprefix("text-align:")
        self.line, self.in_cell = line, True
        if cell.children and _NO_LINE.search(cell.children[0].content):
            wrong = f"{LINE_END} stands where there is no line before or after it in its cell"
            self.faults.add(line, "table", wrong, "delete it")
        node = Node("cell", line, self.inline(cell), align=align, head=head)
        self.in_cell = False
        return node

    def html(self, content: str, line: int) -> Sequence[Node]:
        """Return the end of a line in a cell; note all other HTML."""
        if self.in_cell and content == LINE_END:
            return (Node("break", line),)
        return super().html(content, line)

    def check_cells(self, line: int, count: int, columns: int) -> None:
        """Refuse cells that GitHub's pipe tables drop because the head has fewer.

        Remark on those that they add because the head has more.
        """
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
        line, words = next((each for each in lines if not BAR.search(each[1])), (0, ""))
        if line:
            wrong = f"“{cut(words)}” stands directly under"
            instead = (
                "put an empty line between the two if the table ends here, or write | before and "
                "after each cell for a row"
            )
            if is_source(words):
                instead = f"write : {cut(words)} if it is the source of the table"
            self.faults.add(line, "table", f"{wrong} a table", instead)


def _row(source: str) -> str:
    """Return a row as written, without the marks of the list or quotation that it stands in."""
    return re.sub(r"^\s*(?:(?:>|[-*+]|\d{1,9}[.)])\s+)*>?\s*", "", source).strip()
