"""The bars of a table: the cells that they divide, and those that they join.

Two bars without a space between them join a cell to the one on its left, as in MultiMarkdown; `^^`
joins it to the one above, as in its dialects.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.model.faults import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Node
    from communique.model.faults import Faults

#: What divides cells.
BAR = re.compile(r"(?<!\\)\|")
_UP = "^^"
#: What looks like it, and is printed.
_CARETS = re.compile(r"\^(?:\s*\^)*")


def cells(row: str) -> list[str]:
    """Return the cells of a row of a table, each with the spaces around it."""
    parts = BAR.split(row.strip())
    return parts[(not parts[0]) : (len(parts) - (not parts[-1]))]


def joined(rows: Sequence[Node], written: Sequence[Sequence[str]], faults: Faults) -> list[Node]:
    """Return the `rows` of the head of a table, or of what is below, with their cells joined.

    `written` has the cells of each row as `cells` returns them.
    """
    found: list[list[Node]] = []
    above: dict[int, tuple[int, int]] = {}  # where the cell of each column stands in what is found
    for row, raw in zip(rows, written, strict=True):
        kept: list[Node] = []
        here: dict[int, tuple[int, int]] = {}
        _remark_on_empty(row, raw, faults)
        _remark_on_carets(row, raw, faults)
        for cell in _widened(row.children, raw):
            goes_up = _goes_up(raw, cell.column)
            line, place = above.get(cell.column, (0, -1)) if goes_up else (0, -1)
            upper = found[line][place] if place >= 0 else None
            wrong = _wrong(upper, cell) if goes_up else None
            if wrong:
                faults.add(row.line, "table", *wrong)
            if upper and not wrong:
                here[cell.column] = line, place
                found[line][place] = replace(upper, rowspan=upper.rowspan + 1)
            else:
                here[cell.column] = len(found), len(kept)
                kept.append(cell)
        found.append(kept)
        above = here
    return [replace(row, children=tuple(kept)) for row, kept in zip(rows, found, strict=True)]


def _goes_up(raw: Sequence[str], column: int) -> bool:
    return column < len(raw) and raw[column].strip() == _UP


def _widened(nodes: Sequence[Node], raw: Sequence[str]) -> Iterator[Node]:
    """Yield the cells of a row, each with its column and over how many columns it stands."""
    kept: list[Node] = []
    for column, node in enumerate(nodes):
        if kept and kept[-1].children and raw[column : column + 1] == [""]:
            kept[-1] = replace(kept[-1], colspan=kept[-1].colspan + 1)
        else:
            kept.append(replace(node, column=column))
    yield from kept


def _wrong(upper: Node | None, cell: Node) -> tuple[str, str] | None:
    """Return what is wrong with a cell that is to be joined to the `upper` one, and what to do."""
    if not upper:
        return f"no cell stands above {_UP}", f"delete it, or write \\^\\^ to print {_UP}"
    if upper.colspan == cell.colspan:
        return None
    bars = "|" * upper.colspan
    wrong = f"the cell above {_UP} stands over {upper.colspan} column{'s'[: upper.colspan > 1]}"
    return f"{wrong}, and {_UP} over {cell.colspan}", f"write {_UP} {bars} below it"


def _remark_on_empty(row: Node, raw: Sequence[str], faults: Faults) -> None:
    """Tell of cells joined in a row without any space beside its bars, where one may be empty."""
    first = next((place for place, cell in enumerate(raw) if place and not cell), 0)
    if first and any(raw) and all(cell == cell.strip() for cell in raw):
        wrong = f"“{cut(raw[first - 1] or raw[0])}” stands over the column of the empty cell, too"
        faults.remark(row.line, "table", wrong, "write | | with a space if that is empty")


def _remark_on_carets(row: Node, raw: Sequence[str], faults: Faults) -> None:
    """Tell of cells with other carets than the two that join a cell to the one above."""
    for cell in map(str.strip, raw):
        if cell != _UP and _CARETS.fullmatch(cell):
            escaped = cell.replace("^", "\\^")
            instead = f"write {_UP} to join the cell to the one above, or {escaped} to print it"
            faults.remark(row.line, "table", f"{cell} is printed as it stands", instead)
