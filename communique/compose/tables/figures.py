"""Figures in tables: what stands apart from them or on one line with them, and what hangs."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.compose.inline.bound_nodes import said
from communique.content.running_heads import width
from communique.model.tables.grid import grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Node

#: A figure, with its unit and its mark, has so many characters at most.
_FIGURE = 16
#: And a value with figures in it, such as “26 de septiembre de 2027”; a letter of Chinese is two.
_VALUE = 24
#: What a figure ends in, with its unit, and what may part a mark from it.
_UNIT = r"[\d%‰$¢£¥₠-⃀]"
_SPACE = r"[ \u00a0\u202f]?"
#: What is said of a figure right behind it: 5*, 5¹, 5 (p), 5 p, and the bracket of (5).
_MARK = re.compile(
    rf"(?:(?<=\d)\)|(?<=\d){_SPACE}[^\W\d_]|(?<={_UNIT}){_SPACE}\([^\W\d_]{{1,5}}\.?\))?"
    rf"(?:(?<={_UNIT}|[)]|[^\W\d_]){_SPACE}[*†‡§¹²³⁰⁴-⁹]+)?\Z"
)
_RAISED = frozenset(("superscript", "call"))
#: What is parted at the place of a mark; links, for example, would be two.
_PARTED = frozenset(("text", "emphasis", "strong"))
#: A figure without a unit, and one or two decimals of it, or more than three.
_PLAIN = re.compile(r"[-+±−–]?[\d.,’'\u0020\u00a0\u202f]+")
_DECIMALS = re.compile(r"\d([.,])(?:\d{1,2}|\d{4,})\Z")
#: A letter of a mark, and any other sign of it, are so many em wide at most; a decimal is about so,
#: and so is the sign before decimals.
_LETTER, _SIGN, _DIGIT, _STOP = 0.6, 0.45, 0.5, 0.25
_SEVERAL = 2  # different ones hang beside the figures of a column


def is_whole(cell: Node) -> bool:
    """Tell whether a cell, such as one with a figure and its mark, is set on one line."""
    return cell.align == "right" and len(cell.plain) <= _FIGURE


def is_value(cell: Node) -> bool:
    """Tell whether a cell is a value, such as a date, and on one line where its table has room."""
    return width(cell.plain) <= _VALUE and any(map(str.isdecimal, cell.plain))


def apart(table: Node, way: str) -> set[tuple[int, int]]:
    """Return which cells stand in columns that begin where the longest figures before them end.

    Each is known by its line and its column; `way` is how the text runs.
    """
    end = "right" if way == "ltr" else "left"
    rows = grid(table.rows)
    columns = {
        cell.column
        for row in rows
        for before, cell in pairwise(row)
        if before is not cell and before.align == end != cell.align
    }
    every = (cell for row in rows for cell in row)
    return {(c.line, c.column) for c in every if c.column in columns and c.align != end}


def mark_place(cell: Node, sign: str = "") -> int:
    """Return how many characters of a cell stand before what hangs beside its figure, or all.

    That is its mark, and what stands behind the decimal `sign` of its column, if that has one: not
    in what stands for a figure, such as “n.d.”. In a link, an abbreviation or another language it
    stays there with its figure.
    """
    nodes = list(cell.children)
    while nodes and nodes[-1].kind in _RAISED:
        nodes.pop()
    figure = "".join(map(said, nodes))
    mark = _MARK.search(figure)
    end = mark.start() if mark else len(figure)
    is_figure = any(map(str.isdecimal, figure))
    decimals = figure.rfind(sign, 0, end) if sign and is_figure else -1
    return _parted_at(cell.children, end if decimals < 0 else decimals)


def _parted_at(nodes: Sequence[Node], place: int) -> int:
    """Return a place in the text of `nodes`, or after what is not parted there."""
    begin = 0
    for node in nodes:
        end = begin + len(said(node))
        if begin < place < end:
            return begin + _parted_at(node.children, place - begin) if node.kind in _PARTED else end
        begin = end
    return place


def decimal_signs(table: Node) -> dict[int, str]:
    """Return the decimal signs, by column, of plain figures with different numbers of decimals.

    These stand with their signs below one another. A stop or comma before three figures may as well
    part thousands: it is such a sign where another figure of the column has it before one or two.
    """
    columns: dict[int, list[Node]] = {}
    for cell in _figures(table):
        columns.setdefault(cell.column, []).append(cell)
    signs = {column: _decimal_sign(cells) for column, cells in columns.items()}
    return {column: sign for column, sign in signs.items() if sign}


def _decimal_sign(cells: Sequence[Node]) -> str:
    """Return the decimal sign of the figures of a column, empty where they do not stand by it."""
    figures = [_said(cell)[: mark_place(cell)] for cell in cells]
    signs = {match[1] for figure in figures if (match := _DECIMALS.search(figure))}
    if len(signs) != 1 or not all(map(_PLAIN.fullmatch, figures)):
        return ""
    (sign,) = signs
    once = all(figure.count(sign) <= 1 for figure in figures)
    differ = len({len(figure.partition(sign)[2]) for figure in figures}) > 1
    hang = all(sign not in _said(cell)[: mark_place(cell, sign)] for cell in cells)
    return sign if once and differ and hang else ""


def mark_rooms(table: Node) -> dict[tuple[int, int], float]:
    """Return by line and column of cells how much room, in em, is left for what hangs beside.

    Marks do where not all figures of a column have the same, so that figures stand below figures.
    What stands for a figure ends below the last decimal, and the head of decimals above all.
    """
    signs, hanging = decimal_signs(table), dict[int, set[tuple[str, int]]]()
    for cell in _figures(table):
        place, mark = mark_place(cell, signs.get(cell.column, "")), mark_place(cell)
        hanging.setdefault(cell.column, set()).add((_said(cell)[place:], mark - place))
    rooms = dict[tuple[int, int], float]()
    cells = [
        (cell, row.head and cell.column in signs) for row in table.rows for cell in row.children
    ]
    for cell, above in cells:
        hung = hanging.get(cell.column, set())
        if cell.align != "right" or len({words for words, _ in hung}) < _SEVERAL or above:
            continue
        room = max(_room(words) for words, _ in hung)
        if cell.column in signs and not any(map(str.isdecimal, cell.plain)):
            room -= max(_STOP + _DIGIT * (count - 1) if count else 0 for _, count in hung)
        rooms[cell.line, cell.column] = round(room, 2)
    return rooms


def _figures(table: Node) -> Iterator[Node]:
    """Yield the cells with figures on the right of their columns."""
    for cell in (cell for row in table.rows for cell in row.children):
        if cell.align == "right" and not cell.head and any(map(str.isdecimal, cell.plain)):
            yield cell


def _said(cell: Node) -> str:
    return "".join(map(said, cell.children))


def _room(mark: str) -> float:
    letters, digits = sum(map(str.isalpha, mark)), sum(map(str.isdecimal, mark))
    signs = width(mark) - letters - digits
    return round(_LETTER * letters + _DIGIT * digits + _SIGN * signs, 2)
