"""The verb verify: whether PDFs are what this version makes of the statements attached to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import status
from communique.command.options import HIDDEN
from communique.run.verify import Outcome, verify
from communique.store import places

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "FILE.pdf..."
ABOUT = "Say whether this version makes the same PDF of the statement attached to it."
#: What the events call each outcome.
_OUTCOMES = {Outcome.SAME: "same", Outcome.OTHER: "different", Outcome.UNDECIDED: "undecided"}


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("paths", metavar="FILE.pdf", nargs="+", help=HIDDEN)


def run(options: Options, report: Report) -> int:
    """Say of each PDF what comes out; return the exit status of all."""
    return status.of_many([_verified(path, report) for path in options.paths])


def _verified(path: str, report: Report) -> int:
    verdict = verify(Path(path))
    outcome = _OUTCOMES[verdict.outcome]
    report.tell("verified", file=places.shown(path), outcome=outcome, reason=verdict.reason)
    return verdict.outcome
