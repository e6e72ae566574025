"""Points that stand alone in their section: 4.1 where Article 4 has no other paragraph."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.read.markdown.points.markers import NUMBERED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.read.markdown.points.pieces import Piece

#: The first number of a heading: Article 4, 4., 1.2, 2bis, 2 bis.
_PART = rf"(\d+)(?:[ \u00a0-](?=\w\w))?({NUMBERED})?"
_NUMBER = re.compile(rf"{_PART}(?:\.{_PART})*")
#: A number in its parts, each with its addition: (4, ""), (2, "bis").
_Section = tuple[tuple[int, str], ...]


class _First(NamedTuple):
    """A paragraph that begins with the first number of a section."""

    place: int
    section: _Section
    heading: _Section
    """The number of the heading above, if it has one."""
    is_below: bool
    """Whether it stands right below that."""


def alone(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return which of the `pieces` of a text are points, though no other may stand beside them.

    They begin with the first number of a section: that of the heading above, the next one to
    another's, or, right below a heading, a higher one in a text that counts its paragraphs so. So
    "4.1 per cent of the lights" is no point, whatever the number of its section is: a point begins
    with a capital letter in scripts that have them.
    """
    markers = [piece.marker for piece in pieces if piece.marker and piece.marker.is_dotted]
    counts = any(not marker.numbering for marker in markers)
    firsts = list(_firsts(pieces))
    found = {first.place for first in firsts if first.section == first.heading}
    for one, other in pairwise(firsts):
        *outer, (last, _) = one.section
        if other.section == (*outer, (last + 1, "")) and other.is_below:
            found |= {one.place, other.place}
        if other.section > one.section and other.is_below and counts:
            found.add(other.place)
    return frozenset(place for place in found if not _is_quantity(pieces[place]))


def _firsts(pieces: Sequence[Piece]) -> Iterator[_First]:
    """Yield the paragraphs that begin with the first number of a section."""
    heading: _Section = ()
    for index, piece in enumerate(pieces):
        if piece.node.type == "heading":
            number = _NUMBER.search(piece.node.children[0].content)
            heading = _section(number[0]) if number else ()
        elif piece.marker and piece.marker.is_dotted and piece.marker.numbering and not piece.line:
            section = _section(piece.marker.form[0])
            is_below = index > 0 and pieces[index - 1].node.type == "heading"
            yield _First(index, section, heading, is_below)


def _is_quantity(piece: Piece) -> bool:
    return piece.marker is not None and piece.marker.is_quantity


def _section(number: str) -> _Section:
    return tuple((int(part), addition) for part, addition in re.findall(_PART, number))
