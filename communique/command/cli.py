"""The command line: arguments in, exit code out; the only importer of argparse.

What a run does not use is not imported: where nothing has changed, that is nearly everything.
"""

from __future__ import annotations

import argparse
import os
import sys

from communique import __version__
from communique.model.standards import DEFAULT, STANDARDS
from communique.publish.manifest import Record
from communique.run import selection
from communique.run.report import Report, say
from communique.store.naming import STANDARD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIPTION = """\
Make a PDF of every statement, ready to print and to hand on.

A statement is a text file such as source/meeting.en.md: its title, dates and parties stand above
the text, between two lines of three hyphens. The PDF appears in out/, under the same name.
"""
_EPILOG = """\
examples:
  python build.py                               every statement in source/
  python build.py source/meeting.en.md          one statement
  python build.py --edition letter              on US Letter
  python build.py --edition all --out release   in every edition, into release/
  python build.py --check                       look for mistakes, make nothing
  python build.py --watch                       make again whatever is saved

A mistake is reported as file:line: key: what is wrong; what to write instead. Nothing is then
made of that statement. Exit status: 0 all well, 1 a statement has a mistake, 2 the command has
one; with --verify: 0 the same, 1 other, 2 not ours.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments` (those of the process by default); return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except KeyboardInterrupt:
        say("build.py: stopped; every PDF in place is a whole one, the next run goes on from there")
        return 130
    except OSError as error:
        say(f"build.py: {error.filename or 'a file'} cannot be written or read: {error.strerror}")
        return 1
    except Exception as error:
        from communique.model.faults import FaultsError, UsageError  # noqa: PLC0415  # see above

        if isinstance(error, UsageError):
            say(f"build.py: {error}")
            return error.exit_code
        if isinstance(error, FaultsError):  # an edition, a theme or a language file is at fault
            say(str(error))
            return 1
        raise


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=_help,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add(
        "paths", metavar="PATH", nargs="*", help="a statement, or a folder of them; source/ if none"
    )
    add(
        "--edition",
        metavar="NAME",
        action="append",
        default=[],
        help="an edition from --list, or all; can be given again (standard if none)",
    )
    add(
        "--languages",
        metavar="A,B",
        type=lambda text: [tag.strip() for tag in text.split(",")],
        default=[],
        help="the two languages of a parallel edition, the left one first",
    )
    add("--out", metavar="DIR", default=selection.OUT, help="where the PDFs go (out/)")
    add(
        "--jobs",
        metavar="N",
        type=_at_least_one,
        help="how many are made at once (as many as there are processor cores)",
    )
    add("--force", action="store_true", help="make all PDFs again, also those that are current")
    add("--watch", action="store_true", help="go on, and make again what a saved file changes")
    add("--scheduler", metavar="ADDRESS", help="make them on the Dask cluster at this address")
    add("--check", action="store_true", help="look for mistakes only, make nothing")
    add("--html", metavar="DIR", help="put the composed pages there as HTML, too")
    add(
        "--pdf-standard",
        type=int,
        choices=sorted(STANDARDS),
        default=DEFAULT,
        help="; ".join(f"{number}: {standard.name}" for number, standard in STANDARDS.items()),
    )
    add(
        "--verify",
        metavar="FILE.pdf",
        help="say whether a PDF is what this version makes of the statement attached to it",
    )
    add("--schema", action="store_true", help="print the JSON Schema of the front matter")
    add("--list", action="store_true", help="list the editions and the languages")
    add("-v", "--verbose", action="store_true", help="say how long each step took")
    add("-q", "--quiet", action="store_true", help="say only what is wrong")
    add("--version", action="version", version=f"Communiqué {__version__}")
    return parser


def _help(prog: str) -> argparse.HelpFormatter:
    """Return argparse's formatter, told the width, for which it would import a good deal."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        columns = 80
    return argparse.RawDescriptionHelpFormatter(prog, width=columns - 2)


def _at_least_one(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _run(options: argparse.Namespace) -> int:
    if options.schema or options.verify or options.list:
        return _told(options)
    paths = selection.found(options.paths)
    report = Report(options.out, quiet=options.quiet, verbose=options.verbose)
    if options.check:
        return _checked(options, paths, report)
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
                return 0
        else:
            others = {}
        from communique.command import commands  # noqa: PLC0415  # nothing to do, nothing to import

        if options.watch:
            return commands.watch(options, record, report)
        return commands.build(options, paths, others, record, report)
    finally:
        record.close()


def _told(options: argparse.Namespace) -> int:
    from communique.command import commands  # noqa: PLC0415  # as in _run

    if options.schema:
        print(commands.schema())
    elif options.list:
        print(commands.listing())
    else:
        return commands.verified(options.verify)
    return 0


def _checked(options: argparse.Namespace, paths: Sequence[str], report: Report) -> int:
    from communique.command import commands  # noqa: PLC0415  # as in _run

    return commands.check(options, paths, Record(options.out), report)
