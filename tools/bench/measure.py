"""What a command takes: seconds, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
_TICK = 0.05  # seconds between two looks at the memory


class Cost(NamedTuple):
    """Seconds, and bytes at the highest where they were looked at."""

    seconds: float
    memory: int = 0


def run(*command: object, memory: bool = False, quiet: bool = True) -> Cost:
    """Run a Python command to its end; return what it took. Raises where it fails."""
    words = [sys.executable, *map(str, command)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  # our own commands
        words, env=environment, stdout=subprocess.DEVNULL if quiet else None
    )
    watcher = _Watcher(process.pid) if memory else None
    code = process.wait()
    seconds = time.perf_counter() - start
    if code:
        raise SystemExit(f"{' '.join(words)[:300]} ended with exit status {code}")
    return Cost(seconds, watcher.stop() if watcher else 0)


def several(rounds: int, **commands: tuple[object, ...]) -> dict[str, float]:
    """Run the commands in turn, so many times; return the median seconds of each."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(run(*command).seconds)
    return {name: median(seconds) for name, seconds in found.items()}


class Served:
    """A process that does one thing again at each line, and says how many seconds it took."""

    def __init__(self, *command: object) -> None:
        self._process = subprocess.Popen(  # noqa: S603  # our own commands
            [sys.executable, *map(str, command)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def once(self) -> float:
        """Do it once more."""
        assert self._process.stdin  # noqa: S101  # it is a pipe
        assert self._process.stdout  # noqa: S101
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())

    def stop(self) -> None:
        """End it."""
        self._process.communicate()


class _Watcher(threading.Thread):
    """Looks at the memory of a process and all below it, shared pages counted once (proc(5))."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._most = 0
        self._done = threading.Event()
        self.start()

    def run(self) -> None:
        while not self._done.wait(_TICK):
            self._most = max(self._most, sum(map(_memory, _family(self._pid))))

    def stop(self) -> int:
        self._done.set()
        self.join()
        return self._most


def _family(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        below = [int(each) for task in tasks for each in (task / "children").read_text().split()]
    except OSError:
        return [pid]
    return [pid, *(each for child in below for each in _family(child))]


def _memory(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    lines = (line.split() for line in rollup.splitlines())
    return sum(int(line[1]) * 1024 for line in lines if line[0] == "Pss:")
