"""The proof of the changes: either version is regained from the page, and what is drawn says so.

It knows neither the turn nor the difference: of the texts that were found on the page it strikes
what their tags and signs say, and compares what is left with the two statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.content.expected import turn
from communique.prove.changes import drawn, front, regained

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading

_TURN = "changes"


def both_versions(content: Content, reading: Reading, faults: Faults) -> None:
    """Note where striking the deletions does not give one version, or the insertions the other."""
    if turn(content) == _TURN:
        regained.note_losses(content, regained.from_pages(content, reading, faults), faults)


def both_versions_in_text(content: Content, faults: Faults) -> None:
    """Do so for a plain text that says what `content` says, where signs alone tell the two."""
    if turn(content) == _TURN:
        regained.note_losses(content, regained.from_content(content), faults)


def front_matter(content: Content, reading: Reading, faults: Faults) -> None:
    """Note each value of the earlier front matter that is no longer there, and not told."""
    if turn(content) == _TURN:
        front.note_untold(content, reading, faults)


def lines_and_bars(content: Content, reading: Reading, faults: Faults) -> None:
    """Note words without the line of their tags, other words with such a line, and missing bars."""
    if turn(content) == _TURN:
        drawn.note_lines(content, reading, faults)
        drawn.note_bars(content, reading, faults)
