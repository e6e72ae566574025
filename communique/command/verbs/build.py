"""The verb build: make a PDF of every statement, unless the one that is there is current."""

from __future__ import annotations

import os
import sys

from communique.command import settings, status, subjects
from communique.command.english import argparse
from communique.command.options import HIDDEN, Once, at_least_one, jobs, one_of
from communique.model.standards import DEFAULT, STANDARDS
from communique.outputs import DEFAULT as DEFAULT_OUTPUTS
from communique.outputs import OUTPUTS
from communique.publish.manifest import Record
from communique.run import selection
from communique.run.selection import STREAM, wrong
from communique.store import places
from communique.store.naming import PLAIN
from communique.turns import TURNS, is_for_each, is_known, number_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.publish.record_lines import Entry
    from communique.run.report import Report

SUBJECTS = "[PATH]..."
ABOUT = """\
Make a PDF of every statement at PATH: a file, a folder or - (standard input).
Without PATH: source/. After - the statement can have a name: - meeting.en.md.
"""
OUT = "where the files go (default: out/)"
"""The help of ``--out``."""
_HTML = "--html"
_TURNED = [name for name in TURNS if name != PLAIN]


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add_statements(add, jobs, "how many at once, or a Dask scheduler: tcp://HOST:8786")
    add_files(add, f"{OUT}; - is standard output")


def add_files(add: Callable[..., object], out: str = OUT) -> None:
    """Add with `add` what says which files are made, and where they go; `out` is help on that."""
    add("--out", metavar="DIR", help=out)
    add(
        "--pdf-standard",
        metavar="N",
        type=one_of(sorted(STANDARDS)),
        default=DEFAULT,
        help="; ".join(f"{number}: {standard.name}" for number, standard in STANDARDS.items()),
    )
    add(
        "--output",
        metavar="NAME",
        action="append",
        type=one_of(OUTPUTS),
        default=[],
        help=f"{', '.join(OUTPUTS)} (default: pdf); repeatable",
    )
    add(
        "--as",
        dest="turn",
        metavar="NAME",
        action=Once,
        type=_turn,
        default=PLAIN,
        help=f"{', '.join(_TURNED)} or {PLAIN}",
    )
    add(
        "--since",
        metavar="OLD",
        action="append",
        default=[],
        help="an earlier version: a file, a PDF of ours, a git revision",
    )
    add("--force", action="store_true", help="make everything again, also what is up to date")
    add(_HTML, metavar="DIR", help="write the composed pages there, too, as HTML files")


def _turn(name: str) -> str:
    """Return the name of a turn, which may have the number of a party; else an error says so."""
    if is_known(name):
        return name
    from communique.design import edition  # noqa: PLC0415  # most names are right

    if name in edition.names():
        wrong = f"{name} is no turn but an edition; write --edition {name}"
        raise argparse.ArgumentTypeError(wrong)
    return one_of(TURNS)(name)


def add_statements(
    add: Callable[..., object],
    number: Callable[[str], object] = at_least_one,
    how_many: str = "how many at once (default: one per core)",
) -> None:
    """Add with `add` what says of which statements a verb is, and in which editions.

    What ``--jobs`` takes is what `number` makes of it; `how_many` is its help.
    """
    add("paths", metavar="PATH", nargs="*", help=HIDDEN)
    add(
        "--edition",
        metavar="NAME",
        action="append",
        default=[],
        help="one that the verb list names, or all; can be repeated",
    )
    add(
        "--languages",
        metavar="A,B",
        type=lambda text: [tag.strip() for tag in text.split(",")],
        default=[],
        help="the two of a parallel edition, the left one first",
    )
    add(
        "--jobs",
        metavar="N",
        type=number,
        help=how_many,
    )


def run(options: Options, report: Report) -> int:
    """Make what is not current; return the exit status."""
    subjects.enter_project(options.paths)
    settings.fill(options)
    subjects.add_partners(options)
    asked = subjects.statements(options, report)
    check_turn(options)
    check_folders(options)
    if options.out == STREAM:
        _check_that_it_is_one(options, asked)
        if is_for_each(options.turn):
            name = f"{options.turn}-1"
            raise wrong(f"--out {STREAM} is for one PDF; name one original, as in --as {name}")
        if sys.stdout.isatty():
            terminal = "writes a PDF, which a terminal cannot show; add > FILE.pdf"
            raise wrong(f"--out {STREAM} {terminal}")
    outcome = _made(options, asked, report)
    return subjects.say_its_name(options, report, outcome)


def _made(options: Options, asked: dict[str, str], report: Report) -> int:
    """Make what is not current of what was asked for; return the exit status."""
    record = record_in(options.out, report)
    others: dict[str, list[Entry]] = {}
    try:
        streamed = options.out == STREAM
        makes_all = options.force or options.html or options.languages or options.given or streamed
        makes_all = makes_all or options.since
        single, double = selection.editions(options.edition)
        if not (makes_all or number_of(options.turn)):  # the record does not know its party
            form = {
                "standard": options.pdf_standard,
                "outputs": options.output or DEFAULT_OUTPUTS,
                "turn": options.turn,
            }
            others = subjects.current(record, asked, single, **form)
            pairs: list[tuple[list[str], Entry]] = []
            if double and len(others) == len(asked):
                tags = settings.load().languages
                pairs = subjects.current_pairs(record, asked, double, tags, **form)
            if double and not pairs:
                others = {}  # a pair needs both versions
            report.unchanged(([path], entry) for path, each in others.items() for entry in each)
            report.unchanged(pairs)
            if len(others) == len(asked):
                subjects.say_what_is_gone(options, record, report)
                report.of_another_status(record.of_another_status(asked))
                return status.WELL
        from communique.command import making  # noqa: PLC0415  # nothing to do, nothing to import

        making.check_folders(options)
        made = {path: folder for path, folder in asked.items() if path not in others}
        outcome = making.build(options, made, others, record, report)
        subjects.say_what_is_gone(options, record, report)
        report.of_another_status(record.of_another_status(asked))
        return outcome
    finally:
        record.close()


def record_in(out: str, report: Report) -> Record:
    """Return the record of the folder `out`, and say whether it is damaged."""
    if out == STREAM:
        return Record(os.devnull)  # nothing is known of standard output, nor noted
    report.out = out
    record = Record(out)
    if record.wrong:
        report.notice(f"{places.shown(record.path)}: {record.wrong}")
    return record


def check_turn(options: Options) -> None:
    """Raise `UsageError` where an earlier version is needed and not named, or named in vain."""
    compared = [name for name, turn in TURNS.items() if turn.since]
    if options.turn in compared and not options.since:
        what = "the version before: a file, a PDF of ours, or a git revision"
        raise wrong(f"--as {options.turn} compares with an earlier version; add --since and {what}")
    if not all(map(str.strip, options.since)):
        raise wrong("--since is empty; name a file, a PDF of ours, or a git revision after it")
    if options.since and options.turn not in compared:
        raise wrong(f"--since goes with --as {' or --as '.join(compared)}; add one of them")


def check_folders(options: Options) -> None:
    """Raise `UsageError` where a folder that the options name is none for what is made."""
    if options.html:
        _check_folder(_HTML, options.html)
    if options.out != STREAM:
        _check_folder("--out", options.out)


def _check_folder(option: str, folder: str) -> None:
    """Raise `UsageError` where a folder is a file, or in one that has what people write."""
    if os.path.isfile(folder):
        raise wrong(f"{option}: {places.shown(folder)} is a file; name a folder")
    if selection.is_called_like_a_file(folder) and not os.path.isdir(folder):
        raise wrong(f"{option}: {places.shown(folder)} is the name of a file; name a folder")
    full = os.path.join(os.path.realpath(folder), "")
    for name, holds in places.WRITTEN.items():
        if full.startswith(os.path.join(os.path.realpath(places.project()), name, "")):
            what = "pages" if option == _HTML else "PDFs"
            refused = f"{option}: {what} cannot be written to {name}/, which holds {holds}"
            raise wrong(f"{refused}; name another folder, such as out")


def _check_that_it_is_one(options: Options, asked: dict[str, str]) -> None:
    """Raise `UsageError` where more than one file is asked for."""
    single, double = selection.editions(options.edition)
    one = (len(asked), len(single), len(double)) in ((1, 1, 0), (2, 0, 1))
    if not one or len(set(options.output)) > 1:
        raise wrong(f"--out {STREAM} is for one PDF; name one statement, one edition, one output")
