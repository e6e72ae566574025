"""Places of pictures: each stands where the statement has it, between the texts around it.

It stands below the text that is read before it, or beside it in the direction of writing, and so
does the text that is read after it; its caption is close to it, and to no other picture closer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.content.expected import runs_right_to_left
from communique.content.structure import pictures
from communique.model.characters import RTL_LETTERS
from communique.pdf_reading.drawing.box import Box, around
from communique.pdf_reading.tag_tree import BLOCKS, NOTES, Tag, tags
from communique.prove.appearance.pictures import figures
from communique.prove.arrangement.terms import are_facts
from communique.prove.place import side
from communique.prove.tagging.tag_tree import is_box
from communique.prove.written import places, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: How far a picture may reach into a line above or below it, in pt: edges are known to a pixel.
_TOLERANCE = 2.0
#: How high the letters of a line are at least, in em.
_LETTER = 0.5
#: How far a caption is from its picture at most, in em: a few lines.
_CAPTION = 4.0
_RTL, _LTR = re.compile(f"[{RTL_LETTERS}]"), re.compile(rf"[^\W\d_{RTL_LETTERS}]")


class _Line(NamedTuple):
    """A line of a text, or a picture, on a page."""

    page: int
    box: Box
    said: str = ""


@dataclass
class _Part:
    """A text, as far as no picture stands in it, or a picture."""

    tag: Tag
    lines: list[_Line] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)

    @property
    def is_picture(self) -> bool:
        return self.tag.role == "Figure"


def own_places(content: Content, reading: Reading, faults: Faults) -> None:
    """Note pictures that do not stand between the texts around them, and captions away from them.

    What belongs to notes is compared among itself. The emblem of a theme may stand anywhere, and
    facts may stand in a column of their own, beside a picture with which the text begins.
    """
    shown, wanted = figures(reading), pictures(content)
    if not wanted or len(shown) != len(wanted):
        return  # another rule says so
    named = {id(tag): each for tag, each in zip(shown, wanted, strict=True) if each.image}
    rtl = [runs_right_to_left(version) for version in content.versions]
    flows = _Flows(content, reading, frozenset(named)).found
    tables = (tag for tag in tags(reading.tree) if tag.role == "Table")
    others = {id(kid) for table in tables for kid in table.kids}
    every = [part for flow in flows for part in flow if part.is_picture and part.lines]
    for one, other in _neighbours(flows):
        before, after = (side(part.lines[0].box.left, content) for part in (one, other))
        if before != after:
            continue
        figure = one if one.is_picture else other
        wrong = ""
        if not _follows(one, other, rtl=rtl[after]):
            wrong = "the picture does not stand between the texts around it"
        elif other.tag.role != "Caption" or id(other.tag) in others:
            continue
        elif not _is_close(one, other, every):
            wrong = "the caption does not stand at its picture"
        if wrong:
            picture = named[id(figure.tag)]
            said = f"page {figure.lines[0].page + 1}: {wrong}: {figure.tag.text('Alt')[:40]}"
            instead = "let a stylesheet leave pictures and their captions in their places"
            faults.add(picture.line, "pictures", said, instead, path=picture.path)


def _neighbours(flows: Sequence[Sequence[_Part]]) -> Iterator[tuple[_Part, _Part]]:
    """Yield the pairs of neighbours of which a picture is one, in reading order."""
    for flow in flows:
        seen = (part for part in flow if part.lines)
        for one, other in pairwise(seen):
            if one.is_picture or other.is_picture:
                yield one, other


class _Flows:
    """The texts and pictures of the document, and those of its notes, in reading order."""

    def __init__(self, content: Content, reading: Reading, known: frozenset[int]) -> None:
        self.content = content
        self.known = known
        self.found: tuple[list[_Part], list[_Part]] = ([], [])
        self.written = written(reading)
        self.boxes = {
            (view.number, picture.mark): picture.frame or picture.box
            for view in reading.views
            for picture in view.pictures
        }
        self.visit(reading.tree, reading.tree, self.found[0])
        for part in (*self.found[0], *self.found[1]):
            part.lines += _lines(part.pieces)

    def visit(self, tag: Tag, around_it: Tag, flow: list[_Part]) -> None:
        """Add what is in `tag`, which is part of the text of `around_it` or one of its own."""
        if tag.role == "Figure":
            if id(tag) in self.known:
                flow.append(_Part(tag, self.picture(tag)))
            return
        if are_facts(tag, self.content) and not any(part.is_picture for part in flow):
            return
        flow = self.found[1] if tag.role in NOTES else flow
        text = tag if tag.role in BLOCKS else around_it
        for kid in tag.kids:
            if isinstance(kid, Tag):
                self.visit(kid, text, flow)
            elif isinstance(kid, tuple) and (pieces := self.written.at(kid)):
                if not flow or flow[-1].tag is not text:
                    flow.append(_Part(text))
                flow[-1].pieces += pieces

    def picture(self, tag: Tag) -> list[_Line]:
        return [_Line(place[0], box) for place in places(tag) if (box := self.boxes.get(place))]


def _lines(pieces: Sequence[Piece]) -> Iterator[_Line]:
    """Yield the lines of a text, as high as their letters are at least."""
    for (page, _), group in groupby(pieces, lambda piece: (piece.page, round(piece.baseline, 1))):
        line = list(group)
        boxes = [
            Box(each.left, each.baseline, each.right, each.baseline + _LETTER * each.size)
            for each in line
        ]
        yield _Line(page, around(boxes), "".join(each.text for each in line))


def _follows(one: _Part, other: _Part, *, rtl: bool) -> bool:
    """Tell whether a part stands below the one before it, or beside it, or on a later page.

    A text that does not begin over a picture may go on at either side of it.
    """
    page = (one if one.is_picture else other).lines[0].page
    before = [line for line in one.lines if line.page == page]
    after = [line for line in other.lines if line.page == page]
    if not before or not after:
        return one.lines[-1].page < other.lines[0].page
    above, below = (around([line.box for line in lines]) for lines in (before, after))
    if below.top <= above.bottom + _TOLERANCE:
        return True
    level = below.bottom <= above.top + _TOLERANCE
    last, first = before[-1], after[0]
    floats = not other.is_picture and below.top <= above.top + _TOLERANCE
    either = floats or _is_mixed(last.said + first.said, rtl=rtl)
    ways = (rtl, not rtl) if either else (rtl,)
    return level and any(_is_after(last.box, first.box, rtl=way) for way in ways)


def _is_after(one: Box, other: Box, *, rtl: bool) -> bool:
    one, other = (other, one) if rtl else (one, other)
    return one.right <= other.left + _TOLERANCE


def _is_mixed(said: str, *, rtl: bool) -> bool:
    """Tell whether there are words of the other direction: a picture may stand among these."""
    return bool((_LTR if rtl else _RTL).search(said))


def _is_close(figure: _Part, caption: _Part, every: Sequence[_Part]) -> bool:
    """Tell whether a caption stands close to its picture, and closer than to `every` other one."""
    own = _gap(figure, caption)
    others = (_gap(other, caption) for other in every if other is not figure)
    return own[0] <= _CAPTION * caption.pieces[0].size and all(own < other for other in others)


def _gap(figure: _Part, caption: _Part) -> tuple[float, float]:
    """Return how far, in pt, a caption is from a picture, or from the margin that a drawing has.

    Then how far it is across, less than 0 where it is over or under it: of two pictures side by
    side, with no space between them, that is the nearer one.
    """
    page, box, _ = figure.lines[0]
    there = [line.box for line in caption.lines if line.page == page]
    if not there:
        return inf, inf
    frame: Any = figure.tag.attributes.get("/BBox")
    picture = around([box, Box(*frame)]) if is_box(frame) else box
    told = around(there)
    across = max(told.left - picture.right, picture.left - told.right)
    down = max(told.bottom - picture.top, picture.bottom - told.top)
    return round(max(across, down), 1), round(across, 1)
