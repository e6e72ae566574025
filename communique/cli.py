"""The command line: arguments in, messages and exit code out; the only importer of argparse, rich.

Results go to standard output, messages to standard error. Off a terminal nothing is coloured,
wrapped or animated.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from communique import __version__, edition, fields, inputs, language, parallel
from communique.errors import BugError, CommuniqueError, StatementError, UsageError
from communique.naming import file_name
from communique.paths import OUT
from communique.pdf.standard import DEFAULT, STANDARDS
from communique.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from communique.pipeline import Result
    from communique.statement import Statement

ALL = "all"
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
    except StatementError as error:  # an edition, a theme or a language file is at fault
        _say(str(error))
    except UsageError as error:
        _say(f"build.py: {error}")
        return error.exit_code
    except OSError as error:
        _say(f"build.py: {error.filename or 'a file'} cannot be written or read: {error.strerror}")
    except KeyboardInterrupt:
        _say("build.py: stopped; every PDF in place is a whole one")
        return 130
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
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
    add("--out", metavar="DIR", type=Path, default=OUT, help="where the PDFs go (out/)")
    add("--check", action="store_true", help="look for mistakes only, make nothing")
    add("--html", metavar="DIR", type=Path, help="put the composed pages there as HTML, too")
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
        type=Path,
        help="say whether a PDF is what this version makes of the statement attached to it",
    )
    add("--schema", action="store_true", help="print the JSON Schema of the front matter")
    add("--list", action="store_true", help="list the editions and the languages")
    add("-v", "--verbose", action="store_true", help="say how long each step took")
    add("-q", "--quiet", action="store_true", help="say only what is wrong")
    add("--version", action="version", version=f"Communiqué {__version__}")
    return parser


def _run(options: argparse.Namespace) -> int:
    if options.schema:
        from communique.statement import FrontMatter  # noqa: PLC0415  # only the schema needs it

        print(json.dumps(FrontMatter.model_json_schema(), indent=2, ensure_ascii=False))
        return 0
    if options.verify:
        return _verify(options.verify)
    if options.list:
        print("\n".join(_listing()))
        return 0
    editions = _editions(options.edition)
    languages = inputs.languages(options.languages, editions)
    options.read_seconds = {}
    paths = inputs.statements([Path(name) for name in options.paths])
    worker = Worker()
    try:
        statements, faulty = _read(paths, worker, options)
        inputs.refuse_collisions(statements)
        jobs, passed = inputs.jobs(statements, editions, languages)
        for line in passed:
            _say(line)
        if options.check:
            faulty += _check_pairs(jobs)
            _report_checked(statements, options)
            return 1 if faulty else 0
        return 1 if _build(jobs, worker, options) + faulty else 0
    finally:
        worker.stop()


def _verify(path: Path) -> int:
    from communique.verify import Outcome, verify  # noqa: PLC0415  # a build needs none of it

    verdict = verify(path)
    line = f"{inputs.shown(path)}: {verdict.reason}"
    if verdict.outcome is Outcome.SAME:
        print(line)
    else:
        _say(line)
    return verdict.outcome


def _listing() -> Iterator[str]:
    width = max(map(len, [*edition.names(), *language.names()])) + 2
    for name in edition.names():
        yield f"{name:{width}}{edition.load(name).description}"
    for tag in language.names():
        yield f"{tag:{width}}{language.load(tag).name}"


def _editions(asked: Sequence[str]) -> list[str]:
    wanted = asked or [edition.STANDARD]
    every = edition.single() if ALL in wanted else []
    names = dict.fromkeys([*every, *(name for name in wanted if name != ALL)])
    for name in names:
        if name not in edition.names():
            hint = fields.suggestion(name, [*edition.names(), ALL])
            raise UsageError(f"there is no edition {name}; {hint}")
    return list(names)


def _read(
    paths: Sequence[Path], worker: Worker, options: argparse.Namespace
) -> tuple[list[Statement], int]:
    """Return the statements without faults, and the number of files with faults."""
    statements, faulty = [], 0
    for path in paths:
        start = time.perf_counter()
        try:
            statements.append(worker.read(path))
            options.read_seconds[path] = time.perf_counter() - start
        except CommuniqueError as error:
            faulty += 1
            _say_error(error, path, options)
            _warn_of_older(path, options)
    return statements, faulty


def _check_pairs(jobs: Sequence[tuple[Statement, str]]) -> int:
    """Say in what the versions of pairs differ; return how many do."""
    differing = 0
    for statement, _ in jobs:
        if statement.beside:
            try:
                parallel.check(statement)
            except StatementError as error:
                differing += 1
                _say(str(error))
    return differing


def _report_checked(statements: Sequence[Statement], options: argparse.Namespace) -> None:
    if not options.quiet:
        for statement in statements:
            print(f"{statement.path}  no fault", flush=True)


def _warn_of_older(path: Path, options: argparse.Namespace) -> None:
    """Say which PDFs of an earlier build are still there, so that nobody sends them out."""
    stem = path.name.removesuffix(".md")
    names = {f"{stem}.pdf", *(f"{stem}.{tag}.pdf" for tag in language.names())}
    names |= {name[:-4] + f".{kind}.pdf" for name in names for kind in edition.names()}
    for name in sorted(names):
        _warn_if_there(options.out / name)


def _warn_if_there(pdf: Path) -> None:
    if pdf.exists():
        _say(f"{inputs.shown(pdf)}: this PDF is older and not of this text; do not send it out")


def _build(
    jobs: Sequence[tuple[Statement, str]], worker: Worker, options: argparse.Namespace
) -> int:
    """Build the `jobs`; return how many failed."""
    failed = 0
    settings = {"html": options.html, "standard": options.pdf_standard}
    with _progress(len(jobs), options) as done:
        for statement, name in jobs:
            try:
                result = worker.build(statement, name, options.out, **settings)
                result.timer.seconds["read"] = sum(
                    options.read_seconds[version.path] for version in statement.versions
                )
                _report(result, options)
            except CommuniqueError as error:
                failed += 1
                _say_error(error, statement.path, options)
                _warn_if_there(options.out / file_name(statement, name))
            except OSError as error:
                failed += 1
                wrong = f"its PDF cannot be written: {error.strerror}"
                _say(f"{statement.path}: {wrong}; make room, or choose another --out")
            done()
    return failed


def _say_error(error: CommuniqueError, path: Path, options: argparse.Namespace) -> None:
    if isinstance(error, BugError):
        _say(f"{path}: the program failed, and not you ({error}); please report it")
        if options.verbose:
            _say(error.details)
    else:
        _say(str(error))


def _report(result: Result, options: argparse.Namespace) -> None:
    for remark in result.remarks:
        _say(f"{inputs.shown(result.path)}: {remark}")
    if options.quiet:
        return
    pages = f"{result.pages} page{'s' if result.pages != 1 else ''}"
    line = f"{inputs.shown(result.path)}  {pages}  {result.timer.total:.2f} s"
    if options.verbose:
        steps = enumerate(result.timer.seconds.items(), start=1)
        line += "  (" + ", ".join(f"{n} {step} {time:.3f}" for n, (step, time) in steps) + ")"
    print(line, flush=True)


@contextmanager
def _progress(total: int, options: argparse.Namespace) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal where there is something to wait for; yield what moves it on."""
    if options.quiet or total < 3 or not sys.stderr.isatty():  # noqa: PLR2004
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415  # only a terminal needs it
    from rich.progress import Progress  # noqa: PLC0415

    console = Console(stderr=True)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("Building", total=total)
        yield lambda: progress.advance(task)


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)
