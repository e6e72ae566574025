"""The files that are verified: those that are named, and those in folders with all below them."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

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
        # A pipe that nobody writes to would be waited for (POSIX, open, O_NONBLOCK).
        number = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(number, "rb") as file:
            found = os.fstat(number)
            if not stat.S_ISREG(found.st_mode):
                raise NoFileError("it is no file, but a device or a pipe")
            if found.st_size > MOST_BYTES:
                raise NoFileError(f"it has {found.st_size:,} bytes, more than {MOST_BYTES:,}")
            return file.read(MOST_BYTES)
    except IsADirectoryError:
        raise NoFileError("it is a folder") from None
    except (OSError, ValueError) as error:
        raise NoFileError(
            f"it cannot be read ({getattr(error, 'strerror', None) or error})"
        ) from None


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
