"""A text that is read in one go, and how an output says what it cannot show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.model.values import Phrase

Run = tuple[str, str]
"""Words, and the language (BCP 47) they are in."""

Inner = tuple[str, int, int]
"""A structure type within a text, and where in the text its words begin and end."""


@dataclass(frozen=True)
class Text:
    """A text that is read in one go: its words, how it is tagged, and where it comes from."""

    runs: tuple[Run, ...]
    role: str
    """The structure type that holds it (ISO 32000-1, 14.8.4)."""
    line: int
    path: Path
    rtl: bool = False
    """Whether it is part of a text that runs from right to left."""
    within: str = ""
    """Where in the text of the statement it stands: text, quotation, note; nothing elsewhere."""
    of_body: bool = False
    """Whether it is one of the text of the statement or its notes."""
    points: int = 0
    """How many points it stands in, one inside the other."""
    depth: int = 0
    """How many points, quotations and notes it stands in."""
    right: bool = False
    """Whether it is a cell that stands on the right of its column."""
    stress: tuple[tuple[int, int], ...] = ()
    """Where in the text those of its words begin and end that are stressed, in any way."""
    inner: tuple[Inner, ...] = ()
    """Its links and abbreviations, and in PDF 2.0 what is stressed, in reading order."""
    number: int = 0
    """How many of its characters are the number of the paragraph."""
    line_ends: tuple[int, ...] = ()
    """After how many of its characters its author ends a line."""

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(words for words, _ in self.runs)


def as_link(text: Text) -> Text:
    """Return a text that is a link as a whole."""
    return replace(text, inner=(("Link", 0, len(text.words)),))


class Marks(NamedTuple):
    """How an output says what it cannot show, each a pattern with {}; nothing is not said."""

    call: str = "{}"
    """The number of a note, where it is called and before its text."""
    picture: str = "{}"
    """What stands for a picture that is a text by itself."""
    within: str = ""
    """What stands for a picture within a text, in its place; without it, it is one by itself."""
    address: str = ""
    """Where a link leads, after its words."""
    rule: str = ""
    """A break in the text without words."""


def joined(parts: Sequence[Phrase | str], between: str) -> list[Phrase | str]:
    """Return the `parts` that are not empty with `between` between them."""
    found: list[Phrase | str] = []
    for part in parts:
        if part:
            found += [between, part] if found else [part]
    return found
