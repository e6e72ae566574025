"""What versions of a statement are known by; also where they wait, so this imports little."""

from __future__ import annotations

from typing import NamedTuple

from communique.store.file_state import hashed

#: So many digits of a hash tell the few versions of one text apart.
_DIGITS = 8


class Known(NamedTuple):
    """What tells a version of a statement from the others in the names of files."""

    status: str = ""
    """What its own files are called by where it is not final: draft-2, or embargoed."""
    day: str = ""
    """The day of its draft, or else that on which it was updated last, or issued (ISO 8601)."""
    digest: str = ""
    """The beginning of the hash of its file."""


def short(source: bytes) -> str:
    """Return the beginning of the hash of a file with these bytes."""
    return hashed(source)[:_DIGITS]
