"""A table as Markdown (docs/authors.md, Tables)."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from communique.word.found import Cell, Table

FROM_ABOVE = "^^"
"""Joins a cell to the one above."""


def written(table: Table, words: Callable[[Cell], str]) -> str:
    """Return the lines of a `table`; `words` returns those of a cell."""
    width = max(sum(cell.span for cell in row) for row in table.rows)
    rows = []
    above: dict[int, int] = {}
    for place, row in enumerate(table.rows):
        rows.append(_row(row, width, {} if place == table.head else above, words))
        above = dict(zip(_starts(row), (cell.span for cell in row), strict=True))
    lines = "".join(f"{mark}|" for mark in _columns(table, width))
    return "\n".join((*rows[: table.head], f"|{lines}", *rows[table.head :]))


def _row(
    row: Sequence[Cell], width: int, above: Mapping[int, int], words: Callable[[Cell], str]
) -> str:
    """Return a row; `above` are the columns and widths of the cells that those of it may join."""
    found = ""
    for start, cell in zip(_starts(row), row, strict=True):
        joined = cell.below and above.get(start) == cell.span
        found += f" {FROM_ABOVE if joined else words(cell)} {'|' * cell.span}"
    missing = width - sum(cell.span for cell in row)
    return f"|{found}{'  |' * missing}"


def _starts(row: Sequence[Cell]) -> list[int]:
    """Return in which column each cell of a row begins, from 0."""
    return [0, *accumulate(cell.span for cell in row)][: len(row)]


def _columns(table: Table, width: int) -> list[str]:
    """Return the marks of the columns: where all cells below the head are aligned alike."""
    found: list[set[str]] = [set() for _ in range(width)]
    for row in table.rows[table.head :]:
        for start, cell in zip(_starts(row), row, strict=True):
            if cell.span == 1 and cell.paragraphs:
                found[start].add(cell.paragraphs[0].align)
    marks = {"right": "---:", "center": ":---:"}
    return [marks.get(next(iter(each)), "---") if len(each) == 1 else "---" for each in found]
