"""A text that is read in one go, and how an output says what it cannot show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.model.values import Phrase

Run = tuple[str, str]
"""Words, and the language (BCP 47) they are in."""


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
    stressed: str = ""
    """Those of its words that are stressed, in any way."""

    @property
    def words(self) -> str:
        """All its words."""
        return "".join(words for words, _ in self.runs)


class Marks(NamedTuple):
    """How an output says what it cannot show, each a pattern with {}; nothing is not said."""

    call: str = "{}"
    """The number of a note, where it is called and before its text."""
    picture: str = "{}"
    """What stands for a picture."""
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
