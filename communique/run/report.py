"""What a command says: results on standard output, all else on standard error.

Off a terminal nothing is coloured, wrapped or animated. The only importer of rich.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager

from communique.run.selection import shown
from communique.store.naming import SUFFIX, file_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communique.model.faults import CommuniqueError
    from communique.publish.manifest import Entry
    from communique.publish.result import Result
    from communique.run.selection import Job

_FEW = 3  # for fewer nobody has to wait


class Report:
    """Says what comes of a command that puts PDFs into `out`, if it does."""

    def __init__(self, out: str = "", *, quiet: bool = False, verbose: bool = False) -> None:
        self.out = out
        self._quiet = quiet
        self._verbose = verbose

    def built(self, result: Result) -> None:
        """Say which files were made of a statement."""
        for file in result.files.values():
            path = shown(str(file.path))
            for remark in file.remarks:
                say(f"{path}: {remark}")
            line = _line(path, file.pages, f"{file.timer.total:.2f} s")
            if self._verbose:
                steps = enumerate(file.timer.seconds.items(), start=1)
                told = ", ".join(f"{n} {step} {seconds:.3f}" for n, (step, seconds) in steps)
                line += f"  ({told})"
            self._print(line)

    def unchanged(self, entries: list[Entry]) -> None:
        """Say which PDFs are what they would become."""
        folder = shown(self.out)
        for entry in entries:
            for remark in entry.remarks:
                say(f"{folder}/{entry.name}: {remark}")
        if entries:
            lines = (_line(f"{folder}/{each.name}", each.pages, "unchanged") for each in entries)
            self._print("\n".join(lines))

    def without_statement(self, names: list[str]) -> None:
        """Name the files whose statement is gone."""
        if names and not self._quiet:
            gone = f"the statements of {', '.join(names)} are gone"
            say(f"{shown(self.out)}: {gone}; delete these files if nobody needs them")

    def checked(self, path: str) -> None:
        """Say that a statement has no fault."""
        self._print(f"{path}  no fault")

    def faulty(self, error: CommuniqueError, path: str) -> None:
        """Say why the statement at `path` cannot be built, and which PDFs are now out of date."""
        self.error(error, path)
        from communique.design import edition, language  # noqa: PLC0415  # where all is well, not needed

        stem = os.path.basename(path).removesuffix(SUFFIX)
        names = {f"{stem}.pdf", *(f"{stem}.{tag}.pdf" for tag in language.names())}
        names |= {f"{name[:-4]}.{kind}.pdf" for name in names for kind in edition.names()}
        for name in sorted(names):
            self._warn_of(name)

    def failed(self, error: CommuniqueError | OSError, job: Job) -> None:
        """Say why a statement has no PDF, and whether there is an older one."""
        versions, edition = job
        if isinstance(error, OSError):
            wrong = f"its PDF cannot be written: {error.strerror}"
            say(f"{versions[0].path}: {wrong}; make room, or choose another --out")
            return
        self.error(error, str(versions[0].path))
        languages = [version.language for version in versions]
        self._warn_of(file_name(versions[0].slug, languages, edition))

    def error(self, error: CommuniqueError, path: str) -> None:
        """Say what is wrong with the statement at `path`, or with the program."""
        from communique.model.faults import BugError  # noqa: PLC0415  # where all is well, not needed

        if isinstance(error, BugError):
            say(f"{path}: the program failed, and not you ({error}); please report it")
            if self._verbose:
                say(error.details)
        elif str(error):  # a fault of the design is told once a run
            say(str(error))

    @contextmanager
    def progress(self, what: str, total: int) -> Iterator[Callable[[], None]]:
        """Show a bar on a terminal where there is something to wait for; yield what moves it."""
        if self._quiet or total < _FEW or not sys.stderr.isatty():
            yield lambda: None
            return
        from rich.console import Console  # noqa: PLC0415  # only a terminal needs it
        from rich.progress import (  # noqa: PLC0415
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
        )
        with Progress(
            *columns,
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=sys.stdout.isatty(),  # results for a file or a pipe go there
        ) as progress:
            task = progress.add_task(what, total=total, rate="")

            def move() -> None:
                speed = progress.tasks[0].speed
                rate = f"{speed:.1f} a second" if speed else ""
                progress.update(task, advance=1, rate=rate)

            yield move

    def _warn_of(self, name: str) -> None:
        """Say so if an older PDF is still there, so that nobody sends it out."""
        path = os.path.join(self.out, name)
        if os.path.exists(path):
            say(f"{shown(path)}: this PDF is older and not of this text; do not send it out")

    def _print(self, line: str) -> None:
        if not self._quiet:
            print(line, flush=True)


def say(message: str) -> None:
    """Write a line to standard error."""
    print(message, file=sys.stderr, flush=True)


def _line(path: str, pages: int, outcome: str) -> str:
    """Return the line of a file; one that has no pages does not name them."""
    if not pages:
        return f"{path}  {outcome}"
    return f"{path}  {pages} page{'s' if pages > 1 else ''}  {outcome}"
