"""Margins: running head, running foot and page number stand on every page, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, compress, groupby
from operator import not_
from typing import TYPE_CHECKING

from communique.content import expected, expected_margins
from communique.content.status import expected as status
from communique.pdf_reading.tag_tree import Block, Tag, tags
from communique.prove import margin_texts
from communique.prove.arrangement import head_forms
from communique.prove.arrangement.papers import papers
from communique.prove.lines import block_words, inks, says
from communique.prove.negotiation import line_numbers
from communique.prove.place import is_in_margin, theme_foot
from communique.prove.words import heading_pages, short
from communique.prove.written import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.prove.arrangement.head_forms import Forms


#: Up to this distance, in em, two lines of a margin belong together.
_LEADING = 1.6
_ROOM = "let a stylesheet leave running heads half of their line"
#: How far, in pt, a repeated head may stand from where it stands in the table: numbers are rounded.
_ROUNDING = 0.5


def every_margin(content: Content, reading: Reading, faults: Faults) -> None:
    """Note what the margins of a page lack, and what they say besides.

    Beside them only the heads of tables stand outside the text, repeated where a table goes on.
    """
    around = [piece for piece in reading.artifacts if inks(piece.text)]
    paper_of = papers(content, reading)
    places = [is_in_margin(piece, content, paper_of(piece.page)) for piece in around]
    written = _margins(compress(around, places))
    beside = line_numbers.others([*compress(around, map(not_, places))], content, reading)
    added = _no_heads(beside, reading)
    for number, wanted in enumerate(_wanted(content, reading)):
        extra: list[Block] = []
        for block in written[number]:
            found = next(
                (each for each in wanted if head_forms.form(block, each) is not None), None
            )
            if found is None:
                extra.append(block)
                continue
            wanted.remove(found)
            line = head_forms.measure(written[number], content, paper_of(number))
            if longer := head_forms.longer(block, found, line):
                wrong = f"page {number + 1} has room for {longer}"
                faults.add(1, "words", wrong, _ROOM)
        _take_lines(extra, wanted)
        for block in (*added[number], *extra):
            said = short(" ".join(block_words(block)))
            wrong = f"on page {number + 1} but not in the text: {said}"
            faults.add(1, "words", wrong, "nothing was delivered")
        for forms in wanted:
            theme_foot.unsaid(forms[0], content, number, faults, other=bool(extra))


def _take_lines(extra: list[Block], wanted: list[Forms]) -> None:
    """Take from `extra` what is a text in lines without a common edge, and that from `wanted`.

    Those of a theme in the foot are such lines, and from right to left any that follow another one.
    """
    for forms in list(wanted):
        for begin, end in combinations(range(len(extra) + 1), 2):
            pieces = tuple(piece for block in extra[begin:end] for piece in block.pieces)
            if says(Block("", pieces), forms[0]):
                del extra[begin:end]
                wanted.remove(forms)
                break


def said(reading: Reading) -> list[str]:
    """Return the words that a PDF says, in reading order, then those around its text."""
    margins = [block for blocks in _margins(reading.artifacts).values() for block in blocks]
    return [word for block in (*reading.blocks, *margins) for word in block_words(block)]


def _wanted(content: Content, reading: Reading) -> Iterator[list[Forms]]:
    """Yield what the margins of each page have to say: one of several texts, from long to short."""
    footed = expected_margins.footed(content), expected_margins.foot(content)
    pages = len(reading.pages)
    sections = _sections(content, reading)
    first = content.versions[0]
    stated = [(version, [status.line(version)]) for version in content.versions]
    titles = [
        (version, expected_margins.running_titles(version.statement))
        for version in content.versions
    ]
    for number in range(pages):
        every = [footed, (first, [expected_margins.folio(content, number + 1, pages)])]
        if number:
            every += [*stated, *titles, (first, sections.get(number, []))]
        lines = expected_margins.foot_lines(content, number + 1)
        yield [
            *(
                tuple(margin_texts.text(content, version, words) for words in forms)
                for version, forms in every
                if any(forms)
            ),
            *([(margin_texts.in_lines(content, footed[0], lines),)] if lines else []),
        ]


def _sections(content: Content, reading: Reading) -> dict[int, list[str]]:
    """Return the section that each page, from 0, names: its first one, or else the last before."""
    if expected.is_parallel(content) or not content.edition.section_head:
        return {}
    nodes = content.versions[0].statement.body.headings
    every = zip(
        map(expected_margins.running_sections, nodes), heading_pages(content, reading), strict=False
    )
    named = [(page - 1, name) for name, page in every if name]
    begun = {page: next(group)[1] for page, group in groupby(named, key=lambda pair: pair[0])}
    last = dict(named)
    found: dict[int, list[str]] = {}
    current: list[str] = []
    for number in range(len(reading.pages)):
        found[number] = begun.get(number, current)
        current = last.get(number, current)
    return found


def _no_heads(pieces: Sequence[Piece], reading: Reading) -> dict[int, list[Block]]:
    """Return what of the `pieces` within the text are no repeated heads of tables, by page."""
    left = list(pieces)
    for table in tags(reading.tree) if left else ():
        rows = _rows(table) if table.role == "Table" else []
        for row in _repeated(rows, left, reading) if rows else ():
            left = [piece for piece in left if piece not in row]
    return _margins(left)


def _rows(table: Tag) -> list[set[tuple[int, int]]]:
    """Return the pages and MCIDs of the head of a table, of all its rows, and of each other row."""
    rows = [set(places(tag)) for tag in tags(table) if tag.role == "TR"]
    heads = (each for tag in tags(table) if tag.role == "THead" for each in tags(tag))
    count = sum(each.role == "TR" for each in heads) or 1
    return [set[tuple[int, int]]().union(*rows[:count]), *rows[count:]] if rows else []


def _repeated(
    rows: Sequence[AbstractSet[tuple[int, int]]], pieces: Sequence[Piece], reading: Reading
) -> Iterator[list[Piece]]:
    """Yield those of the `pieces` that are the head of a table, whole, over its rows on a page.

    `rows` are the pages and MCIDs of each. Nothing of the text stands over the head there.
    """
    head = [piece for piece in reading.pieces if (piece.page, piece.mark) in rows[0]]
    head = [piece for piece in head if inks(piece.text)]
    pages = {page for row in rows[1:] for page, _ in row}
    for number in {piece.page for piece in pieces}:
        row = [p for p in pieces if p.page == number and any(_is_like(p, each) for each in head)]
        goes_on = number in pages or not rows[-1]  # the last row is empty, and may be anywhere
        if not goes_on or not _is_row(row, head) or number <= head[0].page:
            continue
        left, right = min(piece.left for piece in row), max(piece.right for piece in row)
        low = min(piece.baseline for piece in row)
        if not any(
            piece.page == number and piece.baseline >= low
            for piece in reading.pieces
            if isinstance(piece.mark, int) and piece.left < right and left < piece.right
        ):
            yield row


def _is_like(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces say the same, drawn in the same way, as far from the left."""
    looks, others = ((each.text, each.font, each.codes, each.colour) for each in (one, other))
    apart = max(abs(one.left - other.left), abs(one.size - other.size))
    return looks == others and apart < _ROUNDING


def _is_row(row: Sequence[Piece], head: Sequence[Piece]) -> bool:
    """Tell whether a row is the `head`, moved up or down as a whole."""
    if not row or len(row) != len(head):
        return False
    moved = row[0].baseline - head[0].baseline
    return all(
        _is_like(one, other) and abs(one.baseline - other.baseline - moved) < _ROUNDING
        for one, other in zip(row, head, strict=True)
    )


def _margins(around: Iterable[Piece]) -> dict[int, list[Block]]:
    """Return what is written on each page outside its text, cut where a gap is wider than a word's.

    Lines that follow one another at one edge are one text.
    """
    by_page: dict[int, list[Piece]] = defaultdict(list)
    for piece in around:
        by_page[piece.page].append(piece)
    return defaultdict(list, {page: list(_texts(pieces)) for page, pieces in by_page.items()})


def _texts(pieces: list[Piece]) -> Iterator[Block]:
    start = 0
    for index in range(1, len(pieces) + 1):
        if index == len(pieces) or _apart(pieces[index - 1], pieces[index]):
            yield Block("", tuple(pieces[start:index]))
            start = index


def _apart(one: Piece, other: Piece) -> bool:
    if one.baseline == other.baseline:
        return abs(other.left - one.right) > other.size
    edges = min(abs(one.left - other.left), abs(one.right - other.right))
    return edges > 1 or not 0 < one.baseline - other.baseline < _LEADING * one.size
