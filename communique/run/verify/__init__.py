"""Verify: whether a PDF is exactly what this version makes of the statement attached to it.

What the file says of itself is tried and never believed: its statement is built again, in the
edition and to the standard that it names, and the two files are compared. Where that cannot be
done in the same way, since the file says that another version made it or names a theme that is
not here, it is compared all the same, as far as it goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique import compare
from communique.pdf_reading.objects import UnreadableError
from communique.pdf_reading.reading import Reading
from communique.run.statements import begins_like_one
from communique.run.verify import claim, files, rebuilding
from communique.run.verify.verdict import Doubt, Outcome, Verdict, different, same, undecided
from communique.store import places

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Outcome", "Verdict", "judge", "verify"]
_INCOMPLETE = Doubt("it is not a complete PDF")
_STATEMENT = Doubt("it is a statement", "name its PDF")
_NO_PDF = Doubt("it is not a PDF", "name one")
_LOCKED = Doubt(
    "it is locked with a password, so that its statement cannot be read",
    "ask the sender for the file without a password",
)
#: How a PDF begins and ends (ISO 32000-1, 7.5.2 and 7.5.5), of which one may be cut off.
_MARKS = (b"%PDF-", b"%%EOF")
#: What the trailer of a locked file has (ISO 32000-1, 7.5.5).
_ENCRYPTED = b"/Encrypt"


def verify(path: Path) -> Verdict:
    """Return whether the PDF at `path` is what this version makes of its attached statement."""
    try:
        return judge(files.data(path))
    except files.NoFileError as error:
        return undecided([error.doubt])


def judge(data: bytes) -> Verdict:
    """Return the same of a PDF that was read."""
    if begins_like_one(data):
        return undecided([_STATEMENT])
    if not any(mark in data for mark in _MARKS):
        return undecided([_NO_PDF])
    try:
        reading = Reading(data, strict=False)
        if reading.pdf.is_encrypted:
            return undecided([_LOCKED])
        whole = _is_whole(data)
        claimed = claim.of(reading)
    except UnreadableError:
        return undecided([_LOCKED if _ENCRYPTED in data else _INCOMPLETE])
    try:
        made, own = _made_again(data, claimed, claim.attached(reading))
    except UnreadableError:
        made, own = rebuilding.Again(doubts=(Doubt("what is attached to it cannot be read"),)), ""
    if _is_same(data, made):
        return same(own)
    doubts = list(made.doubts) if whole else [_INCOMPLETE, *made.doubts]
    try:
        found = compare.differences(
            data, made.pdf, made.content, alike=not made.doubts, exempt=made.changed
        )
    except UnreadableError:
        return undecided([_INCOMPLETE])
    ours = not made.foreign or claim.is_made(reading)
    saved_by = compare.saved_by(data, reading) if ours else ""
    surely = not made.foreign and any(each.certain for each in found)
    if made.wrong or surely or not doubts:
        return different(found, doubts, made.wrong, saved_by=saved_by)
    return undecided(doubts, found, compared=made.pdf is not None, saved_by=saved_by)


def _made_again(
    data: bytes, claimed: claim.Claim | None, attached: Mapping[str, bytes]
) -> tuple[rebuilding.Again, str]:
    """Return what is made again, and the project's own templates if it is made with those.

    The program's alone are tried first: what is made of them is the same in every project.
    """
    own = places.own_templates()
    if own:
        with places.without_project():
            made = rebuilding.again(claimed, attached)
        if _is_same(data, made):
            return made, ""
    return rebuilding.again(claimed, attached), own and places.shown(own)


def _is_same(data: bytes, made: rebuilding.Again) -> bool:
    return data == made.pdf and not made.doubts


def _is_whole(data: bytes) -> bool:
    """Tell whether a PDF can be opened without mending it."""
    try:
        Reading(data)
    except UnreadableError:
        return False
    return True
