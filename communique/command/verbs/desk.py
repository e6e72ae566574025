"""The verb desk: write statements in the browser, and see the printed page as they are typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.command import settings, status
from communique.command.options import HIDDEN
from communique.model.faults import UsageError
from communique.run import selection
from communique.store import places

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.command.options import Options
    from communique.run.report import Report

SUBJECTS = "[FOLDER]"
ABOUT = """\
Open the desk in the browser: write the statements in FOLDER, see the printed
pages as you type, drop a Word file in, take PDF, web page and text away.
Without FOLDER: source/. Nobody but you, on this machine, can open it.
"""
_MOST = 65535


def add_options(add: Callable[..., object]) -> None:
    """Add the arguments of this verb with `add`."""
    add("folder", nargs="?", metavar="FOLDER", default="", help=HIDDEN)
    add(
        "--port",
        type=_port,
        metavar="N",
        default=0,
        help="listen there (default: where it is free)",
    )
    add("--no-browser", action="store_true", help="print the address, and open nothing")


def run(options: Options, report: Report) -> int:
    """Serve the desk until it is stopped; return the exit status."""
    try:
        from communique.desk import serving  # noqa: PLC0415  # an extra that need not be installed
    except ImportError as error:
        raise UsageError.without_extra("desk", "desk") from error
    folder, out = _folders(options.folder)
    try:
        serving.serve(
            folder,
            out,
            options.port,
            lambda address: report.notice(f"the desk is open: {address} (Ctrl-C closes it)"),
            browser=not options.no_browser,
        )
    except KeyboardInterrupt:  # how it ends, and no more than that
        report.notice("the desk is closed")
    except OSError as error:
        wrong = f"the desk cannot listen on port {options.port}: {error.strerror}"
        raise UsageError(f"{wrong}; leave --port out, or name another one") from error
    return status.WELL


def _folders(named: str) -> tuple[Path, Path]:
    """Return the folder of the statements, and that for what is made of them.

    A project that is named has its own; any other folder holds the statements itself. Raises
    `UsageError` where there is no such folder.
    """
    if named and not Path(named).is_dir():
        wrong = f"{named} is a file" if Path(named).exists() else f"there is no folder {named}"
        raise UsageError(f"{wrong}; name a folder, or start a project with the verb new")
    if named:
        places.enter(named)
    is_whole = not named or Path(named).samefile(places.project())
    if is_whole and places.is_project():
        folder = Path(selection.source())
        folder.mkdir(exist_ok=True)
        return folder, Path(settings.load().out)
    here = Path(named or ".").resolve()
    inside = places.is_project() and here.is_relative_to(Path(places.project()))
    return here, Path(settings.load().out) if inside else here / settings.OUT


def _port(text: str) -> int:
    """Return the number of a port; an error says that it is none."""
    from communique.command.english import argparse  # noqa: PLC0415  # most leave it out

    number = int(text) if text.isdecimal() else _MOST + 1
    if number > _MOST:
        raise argparse.ArgumentTypeError(f"{text} is not a port; write a number up to {_MOST}")
    return number
