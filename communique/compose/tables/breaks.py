"""Where tables stand on their pages: which are moved whole, go across, or hang beside the text."""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.front import Fact
    from communique.model.body import Node

#: A row of a table has about so many characters.
_ROW = 70
#: A column of text has so many characters of a table in a line, and so much room it is cramped
#: without, where no word is divided; so many stand between two columns.
_COLUMN, _CRAMPED, _BETWEEN = 75, 55, 2
#: Facts of so many characters end on the first page.
_FACTS = 600
#: So many lines are half a page in large print, and a third of one otherwise.
_SHORT = 14


def is_short(table: Node) -> bool:
    """Tell whether a table is so short that it is rather moved to the next page than divided."""
    return sum(max(1, ceil(len(row.plain) / _ROW)) for row in table.rows) <= _SHORT


def is_cramped(table: Node, facts: Sequence[Fact]) -> bool:
    """Tell whether the words of a table have little room in a column of text.

    Where nothing is beside the text it hangs in the margin then, as no page but the first has
    `facts` there, if these are not long.
    """
    columns: dict[int, list[str]] = {}
    for cell in (cell for row in table.rows for cell in row.children if cell.colspan == 1):
        columns.setdefault(cell.column, []).append(cell.plain)
    between = _BETWEEN * (len(columns) - 1)
    least = sum(max(map(len, " ".join(texts).split()), default=0) for texts in columns.values())
    whole = sum(max(map(len, texts)) for texts in columns.values())
    said = sum(len(fact.label) + len(str(fact.value)) for fact in facts)
    return least + between > _CRAMPED and whole + between > _COLUMN and said <= _FACTS


def grouped(blocks: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """Yield blocks in groups: tables across their pages with what is set there too, and others."""
    for _, group in groupby(blocks, key=lambda block: block.across):
        yield list(group)
