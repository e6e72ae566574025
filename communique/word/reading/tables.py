"""Tables of a Word file: their cells in rows, or paragraphs where a table only frames text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.word.found import Cell, Paragraph, Table
from communique.word.reading.package import W
from communique.word.reading.revisions import PARAGRAPH
from communique.word.reading.styles import on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

    from communique.word.found import Block, Findings
    from communique.word.reading.styles import Styles

_MOST_COLUMNS = 63
#: What stands around parts of a text, and is none itself.
AROUND = tuple(f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "smartTag"))
#: The lines of a table beside those that are written on, above and below a cell.
_SIDES = ("left", "right", "start", "end", "insideH", "insideV")
_NO_LINE = ("none", "nil")


class Tables:
    """Reads tables; `blocks` yields what stands in a cell, with its empty paragraphs or without."""

    def __init__(
        self,
        blocks: Callable[[etree._Element, bool], Iterable[Block]],
        styles: Styles,
        findings: Findings,
    ) -> None:
        self._blocks = blocks
        self._styles = styles
        self._findings = findings

    def read(self, table: etree._Element) -> Iterator[Block]:
        """Yield a table; of one that only frames text, or has one row, the paragraphs."""
        first = next(table.iter(f"{W}p"), None)
        number = int(first.get(PARAGRAPH, "0")) if first is not None else 0
        may_be_signed = _ends_text(table) and not self._has_lines(table)
        rows: list[tuple[Cell, ...]] = []
        head = 0
        for row in _inside(table, f"{W}tr"):
            cells = tuple(
                self._cell(cell, number, blanks=may_be_signed) for cell in _inside(row, f"{W}tc")
            )
            before = row.find(f"{W}trPr/{W}gridBefore")
            if before is not None:
                cells = (Cell(span=_columns(before)), *cells)
            if on(row.find(f"{W}trPr/{W}hidden")):
                words = "; ".join(one.words for cell in cells for one in cell.paragraphs)
                self._findings.settle(number, f"a hidden row was left out: {words}")
                continue
            if not any(cell.paragraphs for cell in cells):
                continue
            if head == len(rows) and on(row.find(f"{W}trPr/{W}tblHeader")):
                head += 1
            rows.append(cells)
        found = Table(number, tuple(rows), head, may_be_signed=may_be_signed)
        if may_be_signed and rows:
            yield found
        else:
            yield from shaped(found, self._findings)

    def _cell(self, cell: etree._Element, number: int, *, blanks: bool) -> Cell:
        properties = cell.find(f"{W}tcPr")
        span, merge = None, None
        if properties is not None:
            span, merge = properties.find(f"{W}gridSpan"), properties.find(f"{W}vMerge")
        paragraphs = []
        for block in self._blocks(cell, blanks):
            if isinstance(block, Paragraph):
                paragraphs.append(block)
            else:
                wrong = "a table stands in a cell of another one"
                instead = "write its words in the cell, or put the table below the other one"
                self._findings.faults.add(number, "table", wrong, instead)
        below = merge is not None and merge.get(f"{W}val", "continue") == "continue"
        return Cell(tuple(paragraphs), _columns(span), below)

    def _has_lines(self, table: etree._Element) -> bool:
        """Tell whether lines are drawn between cells, by the table, its style or its cells."""
        style = table.find(f"{W}tblPr/{W}tblStyle")
        styles = self._styles.chain(str(style.get(f"{W}val"))) if style is not None else ()
        of_all = [table.find(f"{W}tblPr/{W}tblBorders")]
        of_all += [each.find(f"{W}tblPr/{W}tblBorders") for each in styles]
        lines = next((each for each in of_all if each is not None), ())
        cells = (side for each in table.iter(f"{W}tcBorders") for side in each)
        return any(
            side.tag in (W + name for name in _SIDES) and side.get(f"{W}val") not in _NO_LINE
            for side in (*lines, *cells)
        )


def shaped(table: Table, findings: Findings) -> Iterator[Block]:
    """Yield a `table` without what is empty; of one that has one row or column, the paragraphs."""
    rows = []
    for row in table.rows:
        every = (tuple(filter(_is_there, cell.paragraphs)) for cell in row)
        kept = [replace(cell, paragraphs=each) for cell, each in zip(row, every, strict=True)]
        if any(cell.paragraphs for cell in kept):
            rows.append(tuple(kept))
    if len(rows) > 1 and max(sum(cell.span for cell in cells) for cells in rows) > 1:
        yield Table(table.number, tuple(rows), max(1, min(table.head, len(rows) - 1)))
        return
    if rows:
        findings.tell("tables of one row or one column became paragraphs")
    for cells in rows:
        for cell in cells:
            yield from cell.paragraphs


def _is_there(paragraph: Paragraph) -> bool:
    return bool(paragraph.pieces or paragraph.label)


def _ends_text(table: etree._Element) -> bool:
    """Tell whether nothing but empty paragraphs follows a table of the text itself."""
    parent = table.getparent()
    if parent is None or parent.tag != f"{W}body":
        return False
    rest = [each for each in table.itersiblings() if each.tag != f"{W}sectPr"]
    seen = (f"{W}{tag}" for tag in ("t", "sym", "drawing", "pict", "object", "numPr"))
    return next((one for each in rest for one in each.iter(*seen)), None) is None


def _columns(element: etree._Element | None) -> int:
    """Return over how many columns a cell stands: Word has 63 at most."""
    said = int(element.get(f"{W}val", "1")) if element is not None else 1
    return min(max(said, 1), _MOST_COLUMNS)


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, those in content controls as well."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in AROUND:
            yield from _inside(child, tag)
