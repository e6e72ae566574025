"""What differs between two versions of one statement, as data.

A `Difference` holds both versions whole: striking all that was added gives the old one, striking
all that was deleted gives the new one, in words, spaces, marks and structure (`versions.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.body import Node, Note
    from communique.model.statement import Statement

Fate = Literal["same", "changed", "added", "deleted", "moved"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph, heading, caption or cell that have one fate.

    It is never a part of a word, date, figure or address, and never a space alone. Emphasis or a
    link that goes over the end of a piece is parted there: both parts have it. Notes are called by
    their numbers in the version that the nodes are of.
    """

    kind: Literal["same", "added", "deleted"]
    old: tuple[Node, ...] = ()
    """Inline nodes as the old version has them; none where they were added."""
    new: tuple[Node, ...] = ()
    """As the new version has them; none where they were deleted. Of the same words they differ from
    the old ones in lines, numbers of notes, and what abbreviations stand for, and in nothing else.
    """
    move: int = 0
    """Where words went over the end of a paragraph that was split or joined: the number, from 1, of
    that move. What was deleted there and added here has the same one."""

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes of the new version, or of the old one where it was deleted."""
        return self.new or self.old


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of the old version and the one that it became.

    Either `pieces` or `pairs` says what is in it, also where all of it is the same, was added or
    deleted. Two blocks are a pair only where they are alike in kind, level of a heading, alignment,
    columns of a table and file of a picture; otherwise one was deleted and the other one added.
    """

    kind: Fate
    """"same" where nothing in it differs, but for numbers that are counted. A block that moved is
    there twice: where it was, without `new`, and where it is, with both."""
    old: Node | None
    """None where it was added."""
    new: Node | None
    """None where it was deleted, or stood before it moved."""
    pieces: tuple[Piece, ...] = ()
    """Of a block that holds words: the words of both versions, in reading order, and where both
    differ in a place the deleted ones first. At the two places of what moved, they are the same."""
    pairs: tuple[Pair, ...] = ()
    """Of a block that holds blocks (list, item, quote, table, row): these in reading order, and
    where both differ in a place the deleted ones first."""
    move: int = 0
    """The number, from 1, of the move; both places have it. 0 of what did not move."""

    @property
    def node(self) -> Node:
        """The block of the new version, or of the old one where there is no other."""
        node = self.new or self.old
        assert node is not None  # noqa: S101  # there is one of them
        return node

    @property
    def marker_changed(self) -> bool:
        """Whether a point is marked otherwise, such as (b) and no longer (a).

        Numbers of paragraphs that are counted do not count.
        """
        if self.old is None or self.new is None or self.new.kind != "item":
            return False
        return self.old.marker != self.new.marker

    def walk(self) -> Iterator[Pair]:
        """Yield this pair and all in it, in reading order."""
        yield self
        for pair in self.pairs:
            yield from pair.walk()


@dataclass(frozen=True, slots=True)
class NotePair:
    """A note of the old version and the one that it became; paired by what they say."""

    kind: Literal["same", "changed", "added", "deleted"]
    old: Note | None
    new: Note | None
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the front matter that changed, was added (no `old`) or deleted (no `new`)."""

    key: str
    """As authors write it, with a full stop before one within another: ``signatures.date``."""
    old: object
    """A value of `communique.model.statement`, such as a `Phrase`, a date or an `Issuer`; None
    where there was none."""
    new: object
    who: str = ""
    """Of ``issuers`` the party, of ``signatures.signatories`` the name, of ``abbreviations`` what
    is abbreviated. Without it a list is there as a whole, since only its order changed."""
    pieces: tuple[Piece, ...] = ()
    """The words of both, as of a paragraph, where both are text."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How much differs.

    A paragraph is any block that holds words, such as a heading, or a row, a picture, or a break.
    A row of empty cells, which nobody sees, is none: one that is filled now was added.
    """

    changed: int = 0
    """Paragraphs that have other words or another mark in the same place."""
    added: int = 0
    moved: int = 0
    deleted: int = 0
    renumbered: int = 0
    """Points that are marked otherwise."""
    words_added: int = 0
    """Words, figures and dates of the text; in Chinese, Japanese and Thai characters. Not what
    moved."""
    words_deleted: int = 0
    values: int = 0
    """Values of the front matter."""


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two versions of one statement, and all that does not.

    In both versions, columns of tables have no side that their words give them.
    """

    old: Statement
    new: Statement
    blocks: tuple[Pair, ...]
    """Both texts, in reading order."""
    notes: tuple[NotePair, ...]
    """The notes of both, in the order in which `merged` numbers them."""
    front: tuple[Value, ...]
    """What changed in the front matter, in the order of its fields."""
    summary: Summary

    @property
    def is_none(self) -> bool:
        """Whether both versions say the same, in all that is printed or in the metadata."""
        kinds = (*(pair.kind for pair in self.blocks), *(note.kind for note in self.notes))
        return not self.front and set(kinds) <= {"same"}

    def walk(self) -> Iterator[Pair]:
        """Yield every pair of blocks of the text, then of the notes."""
        for pair in (*self.blocks, *(pair for note in self.notes for pair in note.pairs)):
            yield from pair.walk()
