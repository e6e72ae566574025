"""Line ends: where the author ends a line within a text, as in an address, one ends on the page.

A short figure in a table ends in its line, with its unit and its mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove.appearance.report import Report
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
#: A figure, with its unit and its mark, has so many characters at most; what is longer may be
#: divided.
_FIGURE = 16


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


def own_figures(content: Content, reading: Reading, faults: Faults) -> None:
    """Note figures in tables, and their marks, that stand on several lines."""
    texts, blocks = expected(content, reading), spoken(reading)
    if len(texts) != len(blocks):
        return  # another rule says which differ
    report = Report(faults, "lines", "let a stylesheet leave each figure on one line with its mark")
    for text, block in zip(texts, blocks, strict=True):
        if _is_figure(text) and len(list(lines_of(block))) > 1:
            wrong = "a figure and what stands behind it are on several lines"
            said = [folded(text.words)]
            report(block.pieces[0].page, wrong, said, path=text.path, line=text.line)


def _is_figure(text: Text) -> bool:
    """Tell whether a text is a short one with a figure, set to the right below its column's head.

    Its author ends no line in it.
    """
    words = folded(text.words)
    is_set_right = text.role == "TD" and text.cell is not None and text.cell.right
    is_short = len(words) <= _FIGURE and not text.line_ends
    return is_set_right and is_short and any(map(str.isdecimal, words))


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
