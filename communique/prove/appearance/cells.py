"""Cells: those of a table stand in rows and columns.

The cells of a row share a line; those of a column have an edge, or their middle, above one
another, and no other column reaches into theirs. The right edge of a figure may be where its mark
or its decimals begin, and what stands for one, such as a dash, ends below these. A heading does so,
or is nearer to what is below it than to what is below another. A cell over several rows is in the
first of them and above what is below the last; one over several columns is apart from all others.
"""

from __future__ import annotations

from itertools import count, filterfalse, pairwise, repeat
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from communique.pdf_reading.tag_tree import Tag, tags
from communique.prove.appearance.report import Report
from communique.prove.written import tables_of, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.prove.written import Written

#: How far the edges of the cells of a column may be from one another, in pt.
_ALIGNED = 1.0
#: How far lines of the cells of a row may be from one another, in pt: small type beside larger
#: letters of another script stands as far lower, which no eye sees.
_LEVEL = 0.3
#: The narrowest gap between two columns, in em.
_APART = 0.35
#: What hangs beside a figure has so many characters at most, such as (prov.)**.
_MARK = 16
#: A table has no more columns, whatever its tags say.
_MOST = 1_000
_INSTEAD = "let a stylesheet leave the cells of tables in rows and columns"


class _Cell(NamedTuple):
    """What is written in a cell on one page: its edges and its lines, in pt."""

    row: int
    column: int
    head: bool
    left: float
    right: float
    first: float
    """The baseline of its first line."""
    last: float
    size: float
    text: str
    ends: int
    """The last of its rows."""
    columns: int
    """Over how many columns it stands."""
    ends_at: tuple[float, ...]
    """Where it may end: at its right edge, and before what may be the mark of its figure."""


def rows_and_columns(content: Content, reading: Reading, faults: Faults) -> None:
    """Note cells that stand neither beside those of their row nor under those of their column."""
    reports = {key: Report(faults, key, _INSTEAD) for key in ("cells", "rows", "width")}
    for table, path, line in tables_of(content, reading):
        pages = _by_page(table, written(reading))
        reach = _reach([cell for cells in pages.values() for cell in cells])
        for page, cells in pages.items():
            for key, wrong, texts in _judged(cells, reach):
                reports[key](page, wrong, texts, path=path, line=line)


def _by_page(table: Tag, found: Written) -> dict[int, list[_Cell]]:
    """Return the cells of a table with text, by the page on which they are."""
    pages: dict[int, list[_Cell]] = {}
    for row, column, cell in _placed(table):
        pieces: dict[int, list[Piece]] = {}
        for piece in found.of(cell):
            pieces.setdefault(piece.page, []).append(piece)
        for page, each in pieces.items():
            pages.setdefault(page, []).append(_cell(row, column, cell, each))
    return pages


def _placed(table: Tag) -> Iterator[tuple[int, int, Tag]]:
    """Yield the cells of a table, each with the numbers of its first row and column, from 0."""
    taken: set[tuple[int, int]] = set()
    for row, tag in enumerate(each for each in tags(table) if each.role == "TR"):
        here = (kid for kid in tag.kids if isinstance(kid, Tag))
        free = filterfalse(taken.__contains__, zip(repeat(row), count()))
        for cell, (_, column) in zip(here, free, strict=False):
            high, wide = _span(cell, "RowSpan"), _span(cell, "ColSpan")
            taken.update((row + down, column + on) for down in range(high) for on in range(wide))
            yield row, column, cell


def _span(cell: Tag, name: str) -> int:
    told = cell.attributes.get(f"/{name}")
    return min(told, _MOST) if isinstance(told, int) else 1


def _cell(row: int, column: int, tag: Tag, pieces: Sequence[Piece]) -> _Cell:
    baselines = [piece.baseline for piece in pieces]
    return _Cell(
        row,
        column,
        tag.role == "TH" and tag.attributes.get("/Scope") != "/Row",
        min(piece.left for piece in pieces),
        max(piece.right for piece in pieces),
        max(baselines),
        min(baselines),
        max(piece.size for piece in pieces),
        pieces[0].text,
        row + _span(tag, "RowSpan") - 1,
        _span(tag, "ColSpan"),
        tuple(_figure_ends(pieces)),
    )


def _figure_ends(pieces: Sequence[Piece]) -> Iterator[float]:
    """Yield where a cell ends, and before what is written apart at its end and may be a mark."""
    yield max(piece.right for piece in pieces)
    mark = ""
    for piece, after in reversed(list(pairwise(pieces))):
        mark = after.text.strip() + mark
        if len(mark) <= _MARK:
            yield piece.right


def _reach(cells: Sequence[_Cell]) -> dict[int, float]:
    """Return where the longest figures of columns end, on whichever page of the table."""
    columns = _grouped([cell for cell in cells if _is_figure(cell)], "column")
    return {column[0].column: max(cell.right for cell in column) for column in columns}


def _is_figure(cell: _Cell) -> bool:
    return any(map(str.isdecimal, cell.text))


def _judged(
    cells: Sequence[_Cell], reach: Mapping[int, float]
) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the key of what is wrong with the cells of a table on one page, what, and which are.

    `reach` tells where the figures of each column end on all pages of the table.
    The key is ``rows`` for what also comes of rows that are higher than their pages, and ``width``
    for a heading that has no room over its columns, which comes of a table wider than its page.
    """
    rows, ends = _grouped(cells, "row"), _grouped(cells, "ends")
    columns = _grouped([cell for cell in cells if cell.columns == 1], "column")
    torn = [row[0].text for row in rows if _is_torn(row)]
    yield "cells", "the cells of a row do not stand beside one another", torn
    low = [
        below[0].text
        for above in ends
        for below in [row for row in rows if row[0].row > above[0].ends][:1]
        if max(c.first for c in below) >= min(c.last for c in above)
    ]
    yield "rows", "a row does not stand below the one before it", low
    ragged = [column[0].text for column in columns if not _aligned(column, columns, reach)]
    yield "cells", "the cells of a column do not stand below one another", ragged
    narrow = [other[0].text for one, other in pairwise(columns) if not _apart(one, other)]
    yield "cells", "a column is not apart from the one before it", narrow
    narrow = [
        cell.text
        for cell in cells
        for column in columns
        if cell.columns > 1
        and not 0 <= column[0].column - cell.column < cell.columns
        and not _apart([cell], column)
    ]
    yield "width", "a cell over several columns is not apart from those beside it", narrow


def _is_torn(row: Sequence[_Cell]) -> bool:
    """Tell whether the cells of a row share no line.

    One over several rows stands anywhere below the first line of those that are in this one alone.
    """
    own = [cell for cell in row if cell.ends == cell.row] or row
    top = max(cell.first for cell in own) + _ALIGNED
    above = any(cell.first > top for cell in row)
    return above or max(cell.last for cell in own) > min(cell.first for cell in own) + _LEVEL


def _grouped(cells: Sequence[_Cell], by: str) -> list[list[_Cell]]:
    groups: dict[int, list[_Cell]] = {}
    for cell in cells:
        groups.setdefault(getattr(cell, by), []).append(cell)
    return [groups[number] for number in sorted(groups)]


def _aligned(
    column: Sequence[_Cell], columns: Sequence[Sequence[_Cell]], reach: Mapping[int, float]
) -> bool:
    """Tell whether the cells of a column stand below one another, and its heading over them.

    A heading may be centred over a wide column of short cells, and so be over none of them.
    """
    right = reach.get(column[0].column, -inf)
    if _even(column, right):
        return True
    body = _body(column)
    others = [_body(other) for other in columns if other is not column]
    return _even(body, right) and all(
        _distance(cell, body) < min([_distance(cell, other) for other in others], default=inf)
        for cell in column
    )


def _body(column: Sequence[_Cell]) -> Sequence[_Cell]:
    return [cell for cell in column if not cell.head] or column


def _distance(cell: _Cell, body: Sequence[_Cell]) -> float:
    """Return how far a cell is beside the cells of a column; below 0 where it is over them."""
    left, right = min(other.left for other in body), max(other.right for other in body)
    return max(left - cell.right, cell.left - right)


def _even(cells: Sequence[_Cell], reach: float) -> bool:
    """Tell whether cells have their left edges, their right ones or their middles in a line."""
    lefts = [cell.left for cell in cells]
    middles = [(cell.left + cell.right) / 2 for cell in cells]
    figures = list(filter(_is_figure, cells))
    every = (cells, figures) if figures and _are_below(cells, figures, reach) else (cells,)
    ends = (
        [min(cell.ends_at, key=lambda end: abs(end - place)) for cell in each]
        for each in every
        for place in each[0].ends_at
    )
    return any(max(each) - min(each) <= _ALIGNED for each in (lefts, middles, *ends))


def _are_below(cells: Sequence[_Cell], figures: Sequence[_Cell], reach: float) -> bool:
    """Tell whether those of some cells that are no figures end where figures stand, all alike."""
    ends = [cell.right for cell in cells if cell not in figures and not cell.head]
    left = min(cell.left for cell in figures)
    return not ends or (left < min(ends) and max(ends) <= min(reach, *ends) + _ALIGNED)


def _apart(one: Sequence[_Cell], other: Sequence[_Cell]) -> bool:
    """Tell whether two columns are apart, in either direction of writing."""
    gap = max(
        min(cell.left for cell in right) - max(cell.right for cell in left)
        for left, right in ((one, other), (other, one))
    )
    return gap >= _APART * min(cell.size for cell in (*one, *other))
