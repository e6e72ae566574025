"""Margins: running head, running foot and page number stand on every page, and nothing else."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from communique.content import expected
from communique.pdf_reading.tag_tree import Block
from communique.prove.lines import block_words, inks, says
from communique.prove.words import heading_pages, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading

#: Up to this distance, in em, two lines of a margin belong together.
_LEADING = 1.6


def every_margin(content: Content, reading: Reading, faults: Faults) -> None:
    """Note what the margins of a page lack, and what they say besides.

    Beside them only the heads of tables stand outside the text, repeated where a table goes on.
    """
    rtl = any(map(expected.runs_right_to_left, content.versions))
    heads = {piece.text for block in reading.blocks if block.role == "TH" for piece in block.pieces}
    written = _margins(reading)
    for number, wanted in enumerate(_wanted(content, reading)):
        for block in written[number]:
            found = next((text for text in wanted if says(block, text, rtl=rtl)), None)
            if found is not None:
                wanted.remove(found)
            elif not heads.issuperset(piece.text for piece in block.pieces):
                extra = short(" ".join(block_words(block)))
                wrong = f"on page {number + 1} but not in the text: {extra}"
                faults.add(1, "words", wrong, "nothing was delivered")
        for text in wanted:
            wrong = f"page {number + 1} does not say {text}"
            faults.add(1, "words", wrong, "nothing was delivered")


def said(reading: Reading) -> list[str]:
    """Return the words that a PDF says, in reading order, then those around its text."""
    margins = [block for blocks in _margins(reading).values() for block in blocks]
    return [word for block in (*reading.blocks, *margins) for word in block_words(block)]


def _wanted(content: Content, reading: Reading) -> Iterator[list[str]]:
    """Yield what the margins of each page have to say."""
    foot, pages = expected.foot(content), len(reading.pages)
    parallel, sections = expected.is_parallel(content), _sections(content, reading)
    titles = [
        expected.running_title(version.statement, parallel=parallel) for version in content.versions
    ]
    for number in range(pages):
        texts = [foot, expected.folio(content, number + 1, pages)]
        if number:
            texts += [*titles, sections.get(number, "")]
        yield [text for text in texts if text]


def _sections(content: Content, reading: Reading) -> dict[int, str]:
    """Return the section that each page, from 0, names: its first one, or else the last before."""
    if expected.is_parallel(content) or not content.edition.section_head:
        return {}
    nodes = content.versions[0].statement.body.headings
    every = zip(map(expected.running_section, nodes), heading_pages(content, reading), strict=False)
    named = [(page - 1, name) for name, page in every if name]
    begun = {page: next(group)[1] for page, group in groupby(named, key=lambda pair: pair[0])}
    last = dict(named)
    found, current = {}, ""
    for number in range(len(reading.pages)):
        found[number] = begun.get(number, current)
        current = last.get(number, current)
    return found


def _margins(reading: Reading) -> dict[int, list[Block]]:
    """Return what is written on each page outside its text, cut where a gap is wider than a word's.

    Lines that follow one another at one edge are one text.
    """
    by_page: dict[int, list[Piece]] = defaultdict(list)
    for piece in reading.artifacts:
        if inks(piece.text):
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
