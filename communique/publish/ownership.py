"""Whose a file in ``out`` is: what was made of another statement is never replaced.

The record says of which statement a file was made. Where it does not, as after an earlier version
or a loss, a PDF says so itself: its statement is attached to it. Anything else is not ours.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.faults import Fault, StatementError
from communique.store import file_state
from communique.store.places import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.publish.manifest import Record
    from communique.read.packed import PackedStatement


class OwnershipError(StatementError):
    """A file that would be replaced belongs to somebody else."""


def claim(
    record: Record, out: Path, statement: Sequence[PackedStatement], files: Mapping[str, bytes]
) -> list[str]:
    """Return what is to be said before `files` of a `statement` are put into the folder `out`.

    `files` are their bytes by their names. Where one replaces what was made of a statement that is
    gone, that is said. Raises `OwnershipError` where one would replace anything else that was not
    made of this statement.
    """
    own = statement[0].path
    said, faults = [], []
    for name, data in files.items():
        path = out / name
        if not path.exists():
            continue
        owner = record.owner(name)
        others = list(_others(owner, statement))
        there = [other for other in others if Path(other).exists()]
        if there:
            wrong = f"{shown(str(path))} belongs to {' and '.join(map(shown, there))}"
            instead = "rename one of the two, or choose another --out"
            faults.append(Fault(own, 1, "out", wrong, instead))
        elif others:
            was = shown(others[0])
            said.append(f"{shown(str(path))}: made of {own} from now on; {was} is gone")
        elif not owner and not _is_ours(path, data, statement):
            wrong = f"{shown(str(path))} is there already and was not made of this statement"
            instead = "move that file away, or choose another --out"
            faults.append(Fault(own, 1, "out", wrong, instead))
    if faults:
        raise OwnershipError(faults)
    return said


def _others(owner: Sequence[str], statement: Sequence[PackedStatement]) -> Iterator[str]:
    """Yield the paths of an `owner` that are not those of the `statement`."""
    own = {os.path.realpath(version.path) for version in statement}
    yield from (path for path in owner if os.path.realpath(path) not in own)


def _is_ours(path: Path, data: bytes, statement: Sequence[PackedStatement]) -> bool:
    """Tell whether a file that nothing is known of was made of the `statement`.

    Raises `OSError` where it is a folder, a pipe or a device.

    Either it is what would replace it, or a PDF with a statement of the same name attached.
    """
    from communique.pdf_reading.objects import UnreadableError  # noqa: PLC0415  # seldom
    from communique.pdf_reading.reading import Reading  # noqa: PLC0415

    there, _ = file_state.read(str(path))
    if there == data:
        return True
    try:
        attached = Reading(there).attachments
    except UnreadableError:
        return False
    return all(f"{each.slug}.{each.language}.md" in attached for each in statement)
