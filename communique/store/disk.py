"""Whether there is a place for files on the disk: asked before they are made, told where not."""

from __future__ import annotations

import errno
import os
from contextlib import suppress

_FULL = (errno.ENOSPC, errno.EDQUOT)


def is_full(error: OSError) -> bool:
    """Tell whether the disk, or what its user may have of it, is full."""
    return error.errno in _FULL


def check(folder: str) -> None:
    """Raise `OSError` where nothing can be written to a `folder`, or it cannot be made.

    Only writing tells: rights, read-only disks and folders of the system each say it in their way.
    """
    nearest = os.path.abspath(folder)
    while not os.path.lexists(nearest):
        nearest = os.path.dirname(nearest)
    trial = os.path.join(nearest, ".communique")
    with suppress(FileExistsError):  # of a run that was killed, or of one that does the same
        os.mkdir(trial)
    with suppress(FileNotFoundError):  # the other one was quicker
        os.rmdir(trial)
