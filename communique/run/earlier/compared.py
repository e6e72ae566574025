"""The earlier version of each statement that is made, from the places that ``--since`` names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.faults import StatementError, UsageError
from communique.run import earlier
from communique.run.pool import do

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from communique.model.statement import Statement
    from communique.run.request import Job


def compared(
    jobs: Sequence[Job], since: Sequence[str], reader: Executor
) -> tuple[list[Job], list[tuple[Job, StatementError]]]:
    """Return the `jobs` with the versions they are compared with, and those whose one has faults.

    The `reader` reads them. Raises `UsageError` where there is no version for one.
    """
    if not since:
        return list(jobs), []
    found: list[Job] = []
    faulty: list[tuple[Job, StatementError]] = []
    for job in jobs:
        asked = [reader.submit(do, "earlier", (each,), tuple(since)) for each in job.versions]
        try:
            found.append(job._replace(earlier=tuple(each.result() for each in asked)))
        except StatementError as error:
            faulty.append((job, error))
    return found, faulty


def version(since: Sequence[str], path: Path, language: str) -> Statement:
    """Return the version that one of the words `since` names of the statement at `path`.

    It is the first one in that `language` (BCP 47). Raises what `earlier.versions` raises, and
    `UsageError` where there is none in it.
    """
    there: list[str] = []
    for word in since:
        for each in earlier.versions(word, path):
            if each.language == language:
                return each
            there.append(each.language)
    named, languages = " and ".join(since), " and ".join(dict.fromkeys(there))
    wrong = f"--since {named} is in {languages}, and {path} in {language}"
    raise UsageError(f"{wrong}; name an earlier version in the same language, too")
