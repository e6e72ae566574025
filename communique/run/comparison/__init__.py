"""Comparison: what differs between two versions of a statement, as events of the command."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.difference import difference
from communique.run import earlier
from communique.run.comparison.changes import changes
from communique.run.comparison.sentences import counted, summed_up
from communique.store.places import shown
from communique.turns import newer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.statement import Statement

    Event = dict[str, Any]


#: Whoever altered a page left its attachment alone, perhaps.
_ATTACHED = (
    "the statement attached to {} was compared, not the pages; verify says whether they differ"
)


class Compared(NamedTuple):
    """The versions in one language, and what differs between them."""

    compared: Event
    """The fields of the event of this name."""
    changes: tuple[Event, ...]
    """Those of an event "changed" for each change, in the order of the new version."""


def compare(old: str, new: str, *, since: bool = False) -> list[Compared]:
    """Return what differs between the versions that two words name, for each language they share.

    With `since`, `old` may be a revision of the file `new`. Raises what
    `communique.run.earlier.versions` raises.
    """
    before = earlier.versions(old, Path(new) if since else None)
    later = earlier.versions(new)
    pairs = earlier.pairs(before, later)
    found = [_compared(*pair) for pair in pairs] or [_in_no_language(before, later)]
    pdfs = " and ".join(word for word in (old, new) if earlier.is_pdf(Path(word)))
    for each in found if pdfs else ():
        each.compared["remarks"].append(_ATTACHED.format(pdfs))
    return found


def _compared(old: Statement, new: Statement) -> Compared:
    found = difference(old, new)
    event = {
        "old": shown(str(old.path)),
        "new": shown(str(new.path)),
        "language": new.language,
        "outcome": "same" if found.is_none else "different",
        "reason": summed_up(found),
        **counted(found.summary),
        "remarks": [said] if (said := newer.remark(new, old)) else [],
    }
    return Compared(event, tuple(changes(found)))


def _in_no_language(old: Sequence[Statement], new: Sequence[Statement]) -> Compared:
    """Return that there are no two versions in one language."""
    tags = [" and ".join(each.language for each in side) for side in (old, new)]
    reason = f"one is in {tags[0]} and the other in {tags[1]}; name two versions in one language"
    event = {
        "old": shown(str(old[0].path)),
        "new": shown(str(new[0].path)),
        "language": "",
        "outcome": "undecided",
        "reason": reason,
        **counted(None),
        "remarks": [],
    }
    return Compared(event, ())
