"""Place: all text lies where text may lie, and no page is as good as empty."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from communique.content import expected
from communique.content.text import Marks
from communique.content.texts import texts
from communique.pdf_reading.bitmap import Ground, luminance
from communique.pdf_reading.tag_tree import HEADING as _HEADING
from communique.pdf_reading.tag_tree import NOTES, Tag, tags
from communique.prove.appearance.contrast import ratio
from communique.prove.form import MM
from communique.prove.lines import folded
from communique.prove.words import heading_pages, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from communique.content.content import Content
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.operators import Shape
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: How far a glyph's advance may reach beyond a margin, in pt: less than a comma is wide.
_TOLERANCE = 2.0
#: No printer needs more than this free at the edge of the sheet, in mm.
_EDGE = 5.0
_LEAST_LINES = 2
#: A rule between texts is at least so wide, and at most so high, in pt.
_RULE_WIDTH, _RULE_HEIGHT = 20.0, 4.0
#: It is at least so high, in pt, and its contrast with the ground is at least so large.
_HAIR, _CONTRAST = 0.2, 1.5
#: So far over and under the lines of a table, in em, are its borders.
_OVER, _UNDER = 1.6, 1.0
_CELLS = frozenset(("TH", "TD"))
#: What stands for such a rule among the texts.
_BREAKS = Marks(rule="*")


def areas(content: Content, reading: Reading, faults: Faults) -> None:
    """Note text outside the type area, and text of the margins off the paper or in the text."""
    for piece in _written(reading):
        for key, where in _outside(piece, content):
            _say(faults, piece.page, f"text runs {where}: {piece.text.strip()[:40]}", key)


def empty_pages(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note pages that show neither text nor a picture."""
    written = {piece.page for piece in _written(reading) if isinstance(piece.mark, int)}
    for number in range(len(reading.pages)):
        if number not in written and number not in reading.figures:
            _say(faults, number, "the page is empty")


def notes(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note each note that stands more than a page away from its call."""
    for number in _strayed(reading):
        _say(faults, number, "a note stands more than a page away from its call")


def last_page(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note a last page of a single line and no picture: a wish, which refuses nothing."""
    last = len(reading.pages) - 1
    lines = {
        round(piece.baseline)
        for piece in _written(reading)
        if piece.page == last and isinstance(piece.mark, int)
    }
    if last and last not in reading.figures and 0 < len(lines) < _LEAST_LINES:
        _say(faults, last, "the last page holds a single line", "layout")


def annexes(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each annex that does not begin a page; in a parallel edition none has to."""
    if expected.is_parallel(content):
        return
    version = content.versions[0]
    headings = [block for block in reading.blocks if _HEADING.match(block.role)]
    headings = headings[1:] if expected.listed_headings(content) else headings
    for node, block in zip(version.statement.body.headings, headings, strict=False):
        if expected.is_annex(node, version.language) and _is_below_text(block.pieces[0], reading):
            where, said = block.pieces[0].page + 1, expected.label(node)[:40]
            wrong = f"page {where}: {said} does not begin a page"
            faults.add(node.line, "place", wrong, "nothing was delivered")


def _is_below_text(top: Piece, reading: Reading) -> bool:
    """Tell whether text of the statement stands above a piece on its page."""
    return any(
        piece.page == top.page and piece.baseline > top.baseline + 1
        for piece in _written(reading)
        if isinstance(piece.mark, int)
    )


def _written(reading: Reading) -> list[Piece]:
    return [piece for piece in reading.pieces if piece.text.strip()]


def breaks(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each break in the text that is not drawn as a rule between what stands around it."""
    bodies = (version.statement.body for version in content.versions)
    if not any(node.kind == "rule" for body in bodies for node in body.walk()):
        return
    blocks = spoken(reading)
    every = texts(content, heading_pages(content, reading), _BREAKS)
    marked = [text for text in every if folded(text.words)]
    if len(blocks) != sum(text.role != "Artifact" for text in marked):
        return  # another rule says which differ
    apart = {kid for tag in tags(reading.tree) if tag.role in NOTES for kid in _marks(tag)}
    tables = _tables(marked, blocks, apart)
    rules = [
        shape
        for index, shape in enumerate(reading.shapes)
        if _is_rule(shape, content)
        and not any(_borders(shape, table) for table in tables)
        and _is_seen(shape, reading.shapes[:index], reading.shapes[index + 1 :])
    ]
    middle = content.edition.paper.width * MM / 2 if expected.is_parallel(content) else inf
    each = iter(blocks)
    before: tuple[Piece, ...] = ()
    due: list[Text] = []
    for text in marked:
        pieces = () if text.role == "Artifact" else next(each).pieces
        if text.role == "Artifact":
            due.append(text)
        elif text.role != "Lbl" and pieces and (pieces[0].page, pieces[0].mark) not in apart:
            _look_between(before, pieces, due, _beside(rules, (*before, *pieces), middle), faults)
            before, due = pieces, []
    _look_between(before, (), due, _beside(rules, before, middle), faults)


def _tables(
    texts: Sequence[Text], blocks: Sequence[Block], apart: AbstractSet[tuple[int, int | str]]
) -> list[list[Piece]]:
    """Return what is written in the cells of each table, without the notes, which are `apart`."""
    found: list[list[Piece]] = [[]]
    each = iter(blocks)
    for text in texts:
        pieces = () if text.role == "Artifact" else next(each).pieces
        if text.role in _CELLS:
            found[-1] += pieces
        elif found[-1] and not (pieces and (pieces[0].page, pieces[0].mark) in apart):
            found.append([])
    return [table for table in found if table]


def _borders(rule: Shape, table: Sequence[Piece]) -> bool:
    """Tell whether a rule is a border of the cells of a table: over, between or under them."""
    there = [piece for piece in table if piece.page == rule.page]
    return (
        any(piece.left < rule.right and rule.left < piece.right for piece in there)
        and rule.bottom < max(piece.baseline + _OVER * piece.size for piece in there)
        and rule.top > min(piece.baseline - _UNDER * piece.size for piece in there)
    )


def _is_seen(rule: Shape, below: Sequence[Shape], above: Sequence[Shape]) -> bool:
    """Tell whether a rule that is filled stands out from what is `below` it, and nothing is on it.

    One that is only outlined is taken as it is.
    """
    if rule.colour is None:
        return True
    grounds = [shape.colour for shape in below if shape.whole and _holds(shape, rule)]
    light = luminance(*(grounds[-1] if grounds and grounds[-1] else (1, 1, 1)))
    stands_out = ratio(rule.colour, Ground(light, light)) >= _CONTRAST
    covered = any(shape.whole and _holds(shape, rule) for shape in above)
    return stands_out and rule.top - rule.bottom >= _HAIR and not covered


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


def _is_rule(shape: Shape, content: Content) -> bool:
    """Tell whether a shape is a rule in the type area.

    What sets notes apart is a border of their area, which the engine draws as high as that area.
    """
    paper, margins = content.edition.paper, content.edition.margins
    top = (paper.height - min(margins.first, margins.top)) * MM
    inside = margins.bottom * MM <= shape.bottom and shape.top <= top
    flat = shape.right - shape.left >= _RULE_WIDTH and shape.top - shape.bottom <= _RULE_HEIGHT
    return inside and flat


def _marks(tag: Tag) -> Iterator[tuple[int, int]]:
    for part in tags(tag):
        yield from (kid for kid in part.kids if isinstance(kid, tuple))


def _strayed(reading: Reading) -> Iterator[int]:
    """Yield the pages of notes that begin neither on the page of their call nor on the next.

    The engine moves a note that finds no room to the next page. A note that is read at the end
    of the text has no call before it and is not meant.
    """
    for tag in tags(reading.tree):
        for call, note in pairwise(tag.kids):
            if isinstance(call, Tag) and isinstance(note, Tag) and note.role in NOTES - {call.role}:
                at, stands = call.pages[0], note.pages[0]
                if not at <= stands <= at + 1:
                    yield stands


def _say(faults: Faults, page: int, wrong: str, key: str = "place") -> None:
    instead = "nothing was delivered"
    if key == "width":
        instead += "; give the table there fewer columns or shorter words"
    faults.add(1, key, f"page {page + 1}: {wrong}", instead)


def _outside(piece: Piece, content: Content) -> Iterator[tuple[str, str]]:
    """Yield how a piece lies outside the type area, or off the margins if it is no text."""
    paper, margins = content.edition.paper, content.edition.margins
    outer, inner = margins.outer, margins.inner
    if expected.is_mirrored(content):
        outer, inner = inner, outer
    top, bottom = (margins.first if piece.page == 0 else margins.top), margins.bottom
    if not isinstance(piece.mark, int):
        top = bottom = _EDGE
    if (
        piece.left < outer * MM - _TOLERANCE
        or piece.right > (paper.width - inner) * MM + _TOLERANCE
    ):
        yield "width", "out at the side"
    if (
        piece.baseline < bottom * MM - _TOLERANCE
        or piece.baseline + piece.size / 2 > (paper.height - top) * MM + _TOLERANCE
    ):
        yield "place", "out of its area"
