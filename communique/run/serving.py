"""What runs inside a worker's processes: tasks come in over a connection, outcomes go back.

The memory of each process is bounded, and what is free is given back while nobody waits.
"""

from __future__ import annotations

import gc
import mmap
import multiprocessing
import os
import sys
import traceback
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from communique import prove
from communique.model.faults import BugError, CommuniqueError
from communique.run import tasks
from communique.store import garbage, places, stops

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

    from communique.compose.sheet import Sheet
    from communique.publish.result import Proven
    from communique.typeset.engine import Typeset

#: A process that asks for more, in bytes, beyond what it has at first, does not get it; how much a
#: worker may have in all, its command looks at (`communique.run.worker`).
_MOST = 4 * 2**30
#: The same where a PDF may come from anybody: PDFium takes a gigabyte faster than anybody looks.
MEMORY_FOR_ANY_PDF = 13 * 2**26
#: The ends of all connections that the command holds: a process that is forked lets go of them, so
#: that each other one notices when the command ends.
OF_THE_COMMAND: WeakSet[Connection] = WeakSet()
#: After so many pages memory is given back at once, while the PDF is proven.
_MANY_PAGES = 50
#: After so many seconds without a task, a worker has time.
_IDLE = 0.1
#: From so many characters of HTML on, what proves is imported only when there is a PDF: that takes
#: little of the time by then, and the engine needs most of its memory at its end.
_LONG = 200_000


def in_project(folder: str, serving: Callable[..., None], *arguments: Any) -> None:
    """Do what `serving` does with the `arguments`, in the project in that folder.

    A process that is not forked would take the project of the current folder.
    """
    places.enter(folder)
    serving(*arguments)


def serve(connection: Connection, engine: Connection | None = None) -> None:
    """Do the tasks that come in until the other end is closed."""
    _settle(engine)
    beside = [0]

    def make(*arguments: Any, **options: Any) -> Proven:
        if engine:
            options["set_type"] = partial(_set_type, engine, beside)
        return tasks.make(*arguments, **options)

    names = (
        "read",
        "account",
        "brackets",
        "compare_languages",
        "check",
        "draw",
        "places",
        "forget",
    )
    done = {name: getattr(tasks, name) for name in names}
    done |= {name: partial(_of_any_pdf, name) for name in ("verify", "compare", "earlier")}
    _answer(connection, {**done, "make": make}, beside)


def _of_any_pdf(name: str, *arguments: Any, **options: Any) -> Any:
    """Do the task of that name within a bound of memory of its own from the first one on."""
    _bound_for_any_pdf()
    return getattr(tasks, name)(*arguments, **options)


@cache
def _bound_for_any_pdf() -> None:
    _bound(MEMORY_FOR_ANY_PDF)


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


def serve_engine(connection: Connection) -> None:
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
            done, outcome = _outcome(tasks[name], arguments, options)
            connection.send((done, outcome, _memory() + sum(beside)))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return
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
    """Leave Ctrl-C to the command, end with it, let go of the other workers, bound the memory."""
    stops.ignore()
    Thread(target=_end_with_the_command, daemon=True).start()
    garbage.look_seldom()
    gc.freeze()  # what the parent made is no garbage: to look it through would copy its memory
    for connection in OF_THE_COMMAND:
        if connection is not engine:
            connection.close()
    _bound(_MOST)


def _bound(memory: int) -> None:
    """Let this process have so many bytes of memory at most beyond what it has now.

    A forked one has that of the command at first, which may be large: other programs call us, too.
    """
    try:
        import resource  # noqa: PLC0415  # Unix only
    except ImportError:
        return
    own = 0
    with suppress(OSError):  # proc(5); there is none but on Linux
        own = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * mmap.PAGESIZE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = own + memory if hard == resource.RLIM_INFINITY else min(own + memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _end_with_the_command() -> None:
    """End this process, whatever it is doing, once the command has ended, however that was."""
    if command := multiprocessing.parent_process():
        command.join()
        os._exit(1)


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
