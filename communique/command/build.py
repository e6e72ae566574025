"""The verb build: make a PDF of every statement, unless the one that is there is current."""

from __future__ import annotations

from communique.command import status
from communique.command.options import HIDDEN, at_least_one
from communique.command.verbs import VERBS
from communique.model.standards import DEFAULT, STANDARDS
from communique.publish.manifest import Record
from communique.run import selection
from communique.run.report import say
from communique.store.naming import STANDARD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "[PATH]..."
ABOUT = """\
Make a PDF of every statement at PATH, a file or a folder (source/ if none),
unless the PDF that is there is what it would become. Rarely needed, and told in
the README: --html DIR, --scheduler ADDRESS.
"""


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add_statements(add)
    add("--out", metavar="DIR", default=selection.OUT, help="where the PDFs go (out/)")
    add(
        "--pdf-standard",
        metavar="N",
        type=int,
        choices=sorted(STANDARDS),
        default=DEFAULT,
        help="; ".join(f"{number}: {standard.name}" for number, standard in STANDARDS.items()),
    )
    add("--force", action="store_true", help="make all again, also what is current")
    add("--watch", action="store_true", help="go on, and make again what a saved file changes")
    add("--scheduler", metavar="ADDRESS", help=HIDDEN)
    add("--html", metavar="DIR", help=HIDDEN)


def add_statements(add: Callable[..., object]) -> None:
    """Add with `add` what says of which statements a verb is, and in which editions."""
    add("paths", metavar="PATH", nargs="*", help=HIDDEN)
    add(
        "--edition",
        metavar="NAME",
        action="append",
        default=[],
        help="one of the verb list, or all; can be given again",
    )
    add(
        "--languages",
        metavar="A,B",
        type=lambda text: [tag.strip() for tag in text.split(",")],
        default=[],
        help="the two of a parallel edition, the left one first",
    )
    add("--jobs", metavar="N", type=at_least_one, help="how many at once (one a processor core)")


def run(options: Options, report: Report) -> int:
    """Make what is not current; return the exit status."""
    report.out = options.out
    paths = selection.found(options.paths, VERBS)
    record = Record(options.out)
    if record.damaged:
        say(f"{selection.shown(record.path)}: damaged; what it no longer says is made again")
    try:
        anyway = options.force or options.html or options.watch or options.languages
        if selection.only_standard(options.edition) and not anyway:
            others = record.all_current(paths, [STANDARD], options.pdf_standard)
            report.unchanged([entry for entries in others.values() for entry in entries])
            paths = [path for path in paths if path not in others]
            if not paths:
                report.without_statement(record.without_statement())
                return status.WELL
        else:
            others = {}
        from communique.command import making  # noqa: PLC0415  # nothing to do, nothing to import

        if options.watch:
            return making.watch(options, record, report)
        outcome = making.build(options, paths, others, record, report)
        report.without_statement(record.without_statement())
        return outcome
    finally:
        record.close()
