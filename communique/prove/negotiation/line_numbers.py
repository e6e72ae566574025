"""Numbers of lines: in a print that has them, each line of the text has its own beside it.

They count on each page from 1, are no text of the statement, and nothing else is in that margin.
Side by side each version has its own, in the margin beside its column.
Lines are found in what the PDF says aloud: those of paragraphs, points and headings, and not those
of tables, their captions and sources, and notes.
"""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from communique.content import expected_margins
from communique.content.expected import is_mirrored, is_parallel
from communique.design.language import english_name
from communique.prove.words import expected, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content, Version
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: What is raised less than so much over a line, in em, stands on it.
_RAISED = 0.62
#: How exactly a number stands on its line, in pt: places are rounded.
_EXACT = 0.3
#: So far from the text, in mm, its numbers stand at most.
_FAR = 60.0
_MM = 72 / 25.4
_INSTEAD = "let the stylesheet of the turn show counter(line) in the margin beside the text"


class _Line(NamedTuple):
    """A line of a text, and what is its number, if anything is."""

    version: Version
    page: int
    """From 0."""
    number: int
    """On its page, from 1."""
    piece: Piece | None


#: What two rules look at is found once for a PDF that has been read.
_FOUND: WeakKeyDictionary[Reading, list[_Line]] = WeakKeyDictionary()


def every_line(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each line of the text that has no number, or another one, beside it."""
    for version, page, number, piece in _numbers(content, reading):
        if piece is None:
            named = f"{english_name(version.statement.language)} " * is_parallel(content)
            wrong = f"page {page + 1}: line {number} of the {named}text has no number beside it"
            faults.add(1, "words", wrong, _INSTEAD)


def others(pieces: Sequence[Piece], content: Content, reading: Reading) -> list[Piece]:
    """Return those of the `pieces` around the text that are no numbers of its lines."""
    own = {id(line.piece) for line in _numbers(content, reading)}
    return [piece for piece in pieces if id(piece) not in own]


def _numbers(content: Content, reading: Reading) -> list[_Line]:
    """Return the lines of all texts, each with what is beside it."""
    if not expected_margins.has_line_numbers(content):
        return []
    if reading not in _FOUND:
        _FOUND[reading] = [
            line
            for place, version in enumerate(content.versions)
            for line in _beside(version, content, reading, right=is_mirrored(content) ^ bool(place))
        ]
    return _FOUND[reading]


def _beside(
    version: Version, content: Content, reading: Reading, *, right: bool
) -> Iterator[_Line]:
    """Yield the lines of a version, whose numbers stand on the left of it, or on the `right`."""
    for page, pieces in _of_text(version, content, reading).items():
        edge = (
            max(map(attrgetter("right"), pieces)) if right else min(map(attrgetter("left"), pieces))
        )
        around = [
            piece
            for piece in reading.artifacts
            if piece.page == page
            and 0 < (piece.left - edge if right else edge - piece.right) < _FAR * _MM
        ]
        for number, baseline in enumerate(_lines(pieces), start=1):
            words = expected_margins.line_number(version, number)
            found = (
                piece
                for piece in around
                if piece.text.strip() == words and abs(piece.baseline - baseline) < _EXACT
            )
            yield _Line(version, page, number, next(found, None))


def _of_text(version: Version, content: Content, reading: Reading) -> dict[int, list[Piece]]:
    """Return what is drawn of the text of a version on each page that has some of it."""
    texts, blocks = expected(content, reading), spoken(reading)
    found: dict[int, list[Piece]] = defaultdict(list)
    if len(texts) != len(blocks):
        return found  # another rule says which differ
    nodes = version.statement.body.walk()
    sources = {node.line for node in nodes if node.kind == "source"}
    for text, block in zip(texts, blocks, strict=True):
        if text.path == version.statement.path and text.line not in sources and _has_lines(text):
            for piece in block.pieces:
                if piece.text.strip():
                    found[piece.page].append(piece)
    return found


def _has_lines(text: Text) -> bool:
    """Tell whether the lines of a text have numbers: those of notes and of their heading do not."""
    if not text.of_body or text.cell or text.note:
        return False
    return text.role == "P" or text.role.startswith("H")


def _lines(pieces: Sequence[Piece]) -> list[float]:
    """Return the baselines of the lines that `pieces` of a page stand on, from the top (pt)."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=attrgetter("baseline"), reverse=True):
        if lines and lines[-1][0].baseline - piece.baseline < _RAISED * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_baseline(line) for line in lines]


def _baseline(line: Sequence[Piece]) -> float:
    """Return the baseline of most of a line."""
    width: dict[float, float] = defaultdict(float)
    for piece in line:
        width[piece.baseline] += piece.right - piece.left
    return max(width, key=lambda baseline: width[baseline])
