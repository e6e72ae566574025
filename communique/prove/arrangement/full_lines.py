"""Full lines: a line of the text ends where the next word has no room, or where its author ends it.

One that ends before shows another sense: a word that stands alone, a paragraph where there is none.
How wide a line may be is known by the widest one of the texts that begin as far from the edge. Only
what a project's own stylesheets and templates set is looked at: behind links and abbreviations the
engine itself may end a line a word too early (WeasyPrint 70), which is no fault of an author's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import accumulate, pairwise, takewhile, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from communique.design import templates
from communique.design.styles import causes
from communique.model.characters import RTL_LETTERS
from communique.prove.lines import folded, lines_of, said_by
from communique.prove.place import side
from communique.prove.words import expected, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.content.content import Content
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: What is set in lines as wide as its column: paragraphs and points, and no headings or cells.
_ROLES = frozenset(("P", "LBody"))
#: Words up to so many characters may belong to what stands beside them, as units do; what is bound
#: together has at most so many.
_BOUND, _WIDEST = 3, 31
#: How much more room there has to be than the next words need, as a part of the column.
_SPARE = 0.2
_TOLD = 4
_INSTEAD = "let no stylesheet or template end a line within a text"
#: Lines that are read from the right, or divided between any two characters.
_OTHER = re.compile(
    f"[{RTL_LETTERS}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7ff]"
)


class _Line(NamedTuple):
    """A line of a text, what the next one begins with, and where it may end, in pt."""

    text: Text
    pieces: Sequence[Piece]
    right: float
    needed: float
    """How wide the words are that could have stood in it, with a space; 0 where it is full."""


def ends(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each line that ends though the next words would have had room, and no author ends it."""
    styles = content.theme.styles_after(content.edition)
    if not (templates.own_pages() or any(causes.own_sheets(styles))):
        return
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    columns: dict[tuple[object, ...], list[_Line]] = defaultdict(list)
    for text, block in zip(texts, blocks, strict=True):
        if text.of_body and text.role in _ROLES and block.pieces and not _OTHER.search(text.words):
            first = block.pieces[0]
            where = (
                side(first.left, content),
                round(first.left),
                first.size,
                text.role,
                text.within,
            )
            columns[where] += _lines(text, block)
    for lines in columns.values():
        left = lines[0].pieces[0].left
        right = max(line.right for line in lines)
        for line in lines:
            if line.needed and line.right + line.needed + _SPARE * (right - left) < right:
                said = " ".join(said_by(line.pieces).split()[-_TOLD:])
                wrong = f"page {line.pieces[0].page + 1}: a line ends though there is room: {said}"
                faults.add(line.text.line, "lines", wrong, _INSTEAD, path=line.text.path)


def _lines(text: Text, block: Block) -> Iterator[_Line]:
    """Yield the lines of a text."""
    own = {_letters(text.words[:end]) for end in text.line_ends}
    words = {*accumulate(map(len, folded(text.words).split()))}
    lines, count = list(lines_of(block)), 0
    for pieces, following in zip_longest(lines, lines[1:], fillvalue=()):
        said = said_by(pieces)
        count += _letters(said)
        right = max(piece.right for piece in pieces)
        needed = _needed(said, following) if count in words - own else 0.0
        yield _Line(text, pieces, right, needed)


def _needed(said: str, following: Sequence[Piece]) -> float:
    """Return how much room the first words of the `following` line need behind a line, in pt.

    They are those that may be bound together; nothing where the line itself may go on with them.
    """
    words = said_by(following).split() if following else [""]
    last = said.rstrip().rpartition(" ")[2]
    if any(piece.pictured for piece in following) or not _may_part(last, words[0]):
        return 0.0
    bound = takewhile(lambda pair: not _may_part(*pair), pairwise(words))
    count = len(" ".join([words[0], *(other for _, other in bound)]))
    return _width(following, min(count, _WIDEST)) + following[0].size / 4  # and a space


def _may_part(one: str, other: str) -> bool:
    """Tell whether a line may end between two words: both are words, and neither a short one."""
    return all(word.isalpha() and len(word) > _BOUND for word in (one.rstrip(","), other))


def _width(pieces: Sequence[Piece], count: int) -> float:
    """Return how wide the first `count` characters of a line are, in pt."""
    left = right = pieces[0].left
    for piece in pieces:
        if count > 0:
            part = min(count, len(piece.text)) / len(piece.text)
            right = piece.left + (piece.right - piece.left) * part
        count -= len(piece.text)
    return right - left


def _letters(words: str) -> int:
    return len(folded(words).replace(" ", ""))
