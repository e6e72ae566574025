"""The verb import: make a statement of a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import status
from communique.command.options import HIDDEN
from communique.design import language
from communique.model.faults import Faults, FaultsError, StatementError, UsageError
from communique.publish import atomic
from communique.run import selection
from communique.store import places

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report
    from communique.word import Imported

SUBJECTS = "FILE..."
ABOUT = """\
Make a statement of each Word file (.docx), in source/, with its pictures
beside it. Each word and number is compared with a second reading of the file.
What differs, and what only its author knows, is listed in the statement under
`unsettled`; no PDF is made before the lines of that list are deleted.
"""


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("paths", nargs="+", metavar="FILE", help=HIDDEN)
    add("--language", metavar="TAG", default="", help="the language of the text, such as da")
    add("--accept", action="store_true", help="accept all tracked changes")
    add("--reject", action="store_true", help="reject all tracked changes")
    add("--into", metavar="FOLDER", default="", help="write there, and not in source/")
    add("--force", action="store_true", help="replace what was imported before")


def run(options: Options, report: Report) -> int:
    """Import the files; return the exit status."""
    try:
        from communique import word  # noqa: PLC0415  # an extra that need not be installed
    except ImportError as error:
        raise UsageError.without_extra("import", "word") from error
    if options.accept and options.reject:
        raise UsageError("--accept and --reject exclude one another; give one of them")
    if options.language and not language.is_tag(options.language):
        raise UsageError(f"--language: {options.language} is no language; write one, such as da")
    folder = Path(options.into or (selection.source() if places.is_project() else "."))
    accept = True if options.accept else False if options.reject else None
    outcome = status.WELL
    for path in map(Path, options.paths):
        try:
            found = word.imported(path, options.language, accept=accept)
            written = _write(path, found, folder, force=options.force)
        except FaultsError as error:
            report.refused(error, [])
            outcome = status.REFUSED
        else:
            _say(path, written, found, report)
    return outcome


def _write(source: Path, found: Imported, folder: Path, *, force: bool) -> Path:
    """Write what was `found` in a Word file into the folder; return where the statement is.

    Raises `StatementError` where something is there that is not to be replaced.
    """
    path = folder / found.name
    there = [each for each in (path, *(folder / name for name in found.pictures)) if each.exists()]
    if there and not force:
        faults = Faults(source)
        wrong = f"{places.shown(str(there[0]))} is there already"
        faults.add(1, "file", wrong, "give that another name, or add --force to replace it")
        raise StatementError(faults)
    for name, data in found.pictures.items():
        atomic.write(folder / name, data)
    atomic.write(path, found.text.encode("utf-8"))
    return path


def _say(path: Path, written: Path, found: Imported, report: Report) -> None:
    for line in found.told:
        report.notice(f"{path}: {line}")
    shown = places.shown(str(written))
    for line in found.to_settle:
        report.notice(f"{shown}: unsettled: {line}")
    many = len(found.to_settle)
    left = (
        f"settle {many} line{'s' * (many > 1)} under `unsettled`" if many else "nothing to settle"
    )
    report.notice(f"{shown}: imported from {path}; {left}, then look at it and build it")
