"""How long a command takes, and how much memory all of its processes need together."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.samples import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: So often the memory is looked at, in seconds.
_EACH = 0.05


class Measured(NamedTuple):
    """What came of a command."""

    code: int
    """The exit status; negative for a signal, as `subprocess` has it."""
    said: str
    """What it wrote to its two streams."""
    seconds: float
    """How long its processes computed: other programs do not count."""
    mebibytes: float
    """The most that its processes had together, shared pages counted once."""


def measured(arguments: Sequence[str], folder: Path, *, most: float) -> Measured:
    """Return what comes of the command with these `arguments` in a `folder`.

    After `most` seconds its processes are killed.
    """
    start, memory = time.monotonic(), 0
    with (folder / ".said").open("w+b") as stream:
        process = subprocess.Popen(  # noqa: S603  # our own interpreter and code
            [sys.executable, str(ROOT / "build.py"), *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        while process.poll() is None:
            memory = max(memory, sum(map(_bytes, in_session(process.pid))))
            if time.monotonic() - start > most:
                os.killpg(process.pid, signal.SIGKILL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_EACH)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        stream.seek(0)
        said = stream.read().decode("utf-8", errors="replace")
    return Measured(process.returncode, said, seconds, memory / 2**20)


def in_session(leader: int) -> Iterator[int]:
    """Yield the numbers of the processes that run in the session of a `leader` (proc(5))."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        if fields[0] != "Z" and int(fields[3]) == leader:
            yield int(folder.name)


def _bytes(process: int) -> int:
    """Return the memory of a process: its own pages, and its share of those it has with others."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
