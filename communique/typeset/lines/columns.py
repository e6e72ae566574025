"""Columns of tables: what should not be divided is whole where another column has room for it.

That is a value, such as a date or a coordinate with its spaces, a word with a hyphen, and any word
where those of the table may be divided. The engine gives each column a part of the room, however
little it needs (CSS Tables 3, 4.5), and so divides a date beside a column that is half empty.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

import weasyprint.layout.preferred
import weasyprint.layout.table
from weasyprint.formatting_structure import boxes

from communique.typeset.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

#: What says in the page that a cell is a value.
_ATTRIBUTE, _VALUE = "data-wrap", "value"
#: A hyphen within a word, which may begin the next line, too, and what keeps its word whole.
_HYPHEN, _JOINED = re.compile("(?<=[^\\W_])\u00ad?-\u2060?(?=[^\\W_])"), "-\u2060"
#: So many times as many lines a table may have for that.
_HIGHER = 1.5
#: Of the longest word of a text so large a part is left empty on each of its lines.
_LEFT = 1 / 3
#: A word is divided once where its column is so wide a part of it.
_PART = 0.6
#: Widths (px) that differ by less are the same.
_ROUNDING = 0.01


class _Need(NamedTuple):
    """How wide (px) a cell or column is: at least, where it is whole, and on one line."""

    least: float = 0
    whole: float = 0
    most: float = 0


@contextmanager
def whole_values() -> Iterator[None]:
    """Let columns be as wide as their values and words are whole, where there is room for it."""
    with (
        replaced(weasyprint.layout.preferred, "table_cell_min_max_content_width", _note),
        replaced(weasyprint.layout.table, "auto_table_layout", _lay_out),
    ):
        yield


def _note(measure: Any, context: Any, cell: Any, outer: bool = True) -> tuple[float, float]:
    """Return how wide a cell is at least and at most, as the engine does, and keep it with it."""
    least, most = measure(context, cell, outer)
    whole = least
    if _is_value(cell):
        whole = most
    elif cell.style["hyphens"] == "auto" or _HYPHEN.search(_text(cell)):
        whole = _undivided(measure, context, cell, outer)
    cell.needs = _Need(least, whole, most)
    return least, most


def _undivided(measure: Any, context: Any, cell: Any, outer: bool) -> float:
    """Return how wide a cell is at least where none of its words is divided."""
    before = [(box, box.text, box.style) for box in _texts(cell)]
    for box, text, style in before:
        if style["hyphens"] != "auto":  # else it is enough where it is divided at its own
            box.text = _HYPHEN.sub(_JOINED, text)
        box.style = _undividing(style)
    least: float = measure(context, cell, outer)[0]
    for box, text, style in before:
        box.text, box.style = text, style
    return least


def _lay_out(lay_out: Any, context: Any, wrapper: Any, *rest: Any) -> None:
    """Give the columns of a table their widths, as the engine does, and then one another's room."""
    lay_out(context, wrapper, *rest)
    table = wrapper.get_wrapped_table()
    rows = [
        [cell for cell in row.children if cell.colspan == cell.rowspan == 1]
        for group in table.children
        for row in group.children
    ]
    widths: list[float] = table.column_widths
    needs = [_Need() for _ in widths]
    for cell in (cell for row in rows for cell in row):
        needs[cell.grid_x] = _Need(*map(max, needs[cell.grid_x], cell.needs))
    table.column_widths = _shared(rows, widths, needs)
    for cell in (cell for row in rows for cell in row):
        is_whole = needs[cell.grid_x].whole <= table.column_widths[cell.grid_x] + _ROUNDING
        if is_whole and cell.style["hyphens"] == "auto":
            _keep_words(cell)


def _shared(
    rows: Sequence[Sequence[Any]], widths: list[float], needs: Sequence[_Need]
) -> list[float]:
    """Return the widths of columns where those that lack some have it from those with room.

    All values are whole then, or else those columns for which the table has no more lines; one of
    values is not whole beside another that is not, in as many.
    """
    lines = _lines(rows, widths)
    values = {cell.grid_x for row in rows for cell in row if _is_value(cell)}
    if (given := _given(widths, needs, values)) and _lines(rows, given) <= lines * _HIGHER:
        widths = given
    for column in sorted(range(len(widths)), key=lambda each: needs[each].whole - widths[each]):
        most = lines - 1 if column in values else lines
        if (given := _given(widths, needs, {column})) and _lines(rows, given) <= most:
            widths = given
    return widths


def _given(
    widths: Sequence[float], needs: Sequence[_Need], columns: Set[int]
) -> list[float] | None:
    """Return the widths where some `columns` have what they need, from what others can spare.

    That is None where they have it already, or the others have too little.
    """
    every = list(zip(widths, needs, strict=True))
    rooms = [max(0.0, width - _kept(width, need)) for width, need in every]
    lacks = [
        max(0.0, need.whole - width) if column in columns else 0.0
        for column, (width, need) in enumerate(every)
    ]
    rooms = [0.0 if lack else room for room, lack in zip(rooms, lacks, strict=True)]
    if not 0 < sum(lacks) <= sum(rooms):
        return None
    part = sum(lacks) / sum(rooms)
    changes = zip(widths, lacks, rooms, strict=True)
    return [width + lack - part * room for width, lack, room in changes]


def _kept(width: float, need: _Need) -> float:
    """Return how wide a column stays at least: one that is whole stays so.

    So does one whose longest word has two parts.
    """
    return need.whole if need.whole <= width else max(need.least, _PART * need.whole)


def _lines(rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> int:
    """Return about how many lines the rows of a table have."""
    return sum(
        max((_lines_of(cell.needs, widths[cell.grid_x]) for cell in row), default=0) for row in rows
    )


def _lines_of(need: _Need, width: float) -> int:
    """Return about how many lines a cell has at a width: each ends before a word without room."""
    if need.most <= width:
        return 1
    return ceil(need.most / (width - need.least * _LEFT))


def _keep_words(cell: Any) -> None:
    """Let no word of a cell be divided, since its column has room for all of them."""
    for box in _texts(cell):
        if box.style["hyphens"] == "auto":
            box.style = _undividing(box.style)


def _undividing(style: Any) -> Any:
    style = style.copy()
    style["hyphens"] = "manual"
    return style


def _texts(cell: Any) -> list[Any]:
    return [box for box in cell.descendants() if isinstance(box, boxes.TextBox)]


def _text(cell: Any) -> str:
    return "\n".join(box.text for box in _texts(cell))


def _is_value(cell: Any) -> bool:
    return cell.element is not None and cell.element.get(_ATTRIBUTE) == _VALUE
