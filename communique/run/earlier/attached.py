"""The statements that are attached to a PDF, with their pictures."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.faults import Faults, StatementError
from communique.model.statement.attached import own
from communique.pdf_reading.objects import UnreadableError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run.verify import claim, files, unpacking
from communique.store import file_state
from communique.store.naming import SUFFIX

if TYPE_CHECKING:
    from communique.model.statement import Statement

_MARK = b"%PDF-"
#: The mark stands among the first bytes (ISO 32000-1, appendix H, note 13).
_LOOKED_AT = 1_024
#: What the trailer of a locked file has (ISO 32000-1, 7.5.5).
_LOCKED = b"/Encrypt"
_ASK = "name the statement that it was made of, or ask the sender for the file as it was issued"


def is_pdf(path: Path) -> bool:
    """Tell whether a file is a PDF, or is called like one."""
    if path.suffix.lower() == ".pdf":
        return True
    try:
        return _MARK in file_state.read(str(path), _LOOKED_AT)[0]
    except (OSError, ValueError):
        return False


def read_all(path: Path) -> list[Statement]:
    """Return the statements attached to the PDF at `path`, in their order there.

    The earlier version in a PDF of changes is none of them. Their paths say the PDF and their name
    in it. Raises `StatementError` where the file cannot be read, or has no statement, or where that
    has faults.
    """
    try:
        attached = _attached(files.data(path), path)
    except files.NoFileError as error:
        raise _refused(path, error.doubt.why, error.doubt.advice) from None
    with tempfile.TemporaryDirectory() as folder:
        unpacked = unpacking.unpacked(attached, Path(folder))
        found = [name for name in unpacked if name.endswith(SUFFIX)]
        if not found:
            raise _refused(path, "no statement is attached to this PDF", _ASK)
        return [named(unpacked[name], path / Path(name).name) for name in own(found)]


def _attached(data: bytes, path: Path) -> dict[str, bytes]:
    try:
        reading = Reading(data, strict=False)
        if not reading.pdf.is_encrypted:
            return claim.attached(reading)
    except UnreadableError:
        if _LOCKED not in data:
            raise _refused(path, "it cannot be read as a PDF", _ASK) from None
    raise _refused(path, "it is locked with a password", _ASK)


def named(file: Path, path: Path) -> Statement:
    """Return the statement in a temporary `file`, with the `path` of its version."""
    try:
        return replace(read(file), path=path, files={})
    except StatementError as error:
        faults = (
            fault._replace(
                path=path if fault.path == file else fault.path,
                wrong=fault.wrong.replace(str(file), str(path)),
            )
            for fault in error.faults
        )
        raise StatementError(faults) from None


def _refused(path: Path, wrong: str, instead: str) -> StatementError:
    faults = Faults(path)
    faults.add(1, "file", wrong, instead)
    return StatementError(faults)
