"""Lines of plain text: how wide they are, where they end, what stands beside what."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from communique.compose.inline.line_breaks import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Bind = Callable[[str], str]
    """Returns a text with no-break spaces in place of spaces at which no line may end."""

WIDTH = 72
"""The most columns of a line; RFC 5322, 2.1.1 asks for less than 78, and a reply needs some."""
GAP = 2
"""Columns between two things that stand side by side."""
#: No line of Chinese or Japanese begins with these (JIS X 4051; UAX 14, class NS).
_NEVER_FIRST = frozenset("々〻ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・：；！？")
_OPENING, _CLOSING = ("Ps", "Pi"), ("Pe", "Pf", "Po")
#: Labels wider than this stand above their values.
_WIDEST_LABEL = 24
_INDENT = 4


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


def wrapped(text: str, width: int, bind: Bind = str) -> list[str]:
    """Return `text` in lines of at most `width` columns; a line feed in it ends a line.

    Only a word that is wider than a line by itself makes one that is wider.
    """
    return [line for part in text.split("\n") for line in _filled(part, width, bind)]


def centred(lines: Iterable[str], width: int) -> list[str]:
    """Return `lines` in the middle of as many columns; one column more is free at their end."""
    return [" " * ((width - columns(line)) // 2) + line for line in lines]


def underlined(lines: list[str], sign: str) -> list[str]:
    """Return `lines` above one of as many `sign`s as the widest of them has columns."""
    return [*lines, sign * max(map(columns, lines))]


def _filled(text: str, width: int, bind: Bind) -> Iterator[str]:
    line, used = "", 0
    for space, piece in _pieces(text, width, bind):
        wide = columns(space + piece)
        if line and used + wide > width:
            yield line
            line, used = piece, columns(piece)
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
    start = 0
    for place in range(1, len(word)):
        before, after = word[place - 1], word[place]
        if (
            east_asian_width(before) in "WF"
            and east_asian_width(after) in "WF"
            and category(before) not in _OPENING
            and category(after) not in _CLOSING
            and after not in _NEVER_FIRST
        ):
            yield word[start:place]
            start = place
    yield word[start:]


def indented(lines: Iterable[str], indent: int, first: str = "") -> list[str]:
    """Return `lines` indented by so many columns, with `first` at the beginning of the first."""
    spaces = " " * indent
    found = [f"{spaces}{line}" if line else "" for line in lines]
    if first:
        rest = found[0].removeprefix(spaces) if found else ""
        found[:1] = [f"{first}{' ' * (indent - columns(first))}{rest}".rstrip(" ")]
    return found


def beside(pairs: Sequence[tuple[str, str]], width: int, bind: Bind = str) -> list[str]:
    """Return labels with their values in two columns; wide labels stand above them."""
    widest = max((columns(label) for label, _ in pairs), default=0)
    lines: list[str] = []
    if widest > min(_WIDEST_LABEL, width // 2):
        for label, value in pairs:
            lines += wrapped(label, width, bind)
            lines += indented(wrapped(value, width - _INDENT, bind), _INDENT) if value else []
        return lines
    indent = widest + GAP if widest else 0
    for label, value in pairs:
        lines += indented(wrapped(value, width - indent, bind), indent, label)
    return lines


def in_columns(rows: Sequence[Sequence[str]], right: Sequence[bool], width: int) -> list[str]:
    """Return `rows` as lines with their cells below each other, or nothing where one is too wide.

    `right` says which columns stand on the right. Below the first row, the head, is a rule. Rows
    without words are left out, with the rule where the head is one.
    """
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    if (
        any("\n" in cell for row in rows for cell in row)
        or sum(widths) + GAP * (len(widths) - 1) > width
    ):
        return []

    def line(cells: Sequence[str]) -> str:
        parts = []
        for cell, wide, at_right in zip(cells, widths, right, strict=True):
            room = " " * (wide - columns(cell))
            parts.append(room + cell if at_right else cell + room)
        return (" " * GAP).join(parts).rstrip(" ")

    rule = (" " * GAP).join("-" * max(1, wide) for wide in widths)
    head, *others = rows
    return [*([line(head), rule] if any(head) else []), *filter(None, map(line, others))]


def stacked(blocks: Iterable[Sequence[str]], between: Sequence[str] = ("",)) -> list[str]:
    """Return the lines of all `blocks` that have some, with those of `between` between them."""
    lines: list[str] = []
    for block in blocks:
        if block:
            lines += [*between, *block] if lines else block
    return lines
