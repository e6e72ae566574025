"""The exit status: what each number means, for every verb."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

WELL = 0
"""All is well: everything was made or has no mistakes, or the files are the same."""
REFUSED = 1
"""A statement is refused, or a file differs."""
WRONG_COMMAND = 2
"""The command asks for something that is not there."""
UNDECIDED = 3
"""It cannot be decided: the file is none of ours."""
BY_SIGNAL = 128
"""Stopped: this and the number of the signal, as shells count (POSIX.1-2024, 2.8.2)."""

_GRAVEST_FIRST = (REFUSED, UNDECIDED, WELL)


def of_many(statuses: Iterable[int]) -> int:
    """Return the status of a command about many files: 1 before 3 before 0; of none it is 0."""
    return min(statuses, key=_GRAVEST_FIRST.index, default=WELL)
