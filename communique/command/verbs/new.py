"""The verb new: begin a project, a folder with a statement to change."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import status
from communique.command.options import HIDDEN
from communique.model.faults import UsageError
from communique.run.selection import is_called_like_a_file
from communique.store.paths import TEMPLATES
from communique.store.places import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "FOLDER"
ABOUT = """\
Start a project in FOLDER, which is made if it does not exist: source/ with a
statement to change, and communique.yaml, which says what is built. Where there
is a source/ already, only communique.yaml is added.
"""
_BEGINNING = TEMPLATES / "new"


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("folder", metavar="FOLDER", help=HIDDEN)


def run(options: Options, report: Report) -> int:
    """Begin the project; return the exit status. Raises `UsageError` where something is there."""
    folder = Path(options.folder)
    if not options.folder.isprintable():
        wrong = f"{options.folder!r} has a character that nobody sees, such as a line end"
        raise UsageError(f"{wrong}; name a folder without it")
    if folder.is_dir():
        shown = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
        if "source" in shown and SETTINGS not in shown:  # it becomes a project as it is
            shutil.copyfile(_BEGINNING / SETTINGS, folder / SETTINGS)
            report.notice(f"{folder}: {SETTINGS} was added, nothing else; now build there")
            return status.WELL
        if shown:
            wrong = f"{folder} is a project" if SETTINGS in shown else f"{folder} is not empty"
            hint = f", or write an empty {SETTINGS} in it" if SETTINGS not in shown else ""
            raise UsageError(f"{wrong}; name a folder that is not there yet{hint}")
    elif folder.is_symlink() and not folder.exists():
        wrong = f"{folder} is a link that leads to {folder.readlink()}, which is not there"
        raise UsageError(f"{wrong}; make that folder, or name another one")
    elif folder.exists():
        raise UsageError(f"{folder} is a file; name a folder that is not there yet")
    elif is_called_like_a_file(options.folder):
        raise UsageError(f"{folder} is the name of a file; name a folder")
    shutil.copytree(_BEGINNING, folder, copy_function=shutil.copyfile, dirs_exist_ok=True)
    statement = next((_BEGINNING / "source").iterdir()).name
    report.notice(f"{folder}: started; change {folder / 'source' / statement}, then build there")
    return status.WELL
