"""What the engine gets: a page as plain data, so that it can run in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from communique.store.naming import PLAIN
from communique.turns import turn_of

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page
    from communique.model.standards import Standard
    from communique.model.statement.attached import Attached

#: How files belong to the document (AFRelationship, ISO 19005-3, 6.8), and what they are.
_SOURCE = "Source", "The statement as it was written"
_PICTURE = "Supplement", "A picture in the statement"
_EARLIER = "Supplement", "The earlier version with which it is compared"


class File(NamedTuple):
    """A file that is attached to the PDF."""

    name: str
    data: bytes
    relationship: str
    """AFRelationship (ISO 19005-3, 6.8)."""
    description: str
    media_type: str
    """As it is, whatever the tables of the machine say of its name."""


class Steps(NamedTuple):
    """CSS that comes after the edition's where a page is short (`communique.compose.fitting`)."""

    closer: tuple[str, ...] = ()
    """Of each step by which lines are set closer, from loose to tight."""
    together: str = ""
    """Of what is done where none of them saves a page that has nothing of the text."""
    signed: str = ""
    """Of what is done where those who sign stand on two pages."""


@dataclass(frozen=True)
class Sheet:
    """A page as the engine needs it."""

    path: Path
    """The statement's, for messages."""
    html: str
    styles: str
    steps: Steps
    """By which it may be made to fit."""
    edition: str
    standard: Standard
    fonts: tuple[Path, ...]
    """Font files of the project and of the system that are needed besides those of the program."""
    font_versions: tuple[str, ...]
    """Their names and versions."""
    files: tuple[File, ...]
    issued: datetime
    """When the statement was issued; the year 1 stands for not known."""
    updated: datetime
    turn: str = ""
    """What the statement was turned into, if it was."""
    grounds: bool = False
    """Whether words have grounds, which are to be behind all words."""
    hyphenation: tuple[tuple[str, Path | None], ...] = ()
    """By its languages, the files by which words are divided, as far as they are of ours."""

    @property
    def dated(self) -> bool:
        """Whether the statement says when it was issued."""
        return self.issued != datetime.min


def sheet(page: Page) -> Sheet:
    """Return `page` as the engine needs it.

    Raises `StatementError` where a font that it is set with is not installed.
    """
    from communique.compose.fonts import installed  # noqa: PLC0415  # the engine needs none of it
    from communique.model.statement import attached  # noqa: PLC0415  # as above

    content = page.content
    statements = [version.statement for version in content.versions]
    matter = content.statement.matter
    fonts = installed.installed(content)
    return Sheet(
        content.statement.path,
        page.html,
        page.styles,
        page.steps,
        content.edition.name,
        content.standard,
        fonts,
        installed.versions(fonts),
        (
            *(_file(each, _SOURCE) for each in attached.sources(statements)),
            *(_file(each, _PICTURE) for each in attached.pictures(statements)),
        ),
        _moment(matter.issued or matter.updated),
        _moment(matter.updated or matter.issued),
        content.turn,
        turn_of(content.turn or PLAIN).grounds,
        tuple((language.tag, language.hyphenation) for language in content.languages),
    )


def _file(file: Attached, use: tuple[str, str]) -> File:
    """Return an attached file as the engine needs it; `use` is its relationship and description."""
    relationship, description = _EARLIER if file.earlier else use
    return File(file.name, file.data, relationship, description, file.media_type)


def _moment(moment: date | None) -> datetime:
    if moment is None:
        return datetime.min
    if isinstance(moment, datetime):
        return moment.astimezone(UTC) if moment.tzinfo else moment
    return datetime(moment.year, moment.month, moment.day)  # no zone is known
