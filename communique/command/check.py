"""The verb check: look for mistakes and make nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.command import making, status
from communique.command.build import add_statements
from communique.command.verbs import VERBS
from communique.publish.manifest import Record
from communique.run import selection
from communique.run.batch import Batch

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "[PATH]..."
ABOUT = """\
Look for mistakes in every statement at PATH, a file or a folder (source/ if
none), and make nothing.
"""


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add_statements(add)


def run(options: Options, report: Report) -> int:
    """Look for mistakes; return the exit status."""
    paths = selection.found(options.paths, VERBS)
    with making.reader(options, len(paths)) as executor:
        wanted = making.looked_at(options)
        batch = Batch(executor, executor, wanted, Record(str(wanted.out)), report)
        return status.REFUSED if batch.check(paths) else status.WELL
