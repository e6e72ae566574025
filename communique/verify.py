"""Verify: whether a PDF is exactly what this version makes of the statement attached to it.

What the file says of itself is tried and never believed: its statement is built again, in the
edition and to the standard that it names, and the two files are compared.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from communique import __version__, edition, parallel, pipeline
from communique.errors import CommuniqueError
from communique.pdf.standard import STANDARDS
from communique.proof.reading import Reading, UnreadableError
from communique.proof.words import said
from communique.source import SUFFIX, read

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAKER = re.compile(
    r"Communiqué (?P<version>[^;]+); edition (?P<edition>[^;]+); (?P<standard>[^;]+);"
)


class Outcome(IntEnum):
    """What came out, as the command's exit code."""

    SAME = 0
    OTHER = 1
    NOT_OURS = 2


@dataclass(frozen=True)
class Verdict:
    """The outcome and the reason, in words for whoever holds the file."""

    outcome: Outcome
    reason: str


def verify(path: Path) -> Verdict:
    """Return whether the PDF at `path` is what this version makes of its attached statement."""
    try:
        data = path.read_bytes()
        reading = Reading(data)
        claim = _MAKER.match("".join(reading.metadata("xmp", "CreatorTool")))
        files = reading.attachments
    except OSError as error:
        return Verdict(Outcome.NOT_OURS, f"it cannot be read ({error.strerror})")
    except UnreadableError:
        return Verdict(Outcome.NOT_OURS, "it is not a whole PDF")
    sources = [name for name in files if name.endswith(SUFFIX)]
    if claim is None or not 1 <= len(sources) <= parallel.VERSIONS:
        return Verdict(Outcome.NOT_OURS, "it was not made by Communiqué, or its statement is gone")
    standard = next((n for n, s in STANDARDS.items() if s.name == claim["standard"]), None)
    if claim["edition"] not in edition.names() or standard is None:
        known = f"this version has no edition {claim['edition']} to {claim['standard']}"
        return Verdict(Outcome.OTHER, known)
    try:
        again = _built(files, sources, claim["edition"], standard)
    except CommuniqueError as error:
        return Verdict(Outcome.OTHER, f"its attached statement cannot be built: {error}")
    return _compared(data, reading, again, claim["version"])


def _built(files: dict[str, bytes], sources: Sequence[str], name: str, standard: int) -> bytes:
    """Build the attached statement again, in a folder of its own, and return the PDF."""
    with tempfile.TemporaryDirectory() as folder:
        for file, data in files.items():
            inside = PurePosixPath(file)
            if inside.is_absolute() or ".." in inside.parts:
                continue
            target = Path(folder, *inside.parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        statement, *beside = [read(Path(folder, source)) for source in sources]
        statement = replace(statement, beside=beside[0] if beside else None)
        result = pipeline.build(statement, name, Path(folder, "out"), standard=standard)
        return result.path.read_bytes()


def _compared(data: bytes, reading: Reading, again: bytes, version: str) -> Verdict:
    """Say whether the file and the one built again are the same, and if not in what they differ."""
    if data == again:
        return Verdict(Outcome.SAME, "it is exactly what this version makes of its statement")
    other = Reading(again)
    words, expected = said(reading), said(other)
    if words != expected:
        page, line = next(
            (pair for pair in zip(words, expected, strict=False) if pair[0] != pair[1]),
            ((words + expected)[min(len(words), len(expected))],) * 2,
        )
        return Verdict(Outcome.OTHER, f"it differs in words: {page!r} where {line!r} is due")
    if version != __version__:
        reason = "its words are those of its statement; only these were compared, since version "
        reason += f"{version} made it and this is {__version__}"
        return Verdict(Outcome.SAME, reason)
    if reading.looks != other.looks:
        return Verdict(Outcome.OTHER, "its words are the same, it differs in looks")
    return Verdict(Outcome.OTHER, "its words and looks are the same, it differs in metadata")
