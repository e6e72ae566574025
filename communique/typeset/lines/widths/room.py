"""The room of a table's columns: those that lack some have it from those that can spare it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    #: The cells of a row of a table: the first column of each, from 0, and what it needs.
    Row = tuple[tuple[int, "Need"], ...]
    #: How wide (px) each column is.
    Widths = tuple[float, ...]

#: So many times as many lines a table may have for that.
_HIGHER = 1.5
#: Of the longest word of a text so large a part is left empty on each of its lines.
_LEFT = 1 / 3
#: A word is divided once where its column is so wide a part of it.
_PART = 0.6


class Need(NamedTuple):
    """How wide (px) a cell or column is: at least, where it is whole, and on one line.

    Its `kind` is "letters" where it is text whose lines may end between any two letters, "word"
    where it is a value without a space, which would be divided within it, and "value" where it is
    one with spaces. A cell stands in so many `columns` and `rows`. Of a short text `steps` says how
    wide it is on one line, on two and so on. A head may be `divided`: then it is so wide at least.
    """

    least: float = 0
    whole: float = 0
    most: float = 0
    kind: str = ""
    columns: int = 1
    rows: int = 1
    steps: tuple[float, ...] = ()
    divided: float = 0


def of_columns(rows: Sequence[Row], count: int) -> list[Need]:
    """Return what each of so many columns of a table needs, beside cells of several of them."""
    needs = [Need() for _ in range(count)]
    for column, need in (cell for row in rows for cell in row if cell[1].columns == 1):
        least, whole, most = map(max, needs[column][:3], need[:3])
        is_of_letters = "letters" in (needs[column].kind, need.kind)
        needs[column] = Need(least, whole, most, "letters" if is_of_letters else "")
    return needs


def shared(rows: Sequence[Row], widths: Widths) -> Widths:
    """Return the widths (px) of columns where those that lack room have it from others.

    First it goes to text in letters between which its lines may end, then to values without a space
    and to the others: to all of them, or else to each column for which the table has no more lines;
    one of values is not whole beside another that is not, in as many.
    """
    lines = lines_in(rows, widths)
    needs = of_columns(rows, len(widths))
    cells = [cell for row in rows for cell in row]
    letters, words = _wanted(cells, {"letters", "head"}), _wanted(cells, {"word"})
    values = _wanted(cells, {"word", "value"})
    shortest = sorted(letters, key=lambda column: needs[column].most)

    def share(wanted: Mapping[int, float], most: float) -> None:
        nonlocal widths
        given = _given(widths, needs, wanted)
        widths = given if given and lines_in(rows, given) <= most else widths

    for wanted in (letters, *({column: letters[column]} for column in shortest), words):
        share(wanted, lines * _HIGHER)
    lacking = [column for column, width in words.items() if width > widths[column]]
    if len(lacking) == 1:  # then as many of its values are whole as may be
        room = widths[lacking[0]] + sum(_rooms(widths, needs, set(lacking)))
        fitting = [cell for cell in cells if cell[0] == lacking[0] and cell[1].whole <= room]
        share(_wanted(fitting, {"word"}), lines * _HIGHER)
    share(values, lines * _HIGHER)
    for column in sorted(range(len(widths)), key=lambda each: needs[each].whole - widths[each]):
        is_parted = values.get(column, 0) > widths[column]
        share({column: needs[column].whole}, lines - 1 if is_parted else lines)
    return widths


def _wanted(cells: Sequence[tuple[int, Need]], kinds: Set[str]) -> dict[int, float]:
    """Return how wide (px) the columns have to be for cells of some kinds to be whole."""
    wanted: dict[int, float] = {}
    for column, need in cells:
        if need.kind in kinds:
            wanted[column] = max(wanted.get(column, 0), need.whole)
    return wanted


def _given(widths: Widths, needs: Sequence[Need], wanted: Mapping[int, float]) -> Widths | None:
    """Return the widths where some columns are as wide as is `wanted`, from what others can spare.

    That is None where they are already, or the others have too little.
    """
    lacks = [max(0.0, wanted.get(column, 0) - width) for column, width in enumerate(widths)]
    rooms = _rooms(widths, needs, {column for column, lack in enumerate(lacks) if lack})
    if not 0 < sum(lacks) <= sum(rooms):
        return None
    part = sum(lacks) / sum(rooms)
    changes = zip(widths, lacks, rooms, strict=True)
    return tuple(width + lack - part * room for width, lack, room in changes)


def _rooms(widths: Widths, needs: Sequence[Need], taking: Set[int]) -> list[float]:
    """Return what each column can spare (px): nothing where it is one of those `taking`."""
    every = enumerate(zip(widths, needs, strict=True))
    return [
        0.0 if column in taking else max(0.0, width - kept(width, need))
        for column, (width, need) in every
    ]


def kept(width: float, need: Need) -> float:
    """Return how wide a column stays at least: one that is whole stays so.

    So does one whose longest word has two parts, and text in letters between which its lines end
    is no narrower for others.
    """
    if need.kind == "letters":
        return min(width, need.whole)
    return need.whole if need.whole <= width else max(need.least, _PART * need.whole)


def lines_in(rows: Sequence[Row], widths: Widths) -> int:
    """Return about how many lines the rows of a table have."""
    return sum(
        max((lines_of(need, widths, column) for column, need in row), default=0) for row in rows
    )


def lines_of(need: Need, widths: Widths, column: int) -> int:
    """Return about how many lines of its row a cell has: each ends before a word without room."""
    width = widths[column]
    if need.columns > 1:
        width = sum(widths[column : column + need.columns])
    if need.most <= width:
        return 1
    if need.steps:
        lines = next((n for n, step in enumerate(need.steps, 1) if step <= width), len(need.steps))
        return ceil(lines / need.rows)
    return ceil(ceil(need.most / (width - need.least * _LEFT)) / need.rows)


def width_for(need: Need, lines: int) -> float:
    """Return how wide (px) a cell is at least that has so many lines of its row, or fewer."""
    lines *= need.rows
    if need.steps:
        return need.steps[min(lines, len(need.steps)) - 1]
    return need.most if lines == 1 else min(need.most, need.most / lines + need.least * _LEFT)
