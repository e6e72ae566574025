"""Origin: the page was made of this statement, in its languages, its theme and its edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.content.content import END
from communique.design import theme as themes

if TYPE_CHECKING:
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.reading import Reading


def every_origin(content: Content, reading: Reading, faults: Faults) -> None:  # noqa: ARG001  # one signature
    """Note where the page was made of something else than the statement asks for."""
    note_other_origin(content, faults)


def note_other_origin(content: Content, faults: Faults) -> None:
    """Do so for any kind of file."""
    statement = content.versions[0].statement
    wanted = [(version, version.language) for version in statement.versions]
    if [(version.statement, version.language.tag) for version in content.versions] != wanted:
        _say(faults, "the versions of this statement, each in its language")
    theme = themes.load(statement.matter.theme or themes.DEFAULT)
    if content.theme != theme.in_type(serifs=content.edition.serifs):
        _say(faults, "the statement’s theme")
    if content.edition.notes == END and not content.notes_at_end:
        _say(faults, "notes at the end, where the edition has them")


def _say(faults: Faults, wanted: str) -> None:
    wrong = f"the page was not made of {wanted}"
    faults.add(1, "origin", wrong, "nothing was delivered")
