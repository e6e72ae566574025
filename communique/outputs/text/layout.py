"""Lines of plain text: how wide they are, where they end, what stands beside what."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from communique.compose.inline.line_breaks import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Bind = Callable[[str], str]
    """Returns a text with no-break spaces in place of spaces at which no line may end."""

WIDTH = 72
"""The most columns of a line; RFC 5322, 2.1.1 asks for less than 78, and a reply needs some."""
#: No line of Chinese or Japanese begins with these (JIS X 4051; UAX 14, class NS).
_NEVER_FIRST = frozenset("々〻ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・：；！？")
_OPENING, _CLOSING = ("Ps", "Pi"), ("Pe", "Pf", "Po")
_VALUE, _CELL, LONG_CELL = 2, 4, 6
"""How far these are indented, in columns: the second line of a value, a cell that is not the first
of its row, and the second line of a cell."""
#: Behind these no colon stands.
_ENDS = (":", "：", "?", "？", "!", "！")
#: An address stays whole, whatever its letters are.
_ADDRESS = re.compile(r"<[a-z][a-z0-9+.-]*:[^<>\s]*>|https?://[^\s<>。、，；：！？「」『』（）]+")


def columns(text: str) -> int:
    """Return how many columns `text` takes: letters of Chinese and Japanese two (UAX 11).

    Marks that stand on other letters, and what is invisible, take none.
    """
    if text.isascii():
        return len(text)
    return sum(
        2 if east_asian_width(character) in "WF" else category(character) not in ("Mn", "Me", "Cf")
        for character in text
    )


def wrapped(text: str, width: int, bind: Bind = str, hang: int = 0) -> list[str]:
    """Return `text` in lines of at most `width` columns; a line feed in it ends a line.

    All but the first line are indented by so many columns as they `hang`. Only a word that is wider
    than a line by itself makes one that is wider.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _filled(part, width if not lines else width - hang, width - hang, bind)
    return [lines[0], *indented(lines[1:], hang)]


def centred(lines: Iterable[str], width: int) -> list[str]:
    """Return `lines` in the middle of as many columns; one column more is free at their end."""
    return [" " * ((width - columns(line)) // 2) + line for line in lines]


def underlined(lines: list[str], sign: str) -> list[str]:
    """Return `lines` above one of as many `sign`s as the widest of them has columns."""
    return [*lines, sign * max(map(columns, lines))]


def _filled(text: str, first: int, width: int, bind: Bind) -> Iterator[str]:
    """Yield the lines of `text`, of which the `first` has another width than the others."""
    line, used, room = "", 0, first
    for space, piece in _pieces(text, width, bind):
        wide = columns(space + piece)
        if line and used + wide > room:
            yield line
            line, used, room = piece, columns(piece), width
        else:
            line, used = line + space + piece, used + wide
    yield line


def _pieces(text: str, width: int, bind: Bind) -> Iterator[tuple[str, str]]:
    """Yield what no line end divides, each with the space before it, if there is one."""
    bound = bind(text)
    start, space = 0, ""
    for word in bound.split(" "):
        whole = text[start : start + len(word)]
        start += len(word) + 1
        fits = columns(whole) <= width
        for part in [whole] if fits or NO_BREAK not in word else whole.split(" "):
            for piece in _characters(part):
                yield space, piece
                space = ""
            space = " "


def _characters(word: str) -> Iterator[str]:
    """Yield the parts of a word between which a line may end: in Chinese, characters."""
    whole = [range(*found.span()) for found in _ADDRESS.finditer(word)]
    ends = [
        place
        for place in range(1, len(word))
        if _may_end(word[place - 1], word[place])
        and not any(place in address and place > address.start for address in whole)
    ]
    for start, end in pairwise((0, *ends, len(word))):
        yield word[start:end]


def _may_end(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters of a word."""
    return (
        east_asian_width(before) in "WF"
        and east_asian_width(after) in "WF"
        and category(before) not in _OPENING
        and category(after) not in _CLOSING
        and after not in _NEVER_FIRST
    )


def indented(lines: Iterable[str], indent: int, first: str = "") -> list[str]:
    """Return `lines` indented by so many columns, with `first` at the beginning of the first."""
    spaces = " " * indent
    found = [f"{spaces}{line}" if line else "" for line in lines]
    if first:
        rest = found[0].removeprefix(spaces) if found else ""
        found[:1] = [f"{first}{' ' * (indent - columns(first))}{rest}".rstrip(" ")]
    return found


def labelled(label: str, value: str, colon: str) -> str:
    """Return a `value` with its `label` before, if it has one, and a `colon` between."""
    between = " " if label.endswith(_ENDS) else colon
    return f"{label}{between}{value}".rstrip(" ") if label else value


def beside(
    pairs: Iterable[tuple[str, str]], colon: str, width: int, bind: Bind = str, hang: int = _VALUE
) -> list[str]:
    """Return the lines of labels with their values, each pair beginning a line."""
    said = (labelled(label, value, colon) for label, value in pairs)
    return [line for each in said for line in wrapped(each, width, bind, hang)]


def in_rows(
    head: Sequence[str], rows: Sequence[Sequence[str]], colon: str, width: int, bind: Bind = str
) -> list[str]:
    """Return a table as a line for each cell with its head before, the first of each row outermost.

    So it can be read in whatever type a mail program has. A row without words is left out, and so
    is a cell with its head, if another row has words there. A head without rows is a row.
    """
    heads = [label.replace("\n", " ") for label in head]
    below = [row for row in rows if any(row)]
    needless = [any(column) for column in zip(*below, strict=True)]
    said = [
        [
            "" if needless[column] and not words else labelled(heads[column], words, colon)
            for column, words in enumerate(row)
        ]
        for row in below
    ] or [heads]
    return [line for row in said for line in _row(list(filter(None, row)), width, bind)]


def _row(cells: Sequence[str], width: int, bind: Bind) -> Iterator[str]:
    for number, words in enumerate(cells):
        indent = _CELL if number else 0
        yield from indented(wrapped(words, width - indent, bind, LONG_CELL), indent)


def stacked(blocks: Iterable[Sequence[str]], between: Sequence[str] = ("",)) -> list[str]:
    """Return the lines of all `blocks` that have some, with those of `between` between them."""
    lines: list[str] = []
    for block in blocks:
        if block:
            lines += [*between, *block] if lines else block
    return lines
