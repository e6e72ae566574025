"""One statement as read: its front matter, its text, and where each came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.model.statement.front_matter import (
    FrontMatter,
    Issuer,
    Signatory,
    Signatures,
    earlier,
)
from communique.store.known import Known, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from communique.model.body import Body, Node
    from communique.model.faults import Fault
    from communique.model.values import Phrase
    from communique.store.file_state import FileState

__all__ = [
    "FrontMatter",
    "Image",
    "Issuer",
    "Signatory",
    "Signatures",
    "Statement",
    "Turned",
    "earlier",
]


@dataclass(frozen=True)
class Image:
    """A picture that the statement shows: its bytes and their media type, e.g. image/png."""

    data: bytes
    media_type: str


@dataclass(frozen=True)
class Turned:
    """How a statement was turned into another one before its page is composed."""

    name: str
    """Which of the turns of `communique.turns` it was, and of what, as in alternat-2."""
    original: Statement
    """The statement as it was read."""
    earlier: Statement | None = None
    """The version with which it was compared."""
    facts: tuple[tuple[str, Phrase | str], ...] = ()
    """What the facts say of it besides, in the statement's language: label and value."""
    remarks: tuple[Fault | str, ...] = ()
    """What is to be said of it, though it can be made."""
    heads: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    """The words of its title and subtitle as inline nodes, where some of them are marked."""
    said: str = ""
    """What it is now, in the statement's language: it stands over the title, and before it in the
    title of the file."""
    label: str = ""
    """What the foot of each page says of it, in a word."""
    titled: str = ""
    """What the title of its file alone says before it, such as for whom it is."""


@dataclass(frozen=True)
class Statement:
    """One statement as read: front matter, text, and where each came from."""

    path: Path
    slug: str
    """The file's name without language and ending."""
    language: str
    """BCP 47."""
    matter: FrontMatter
    body: Body
    source: bytes
    """The file itself, byte for byte."""
    images: Mapping[str, Image] = field(default_factory=dict)
    """The pictures of the body, by the address the author wrote."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each front-matter key."""
    files: Mapping[str, FileState] = field(default_factory=dict)
    """The path of each file that was looked for, with what it was when its bytes were read."""

    remarks: tuple[Fault, ...] = ()
    """What may be wrong with it, though it can be built; each has its line and a remedy."""
    beside: Statement | None = None
    """The version in another language that stands beside it in a parallel edition."""
    turned: Turned | None = None
    """How it was turned into this one, where it was read as another."""

    @property
    def versions(self) -> tuple[Statement, ...]:
        """The statement, and the version beside it if there is one."""
        return (self, self.beside) if self.beside else (self,)

    @property
    def other_languages(self) -> Iterator[tuple[int, str, str]]:
        """The languages (BCP 47) of values and words in another one, each with its line and key."""
        yield from ((self.line(key), key, tag) for key, tag in self.matter.other_languages)
        if b"{lang=" in self.source:  # else there is no need to look through the text
            for node in self.body.walk():
                if node.kind == "phrase":
                    yield node.line, "text", node.language

    @property
    def known(self) -> Known:
        """What tells this version from others in the names of files."""
        matter = self.matter
        made = (matter.draft and matter.draft.at) or matter.updated or matter.issued
        day = made.isoformat()[: len("2023-09-29")] if made else ""
        return Known(matter.filed_as, day, short(self.source))

    def line(self, key: str) -> int:
        """Return the line of the front-matter `key`, or 1 where it is not written."""
        return self.lines.get(key, 1)
