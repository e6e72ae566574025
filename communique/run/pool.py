"""The workers of this machine, behind the interface that every other executor has too.

`do` is what an executor is given (`concurrent.futures.Executor`). In a thread of a pool it asks
the worker of that thread; anywhere else, as in a process of another machine, the task is done on
the spot, one at a time, since the engine is not made for threads.
"""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from communique.model.faults import DesignError, Fault
from communique.run import tasks, worker
from communique.run.worker import Worker
from communique.store import process
from communique.store.paths import TEMPLATES, from_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor, Future

#: So many things wait in an executor at most.
_AHEAD = 200


class _Here(threading.local):
    """What belongs to a thread of a pool."""

    worker: Worker | None = None


_HERE = _Here()
_ONE_AT_A_TIME = threading.Lock()


def do(task: str, *arguments: Any, **options: Any) -> Any:
    """Return what the task of that name in `communique.run.tasks` gives; raise what it raises.

    Tasks write nothing, so an `OSError` is a file that cannot be read: a `DesignError` names it.
    """
    own = _HERE.worker
    try:
        if own:
            return own.do(task, *arguments, **options)
        with _ONE_AT_A_TIME:
            return getattr(tasks, task)(*arguments, **options)
    except OSError as error:
        path = from_here(Path(error.filename or TEMPLATES))
        wrong = f"it cannot be read: {error.strerror}"
        instead = "look whether it is there, and whether you may read it"
        raise DesignError([Fault(path, 1, "file", wrong, instead)]) from error


def results(
    executor: Executor, asked: Iterator[tuple[Any, tuple[Any, ...]]], **options: Any
) -> Iterator[tuple[Any, Future[Any]]]:
    """Hand out the tasks `asked`, each given with what it is for; yield that, as they are done."""
    waiting: dict[Future[Any], Any] = {}
    for subject, task in asked:
        waiting[executor.submit(do, *task, **options)] = subject
        if len(waiting) >= _AHEAD:
            first = next(as_completed(waiting))
            yield waiting.pop(first), first
    while waiting:
        for done in as_completed(list(waiting)):
            yield waiting.pop(done), done


class Pool:
    """As many workers as things are done at once, for tasks that need the engine or do not."""

    def __init__(self, size: int, *, engine: bool = True) -> None:
        size = max(1, size)  # where there is nothing to do, a worker is not in the way
        self._workers = [Worker() for _ in range(size)]
        for each in self._workers if engine else ():
            each.start_engine()
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for each in self._workers:
            each.start()
            self._free.put(each)
        self.executor: Executor = ThreadPoolExecutor(size, initializer=self._take)

    def forget(self, *, fonts: bool) -> None:
        """Let the workers, which are idle, heed that ``templates`` changed, or even its `fonts`."""
        for each in self._workers:
            if fonts:
                each.stop()
            else:
                each.forget()
        tasks.forget()

    def stop(self) -> None:
        """Kill the workers, whatever they are doing."""
        for each in self._workers:
            each.stop(for_good=True)
        self.executor.shutdown(wait=True, cancel_futures=True)

    def _take(self) -> None:
        _HERE.worker = self._free.get()


def at_once() -> int:
    """Return how many workers this process may use cores for, and has memory for; one at least."""
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    memory = process.memory()
    return min(cores, max(1, memory // worker.MEMORY)) if memory else cores
