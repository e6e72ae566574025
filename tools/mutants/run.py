"""Runs tests in forked processes, in which all is imported and collected already."""

from __future__ import annotations

import gc
import json
import os
import select
import shutil
import signal
import tempfile
import time
import warnings
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

#: A mutant has so many seconds, and so many times what its tests need without it.
_SECONDS, _TIMES = 10.0, 8.0
_BYTES = 8192


class Job(NamedTuple):
    """What one process does: `prepare` and then `tests`, until one fails."""

    name: str
    prepare: Callable[[], None]
    tests: Sequence[pytest.Item]
    seconds: float
    """What the tests need where all is well."""


class Tests:
    """The collected tests, and how each of them ended; a plugin of pytest."""

    def __init__(self, work: Callable[[Tests], None]) -> None:
        self._work = work
        self.why = ""
        """What the last test said that failed."""
        self.items: dict[str, pytest.Item] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do the work instead of running all tests."""
        self.items = {item.nodeid: item for item in session.items}
        self._work(self)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        if report.failed:
            self.why = f"{report.when}: {report.longreprtext[-2000:]}"

    def passes(self, item: pytest.Item, following: pytest.Item | None) -> bool:
        """Run a test; tell whether it passed or was skipped."""
        self.why = ""
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        return not self.why

    def first_failure(self, items: Iterable[pytest.Item]) -> str:
        """Run tests until one fails, and return its name or nothing."""
        items = list(items)
        for item, following in zip_longest(items, items[1:]):
            if not self.passes(item, following):
                return item.nodeid
        return ""

    def ends(self, jobs: Iterable[Job], most: int) -> Iterator[tuple[str, str]]:
        """Do each job in a process of its own, `most` at once; yield its name and how it ended.

        That is the name of the test that failed, or nothing, ``time``, ``crash``, ``import`` or
        ``broken: …``.
        """
        gc.collect()
        gc.freeze()
        waiting = iter(jobs)
        running: dict[int, tuple[int, str, float, Path]] = {}
        while True:
            while len(running) < most and (job := next(waiting, None)):
                folder = Path(tempfile.mkdtemp(prefix="mutants-"))
                end, process = self._start(job, folder)
                limit = time.monotonic() + _SECONDS + _TIMES * job.seconds
                running[end] = process, job.name, limit, folder
            if not running:
                return
            ready, _, _ = select.select(list(running), [], [], 0.2)
            for end, (process, name, limit, folder) in list(running.items()):
                if end in ready or time.monotonic() > limit:
                    said = os.read(end, _BYTES).decode() if end in ready else "time"
                    _stop(process)
                    os.close(end)
                    shutil.rmtree(folder, ignore_errors=True)
                    del running[end]
                    yield name, json.loads(said) if said.startswith('"') else said or "crash"

    def _start(self, job: Job, folder: Path) -> tuple[int, int]:
        """Fork a process for a job; return where its answer is read, and its number."""
        there, here = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of threads: none holds a lock
            process = os.fork()
        if process:
            os.close(here)
            return there, process
        with suppress(BaseException):
            os.setpgid(0, 0)
            os.close(there)
            quiet = os.open(os.devnull, os.O_RDWR)
            for number in (0, 1, 2):
                os.dup2(quiet, number)
            os.write(here, json.dumps(self._ended(job, folder)).encode()[:_BYTES])
        os._exit(0)

    def _ended(self, job: Job, folder: Path) -> str:
        try:
            for item in job.tests[:1]:  # each process has its own folder for temporary files
                item.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]
            job.prepare()
        except ImportError:
            return "import"
        except Exception as error:  # told, and the others go on
            return f"broken: {type(error).__name__}: {error}"
        return self.first_failure(job.tests)


def _stop(process: int) -> None:
    """End a process and all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process, signal.SIGKILL)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def collect(folders: Iterable[str], work: Callable[[Tests], None]) -> int:
    """Collect the tests in some folders and do `work` with them; return pytest's exit status."""
    without = [f"-pno:{name}" for name in ("xdist", "faulthandler", "cacheprovider")]
    options = ["-q", "-s", "-m", "not conformance and not attack", *without]
    return int(pytest.main([*options, *folders], plugins=[Tests(work)]))
