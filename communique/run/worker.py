"""Processes of their own for the steps that read and typeset: what fails there fails alone.

Input may be hostile or the engine may crash, hang or eat the memory: the worker is then killed,
the statement is refused, and the next one gets a new worker.

A worker is two processes at first: one reads, composes and proves, the other one typesets. So
the engine, which takes longest to start, starts while the statements are read. They are forked,
which is fast. A process that takes the place of another one does all, and is started anew: to
fork is not safe any more once there are threads.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import traceback
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakSet

from communique import prove
from communique.model.faults import BugError, CommuniqueError, Faults, StatementError
from communique.run import tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

    from communique.compose.sheet import Sheet
    from communique.publish.result import Proven
    from communique.read.packed import PackedStatement
    from communique.typeset.engine import Typeset

READ_SECONDS = 30.0
BUILD_SECONDS = 120.0
#: Long texts take longer: so many seconds more for each byte of the source.
SECONDS_A_BYTE = 60 / 100_000
MEMORY = 4 * 2**30  # bytes
#: Our ends of all connections: a process that is forked lets go of them, so that each other one
#: notices when this process ends.
_OURS: WeakSet[Connection] = WeakSet()
#: Garbage is looked for less often than usual: that takes a tenth less time, and a twentieth more
#: memory (CPython, gc.set_threshold).
_THRESHOLDS = 50_000, 20, 50
#: After so many pages memory is given back at once, while the PDF is proven.
_MANY_PAGES = 50
#: After so many seconds without a task, a worker has time.
_IDLE = 0.1
#: From so many characters of HTML on, what proves is imported only when there is a PDF: that takes
#: little of the time by then, and the engine needs most of its memory at its end.
_LONG = 200_000
#: A worker that has grown to so many bytes is replaced.
GROWN = 2**30


class _End(NamedTuple):
    """Our end of a process: the process, and the connection to it."""

    process: BaseProcess
    connection: Connection

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
            self._engine = _started(self._method, _serve_engine)

    def start(self) -> None:
        """Start what reads, composes and proves, unless it runs."""
        if self._reader is None:
            engine = self._engine.connection if self._engine else None
            self._reader = _started(self._method, _serve, engine)
            self._method = "spawn"

    def do(
        self, task: str, subject: Path | tuple[PackedStatement, ...], *rest: Any, **options: Any
    ) -> Any:
        """Return what the task of that name in `communique.run.tasks` gives; raise what it raises.

        `StatementError` is raised, too, where it takes too long, too much memory, or crashes.
        """
        if isinstance(subject, tuple):
            size = sum(statement.size for statement in subject)
            path, seconds = subject[0].path, BUILD_SECONDS + size * SECONDS_A_BYTE
        else:
            path, seconds = subject, READ_SECONDS
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
            if not connection.poll(seconds):
                self.stop()
                raise _refused(path, f"it took longer than {seconds:.0f} s")
            done, outcome, memory = connection.recv()
        except (EOFError, OSError):
            raise _refused(path, f"the program crashed on it ({self.stop()})") from None
        if memory > GROWN or isinstance(outcome, MemoryError):
            self.stop()
        if isinstance(outcome, MemoryError):
            raise _refused(path, f"it needed more than {MEMORY // 2**30} GB of memory")
        if not done:
            raise outcome
        return outcome


def _started(method: str, serve: Callable[..., None], *arguments: object) -> _End:
    """Return a new process that runs `serve` with its end of a connection and the `arguments`."""
    context: BaseContext = multiprocessing.get_context(method)
    ours, theirs = context.Pipe()
    process: BaseProcess = context.Process(  # type: ignore[attr-defined]
        target=serve, args=(theirs, *arguments), daemon=True
    )
    _OURS.add(ours)
    process.start()
    theirs.close()
    return _End(process, ours)


def _refused(path: Path, wrong: str) -> StatementError:
    faults = Faults(path)
    faults.add(1, "statement", wrong, "make it shorter or simpler, or look for what is odd in it")
    return StatementError(faults)


def _serve(connection: Connection, engine: Connection | None = None) -> None:
    """Do the tasks that come in until the other end is closed."""
    _settle(engine)
    beside = [0]

    def make(*arguments: Any, **options: Any) -> Proven:
        if engine:
            options["set_type"] = partial(_set_type, engine, beside)
        return tasks.make(*arguments, **options)

    names = ("read", "check", "forget")
    _answer(connection, {**{name: getattr(tasks, name) for name in names}, "make": make}, beside)


def _set_type(engine: Connection, memory: list[int], sheet: Sheet) -> Typeset:
    """Have `sheet` typeset by the other process, and note its memory; where it ended, end too."""
    try:
        engine.send(("set", (sheet,), {}))
        if len(sheet.html) < _LONG:
            prove.ready()  # there is time for it now
        done, outcome, memory[0] = engine.recv()
    except (EOFError, OSError):
        os._exit(1)
    if not done:
        raise outcome
    made: Typeset = outcome
    return made


def _serve_engine(connection: Connection) -> None:
    """Typeset what comes in until the other end is closed."""
    _settle(None)
    from communique.typeset import engine  # noqa: PLC0415  # as above

    with suppress(Exception):  # what is wrong with the engine is said when it is asked
        engine.warm()
    _answer(connection, {"set": engine.set_type})


def _answer(
    connection: Connection, tasks: dict[str, Callable[..., Any]], beside: Sequence[int] = (0,)
) -> None:
    """Do the `tasks` that come in by their names until the other end is closed.

    The memory of processes `beside` this one, in bytes, is told with its own.
    """
    while True:
        try:
            if not connection.poll(_IDLE):
                gc.collect()  # now, rather than when somebody waits for a PDF
            name, arguments, options = connection.recv()
        except EOFError:
            return
        done, outcome = _outcome(tasks[name], arguments, options)
        connection.send((done, outcome, _memory() + sum(beside)))
        many = getattr(outcome, "pages", 0) > _MANY_PAGES
        del outcome, arguments, options
        if many:
            _give_back()


def _outcome(
    task: Callable[..., Any], arguments: Sequence[Any], options: dict[str, Any]
) -> tuple[bool, object]:
    """Return whether the task succeeded, and its result or its exception."""
    try:
        return True, task(*arguments, **options)
    except (CommuniqueError, OSError, MemoryError) as error:
        return False, error
    except Exception as error:  # a bug of ours, said as one
        return False, BugError(f"{type(error).__name__}: {error}", traceback.format_exc())


def _settle(engine: Connection | None) -> None:
    """Leave Ctrl-C to the parent, let go of the other workers, and bound the memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*_THRESHOLDS)
    for connection in _OURS:
        if connection is not engine:
            connection.close()
    try:
        import resource  # noqa: PLC0415  # Unix only
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _give_back() -> None:
    """Give the memory that is free back to the system, which the C library (glibc) else keeps."""
    import ctypes  # noqa: PLC0415  # seldom needed

    gc.collect()
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _memory() -> int:
    """Return the most memory that this process has had, in bytes; 0 where that is not known."""
    try:
        import resource  # noqa: PLC0415  # Unix only
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
