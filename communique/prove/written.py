"""What is written for a tag of a PDF, in the order of reading."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from communique.model.tables.wide import tables
from communique.pdf_reading.tag_tree import NOTES, Tag, tags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.content.content import Content
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading


#: What several rules ask for is gathered once for a PDF that has been read.
_KNOWN: WeakKeyDictionary[Reading, Written] = WeakKeyDictionary()


def written(reading: Reading) -> Written:
    """Return what is written on the pages of a PDF."""
    if reading not in _KNOWN:
        _KNOWN[reading] = Written(reading)
    return _KNOWN[reading]


def tables_of(content: Content, reading: Reading) -> list[tuple[Tag, Path, int]]:
    """Return the tables of a PDF, each with the file and the line that it comes from.

    The line is the first where they are not those of the statement; another rule says so.
    """
    bodies = [(each.statement.path, each.statement.body) for each in content.versions]
    places = [(path, node.line) for path, body in bodies for node in tables(body)]
    found = [tag for tag in tags(reading.tree) if tag.role == "Table"]
    if len(found) != len(places):
        places = [(bodies[0][0], 1)] * len(found)
    return [(tag, *place) for tag, place in zip(found, places, strict=True)]


class Written:
    """The pieces with ink on the pages of a PDF, by their tags."""

    def __init__(self, reading: Reading) -> None:
        self._pieces: dict[tuple[int, int | str], list[Piece]] = defaultdict(list)
        for piece in reading.pieces:
            if piece.text.strip() and not piece.pictured:
                self._pieces[piece.page, piece.mark].append(piece)

    def at(self, place: tuple[int, int | str]) -> list[Piece]:
        """Return what is written at a place: a page, from 0, and a MCID on it."""
        return self._pieces.get(place, [])

    def of(self, tag: Tag) -> list[Piece]:
        """Return what is written for a tag, and for what is in it but its notes."""
        return [piece for place in places(tag) for piece in self.at(place)]


def places(tag: Tag) -> Iterator[tuple[int, int]]:
    """Yield the page and the MCID of what stands in a tag, and not in its notes."""
    for kid in tag.kids:
        if isinstance(kid, tuple):
            yield kid
        elif isinstance(kid, Tag) and kid.role not in NOTES:
            yield from places(kid)


def kid(tag: Tag, role: str) -> Tag | None:
    """Return the first of the kids of a tag that has this role."""
    return next((each for each in tag.kids if isinstance(each, Tag) and each.role == role), None)
