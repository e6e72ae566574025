"""A statement as it waits to be made: what it is filed under, and itself, packed."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, NamedTuple

from communique.store.known import Known

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.model.faults import Fault
    from communique.model.statement import Statement
    from communique.store.file_state import FileStates


class PackedStatement(NamedTuple):
    """One statement that was read, in little memory and without what its contents need."""

    path: Path
    slug: str
    language: str
    authenticity: str | None
    files: FileStates
    """The path of each file it was read from, with what that was when its bytes were read."""
    size: int
    """The file's, in bytes."""
    packed: bytes
    seconds: float
    """The time it took to read it."""
    remarks: tuple[Fault, ...] = ()
    """What may be wrong with it."""
    parties: tuple[str, ...] = ()
    """The parties that speak, in the order in which they are named."""
    known: Known = Known()
    """What tells it from other versions in the names of files."""
    corrigendum: int | None = None
    """Which corrigendum of the text is made, if it says so."""


def pack(statement: Statement, seconds: float) -> PackedStatement:
    """Return `statement` packed; it took so many `seconds` to read."""
    return PackedStatement(
        statement.path,
        statement.slug,
        statement.language,
        statement.matter.authenticity,
        dict(statement.files),
        len(statement.source),
        pickle.dumps(statement),
        seconds,
        statement.remarks,
        statement.matter.parties,
        statement.known,
        statement.matter.corrigendum,
    )


def unpack(versions: Sequence[PackedStatement]) -> Statement:
    """Return the first of the `versions`, with the second one beside it, if any."""
    from dataclasses import replace  # noqa: PLC0415  # where statements wait it is not needed

    statement, *beside = (pickle.loads(version.packed) for version in versions)  # noqa: S301  # our own
    found: Statement = replace(statement, beside=beside[0]) if beside else statement
    return found
