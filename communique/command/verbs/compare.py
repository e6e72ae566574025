"""The verb compare: what differs between two versions of a statement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.command import status, subjects
from communique.command.options import HIDDEN
from communique.command.unpacking import workers
from communique.model.faults import StatementError, UsageError
from communique.run import pool

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "OLD NEW"
ABOUT = """\
Say what differs between two versions of a statement. OLD and NEW are each a
statement, a PDF that was made of one, or REVISION:PATH, a file as it was in
git. With --since OLD, NEW is enough: OLD may be a revision of it, as in HEAD~1.
"""
_TWO = 2
_STATUS = {"same": status.WELL, "different": status.REFUSED, "undecided": status.UNDECIDED}


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("paths", metavar="PATH", nargs="*", help=HIDDEN)
    add("--since", metavar="OLD", help="compare the one file with this version of it")


def run(options: Options, report: Report) -> int:
    """Say what differs; return the exit status.

    A version that has faults cannot be compared: they are told, and it is undecided. Raises
    `UsageError` where there is no such version.
    """
    old, new = _versions(options)
    if new.exists():  # else it is in git, in a repository that we are in
        subjects.enter_project([str(new)])
    with workers(1) as executor:
        done = executor.submit(pool.do, "compare", new, old, since=bool(options.since))
        try:
            found = done.result()
        except StatementError as error:
            report.refused(error, [str(new)])
            return status.UNDECIDED
    outcomes = []
    for compared, changes in found:
        for change in changes:
            report.tell("changed", old=compared["old"], new=compared["new"], **change)
        report.tell("compared", **compared)
        outcomes.append(_STATUS[compared["outcome"]])
    return status.of_many(outcomes)


def _versions(options: Options) -> tuple[str, Path]:
    """Return the words that name the old version and the new one."""
    if options.since is not None and not options.since.strip():
        raise UsageError("--since is empty; name a file, a PDF of ours, or a git revision after it")
    paths: list[Any] = options.paths
    wanted = 1 if options.since else _TWO
    if len(paths) != wanted:
        example = "compare OLD.md NEW.md, or compare --since HEAD~1 NEW.md"
        what = "one file with --since" if options.since else "two versions"
        raise UsageError(f"it takes {what}, and {len(paths)} are named; write {example}")
    return options.since or paths[0], Path(paths[-1])
