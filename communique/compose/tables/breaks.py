"""Where tables stand when a page ends: which are moved whole, and which are across their pages."""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Node

#: A row of a table has about so many characters.
_ROW = 70
#: So many lines are half a page in large print, and a third of one otherwise.
_SHORT = 14


def is_short(table: Node) -> bool:
    """Tell whether a table is so short that it is rather moved to the next page than divided."""
    return sum(max(1, ceil(len(row.plain) / _ROW)) for row in table.rows) <= _SHORT


def grouped(blocks: Sequence[Node]) -> Iterator[Sequence[Node]]:
    """Yield blocks in groups: tables across their pages with what is set there too, and others."""
    for _, group in groupby(blocks, key=lambda block: block.across):
        yield list(group)
