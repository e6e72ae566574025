"""A process of its own for the steps that read and typeset, so that what fails there fails alone.

Input may be hostile or the engine may crash, hang or eat the memory: the worker is then killed,
the statement is refused, and the next one gets a new worker.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import traceback
from typing import TYPE_CHECKING, Any

from communique import source
from communique.errors import BugError, CommuniqueError, Faults, StatementError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from communique.pipeline import Result
    from communique.statement import Statement

READ_SECONDS = 30.0
BUILD_SECONDS = 120.0
#: Long texts take longer: so many seconds more for each byte of the source.
SECONDS_A_BYTE = 60 / 100_000
MEMORY = 4 * 2**30  # bytes


class Worker:
    """One process that does one thing at a time, each within its time."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def read(self, path: Path) -> Statement:
        """Return the statement at `path`; raises `StatementError`, also where it takes too long."""
        statement: Statement = self._do("read", path, READ_SECONDS, path)
        return statement

    def build(self, statement: Statement, *arguments: object, **options: object) -> Result:
        """Return what `communique.pipeline.build` makes of these; raises what it raises.

        `StatementError` is raised, too, where it takes too long, too much memory, or crashes.
        """
        seconds = BUILD_SECONDS + len(statement.source) * SECONDS_A_BYTE
        result: Result = self._do(
            "build", statement.path, seconds, statement, *arguments, **options
        )
        return result

    def stop(self) -> None:
        """Kill the process, whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process.join()
        if self._connection:
            self._connection.close()
        self._process = self._connection = None

    def _do(
        self, task: str, path: Path, seconds: float, *arguments: object, **options: object
    ) -> Any:
        connection = self._started()
        connection.send((task, arguments, options))
        try:
            if not connection.poll(seconds):
                self.stop()
                raise _refused(path, f"it took longer than {seconds:.0f} s")
            done, outcome = connection.recv()
        except (EOFError, ConnectionError):
            raise _refused(path, f"the program crashed on it ({self._last_words()})") from None
        if done:
            return outcome
        if isinstance(outcome, MemoryError):
            self.stop()
            raise _refused(path, f"it needed more than {MEMORY // 2**30} GB of memory")
        raise outcome

    def _last_words(self) -> str:
        """Return how the process ended, and put it away."""
        code = None
        if self._process:
            self._process.join()
            code = self._process.exitcode
        self.stop()
        return signal.Signals(-code).name if code and code < 0 else f"exit status {code}"

    def _started(self) -> Connection:
        """Return the connection to a running process."""
        if self._connection is None or self._process is None or not self._process.is_alive():
            self.stop()
            context = _context()
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), daemon=True)  # type: ignore[attr-defined]
            self._process.start()
            theirs.close()
        return self._connection


def _context() -> BaseContext:
    """Return how processes are started: forked where that is safe, which is also fast."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


def _refused(path: Path, wrong: str) -> StatementError:
    faults = Faults(path)
    faults.add(1, "statement", wrong, "make it shorter or simpler, or look for what is odd in it")
    return StatementError(faults)


def _serve(connection: Connection) -> None:
    """Do what comes in until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops us
    _limit_memory()
    while True:
        try:
            task, arguments, options = connection.recv()
        except EOFError:
            return
        connection.send(_outcome(task, arguments, options))


def _outcome(task: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> tuple[bool, object]:
    """Return whether the task succeeded, and its result or its exception."""
    try:
        if task == "read":
            return True, source.read(*arguments)
        from communique import pipeline  # noqa: PLC0415  # slow, and reading needs none of it

        return True, pipeline.build(*arguments, **options)
    except (CommuniqueError, OSError, MemoryError) as error:
        return False, error
    except Exception as error:  # a bug of ours, said as one
        return False, BugError(f"{type(error).__name__}: {error}", traceback.format_exc())


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415  # Unix only
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
