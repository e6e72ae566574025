"""The verb verify: whether PDFs are what this version makes of the statements attached to them."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

from communique.command import status
from communique.command.options import HIDDEN
from communique.command.settings import OUT
from communique.command.unpacking import workers
from communique.command.verbs import VERBS
from communique.model.faults import CommuniqueError, StatementError, UsageError
from communique.run import pool
from communique.run.report.in_turn import in_turn
from communique.run.verify.files import found
from communique.run.verify.verdict import Doubt, Outcome, Verdict, undecided
from communique.store import places

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "PATH..."
ABOUT = """\
Say whether this version makes the same PDF of the statement attached to it, and
what differs if not. PATH is a PDF, or a folder with all PDFs in it and below.
"""
#: What the events call each outcome.
_OUTCOMES = {Outcome.SAME: "same", Outcome.OTHER: "different", Outcome.UNDECIDED: "undecided"}


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("paths", metavar="PATH", nargs="+", help=HIDDEN)


def run(options: Options, report: Report) -> int:
    """Say of each PDF what comes out, in order; return the exit status of all.

    Raises `UsageError` where a folder has no PDF, or there is nothing at a path.
    """
    paths = found(options.paths, VERBS, places.shown(f"{places.project()}{os.sep}{OUT}"))
    if not paths:
        raise UsageError(f"there is no PDF in {' or '.join(options.paths)}")
    outcomes = []
    asked = ((number, ("verify", path)) for number, path in enumerate(paths))
    with (
        workers(len(paths)) as executor,
        report.progress("verifying", len(paths)) as move,
        in_turn() as tell,
    ):
        for number, done in pool.results(executor, asked):
            verdict = _verdict(done)
            outcomes.append(verdict.outcome)
            move()
            tell(number, partial(_tell, report, paths[number], verdict))
    return status.of_many(outcomes)


def _verdict(done: Future[Any]) -> Verdict:
    """Return what came out; where a file takes too long or too much memory or crashes us, that."""
    try:
        verdict: Verdict = done.result()
    except StatementError as error:
        return undecided([Doubt(error.faults[0].wrong)])
    except CommuniqueError as error:
        return undecided([Doubt(f"this is a mistake of the program ({error})", "please report it")])
    return verdict


def _tell(report: Report, path: Path, verdict: Verdict) -> None:
    report.tell(
        "verified",
        file=places.shown(os.fspath(path)),
        outcome=_OUTCOMES[verdict.outcome],
        saved_by=verdict.saved_by,
        reason=verdict.reason,
        templates=verdict.templates,
        advice=verdict.advice,
        differences=[{"kind": each.kind, "what": each.what} for each in verdict.differences],
    )
