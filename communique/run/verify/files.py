"""The files that are verified: those that are named, and those in folders with all below them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from communique.read import file_kinds
from communique.run.statements import nothing_at
from communique.run.verify.verdict import Doubt
from communique.store import file_state

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

#: Nobody makes a larger one of a statement: the text has 2 MB at most, and each picture 20 MB.
MOST_BYTES = 200_000_000
_SUFFIX = ".pdf"


class NoFileError(Exception):
    """There is nothing to read at a path; `doubt` says why, and what to do."""

    def __init__(self, *doubt: str) -> None:
        self.doubt = Doubt(*doubt)
        super().__init__(self.doubt.why)


def data(path: Path) -> bytes:
    """Return the bytes of a file; raises `NoFileError` for what is none, without waiting for it."""
    try:
        read, _ = file_state.read(str(path), MOST_BYTES)
    except OSError as error:
        raise NoFileError(*file_kinds.unreadable(path, error)) from None
    except ValueError as error:  # there is a NUL in its name
        raise NoFileError(f"it cannot be read ({error})") from None
    if len(read) > MOST_BYTES:
        raise NoFileError(f"it has more than {MOST_BYTES:,} bytes")
    return read


def found(paths: Sequence[str], verbs: Collection[str], out: str) -> list[Path]:
    """Return the `paths`, and in place of each folder the PDFs in it and below, in order.

    Links to folders below are not followed, since they may run in a circle. Raises `UsageError`
    where there is nothing at a path; what may have been meant is looked for beside it, in `out`
    and among the `verbs`.
    """
    every: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            every += sorted(each for each in path.rglob("*") if each.suffix.lower() == _SUFFIX)
        elif os.path.lexists(path):  # what is no file is told when it is read
            every.append(path)
        else:
            raise nothing_at(str(path), verbs, _SUFFIX, out)
    return every
