"""The cells of a table: those that are written, and the marks of those that are joined."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from communique.account import grammar
from communique.account.cursor import Unaccounted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.account.inline import Inline
    from communique.model.body import Node


def cells(places: Sequence[Node], row: Node, inline: Inline) -> None:
    """Move over the cells at the `places` of a `row`; those that are not written are empty."""
    cursor, inline.in_row = inline.cursor, True
    due = list(row.children)
    for _, group in groupby(places, key=id):
        cell, *others = group
        cursor.take(grammar.INDENT)
        if due and cell is due[0]:
            inline.run(due.pop(0).children)
        else:
            cursor.need(grammar.JOINED)
        cursor.take(grammar.INDENT)
        cursor.take(grammar.BAR)
        for _ in others:
            cursor.need(grammar.BAR)
    if due:
        raise Unaccounted(cursor.pos, due[0].plain)
    inline.in_row = False
