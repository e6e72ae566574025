"""Breaks: what parts the text without words is drawn as a rule between what stands around it."""

from __future__ import annotations

from itertools import groupby
from math import inf
from typing import TYPE_CHECKING

from communique.content import expected
from communique.model.colours import luminance
from communique.pdf_reading.drawing.ground import Ground
from communique.pdf_reading.tag_tree import CELLS, NOTES, Tag, tags
from communique.prove.appearance.contrast import ratio
from communique.prove.arrangement.papers import papers
from communique.prove.form import MM
from communique.prove.place import sides
from communique.prove.words import with_breaks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content
    from communique.content.text import Text
    from communique.design.edition import Paper
    from communique.model.faults import Faults
    from communique.pdf_reading.content_stream.path import Shape
    from communique.pdf_reading.piece import Colour, Piece
    from communique.pdf_reading.reading import Reading

    _Drawn = tuple[Text, tuple[Piece, ...]]
    """A text, or a break, and what is drawn of it."""

#: A rule between texts is at least so wide, and at most so high, in pt.
_RULE_WIDTH, _RULE_HEIGHT = 20.0, 4.0
#: It is at least so high, in pt, and its contrast with the ground is at least so large.
_HAIR, _CONTRAST = 0.2, 1.5
#: So far may its ends stand out of the type area, in pt: numbers are rounded.
_EDGE = 0.1
#: So large a part of it may stand before all texts.
_OUT = 0.25
#: So far over and under the lines of a table, in em, are its borders.
_OVER, _UNDER = 1.6, 1.0


def every_break(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each break in the text that is not drawn as a rule between what stands around it."""
    texts = with_breaks(content, reading)
    if not texts:
        return
    apart = {kid for tag in tags(reading.tree) if tag.role in NOTES for kid in _marks(tag)}
    tables = _tables(texts)
    middle = content.edition.paper.width * MM / 2 if expected.is_parallel(content) else inf
    columns, paper_of = _columns(texts), papers(content, reading)
    rules = [
        shape
        for index, shape in enumerate(reading.shapes)
        if _is_rule(shape, content, paper_of(shape.page))
        and any(_is_under(shape, column, rtl=rtl) for rtl, column in columns.items())
        and not any(_borders(shape, table) for table in tables)
        and _is_seen(shape, reading.shapes[:index], reading.shapes[index + 1 :])
    ]
    before: tuple[Piece, ...] = ()
    due: list[Text] = []
    for text, pieces in texts:
        if text.role == "Artifact":
            due.append(text)
        elif text.role != "Lbl" and pieces and (pieces[0].page, pieces[0].mark) not in apart:
            _look_between(before, pieces, due, _beside(rules, (*before, *pieces), middle), faults)
            before, due = pieces, []
    _look_between(before, (), due, _beside(rules, before, middle), faults)


def _tables(texts: Sequence[_Drawn]) -> list[list[Piece]]:
    """Return what is written in the cells of each table, up to a note in it and after that."""
    return [
        [piece for _, pieces in group for piece in pieces]
        for is_cell, group in groupby(texts, key=lambda each: each[0].role in CELLS)
        if is_cell
    ]


def _columns(texts: Sequence[_Drawn]) -> dict[bool, list[Piece]]:
    """Return what the text of the statement says in each direction, from right to left if True."""
    found: dict[bool, list[Piece]] = {}
    for text, pieces in texts:
        if text.within:
            found.setdefault(text.rtl, []).extend(pieces)
    return found


def _borders(rule: Shape, table: Sequence[Piece]) -> bool:
    """Tell whether a rule is a border of the cells of a table: over, between or under them."""
    there = [piece for piece in table if piece.page == rule.page]
    return (
        any(piece.left < rule.right and rule.left < piece.right for piece in there)
        and rule.bottom < max(piece.baseline + _OVER * piece.size for piece in there)
        and rule.top > min(piece.baseline - _UNDER * piece.size for piece in there)
    )


def _is_seen(rule: Shape, below: Sequence[Shape], above: Sequence[Shape]) -> bool:
    """Tell whether a rule stands out from what is `below` it, and nothing is on it.

    How thick one is that is only outlined is not known.
    """
    ground = _ground(rule, below)
    light = luminance(*ground)
    stands_out = ratio(_painted(rule, ground), Ground(light, light)) >= _CONTRAST
    thick = rule.top - rule.bottom >= _HAIR or rule.top == rule.bottom
    return stands_out and thick and not any(each.whole and _holds(each, rule) for each in above)


def is_seen_on(shape: Shape, below: Sequence[Shape]) -> bool:
    """Tell whether a shape has another colour than what is `below` it on its page."""
    ground = _ground(shape, below)
    return _painted(shape, ground) != ground or shape.colour is None


def _ground(shape: Shape, below: Sequence[Shape]) -> Colour:
    """Return the colour of the page, or of what is `below` a shape and all around it."""
    ground: Colour = (1, 1, 1)
    for each in below:
        if each.whole and _holds(each, shape):
            ground = _painted(each, ground)
    return ground


def _painted(shape: Shape, ground: Colour) -> Colour:
    """Return the colour that is seen of a shape; that of the ground where it is not known."""
    red, green, blue = (
        shape.opacity * own + (1 - shape.opacity) * under
        for own, under in zip(shape.colour or ground, ground, strict=True)
    )
    return red, green, blue


def _holds(shape: Shape, rule: Shape) -> bool:
    return (
        shape.page == rule.page
        and shape.left <= rule.left
        and rule.right <= shape.right
        and shape.bottom <= rule.bottom
        and rule.top <= shape.top
    )


def _beside(rules: Sequence[Shape], texts: Sequence[Piece], middle: float) -> list[Shape]:
    """Return the rules in the column, on one side of the `middle`, in which there are `texts`."""
    sides = {piece.left >= middle for piece in texts}
    return [rule for rule in rules if ((rule.left + rule.right) / 2 >= middle) in sides]


def _is_under(rule: Shape, texts: Sequence[Piece], *, rtl: bool) -> bool:
    """Tell whether a rule is not beside all `texts`, before the edge at which they begin.

    A quarter of it may be, and more of one that is wider than all of them.
    """
    left = min((piece.left for piece in texts), default=-inf)
    right = max((piece.right for piece in texts), default=inf)
    before = rule.right - right if rtl else left - rule.left
    wider = rule.left <= left and right <= rule.right
    return wider or before <= _OUT * (rule.right - rule.left)


def _look_between(
    before: Sequence[Piece],
    after: Sequence[Piece],
    due: Sequence[Text],
    rules: Sequence[Shape],
    faults: Faults,
) -> None:
    """Note those of the breaks that are `due` for which there is no rule between two texts."""
    if not due:
        return
    found = sum(_is_between(rule, before, after) for rule in rules)
    for text in due[found:]:
        faults.add(
            text.line,
            "place",
            "the break in the text is not drawn",
            "nothing was delivered",
            path=text.path,
        )


def _is_between(rule: Shape, before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Tell whether a rule stands below one text and above another.

    Where they stand beside one another, only that counts which has the rule in its column.
    """
    below = _edge(before, -1) < (rule.page, -rule.bottom)
    above = (rule.page, -rule.top) < _edge(after, 0)
    if before and after:
        start, end = min(piece.left for piece in after), max(piece.right for piece in after)
        if max(piece.right for piece in before) <= start:
            return above if start < rule.right else below
        if end <= min(piece.left for piece in before):
            return above if rule.left < end else below
    return below and above


def _edge(pieces: Sequence[Piece], index: int) -> tuple[float, float]:
    """Return the page of the first or last of `pieces`, and how far down their line is there."""
    if not pieces:
        return (-inf, -inf) if index else (inf, inf)
    page = pieces[index].page
    lines = [-piece.baseline for piece in pieces if piece.page == page]
    return page, max(lines) if index else min(lines)


def _is_rule(shape: Shape, content: Content, paper: Paper) -> bool:
    """Tell whether a shape is a rule in the type area.

    What sets notes apart is a border of their area, which the engine draws as high as that area.
    """
    margins = content.edition.margins
    top = (paper.height - min(margins.first, margins.top)) * MM
    left, right = sides(content, paper)
    inside = margins.bottom * MM <= shape.bottom and shape.top <= top
    inside = inside and left <= shape.left + _EDGE and shape.right <= right + _EDGE
    flat = shape.right - shape.left >= _RULE_WIDTH and shape.top - shape.bottom <= _RULE_HEIGHT
    return inside and flat


def _marks(tag: Tag) -> Iterator[tuple[int, int]]:
    for part in tags(tag):
        yield from (kid for kid in part.kids if isinstance(kid, tuple))
