"""Columns of tables: what should not be divided is whole where another column has room for it.

That is a value, such as a date or a coordinate with its spaces, a word with a hyphen, and any word
where those of the table may be divided; and text in letters between which its lines may end has
room for a few of them. The engine gives each column a part of the room, however little it needs
(CSS Tables 3, 4.5), and so divides a date beside a column that is half empty.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import weasyprint.layout.preferred
import weasyprint.layout.table
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes

from communique.typeset.lines.whole import in_parts
from communique.typeset.lines.widths.fewer import with_fewer_lines
from communique.typeset.lines.widths.heads import with_divided_heads
from communique.typeset.lines.widths.parts import steps
from communique.typeset.lines.widths.room import Need, of_columns, shared
from communique.typeset.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: What says in the page that a cell is a value, and that a symbol in it is kept whole.
_ATTRIBUTE, _VALUE, _WHOLE = "data-wrap", "value", "whole"
#: A hyphen within a word, which may begin the next line, too, and what keeps its word whole.
_HYPHEN, _JOINED = re.compile("(?<=[^\\W_])\u00ad?-\u2060?(?=[^\\W_])"), "-\u2060"
#: Letters between which lines end, and how wide (em) a column of such text is before others.
_LETTERS, _PHRASE = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]"), 4
#: So wide it is at least, or the table is wider than its page: two letters a line are hard to read.
_FEWEST = 3
#: So much wider (em) than it has to be each column is before one of them is wider than that.
_APART = 0.75
#: Widths (px) that differ by less are the same.
_ROUNDING = 0.01


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
    kind = _kind(cell)
    longest, most = measure(context, cell, outer)
    least = whole = longest
    if kind in ("word", "value"):
        whole = most
        if any(map(_is_symbol, _texts(cell))):
            with _changed(cell, _part):
                least = max(least, measure(context, cell, outer)[0])
    elif kind == "letters":
        least, whole = (max(least, min(most, _wide(cell, count))) for count in (_FEWEST, _PHRASE))
    elif kind == "head":
        whole = max(least, min(most, _wide(cell, _PHRASE)))
        kind = kind if most <= _wide(cell, _FEWEST) else ""
    elif cell.style["hyphens"] == "auto" or _HYPHEN.search(_text(cell)):
        with _changed(cell, _undivide):
            whole = measure(context, cell, outer)[0]
    words = () if kind in ("word", "value") else tuple(_steps(cell, longest, most))
    divided = 0.0
    if _may_be_divided(cell):
        with _changed(cell, _divide):
            divided = measure(context, cell, outer)[0]
    divided = divided if divided < longest else 0.0
    cell.needs = Need(least, whole, most, kind, cell.colspan, cell.rowspan, words, divided)
    return least, most


def _steps(cell: Any, longest: float, most: float) -> Iterator[float]:
    """Yield how wide (px) a cell of a short text is on one line, on two and so on."""
    text = "".join(box.text for box in _texts(cell))
    pictured = any(isinstance(box, boxes.ReplacedBox) for box in cell.descendants())
    if not pictured and "\n" not in text:  # which is a break of its author
        padding = _wide(cell, 0)
        for width in steps(text, longest - padding, most - padding):
            yield padding + width


@contextmanager
def _changed(cell: Any, change: Callable[[Any], None]) -> Iterator[None]:
    """Change the texts of a cell as long as it is measured."""
    before = [(box, box.text, box.style) for box in _texts(cell)]
    for box, _, _ in before:
        change(box)
    yield
    for box, text, style in before:
        box.text, box.style = text, style


def _undivide(box: Any) -> None:
    """Let no word of a text be divided."""
    if box.style["hyphens"] != "auto":  # else it is enough where it is divided at its own
        box.text = _HYPHEN.sub(_JOINED, box.text)
    box.style = _undividing(box.style)


def _part(box: Any) -> None:
    """Let a symbol be divided where it goes on in the next line, and not at its hyphens."""
    if _is_symbol(box):
        box.text = in_parts(box.text)


def _is_symbol(box: Any) -> bool:
    return box.element is not None and box.element.get(_ATTRIBUTE) == _WHOLE


def _lay_out(lay_out: Any, context: Any, wrapper: Any, *rest: Any) -> None:
    """Give the columns of a table their widths, as the engine does, and then one another's room."""
    lay_out(context, wrapper, *rest)
    table = wrapper.get_wrapped_table()
    rows = [row.children for group in table.children for row in group.children]
    needed = tuple(tuple((cell.grid_x, cell.needs) for cell in row) for row in rows)
    widths = shared(needed, tuple(table.column_widths))
    apart = _APART * table.style["font_size"]
    widths = with_fewer_lines(needed, widths, apart)
    table.column_widths = list(with_divided_heads(needed, widths, apart))
    needs = of_columns(needed, len(table.column_widths))
    for cell in (cell for row in rows for cell in row if cell.colspan == 1):
        width = table.column_widths[cell.grid_x] + _ROUNDING
        if needs[cell.grid_x].whole <= width and cell.style["hyphens"] == "auto":
            _keep_words(cell)
        for box in _texts(cell) if cell.needs.divided and width < cell.needs.least else ():
            _divide(box)


def _keep_words(cell: Any) -> None:
    """Let no word of a cell be divided, since its column has room for all of them."""
    for box in _texts(cell):
        if box.style["hyphens"] == "auto":
            box.style = _undividing(box.style)


def _may_be_divided(cell: Any) -> bool:
    """Tell whether words of a cell may be divided: in a head, where those of the text are."""
    if cell.element is None or cell.element.get("scope") != "col" or cell.colspan > 1:
        return False
    style = cell.style
    while style["hyphens"] == "none" and style.parent_style is not None:
        style = style.parent_style  # of what the table stands in
    return style is not cell.style and style["hyphens"] == "auto"


def _divide(box: Any) -> None:
    """Let a word be divided that is wider than its line."""
    box.style = box.style.copy()
    box.style["hyphens"], box.style["hyphenate_limit_zone"] = "auto", Dimension(100, "%")


def _undividing(style: Any) -> Any:
    style = style.copy()
    style["hyphens"] = "manual"
    return style


def _texts(cell: Any) -> list[Any]:
    return [box for box in cell.descendants() if isinstance(box, boxes.TextBox)]


def _text(cell: Any) -> str:
    return "\n".join(box.text for box in _texts(cell))


def _kind(cell: Any) -> str:
    """Return which `kind` of `Need` a cell has, empty where it stands in several columns."""
    if cell.element is None or cell.colspan > 1:
        return ""
    text = _text(cell).strip()
    if cell.element.get("scope") == "col":
        return "head" if _LETTERS.search(text) else ""
    if cell.element.get(_ATTRIBUTE) == _VALUE:
        return "value" if " " in text else "word"
    return "letters" if _LETTERS.search(text) else ""


def _wide(cell: Any, letters: int) -> float:
    """Return how wide (px) a cell with so many square letters on a line is."""
    padding = sum(cell.style[f"padding_{side}"].value for side in ("left", "right"))
    return float(padding + letters * cell.style["font_size"])
