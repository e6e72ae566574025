"""Tables: their rows and cells, and the columns that are all figures."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.model.body import Node

#: Digits with what may stand around them: signs, stops, spaces, per cent, a currency; or a dash.
_CURRENCY = r"[$¢£¤¥\u20a0-\u20c0]|\b(?:EUR|USD|GBP|CHF|DKK|SEK|NOK|PLN|UAH|RUB|JPY|kr)\b\.?"
_FIGURES = re.compile(rf"(?:[\d\s.,’'+\-−–—±()%‰]|{_CURRENCY})*")


def with_figures_right(rows: tuple[Node, ...]) -> tuple[Node, ...]:
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
