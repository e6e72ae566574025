"""Lines of tables: columns have the widths by which a table has the fewest, as far as is found.

The engine gives each column room by its longest text (CSS Tables 3, 4.5), so columns of figures
have some to spare where the names beside them have two lines, and what is told beside has seven.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from communique.typeset.lines.widths.room import kept, lines_in, lines_of, of_columns, width_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.typeset.lines.widths.room import Row, Widths

#: Widths (px) that differ by less are the same: so much more has room for what is just as wide.
_ROUNDING = 0.02
#: Of rows that could have a line less so many are tried at a time: those that take the least room.
_TRIED = 8
#: So many rows of a table are looked at, at equal distances: it takes at most about 50 ms.
_ROWS = 24


@lru_cache(maxsize=64)
def with_fewer_lines(rows: tuple[Row, ...], widths: Widths, apart: float) -> Widths:
    """Return the widths (px) of columns, as wide together, by which these rows have fewer lines.

    A column in which all words are whole stays so. All begin as narrow as may be; then again and
    again that row has a line less which saves most lines for the room that it takes. What is left
    goes to those columns that were wider before, but first to all, until each is wider by `apart`
    (px) than it has to be: so no two of them seem to touch where others are far apart.
    """
    needs = of_columns(rows, len(widths))
    found = tuple(map(min, widths, map(kept, widths, needs)))
    some = rows[:: ceil(len(rows) / _ROWS) or 1]
    while better := _step(some, found, sum(widths) - sum(found)):
        found = better
    if lines_in(rows, found) > lines_in(rows, widths):
        found = tuple(min(width, need.most) for width, need in zip(widths, needs, strict=True))
    return _filled(found, widths, apart)


def _filled(least: Widths, widths: Widths, apart: float) -> Widths:
    """Return columns that are as wide together as `widths`, and each as its `least` width."""
    spare = [max(0.0, width - each) for width, each in zip(widths, least, strict=True)]
    left = sum(widths) - sum(least)
    if left <= _ROUNDING:
        return widths
    each = min(apart, left / len(widths))
    more = [left * room / sum(spare) for room in spare]
    lack, over = (sum(max(0.0, sign * (each - m)) for m in more) for sign in (1, -1))
    part = lack / over if over else 0
    more = [each if m < each else m - part * (m - each) for m in more]
    return tuple(map(sum, zip(least, more, strict=True)))


def _step(rows: tuple[Row, ...], widths: Widths, room: float) -> Widths | None:
    """Return the widths by which some row has a line less that saves most for so much `room`."""
    before, narrow = lines_in(rows, widths), sum(widths)
    tried = sorted(set(_with_one_less(rows, widths)), key=sum)
    within = [each for each in tried if sum(each) <= narrow + room][:_TRIED]

    def saved(wider: Widths) -> float:
        return (before - lines_in(rows, wider)) / (sum(wider) - narrow)

    return max(within, key=saved, default=None)


def _with_one_less(rows: tuple[Row, ...], widths: Widths) -> Iterator[Widths]:
    """Yield for each row of several lines the widths by which it has one less."""
    for row in rows:
        lines = max((lines_of(need, widths, column) for column, need in row), default=1)
        if lines == 1:
            continue
        wider = list(widths)
        for column, need in row:
            if need.columns == 1 and lines_of(need, widths, column) == lines:
                wider[column] = max(wider[column], width_for(need, lines - 1) + _ROUNDING)
        if lines_in((row,), tuple(wider)) < lines:
            yield tuple(wider)
