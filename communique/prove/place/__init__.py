"""Place: all text lies where text may lie, and no page is as good as empty."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from communique.content import expected
from communique.pdf_reading.tag_tree import HEADING as _HEADING
from communique.pdf_reading.tag_tree import NOTES, Tag, tags
from communique.prove.appearance.report import Report
from communique.prove.arrangement.papers import papers
from communique.prove.form import MM
from communique.prove.place.theme_foot import EDGE as _EDGE
from communique.prove.place.theme_foot import TOLERANCE as _TOLERANCE
from communique.prove.place.theme_foot import is_low, is_of_foot
from communique.prove.written import tables_of, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.content.content import Content
    from communique.design.edition import Paper
    from communique.model.body import Node
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

_LEAST_LINES = 2
_SHOWN = 40
_NOTHING = "nothing was delivered"
_SHORTER = "write it shorter, or with ordinary spaces, at which its lines may end"
_FEWER = "give the table there fewer columns or shorter words"


def areas(content: Content, reading: Reading, faults: Faults) -> None:
    """Note text outside the type area, and text of the margins off the paper or in the text.

    The lines that a theme has in the foot are left to `theme_foot.room`.
    """
    cells: dict[tuple[int, int | str], tuple[Path, int]] = {
        kid: (path, line)
        for table, path, line in tables_of(content, reading)
        for tag in tags(table)
        for kid in tag.kids
        if isinstance(kid, tuple)
    }
    runs: dict[tuple[str, str, int, Path, int], list[str]] = {}
    paper_of = papers(content, reading)
    for piece in _written(reading):
        for key, where in _outside(piece, content, paper_of(piece.page)):
            table = cells.get((piece.page, piece.mark))
            if table:
                runs.setdefault((key, where, piece.page, *table), []).append(piece.text)
            else:
                if is_low(piece) and is_of_foot(piece, content):
                    continue
                wrong = f"text runs {where}: {piece.text.strip()[:_SHOWN]}"
                instead = _SHORTER if key == "width" and isinstance(piece.mark, int) else _NOTHING
                _say(faults, piece.page, wrong, key, instead)
    for (key, where, page, path, line), texts in runs.items():
        Report(faults, key, _FEWER)(page, f"text runs {where}", texts, path=path, line=line)
    for page, path, line, text in _straddling(content, reading):
        wrong = "text runs into the other language"
        Report(faults, "width", _FEWER)(page, wrong, [text], path=path, line=line)


def _straddling(content: Content, reading: Reading) -> Iterator[tuple[int, Path, int, str]]:
    """Yield the page, the place and the last text of tables in both columns of two languages."""
    found = written(reading)
    for table, path, line in tables_of(content, reading) if len(content.versions) > 1 else ():
        pieces = sorted(found.of(table), key=lambda piece: (piece.page, piece.left))
        for page, group in groupby(pieces, key=lambda piece: piece.page):
            there = list(group)
            if side(there[0].left, content) != side(there[-1].left, content):
                yield page, path, line, there[-1].text


def is_in_margin(piece: Piece, content: Content, paper: Paper) -> bool:
    """Tell whether a piece stands over the type area of its page, or under it."""
    margins = content.edition.margins
    top = paper.height - (margins.first if piece.page == 0 else margins.top)
    over = piece.baseline > top * MM - _TOLERANCE
    return over or piece.baseline + piece.size / 2 < margins.bottom * MM + _TOLERANCE


def sides(content: Content, paper: Paper) -> tuple[float, float]:
    """Return where the type area begins and ends, from the left edge of the paper (pt)."""
    outer, inner = content.edition.margins.outer, content.edition.margins.inner
    if expected.is_mirrored(content):
        outer, inner = inner, outer
    return outer * MM, (paper.width - inner) * MM


def side(left: float, content: Content) -> int:
    """Return the number of the version, of those side by side, of what begins at `left` (pt)."""
    return int(len(content.versions) > 1 and left >= content.edition.paper.width * MM / 2)


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
    """Note each annex that does not begin a page, in any version."""
    headings = (block for block in reading.blocks if _HEADING.match(block.role))
    for (path, node), block in zip(_headings(content), headings, strict=False):
        if node and _is_below_text(block.pieces[0], content, reading):
            where, said = block.pieces[0].page + 1, expected.label(node)[:_SHOWN]
            wrong = f"page {where}: {said} does not begin a page"
            faults.add(node.line, "place", wrong, "nothing was delivered", path=path)


def _headings(content: Content) -> Iterator[tuple[Path, Node | None]]:
    """Yield the file of each heading in reading order, and the heading where it is of an annex."""
    annexes = expected.annexes(content)
    for version in content.versions:
        statement = version.statement
        begin = [statement.body.children[place] for place in annexes]
        if expected.has_contents(content):
            yield statement.path, None
        for node in statement.body.headings:
            yield statement.path, node if node in begin else None
        if content.notes_at_end and statement.body.notes:
            yield statement.path, None


def _is_below_text(top: Piece, content: Content, reading: Reading) -> bool:
    """Tell whether text of the statement stands above a piece on its page, in its version."""
    return any(
        piece.page == top.page
        and piece.baseline > top.baseline + 1
        and side(piece.left, content) == side(top.left, content)
        for piece in _written(reading)
        if isinstance(piece.mark, int)
    )


def _written(reading: Reading) -> list[Piece]:
    return [piece for piece in reading.pieces if piece.inked]


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


def _say(
    faults: Faults, page: int, wrong: str, key: str = "place", instead: str = _NOTHING
) -> None:
    faults.add(1, key, f"page {page + 1}: {wrong}", instead)


def _outside(piece: Piece, content: Content, paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield how a piece lies outside the type area, or off the margins if it is no text."""
    margins = content.edition.margins
    left, right = sides(content, paper)
    middle = paper.width * MM / 2
    if len(content.versions) > 1 and isinstance(piece.mark, int) and piece.left < middle:
        right = middle
    top, bottom = (margins.first if piece.page == 0 else margins.top), margins.bottom
    if not isinstance(piece.mark, int):
        top = bottom = _EDGE
    if piece.left < left - _TOLERANCE or piece.right > right + _TOLERANCE:
        yield "width", "out at the side"
    if (
        piece.baseline < bottom * MM - _TOLERANCE
        or piece.baseline + piece.size / 2 > (paper.height - top) * MM + _TOLERANCE
    ):
        yield "place", "out of its area"
