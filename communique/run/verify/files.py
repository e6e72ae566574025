"""The files that are verified: those that are named, and those in folders with all below them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.read import file_kinds
from communique.store import file_state

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Nobody makes a larger one of a statement: the text has 2 MB at most, and each picture 20 MB.
MOST_BYTES = 200_000_000
_SUFFIX = ".pdf"


class NoFileError(Exception):
    """There is nothing to read at a path; the reason, as a sentence."""


def data(path: Path) -> bytes:
    """Return the bytes of a file; raises `NoFileError` for what is none, without waiting for it."""
    try:
        read, _ = file_state.read(str(path), MOST_BYTES)
    except OSError as error:
        raise NoFileError(file_kinds.unreadable(path, error)[0]) from None
    except ValueError as error:  # there is a NUL in its name
        raise NoFileError(f"it cannot be read ({error})") from None
    if len(read) > MOST_BYTES:
        raise NoFileError(f"it has more than {MOST_BYTES:,} bytes")
    return read


def found(paths: Sequence[str]) -> list[Path]:
    """Return the `paths`, and in place of each folder the PDFs in it and below, in order.

    Links to folders below are not followed, since they may run in a circle.
    """
    every: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            every += sorted(each for each in path.rglob("*") if each.suffix.lower() == _SUFFIX)
        else:
            every.append(path)
    return every
