"""Two versions of one statement, compared with each other.

They have to say the same things in the same places. Where one has a paragraph, a heading, a point
or a note more, they cannot stand side by side. Where figures, dates or links differ, or a paragraph
has the words of the other language, one of the two may be wrong. All is told at once, with the
lines of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.faults import Fault, Faults
from communique.read.versions import front, untranslated, words
from communique.read.versions.blocks import Blocks
from communique.read.versions.difference import told
from communique.read.versions.notes import Notes
from communique.read.versions.version import Version

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.statement import Statement
    from communique.read.versions.difference import Difference

KEY = "languages"
"""The key of what is told."""


def check(statement: Statement) -> tuple[Fault, ...]:
    """Raise `StatementError` where the version beside `statement` cannot stand at its side.

    Return remarks on what may be wrong in one of the two.
    """
    faults = compared(statement)
    faults.check()
    return faults.remarks


def compared(statement: Statement) -> Faults:
    """Return what differs between `statement` and the version beside it.

    Faults are what keeps them from standing side by side: dates, symbol, theme, number of issuers
    and signatures, headings, paragraphs, points, rows and cells of tables, notes. Remarks are
    figures, dates, links, calls of notes, and texts that are not translated.
    """
    other = statement.beside
    assert other is not None  # noqa: S101  # only pairs are compared
    faults = Faults(statement.path)
    found = sorted(_differences(Version(statement), Version(other)))
    for line, wrong, there, instead, refuses in found:
        tell = faults.add if refuses else faults.remark
        tell(line, KEY, told(wrong, f"{other.path}:{there}"), instead)
    return faults


def _differences(one: Version, other: Version) -> Iterator[Difference]:
    yield from front.compare(one, other)
    blocks = Blocks(one, other)
    blocks.compare(one.statement.body.children, other.statement.body.children, (1, 1))
    yield from Notes(one, other, blocks).compare()
    yield from blocks.found
    texts = [*front.texts(one, other), *blocks.texts]
    own = ((mine.own, theirs.own) for mine, theirs in texts)
    languages = untranslated.Languages.of(one.language, other.language, own)
    for mine, theirs in texts:
        yield from words.compare(mine, theirs, languages)
