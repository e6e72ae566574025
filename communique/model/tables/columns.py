"""What the columns of a table are: figures, which stand on the right, or what heads the rows."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.model.tables.grid import grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.body import Node

_CURRENCY = r"[$¢£¤¥\u20a0-\u20c0]|\b(?:EUR|USD|GBP|CHF|DKK|SEK|NOK|PLN|UAH|RUB|JPY|kr)\b\.?"
_SIGNS = r"\d¼½¾⅐-⅞\s.,:’'+\-−–—±<>≤≥~≈*…†‡¹²³⁰⁴-⁹()\[\]%‰％"
#: What stands for a figure that is not there: “n/a”, “k. A.”, “x”, “c”.
_MISSING = r"[^\W\d_]{1,2}(?:/|\.\s?)[^\W\d_]{1,2}\.?|[^\W\d_]"
#: Digits with what may stand around them: signs, stops, spaces, per cent, a currency, a letter, as
#: in “400 (p)” and “400 p”; or what stands for a figure that is not there, as a dash or dots do.
_FIGURES = re.compile(
    rf"(?:[{_SIGNS}]|{_CURRENCY}|\([^\W\d_]{{1,5}}\.?\)|(?<=\d|\s)[^\W\d_](?=\W|$))*|{_MISSING}"
)
#: What is said instead of a figure: a word such as “tbc”, “nil”, “none” or “k. A.”.
_WORD = re.compile(r"[^\W\d_]{1,5}|(?:[^\W\d_]{1,3}\.\s?){1,3}")
#: A telephone number (ITU-T E.123, E.164): a plus, a nought or a bracket, and groups of digits. A
#: figure with its thousands apart, a date and a span of hours may look like one.
_TELEPHONE = re.compile(
    r"(?!\+?[1-9]\d{0,2}([\s.,’'])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?\Z|(?:\d{1,2}[./-]){2}\d{2,4}\Z)"
    r"(?:\+\d|\(?0\d|\(\d{2,5}\)\s?\d)[\d\s()/.-]*\d"
)
_FEWEST, _FEWEST_DOTTED = 7, 9  # digits
#: So large a part of a column with such words is figures.
_MOSTLY = 2 / 3
#: Years, and spans of them: 2021, 2021–2025, 2021/22.
_YEARS = re.compile(r"(?:1[5-9]|2[01])\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?")
#: A number that counts rows: 1, 2., 3), 4.1.
_COUNT = re.compile(r"((?:\d{1,3}\.)*)(\d{1,3})[.)]?")
_COUNTED = 3  # so many in a row are no accident


def described(rows: Sequence[Node]) -> tuple[Node, ...]:
    """Return the rows of a table with what its columns are.

    A column is set to the right if its author gave it no side and it holds figures below its head,
    with a few short words instead of some at most. The cells of the first one head their rows where
    its own head is empty, where they are words beside figures, or where all of them are strong.
    Years, and numbers that count the rows, are words there.
    """
    columns = list(zip(*grid(rows), strict=True))
    figures = {
        number
        for number, column in enumerate(columns)
        if _are_figures(_below(column), words=number > 0)
    }
    if len(columns) > 1 and _are_labels(columns[0]):
        figures -= {0}
    right = {number for number in figures if not any(c.align for c in _below(columns[number]))}
    names = bool(columns) and len(columns) > 1 and _are_names(columns[0], figures)
    return tuple(
        replace(
            row,
            children=tuple(
                _cell(cell, row, right, len(columns), names=names) for cell in row.children
            ),
        )
        for row in rows
    )


def _cell(cell: Node, row: Node, right: set[int], columns: int, *, names: bool) -> Node:
    """Return a cell of a row as its column has it; a cell without words heads nothing.

    One that stands over several of the `columns` is in their middle, but for one over all.
    """
    heads = row.head or (names and cell.column == 0)
    align = "right" if cell.column in right else cell.align
    if cell.colspan > 1:
        align = "center" if cell.colspan < columns else ""
    return replace(cell, align=align, head=heads and bool(cell.children))


def _below(column: Sequence[Node]) -> list[Node]:
    """Return the cells of a column below its head."""
    return [cell for cell in column if not cell.head]


def _are_names(column: Sequence[Node], figures: set[int]) -> bool:
    """Tell whether the cells of the first column head their rows, beside columns of `figures`."""
    heads, cells = [cell for cell in column if cell.head], _below(column)
    written = [cell for cell in cells if cell.children]
    return bool(written) and (
        not any(cell.children for cell in heads)
        or (0 not in figures and bool(figures))
        or all(is_strong(cell) for cell in written)
    )


def is_strong(cell: Node) -> bool:
    """Tell whether all words of a cell are strong."""
    return all(node.kind in ("strong", "call", "break") for node in cell.children)


def _are_labels(column: Sequence[Node]) -> bool:
    """Tell whether the cells of the first column are no figures, though they may be made of digits.

    They stand below an empty head, are all strong, or are years or numbers that count the rows.
    """
    words = [cell.plain.strip() for cell in {id(cell): cell for cell in _below(column)}.values()]
    counts = [_COUNT.fullmatch(each) for each in words]
    steps = [
        one and other and one[1] == other[1] and int(other[2]) == int(one[2]) + 1
        for one, other in pairwise(counts)
    ]
    return (
        not any(cell.children for cell in column if cell.head)
        or all(is_strong(cell) for cell in _below(column))
        or all(map(_YEARS.fullmatch, words))
        or (len(counts) >= _COUNTED and all(steps))
    )


def _are_figures(cells: Sequence[Node], *, words: bool) -> bool:
    """Tell whether cells hold nothing but figures, or figures above all where `words` may be, too.

    A word stands for a figure that is not there. Beside a first column of figures it is a name.
    """
    said = [cell.plain.strip() for cell in cells if cell.colspan == 1]
    others = [each for each in said if not _FIGURES.fullmatch(each)]
    written = len(list(filter(None, said)))
    return (
        not any(map(_is_telephone, said))
        and (not others or (words and written - len(others) >= _MOSTLY * written))
        and all(map(_WORD.fullmatch, others))
        and all(node.kind != "image" for cell in cells for node in cell.walk())
        and any(re.search(r"\d", each) for each in said)
    )


def _is_telephone(said: str) -> bool:
    digits = sum(map(str.isdecimal, said))
    fewest = _FEWEST_DOTTED if "." in said else _FEWEST
    return digits >= fewest and bool(_TELEPHONE.fullmatch(said))
