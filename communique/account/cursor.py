"""A place in a source file that moves on, and what was found on the way."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.account.grammar import COMMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.account.grammar import Mark


class Found(NamedTuple):
    """A mark: where it begins and ends in the text, in characters, and what it is."""

    start: int
    end: int
    name: str


class Block(NamedTuple):
    """A part of the file, by its kind in the statement or its key, and where it begins."""

    start: int
    kind: str


class Piece(NamedTuple):
    """A part of one line of the file: its line, the text, and which mark it is, or none."""

    line: int
    text: str
    mark: str


class Unaccounted(Exception):  # noqa: N818  # it is no fault yet; `account` makes one of it
    """What stands `at` this place is neither a mark nor what was `read` there."""

    def __init__(self, at: int, read: str = "") -> None:
        self.at, self.read = at, read
        super().__init__(at, read)


class Cursor:
    """Moves through the `text` of a file; `marks` and `blocks` are in the order of the file."""

    def __init__(self, text: str) -> None:
        self.text, self.pos = text, 0
        self.marks: list[Found] = []
        self.blocks: list[Block] = []

    def take(self, mark: Mark) -> re.Match[str] | None:
        """Move behind the `mark` if it stands here; return the match."""
        match = mark.pattern.match(self.text, self.pos)
        if match and (end := match.end()) > self.pos:
            self.marks.append(Found(self.pos, end, mark.name))
            self.pos = end
        return match

    def matches(self, mark: Mark) -> bool:
        """Tell whether the `mark` stands here."""
        return bool(mark.pattern.match(self.text, self.pos))

    def need(self, mark: Mark) -> re.Match[str]:
        """Move behind the `mark`; raises `Unaccounted` where it does not stand here."""
        match = self.take(mark)
        if match is None:
            raise Unaccounted(self.pos)
        return match

    def mark(self, end: int, name: str) -> None:
        """Move to `end`; what lies before it is a mark of this name."""
        self.marks.append(Found(self.pos, end, name))
        self.pos = end

    def begin(self, start: int, kind: str) -> None:
        """Note that a block of this `kind` begins at `start`."""
        self.blocks.append(Block(start, kind))

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in re.finditer("\n", self.text)]

    def line(self, pos: int) -> int:
        """Return the line, from 1, of a place in the text."""
        return bisect_right(self._ends, pos) + 1

    def start_of(self, line: int) -> int:
        """Return where a `line` begins, from 1."""
        return self._ends[line - 2] if line > 1 else 0

    def comments(self) -> Iterator[tuple[int, str]]:
        """Yield the comments of the front matter, each with its line."""
        for start, end, name in self.marks:
            if name == COMMENT.name:
                yield self.line(start), self.text[start:end].rstrip()

    def pieces(self) -> Iterator[tuple[str, list[Piece]]]:
        """Yield each block by its kind, with the pieces of the file that it is made of."""
        bounds = [*self.blocks, Block(len(self.text), "")]
        marks = iter([*self.marks, Found(len(self.text), len(self.text), "")])
        mark = next(marks)
        pos = 0
        for block, following in pairwise(bounds):
            pieces: list[Piece] = []
            while pos < following.start:
                if mark.start <= pos:
                    end, name = mark.end, mark.name
                    mark = next(marks)
                else:
                    end, name = min(mark.start, following.start), ""
                pieces += self._lines(pos, end, name)
                pos = end
            if pieces:
                yield block.kind, pieces

    def _lines(self, start: int, end: int, name: str) -> Iterator[Piece]:
        """Yield what lies between two places line by line, without spaces around it."""
        line = self.line(start)
        for number, text in enumerate(self.text[start:end].split("\n"), start=line):
            if text.strip():
                yield Piece(number, text, name)
