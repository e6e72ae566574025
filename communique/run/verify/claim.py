"""What a PDF says of itself: who made it, how, of which statement. Nothing of it is believed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from communique.model.standards import STANDARDS
from communique.store.naming import PLAIN

if TYPE_CHECKING:
    from communique.pdf_reading.reading import Reading

#: What is said is repeated to people, so none of it can be long.
_MAKER = re.compile(
    r"Communiqué (?P<version>[\w.+-]{1,40}); edition (?P<edition>[^;]{1,60}); "
    r"(?P<standard>[^;]{1,60});(?: as (?P<turn>[a-z0-9-]{1,40});)?"
)


class Claim(NamedTuple):
    """What a file says: the version that made it, in which edition, to which standard, as what."""

    version: str
    edition: str
    standard: str
    turn: str = PLAIN

    @property
    def number(self) -> int | None:
        """The number of the standard, None where there is no such one."""
        return next((n for n, s in STANDARDS.items() if s.name == self.standard), None)


def of(reading: Reading) -> Claim | None:
    """Return what a file says of itself, None where it does not say that we made it."""
    found = _MAKER.match("".join(reading.metadata("xmp", "CreatorTool")))
    return Claim(**found.groupdict(PLAIN)) if found else None


def is_made(reading: Reading) -> bool:
    """Tell whether a file says anywhere that we made it, also where that is not all there."""
    said = [*reading.metadata("xmp", "CreatorTool"), reading.info.get("/Creator", "")]
    return any(each.startswith("Communiqué ") for each in said)


def attached(reading: Reading) -> dict[str, bytes]:
    """Return the attached files, by their names."""
    return {file.name: file.data for file in reading.files}
