"""The verb check: look for mistakes and make nothing."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from communique.command import making, settings, status, subjects
from communique.command.verbs.build import add_statements
from communique.publish.manifest import Record
from communique.run.batch.check import Check

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "[PATH]..."
ABOUT = """\
Look for mistakes in every statement at PATH, and make nothing. PATH is a file,
a folder with all below it, or - for standard input, which can have a name, as
in - meeting.en.md. Without PATH: source/.
"""


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add_statements(add)
    add("--strict", action="store_true", help="refuse a statement with remarks, too")
    add(
        "--account",
        action="store_true",
        help="show of each line what is text and what is a mark",
    )
    add("--brackets", action="store_true", help="list what stands in square brackets")


def run(options: Options, report: Report) -> int:
    """Look for mistakes; return the exit status."""
    subjects.enter_project(options.paths)
    settings.fill(options)
    subjects.add_partners(options)
    paths = subjects.statements(options, report)
    request = making.looked_at(options)
    strict = getattr(options, "strict", False)
    details = [each for each in ("account", "brackets") if getattr(options, each, False)]
    with (
        closing(Record(str(request.out))) as record,
        making.reader(options, len(paths)) as executor,
    ):
        batch = Check(executor, executor, request, record, report)
        faulty = batch.check(paths, strict=strict, details=details)
    outcome = status.REFUSED if faulty else status.WELL
    return subjects.say_its_name(options, report, outcome)
