"""The verb verify: whether PDFs are what this version makes of the statements attached to them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import status
from communique.command.options import HIDDEN
from communique.run import selection
from communique.run.report import say
from communique.run.verify import Outcome, verify

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "FILE.pdf..."
ABOUT = "Say whether a PDF is what this version makes of the statement attached to it."


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("paths", metavar="FILE.pdf", nargs="+", help=HIDDEN)


def run(options: Options, report: Report) -> int:  # noqa: ARG001  # until it has events
    """Say of each PDF what comes out; return the exit status of all."""
    return status.of_many([_verified(path) for path in options.paths])


def _verified(path: str) -> int:
    verdict = verify(Path(path))
    line = f"{selection.shown(path)}: {verdict.reason}"
    if verdict.outcome is Outcome.SAME:
        print(line)
    else:
        say(line)
    return verdict.outcome
