"""Line ends: where the author ends a line within a text, as in an address, one ends on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove.lines import folded, lines_of, said_by
from communique.prove.words import expected, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.content.content import Content
    from communique.content.text import Text
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading
    from communique.pdf_reading.tag_tree import Block

#: So many words before the end of a line are told.
_TOLD = 4


def own_lines(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each line that goes on where its author ends it.

    Characters are counted, in whatever direction they are written, without spaces.
    """
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    for text, block in zip(texts, blocks, strict=True):
        for said in _running_on(text, block) if text.line_ends and block.pieces else ():
            wrong = f"page {block.pieces[0].page + 1}: the line does not end after: {said}"
            instead = "let a template keep the breaks between lines"
            faults.add(text.line, "lines", wrong, instead, path=text.path)


def _running_on(text: Text, block: Block) -> Iterator[str]:
    """Yield the last words of each line of a text that no line of the page ends with."""
    ends, count = {0}, 0
    for pieces in lines_of(block):
        count += _letters(said_by(pieces))
        ends.add(count)
    for end in text.line_ends:
        if _letters(text.words[:end]) not in ends:
            yield " ".join(folded(text.words[:end]).split()[-_TOLD:])


def _letters(words: str) -> int:
    return len(folded(words).replace(" ", ""))
