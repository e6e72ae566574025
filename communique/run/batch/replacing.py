"""What was compared with another version, and would be replaced under the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.faults import Fault
from communique.publish.ownership import OwnershipError
from communique.store.places import shown
from communique.turns import turn_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from communique.publish.manifest import Record
    from communique.run.request import Job

_REPLACED = "{} showed the changes since another version, and is replaced"
_ANOTHER = "{} is there already and {}"
_SECOND = (
    "write corrigendum: {} in {} if this is a further one, or delete that file if it is to be "
    "replaced"
)


def replaced(record: Record, out: Path, job: Job, names: Iterable[str]) -> list[str]:
    """Return what is to be said before files of these `names` in `out` are replaced.

    A print to work with is soon made again, and a corrigendum may be issued: raises
    `OwnershipError` where one is there that corrects another version, or was made on another day.
    Where the same is corrected on the same day, it is that one, made anew; so it is where the one
    that is there had no day yet, which its author was told to write.
    """
    others = list(_others(record, job, names))
    if turn_of(job.turn).working:
        return [_REPLACED.format(shown(str(out / name))) for name, _ in others]
    first = job.versions[0]
    instead = _SECOND.format((first.corrigendum or 1) + 1, first.path.name)
    faults = [
        Fault(first.path, 1, "corrigendum", _ANOTHER.format(shown(str(out / name)), why), instead)
        for name, why in others
    ]
    if faults:
        raise OwnershipError(faults)
    return []


def _others(record: Record, job: Job, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names of files that are there and are not the job's, each with why it is not."""
    since, day = [each.known.digest for each in job.earlier], job.versions[0].known.day
    undated = [each.known.day for each in job.earlier[:1]]  # the day of what it corrects
    for name in names if since else ():
        was = record.made_since(name)
        if was and was[0] != since:
            yield name, "corrects another version"
        elif was and was[1] not in (day, *undated) and not turn_of(job.turn).working:
            yield name, f"has another day, {was[1] or 'none'}"
