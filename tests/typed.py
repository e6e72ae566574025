"""The command as it is typed, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

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


def wait_for(what: Callable[[], object], seconds: float = 180) -> None:
    """Wait until `what` is so."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.005)
