"""Counterparts: in two languages side by side, each text stands beside the other of its pair."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.content.expected import is_parallel
from communique.content.tag_tree import counterparts
from communique.pdf_reading.tag_tree import Tag
from communique.prove.appearance.report import Report
from communique.prove.written import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content
    from communique.content.tag_tree import Place
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: How far the first lines of two counterparts may be from one another, in em of the larger one: a
#: heading in Arabic stands 1.13 em lower than one in Hebrew, since there is more space above it.
_LEVEL = 1.25
_INSTEAD = "let a stylesheet leave both texts of a pair beside one another"


class _Pair(NamedTuple):
    """The beginnings of two texts that say the same."""

    one: Piece
    other: Piece


def side_by_side(content: Content, reading: Reading, faults: Faults) -> None:
    """Note texts of two versions that do not begin beside one another, or beside the next ones."""
    if not is_parallel(content):
        return
    report = Report(faults, "parallel", _INSTEAD)
    pairs = list(_pairs(content, reading))
    wrong = "this does not stand beside the same in the other language"
    for pair in pairs:
        if not _is_level(*pair):
            report(pair.other.page, wrong, [pair.other.text])
    for pair, after in pairwise(pairs):
        if not _is_above(pair, after):
            report(after.other.page, wrong, [after.other.text])


def _pairs(content: Content, reading: Reading) -> Iterator[_Pair]:
    """Yield the beginnings of all blocks of the text and points, and of notes, with any text."""
    found = written(reading)
    parts = [kid.kids for kid in reading.tree.kids if isinstance(kid, Tag)]
    for places in counterparts(content):
        tags = [tag for part, place in zip(parts, places, strict=False) for tag in _at(part, place)]
        if len(tags) == len(places):
            one, other = (found.of(tag) for tag in tags)
            if one and other:
                yield _Pair(one[0], other[0])


def _at(kids: Sequence[object], place: Place) -> list[Tag]:
    """Return the tag at a place of a part, if there is one."""
    element, point = place
    found = [kid for kid in kids[element : element + 1] if isinstance(kid, Tag)]
    if point is None or not found:
        return found
    return [kid for kid in found[0].kids[point : point + 1] if isinstance(kid, Tag)]


def _is_level(one: Piece, other: Piece) -> bool:
    """Tell whether two texts begin beside one another on one page."""
    near = _distance(one, other) <= _LEVEL * max(one.size, other.size)
    return near and one.page == other.page


def _distance(one: Piece, other: Piece) -> float:
    """Return how far lower, in pt, one of two texts of a page begins."""
    return abs(one.baseline - other.baseline)


def _is_above(pair: _Pair, after: _Pair) -> bool:
    """Tell whether both texts begin above both of the next pair, and nearer to one another."""
    (page, low), (following, high) = max(map(_height, pair)), min(map(_height, after))
    apart = max(_distance(*pair), _distance(*after))
    return page < following or (page == following and high - low > apart)


def _height(piece: Piece) -> tuple[int, float]:
    """Return how far down a text begins: its page, and how far on it in pt."""
    return piece.page, -piece.baseline
