"""Heads of columns: their long words are divided where the words below them have no room else.

A column of figures is as wide as the longest word of its head, such as “concentration”, and beside
some of these a text has two or three words on a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.typeset.lines.widths.fewer import with_fewer_lines
from communique.typeset.lines.widths.room import lines_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.typeset.lines.widths.room import Need, Row, Widths

#: The table has so large a part of its lines then, at most.
_FEWER = 5 / 6


def with_divided_heads(rows: Sequence[Row], widths: Widths, apart: float) -> Widths:
    """Return the widths (px) of columns of which some are narrower than a word of their head.

    These are the `widths` themselves where no head may be divided, or that does not save a sixth
    of the lines; for `apart` (px) see `with_fewer_lines`.
    """
    if not any(need.divided for row in rows for _, need in row):
        return widths
    divided = tuple(tuple((column, _divided(need)) for column, need in row) for row in rows)
    found = with_fewer_lines(divided, widths, apart)
    return found if lines_in(divided, found) <= _FEWER * lines_in(rows, widths) else widths


def _divided(need: Need) -> Need:
    """Return what a cell needs whose words may be divided, if they may."""
    if not need.divided:
        return need
    return need._replace(least=need.divided, whole=need.divided, steps=())
