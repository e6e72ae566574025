"""What is drawn of the changes: lines under and through words, and bars beside their lines."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from communique.content.expected import is_mirrored, is_parallel, turn
from communique.model.colours import contrast, luminance
from communique.prove.appearance.pictures import figures
from communique.prove.appearance.report import Report
from communique.prove.changes.at_words import is_at, is_own, is_rule
from communique.prove.changes.signs import DELETED, INSERTED, TURN
from communique.prove.lines import calls_in
from communique.prove.place import side
from communique.prove.words import expected, spoken
from communique.prove.written import places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content, Version
    from communique.model.faults import Faults
    from communique.pdf_reading.content_stream.path import Shape
    from communique.pdf_reading.drawing.box import Box
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: Over the baseline, in em, the middle of a line through words is between these, and of one under
#: them (in Arabic below the lowest letters).
_THROUGH, _UNDER = (0.1, 0.6), (-0.75, -0.02)
#: So much a line has to stand out from white paper (WCAG 2.1, 1.4.11).
_CONTRAST = 3.0
#: So wide, in pt, a bar is at most; so far up, in em, it reaches at its line.
_WIDE, _HIGH = 4.0, 0.4
#: So far over and under the baselines of its lines, in em of the largest, it goes at most; so far
#: apart are the baselines of one line.
_ABOVE, _BELOW, _LINE = 2.4, 1.6, 0.75
_MOVED = frozenset(("Sup", "Sub"))
_PICTURES = frozenset(("figure", "image"))
_BRACKETS = frozenset("[]")
_LINES = "let a stylesheet underline what was inserted and strike through what was deleted alone"
_BARS = "let a stylesheet have a bar in the margin beside each line that differs, and no other"


def lines_drawn(content: Content, reading: Reading, faults: Faults) -> None:
    """Note inserted words without a line under them, deleted ones without one through them.

    And words that are neither with such a line.
    """
    if turn(content) != TURN:
        return
    lines = _by_page(shape for shape in reading.shapes if _is_seen(shape))
    pieces = _by_page(iter(reading.pieces))
    told = Report(faults, "changes", _LINES)
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for text, block in zip(expected(content, reading), spoken(reading), strict=False):
        calls = calls_in(block)
        for piece, roles in _pieces(block.pieces, block.inner):
            raised = roles & _MOVED or (piece.page, piece.mark) in calls
            if raised or not piece.text.strip():
                continue  # a line would be raised or lowered with the letters
            for role, heights, wrong in (
                (INSERTED, _UNDER, "this was inserted and is not underlined, or the other way"),
                (DELETED, _THROUGH, "this was deleted and is not struck through, or the other way"),
            ):
                every = lines[piece.page]
                there = [line for line in every if is_at(line, piece, heights)]
                own = text.of_body and any(
                    is_own(line, piece) and not is_rule(line, every, pieces[piece.page], heights)
                    for line in there
                )
                if (role in roles and not there) or (role not in roles and own):
                    found[piece.page, wrong].append(piece.text)
    for (page, wrong), words in found.items():
        told(page, wrong, words)


def bars_drawn(content: Content, reading: Reading, faults: Faults) -> None:
    """Note lines with changes that have no bar in the margin, and bars beside other lines.

    Side by side the bars of each version stand in the margin beside its column.
    """
    if turn(content) != TURN:
        return
    report = Report(faults, "changes", _BARS)
    pieces = _by_page(piece for piece in reading.pieces if piece.text.strip())
    bars = _by_page(shape for shape in reading.shapes if _is_bar(shape))
    for number, version in enumerate(content.versions):
        told = _told(version, content, reading)
        on_left = {is_mirrored(content) == bool(number)} if is_parallel(content) else {True, False}
        for page, all_pieces in pieces.items():
            left = min(piece.left for piece in all_pieces)
            right = max(piece.right for piece in all_pieces)
            outside = [bar for bar in bars[page] if bar.right < left or right < bar.left]
            own = [bar for bar in outside if (bar.right < left) in on_left]
            _note_bars(own, told, reading, page, report)


class _Told(NamedTuple):
    """What is drawn of the texts of a version, by page."""

    changed: dict[int, list[Piece]]
    signs: dict[int, list[Piece]]
    of_body: dict[int, list[Piece]]


def _told(version: Version, content: Content, reading: Reading) -> _Told:
    """Return what is drawn of a version: what has changed, the signs around it, and all texts."""
    told = _Told(defaultdict(list), defaultdict(list), defaultdict(list))
    for text, block in zip(expected(content, reading), spoken(reading), strict=False):
        if text.path != version.statement.path:
            continue
        for piece, roles in _pieces(block.pieces, block.inner):
            if roles & {INSERTED, DELETED} and piece.text.strip():
                told.changed[piece.page].append(piece)
            if not _BRACKETS.isdisjoint(piece.text):
                told.signs[piece.page].append(piece)
            told.of_body[piece.page] += [piece] if text.of_body and piece.text.strip() else []
    return told


def _note_bars(
    outside: Sequence[Shape], told: _Told, reading: Reading, page: int, report: Report
) -> None:
    """Note what is wrong with the bars of a version on a page, which stand `outside` its text."""
    changed = told.changed[page]
    bare = [each.text for each in changed if not any(_is_beside(bar, each) for bar in outside)]
    report(page, "this has changed, and no bar is beside it", bare)
    there = [*changed, *told.signs[page]]
    others = [text for bar in outside for text in _unchanged(bar, there, told.of_body[page])]
    report(page, "a bar is beside this, which has not changed", others)
    pictured = [each.box for each in reading.views[page].pictures if each.box]
    long = [
        piece.text
        for bar in outside
        for piece in _overreached(bar, there)
        if not any(_meets(bar, box) for box in pictured)
    ]
    report(page, "a bar goes on beyond this, the first or last line that has changed", long)


def pictures_barred(content: Content, reading: Reading, faults: Faults) -> None:
    """Note pictures that were inserted or deleted and have no bar beside them."""
    if turn(content) != TURN:
        return
    bodies = [version.statement.body for version in content.versions]
    every = [[each for each in body.walk() if each.kind in _PICTURES] for body in bodies]
    tags = figures(reading)
    emblems = (len(tags) - sum(map(len, every))) // len(every)  # each has them first
    bars = _by_page(shape for shape in reading.shapes if _is_bar(shape))
    seen = {(view.number, each.mark): each.box for view in reading.views for each in view.pictures}
    for version, nodes in zip(content.versions, every, strict=True):
        own, tags = tags[emblems : emblems + len(nodes)], tags[emblems + len(nodes) :]
        for node, tag in zip(nodes, own, strict=True):
            boxes = [(place[0], box) for place in places(tag) if (box := seen.get(place))]
            near = [_is_beside_box(bar, box, content) for at, box in boxes for bar in bars[at]]
            if node.change and not any(near):
                wrong = f"this picture was {node.change}, and no bar is beside it: {node.text[:40]}"
                faults.add(node.line, "changes", wrong, _BARS, path=version.statement.path)


def _is_beside_box(bar: Shape, box: Box, content: Content) -> bool:
    """Tell whether a bar stands beside a picture, at the height of its middle, in its half."""
    left, bottom, right, top = bar.part
    beside = right < box.left or box.right < left
    beside = beside and side(left, content) == side(box.left, content)
    return beside and bottom <= (box.bottom + box.top) / 2 <= top


def _unchanged(bar: Shape, changed: Sequence[Piece], every: Sequence[Piece]) -> Iterator[str]:
    """Yield the texts beside a bar on whose line nothing has changed."""
    lines = [piece for piece in changed if _is_beside(bar, piece)]
    for piece in every:
        near = _LINE * piece.size
        if _is_beside(bar, piece) and not any(
            abs(line.baseline - piece.baseline) <= near for line in lines
        ):
            yield piece.text


def _overreached(bar: Shape, changed: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the first and the last line beside a bar that goes on beyond it."""
    lines = [piece for piece in changed if _is_beside(bar, piece)]
    if not lines:
        return
    first, last = (pick(lines, key=attrgetter("baseline")) for pick in (max, min))
    size = max(piece.size for piece in lines)
    _, bottom, _, top = bar.part
    if top > first.baseline + _ABOVE * size:
        yield first
    if bottom < last.baseline - _BELOW * size:
        yield last


def _meets(bar: Shape, box: Box) -> bool:
    """Tell whether a picture stands at some height of a bar: its line is as high as it is."""
    _, bottom, _, top = bar.part
    return bottom < box.top and box.bottom < top


def _pieces(
    pieces: Sequence[Piece], inner: Sequence[tuple[str, int, int]]
) -> Iterator[tuple[Piece, set[str]]]:
    """Yield each of the pieces of a text with the structure types that it is in."""
    for number, piece in enumerate(pieces):
        yield piece, {role for role, begin, end in inner if begin <= number < end}


def _is_seen(shape: Shape) -> bool:
    """Tell whether a shape stands out from white paper."""
    if shape.colour is None or shape.opacity < 1:
        return False
    return contrast(1.0, luminance(*shape.colour)) >= _CONTRAST


def _is_bar(shape: Shape) -> bool:
    left, bottom, right, top = shape.part
    return _is_seen(shape) and right - left <= _WIDE and top - bottom > _WIDE


def _is_beside(bar: Shape, piece: Piece) -> bool:
    _, bottom, _, top = bar.part
    return bottom <= piece.baseline and piece.baseline + _HIGH * piece.size <= top


def _by_page(every: Iterator[Shape] | Iterator[Piece]) -> dict[int, list]:  # type: ignore[type-arg]
    found = defaultdict(list)
    for each in every:
        found[each.page].append(each)
    return found
