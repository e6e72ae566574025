"""Processes of their own for the steps that read and typeset: what fails there fails alone.

Input may be hostile or the engine may crash, hang or eat the memory: the worker is then killed,
the statement is refused, and the next one gets a new worker.

A worker is two processes at first: one reads, composes and proves, the other one typesets. So
the engine, which takes longest to start, starts while the statements are read. They are forked,
which is fast. A process that takes the place of another one does all, and is started anew: to
fork is not safe any more once there are threads.
"""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.model.faults import Faults, StatementError
from communique.run import serving
from communique.store import places, process, stops

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

    from communique.read.packed import PackedStatement

#: So long, in seconds, the processes of a worker may compute to read a statement, and to make or
#: verify its PDF: 400 pages take a third of that, and what takes longer was written to.
READ_SECONDS = 15.0
BUILD_SECONDS = 45.0
#: So many times as long it may take: on a busy machine they wait for one another.
_WAITING = 4
#: Whoever was given a PDF waits no longer than a minute for what is said of it, on any machine.
VERIFY_SECONDS = 50.0
_OF_PDFS = ("verify", "compare")
#: So many bytes they may have together; those that have kept half of it are replaced.
MEMORY = 2**30
GROWN = MEMORY // 2
#: So often both are looked at, in seconds.
_EACH = 0.1

_TOO_MUCH = f"it needed more than {MEMORY // 2**30} GB of memory"


class _End(NamedTuple):
    """Our end of a process: the process, and the connection to it."""

    process: BaseProcess
    connection: Connection
    inherited: int
    """The memory that it has from the command, in bytes, and that counts as the command's."""

    def kill(self) -> int | None:
        """Kill the process, whatever it is doing; return its exit code."""
        self.process.kill()
        self.process.join()
        self.connection.close()
        return self.process.exitcode


class Worker:
    """Does one thing at a time, each within its time."""

    def __init__(self) -> None:
        self._engine: _End | None = None
        self._reader: _End | None = None
        self._method = "fork" if sys.platform == "linux" else "spawn"
        self._stopped = False

    def start_engine(self) -> None:
        """Start what typesets, where it can be forked."""
        if self._method == "fork":
            self._engine = _started(self._method, serving.serve_engine)

    def start(self) -> None:
        """Start what reads, composes and proves, unless it runs."""
        if self._reader is None:
            engine = self._engine.connection if self._engine else None
            self._reader = _started(self._method, serving.serve, engine)
            self._method = "spawn"

    def do(
        self, task: str, subject: Path | tuple[PackedStatement, ...], *rest: Any, **options: Any
    ) -> Any:
        """Return what the task of that name in `communique.run.tasks` gives; raise what it raises.

        `StatementError` is raised, too, where it takes too long, too much memory, or crashes.
        """
        if isinstance(subject, tuple):
            path, seconds = subject[0].path, BUILD_SECONDS
        else:
            path, seconds = subject, BUILD_SECONDS if task in _OF_PDFS else READ_SECONDS
        return self._do(task, path, seconds, subject, *rest, **options)

    def forget(self) -> None:
        """Let the worker, if it runs, read the files of ``templates`` anew."""
        if self._reader:
            self._do("forget", Path("templates"), READ_SECONDS)

    @property
    def processes(self) -> list[int]:
        """The numbers of the processes that are there."""
        return [end.process.pid or 0 for end in (self._engine, self._reader) if end]

    def stop(self, *, for_good: bool = False) -> str:
        """Kill the processes, whatever they are doing; return how they had ended before, if so.

        After a stop `for_good` there will be no new ones.
        """
        self._stopped = self._stopped or for_good
        ends, self._reader, self._engine = (self._engine, self._reader), None, None
        codes = [end.kill() for end in ends if end]
        crashes = [-code for code in codes if code and code < 0 and -code != signal.SIGKILL]
        return signal.Signals(crashes[0]).name if crashes else "it was killed"

    def _do(
        self, task: str, path: Path, seconds: float, *arguments: object, **options: object
    ) -> Any:
        if self._stopped:
            raise KeyboardInterrupt
        self.start()
        assert self._reader  # noqa: S101  # it was just started
        connection = self._reader.connection
        try:
            connection.send((task, arguments, options))
            longest = VERIFY_SECONDS if task in _OF_PDFS else seconds * _WAITING
            self._await(connection, path, seconds, longest)
            done, outcome, memory = connection.recv()
        except (EOFError, OSError):
            raise _refused(path, f"the program crashed on it ({self.stop()})") from None
        if memory - self._inherited > GROWN or isinstance(outcome, MemoryError):
            self.stop()
        if isinstance(outcome, MemoryError):
            raise _refused(path, _TOO_MUCH)
        if not done:
            raise outcome
        return outcome

    def _await(self, connection: Connection, path: Path, seconds: float, longest: float) -> None:
        """Wait until there is an answer; raise `StatementError` where that takes too much.

        That is so many `seconds` of computing, the `longest` of waiting, or too much memory.
        """
        start, (before, _) = time.monotonic(), self._spent()
        while not connection.poll(_EACH):
            computed, memory = self._spent()
            late = time.monotonic() - start > longest
            if late or computed - before > seconds:
                self.stop()
                took = min(longest, seconds)
                raise _refused(path, f"it took longer than {took:.0f} s")
            if memory > MEMORY:
                self.stop()
                raise _refused(path, _TOO_MUCH)

    def _spent(self) -> tuple[float, int]:
        """Return how long the processes have computed, in seconds, and their memory, in bytes."""
        each = [process.spent(number) for number in self.processes]
        memory = sum(memory for _, memory in each) - self._inherited
        return sum(seconds for seconds, _ in each), memory

    @property
    def _inherited(self) -> int:
        return sum(end.inherited for end in (self._engine, self._reader) if end)


def _started(method: str, serve: Callable[..., None], *arguments: object) -> _End:
    """Return a new process that runs `serve` with its end of a connection and the `arguments`."""
    context: BaseContext = multiprocessing.get_context(method)
    ours, theirs = context.Pipe()
    child: BaseProcess = context.Process(  # type: ignore[attr-defined]
        target=serving.in_project,
        args=(places.project(), serve, theirs, *arguments),
        daemon=True,
    )
    serving.OF_THE_COMMAND.add(ours)
    inherited = process.spent(os.getpid())[1] if method == "fork" else 0
    with stops.held():
        child.start()
    theirs.close()
    return _End(child, ours, inherited)


@atexit.register  # before what multiprocessing does then: it asks them to end, and waits for it
def _kill_what_is_left() -> None:
    """Kill the processes that were started while the command was being stopped."""
    for child in multiprocessing.active_children():
        child.kill()


def _refused(path: Path, wrong: str) -> StatementError:
    faults = Faults(path)
    faults.add(
        1, "statement", wrong, "make it shorter or simpler, or look for anything unusual in it"
    )
    return StatementError(faults)
