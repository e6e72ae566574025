"""The verb new: begin a project, a folder with a statement to change."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import status
from communique.command.options import HIDDEN
from communique.model.faults import UsageError
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "FOLDER"
ABOUT = """\
Start a project in FOLDER, which is made if it does not exist: source/ with a
statement to change, and communique.yaml, which says what is built.
"""
_BEGINNING = TEMPLATES / "new"


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("folder", metavar="FOLDER", help=HIDDEN)


def run(options: Options, report: Report) -> int:
    """Begin the project; return the exit status. Raises `UsageError` where something is there."""
    folder = Path(options.folder)
    if folder.is_dir():
        if any(not path.name.startswith(".") for path in folder.iterdir()):  # .git may be there
            raise UsageError(f"{folder} is not empty; name a folder that is not there yet")
    elif folder.exists():
        raise UsageError(f"{folder} is a file; name a folder that is not there yet")
    shutil.copytree(_BEGINNING, folder, copy_function=shutil.copyfile, dirs_exist_ok=True)
    statement = next((_BEGINNING / "source").iterdir()).name
    report.notice(f"{folder}: started; change {folder / 'source' / statement}, then build there")
    return status.WELL
