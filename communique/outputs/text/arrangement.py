"""The proof of how a plain text is arranged: what its lines and columns say without words.

Worked out from what each text is, and from nothing that writes it: blocks are parted by an empty
line, points and quotations stand further in than what they are in, a text goes on below its first
word, and each row of a table begins below the one before, with its other cells further in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from communique.content.text import Text

#: So many columns further in than the first cell of a row stand the others; the second line of a
#: cell, than its first.
_CELL, _LONG_CELL = 4, 6
_WIDTH = 72  # columns
_BREAK = "Artifact"


class Placed(NamedTuple):
    """A text, and where in the file its words begin and end."""

    text: Text
    start: int
    end: int


def columns(line: str) -> int:
    """Return how wide `line` is (UAX 11); marks on letters and invisible characters are not."""
    marks = sum(category(character) in ("Mn", "Me", "Cf") for character in line)
    return len(line) - marks + sum(map(is_wide, line))


def is_wide(character: str) -> bool:
    """Tell whether a character takes two columns, as those of Chinese and Japanese do (UAX 11)."""
    return east_asian_width(character) in "WF"


def misplaced(said: str, placed: Sequence[Placed]) -> Iterator[tuple[Text, str]]:
    """Yield each text of the body that is not where it has to be in `said`, and what is wrong."""
    outer: dict[int, int] = {}  # by depth, the column in which the last text there begins
    before: Placed | None = None
    for one in placed:
        text, depth = one.text, one.text.depth
        labelled = before is not None and before.text.role == "Lbl"
        if before and not labelled and _is_apart(before.text, text):
            above = said[before.end : one.start].rstrip(" ")
            if not above.endswith("\n\n"):
                yield text, "no empty line stands before it"
        column = _column(said, one.start)
        if text.role != _BREAK and text.of_body:
            around = max((outer.get(level, -1) for level in range(depth)), default=-1)
            free = depth or labelled or text.centred
            if column <= around or (column and not free):
                yield text, "it is not indented as deep as it stands in points and quotations"
            outer = {level: place for level, place in outer.items() if level <= depth}
            if text.role == "Lbl" or (depth not in outer and not text.centred):
                outer[depth] = column
            rest = said[one.start : one.end].split("\n")
            hang = column + (_LONG_CELL if text.cell else columns(text.words[: text.number]))
            if text.centred and not _is_centred([" " * column + rest[0], *rest[1:]], depth):
                yield text, "its lines do not stand in the middle"
            elif not text.centred and any(
                len(line) - len(line.lstrip(" ")) != hang for line in rest[1:] if line
            ):
                yield text, "its lines do not begin below one another"
        before = one


def _is_centred(lines: Sequence[str], depth: int) -> bool:
    """Tell whether `lines` stand in the middle of one another, and outside points of the file."""
    free = [_WIDTH - columns(line) - (len(line) - len(line.lstrip(" "))) for line in lines]
    return max(free) - min(free) <= 1 and (depth > 0 or 0 <= free[0] <= 1)


def _is_apart(before: Text, text: Text) -> bool:
    """Tell whether an empty line parts a text from the one before, which is no label of it."""
    if text.role == "Caption" or (text.cell and _table(text) == _table(before)):
        return False
    if not (before.of_body or text.of_body):
        return False
    return not (text.role == "Lbl" and text.points and before.points)


def out_of_row(said: str, placed: Sequence[Placed]) -> Iterator[tuple[Text, str]]:
    """Yield each cell of a table that does not stand as far in as its place in its row asks."""
    first: Placed | None = None
    for one in placed:
        if first is None or _table(one.text) != _table(first.text):
            first = one
        deeper = _CELL * (one.text.depth - first.text.depth)
        if one.text.cell and _column(said, one.start) != _column(said, first.start) + deeper:
            yield one.text, "it is not indented as it stands in its row"


def _table(text: Text) -> tuple[Path, int] | None:
    """Return what the cells of a table have in common, and nothing else has."""
    return (text.path, text.cell.table) if text.cell else None


def _column(said: str, place: int) -> int:
    return columns(said[said.rfind("\n", 0, place) + 1 : place])
