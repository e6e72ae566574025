"""The PDF that the attached statement gives here, and why it may be another one than there."""

from __future__ import annotations

import errno
import re
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from communique import __version__, turns
from communique.content.content import content_of
from communique.design import edition as editions
from communique.model.faults import CommuniqueError, FaultsError, StatementError
from communique.model.standards import DEFAULT, STANDARDS
from communique.model.statement.attached import own
from communique.read.source import read
from communique.run import pipeline
from communique.run.verify import unpacking
from communique.run.verify.verdict import ASK, Doubt
from communique.store import disk
from communique.store.naming import EARLIER, PLAIN, STANDARD, SUFFIX

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.content.content import Content
    from communique.model.statement import Statement
    from communique.run.verify.claim import Claim

#: The fields that name a file of the templates, which may be one of another project.
_OF_THE_PROJECT = {"theme", "language"}
#: The line of the front matter that names a theme.
_THEME = re.compile(rb"^theme[ \t]*:.*\n", re.MULTILINE)
_ELSEWHERE = "verify it in the project that has it"
_PARALLEL, _TWO = "parallel", 2
_NONE = "no statement is attached: it was not made by Communiqué, or another program took it out"


class Way(NamedTuple):
    """In which edition, to which standard and turned into what a file was made."""

    edition: str
    standard: int = DEFAULT
    turn: str = PLAIN


class Again(NamedTuple):
    """What was made again, if anything could be."""

    pdf: bytes | None = None
    content: Content | None = None
    """What it has to say."""
    doubts: tuple[Doubt, ...] = ()
    """Why it may not be what was made there."""
    wrong: str = ""
    """What no file of ours has, so that nothing could be made."""
    foreign: bool = False
    """Whether nothing is attached that it could be made of."""
    changed: frozenset[str] = frozenset()
    """The attached files that had to be changed for it."""


def again(claim: Claim | None, attached: Mapping[str, bytes]) -> Again:
    """Return the PDF that the statement `attached` gives, as the file says that it was made."""
    sources = own([name for name in attached if name.endswith(SUFFIX)])
    doubts: list[Doubt] = []
    way = Way(_PARALLEL if len(sources) == _TWO else STANDARD)
    if not sources:
        doubts.append(Doubt(_NONE))
    elif claim is None:
        doubts.append(Doubt("it does not say that Communiqué made it"))
    else:
        if claim.version != __version__:
            made_it = f"version {claim.version} made it and this is {__version__}"
            doubts.append(Doubt(made_it, f"verify it with version {claim.version}"))
        known = claim.edition in editions.names() and turns.is_known(claim.turn)
        if known and claim.number is not None:
            way = Way(claim.edition, claim.number, claim.turn)
        else:
            turn = "" if claim.turn == PLAIN else f" as {claim.turn}"
            missing = f"there is no edition {claim.edition} to {claim.standard}{turn}"
            doubts.append(Doubt(missing, _ELSEWHERE))
    if not sources:
        return Again(doubts=tuple(doubts), foreign=True)
    languages = editions.load(way.edition).languages
    if len(sources) != languages:
        wrong = f"{len(sources)} statements are attached, and there should be {languages}"
        return Again(doubts=tuple(doubts), wrong=wrong)
    return _tried(attached, sources, way, doubts)


def _tried(
    attached: Mapping[str, bytes], sources: Sequence[str], way: Way, doubts: list[Doubt]
) -> Again:
    """Return what is built; where only the theme is not here, what is built without it."""
    try:
        return Again(*built(attached, sources, way), tuple(doubts))
    except StatementError as error:
        keys = {fault.key for fault in error.faults}
        if keys <= _OF_THE_PROJECT:
            doubts = [*doubts, Doubt(error.faults[0].wrong, _ELSEWHERE)]
        if keys == {"theme"}:
            plain = {name: _THEME.sub(b"", attached[name], count=1) for name in sources}
            if plain != {name: attached[name] for name in sources}:
                found = _tried({**attached, **plain}, sources, way, doubts)
                return found._replace(changed=frozenset(sources))
        if keys <= _OF_THE_PROJECT:
            return Again(doubts=tuple(doubts))
        return _unbuilt(_first(error), doubts)
    except FaultsError as error:
        return _unbuilt(_first(error), doubts)
    except CommuniqueError as error:
        return _unbuilt(str(error).partition("\n")[0], doubts)
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise MemoryError from error
        why = f"its attachments cannot be unpacked ({error.strerror})"
        advice = "make room, and verify it again" if disk.is_full(error) else ASK
        return Again(doubts=(*doubts, Doubt(why, advice)))


def _unbuilt(why: str, doubts: Sequence[Doubt]) -> Again:
    """Return that this version does not build the statement: so it did not make the file."""
    wrong = f"its attached statement cannot be built: {why}"
    return Again(doubts=(*doubts, Doubt(wrong))) if doubts else Again(wrong=wrong)


def _first(error: FaultsError) -> str:
    """Return the first fault, with the name of its file and not that of its folder."""
    fault = error.faults[0]
    return f"{fault.path.name}:{fault.line}: {fault.key}: {fault.wrong}"


def _earlier(files: Mapping[str, bytes], sources: Sequence[str]) -> dict[str, bytes]:
    """Return the version with which the statement in `files` was compared, under its own names.

    There is none where not each of the `sources` has one.
    """
    if not all(f"{EARLIER}{name}" in files for name in sources):
        return {}
    return {
        name.removeprefix(EARLIER): data
        for name, data in files.items()
        if name.startswith(EARLIER) and name not in sources
    }


def _read(files: Mapping[str, bytes], sources: Sequence[str], folder: Path) -> Statement:
    """Return the statement in `files`, which are put into a new `folder`."""
    folder.mkdir()
    unpacked = unpacking.unpacked(files, folder)
    statement, *beside = [read(unpacked[source]) for source in sources]
    return replace(statement, beside=beside[0] if beside else None)


def built(files: Mapping[str, bytes], sources: Sequence[str], way: Way) -> tuple[bytes, Content]:
    """Return the PDF of the statement in `files`, put into a folder of their own; what it says."""
    edition, standard, turn = way
    with tempfile.TemporaryDirectory() as folder:
        statement = _read(files, sources, Path(folder, "now"))
        earlier = None
        if before := _earlier(files, sources):
            earlier = _read({**files, **before}, sources, Path(folder, "before"))
        made = pipeline.make(statement, edition, standard=standard, turn=turn, earlier=earlier)
        content = content_of(
            turns.turned(statement, turn, earlier),
            editions.load(edition),
            standard=STANDARDS[standard],
        )
        return made.files["pdf"].data, content
