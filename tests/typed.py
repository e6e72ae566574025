"""The command as it is typed, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: A shell that starts the tests in the background lets them ignore Ctrl-C; the command heeds it.
COMMAND = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from communique.command.cli import main
sys.exit(main())
"""


def started(*arguments: object, stderr: int = subprocess.PIPE) -> subprocess.Popen[str]:
    """Start the command with `arguments`."""
    return subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-u", "-c", COMMAND, *map(str, arguments)],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=stderr,
    )


def said_and_imported(
    code: str, *arguments: object, folder: Path = ROOT
) -> tuple[list[str], set[str]]:
    """Return the lines that `code` prints in a new process in a folder, and what it imports."""
    told = f"{code}; import sys; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", told, *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    *lines, modules = done.stdout.splitlines()
    return lines, set(modules.split())


def wait_for(what: Callable[[], object], seconds: float = 180) -> None:
    """Wait until `what` is so."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.005)
