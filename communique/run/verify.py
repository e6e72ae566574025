"""Verify: whether a PDF is exactly what this version makes of the statement attached to it.

What the file says of itself is tried and never believed: its statement is built again, in the
edition and to the standard that it names, and the two files are compared.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import zip_longest
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from communique import __version__
from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import CommuniqueError, StatementError
from communique.model.standards import STANDARDS
from communique.pdf_reading.objects import UnreadableError
from communique.pdf_reading.reading import Reading
from communique.prove import strangeness
from communique.prove.margins import said
from communique.read import versions
from communique.read.source import read
from communique.run import pipeline
from communique.store.naming import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.content.content import Content

_MAKER = re.compile(
    r"Communiqué (?P<version>[^;]+); edition (?P<edition>[^;]+); (?P<standard>[^;]+);"
)

#: So many things that are strange on the pages are told.
_SHOWN = 3
#: The fields that name a file of the templates, which may be one of another project.
_OF_THE_PROJECT = {"theme", "language"}


class Outcome(IntEnum):
    """What came out, as the exit status of the command."""

    SAME = 0
    OTHER = 1
    UNDECIDED = 3


@dataclass(frozen=True)
class Verdict:
    """The outcome and the reason, in words for whoever holds the file."""

    outcome: Outcome
    reason: str


_INCOMPLETE = Verdict(Outcome.UNDECIDED, "it is not a complete PDF")


def verify(path: Path) -> Verdict:
    """Return whether the PDF at `path` is what this version makes of its attached statement."""
    try:
        data = path.read_bytes()
        reading = Reading(data)
        claim = _MAKER.match("".join(reading.metadata("xmp", "CreatorTool")))
        files = reading.attachments
    except IsADirectoryError:
        return Verdict(Outcome.UNDECIDED, "it is a folder; name the PDFs in it")
    except OSError as error:
        return Verdict(Outcome.UNDECIDED, f"it cannot be read ({error.strerror})")
    except UnreadableError:
        return _INCOMPLETE
    files = {name: data for name, data in files.items() if _stays_inside(name)}
    sources = [name for name in files if name.endswith(SUFFIX)]
    if claim is None or not 1 <= len(sources) <= versions.VERSIONS:
        return Verdict(Outcome.UNDECIDED, "it was not made by Communiqué, or its statement is gone")
    standard = next((n for n, s in STANDARDS.items() if s.name == claim["standard"]), None)
    if claim["edition"] not in edition.names() or standard is None:
        return _missing(f"there is no edition {claim['edition']} to {claim['standard']}")
    try:
        again, content = _built(files, sources, claim["edition"], standard)
    except OSError as error:
        return Verdict(Outcome.UNDECIDED, f"its attachments cannot be unpacked ({error.strerror})")
    except StatementError as error:
        if {fault.key for fault in error.faults} <= _OF_THE_PROJECT:
            return _missing(error.faults[0].wrong)
        return Verdict(Outcome.OTHER, f"its attached statement cannot be built: {error}")
    except CommuniqueError as error:
        return Verdict(Outcome.OTHER, f"its attached statement cannot be built: {error}")
    try:
        if claim["version"] != __version__:
            return _of_another_version(reading, again, content, claim["version"])
        return _compared(data, reading, again)
    except UnreadableError:
        return _INCOMPLETE


def _missing(what: str) -> Verdict:
    """Return that the statement cannot be built here, since a file of the templates is not here."""
    reason = f"it cannot be decided here: {what}; verify it in the project that has it"
    return Verdict(Outcome.UNDECIDED, reason)


def _stays_inside(name: str) -> bool:
    """Tell whether an attachment of that name can be put into a folder, and nowhere else."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in name


def _built(
    files: dict[str, bytes], sources: Sequence[str], name: str, standard: int
) -> tuple[bytes, Content]:
    """Build the attached statement again, in a folder of its own.

    Returns the PDF, and what it has to say.
    """
    with tempfile.TemporaryDirectory() as folder:
        for file, data in files.items():
            target = Path(folder, *PurePosixPath(file).parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        statement, *beside = [read(Path(folder, source)) for source in sources]
        statement = replace(statement, beside=beside[0] if beside else None)
        result = pipeline.build(statement, name, Path(folder, "out"), standard=standard)
        content = content_of(statement, edition.load(name), standard=STANDARDS[standard])
        return result.files["pdf"].path.read_bytes(), content


def _compared(data: bytes, reading: Reading, again: bytes) -> Verdict:
    """Say whether the file and the one built again are the same, and if not in what they differ."""
    if data == again:
        return Verdict(Outcome.SAME, "it is exactly what this version makes of its statement")
    other = Reading(again)
    if other_words := _other_words(reading, other):
        return other_words
    if reading.looks != other.looks:
        return Verdict(Outcome.OTHER, "its words are the same, it differs in looks")
    return Verdict(Outcome.OTHER, "its words and looks are the same, it differs in metadata")


def _of_another_version(reading: Reading, again: bytes, content: Content, version: str) -> Verdict:
    """Say what can be said of a file that another version made, or is said to have made.

    That version may set the page otherwise, so looks and metadata show nothing. Its words are
    compared, and what the pages have beside these is told; it is never said to be the same.
    """
    other = Reading(again)
    if other_words := _other_words(reading, other):
        return other_words
    reason = f"it cannot be decided here: version {version} made it and this is {__version__}; "
    reason += "its words are those of its statement"
    if reading.looks == other.looks:
        return Verdict(Outcome.UNDECIDED, f"{reason}, its looks are those of this version")
    strange = strangeness(content, reading)
    shown = "; ".join(strange[:_SHOWN]) + (" and more" if strange[_SHOWN:] else "")
    beside = f"but {shown}" if strange else "and nothing on its pages hides or adds to them"
    return Verdict(Outcome.UNDECIDED, f"{reason}, {beside}; its looks were not compared")


def _other_words(reading: Reading, other: Reading) -> Verdict | None:
    """Say where two files differ in words, if they do."""
    words, expected = said(reading), said(other)
    if words == expected:
        return None
    pairs = zip_longest(words, expected, fillvalue="nothing")
    there, due = next(pair for pair in pairs if pair[0] != pair[1])
    return Verdict(Outcome.OTHER, f"it differs in words: {there!r} where {due!r} is due")
