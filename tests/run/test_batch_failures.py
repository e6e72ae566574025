"""Many statements at once, with workers that may fail."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from communique.model.faults import StatementError
from communique.publish import atomic
from communique.publish.manifest import Record
from communique.read import source as reading
from communique.run import pipeline, worker
from communique.run.batch import Batch
from communique.run.pool import Pool, do
from communique.run.report import Report
from communique.store.paths import TEMPLATES
from tests.run.statements import COUNT, request
from tests.samples import with_body
from tests.typed import started, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from communique.model.statement import Statement
    from communique.publish.result import Proven
    from communique.store.file_state import Identity
    from tests.conftest import Build


#: So many that one can interrupt the run.
MANY = 10
Fail = Callable[[Callable[[], object]], None]


@pytest.fixture
def fail(monkeypatch: pytest.MonkeyPatch) -> Fail:
    """Let the making of one statement, s2, do something else."""
    made = pipeline.make

    def replace(failure: Callable[[], object]) -> None:
        def make(statement: Statement, *arguments: Any, **options: Any) -> Proven:
            if statement.slug == "s2":
                failure()
            return made(statement, *arguments, **options)

        monkeypatch.setattr(pipeline, "make", make)

    return replace


def test_one_whose_worker_crashes_fails_alone(
    build: Build, source: Path, tmp_path: Path, fail: Fail
) -> None:
    fail(lambda: os.kill(os.getpid(), signal.SIGSEGV))
    run = build(source, "--jobs", "2")
    assert run.code == 1
    crashed, summary, again = run.err.splitlines()
    assert "the program crashed on it (SIGSEGV)" in crashed
    assert (summary, again) == (f"{COUNT - 1} made, 1 refused:", f"  {crashed}")
    assert len(list((tmp_path / "out").glob("*.pdf"))) == COUNT - 1


def test_one_that_hangs_fails_alone(
    build: Build, source: Path, tmp_path: Path, fail: Fail, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(lambda: time.sleep(60))
    monkeypatch.setattr(worker, "BUILD_SECONDS", 6)
    monkeypatch.setattr(worker, "_WAITING", 1)
    run = build(source, "--jobs", "2")
    assert run.code == 1
    assert "it took longer than 6 s" in run.err
    assert len(list((tmp_path / "out").glob("*.pdf"))) == COUNT - 1


def test_what_an_executor_itself_reports_is_said_of_the_statement(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Gone(Executor):
        def submit(self, *_: object, **__: object) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(RuntimeError("the machine is gone"))
            return future

    out = tmp_path / "other"
    record = Record(str(out))
    with ThreadPoolExecutor(1) as reader:
        batch = Batch(reader, Gone(), request(out), record, Report(str(out)))
        assert batch.run({str(source / "s1.en.md"): ""}, {}) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        f"{source}/s1.en.md: this is a mistake of the program, not yours (RuntimeError: the"
    )


def test_as_many_are_read_at_once_as_there_are_jobs(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meet(path: Path, _: bytes | None) -> None:
        """Begin, and go on once another one has begun."""
        (tmp_path / f"{path.name}.begun").touch()
        wait_for(lambda: len(list(tmp_path.glob("*.begun"))) > 1, seconds=20)
        raise StatementError([])

    monkeypatch.setattr(reading, "read", meet)
    workers = Pool(2, engine=False)
    tasks = [workers.executor.submit(do, "read", source / f"s{number}.en.md") for number in (1, 2)]
    assert all(isinstance(task.exception(), StatementError) for task in tasks)
    workers.stop()


def test_a_pool_for_nothing_has_a_worker_all_the_same(source: Path) -> None:
    workers = Pool(0, engine=False)
    assert workers.executor.submit(do, "read", source / "s1.en.md").result().slug == "s1"
    workers.stop()


@pytest.mark.conformance
def test_ctrl_c_leaves_whole_files_and_the_next_run_goes_on(tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    source.mkdir()
    for number in range(MANY):
        body = with_body(f"Statement number {number}.\n\n" + "Words and words. " * 120)
        (source / f"s{number:02}.en.md").write_text(body, "utf-8")
    process = started(source, "--out", out)
    wait_for(lambda: len(list(out.glob("*.pdf"))) >= 3)
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=30)
    assert process.returncode == 130
    stopped, *summary = complaints.splitlines()
    assert stopped.startswith("communique: stopped;")
    assert [re.sub(r"\d+", "n", line) for line in summary] == ["n made"]
    there = {path.name for path in out.glob("*.pdf")}
    assert len(there) < MANY
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in out.glob("*.pdf"))
    again = started(source, "--out", out, "--jobs", "1")
    told, complaints = again.communicate(timeout=120)
    assert again.returncode == 0
    assert re.fullmatch(r"\d+ made, \d+ unchanged\n", complaints)
    kept = {line.split("/")[-1].split()[0] for line in told.splitlines() if "unchanged" in line}
    assert kept <= there
    assert len(there - kept) <= 1, "at most the one that was being recorded"
    assert len(list(out.glob("*.pdf"))) == MANY


def test_a_file_of_the_design_that_cannot_be_read_is_named(
    build: Build, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object, **__: object) -> Proven:
        raise PermissionError(13, "Permission denied", str(TEMPLATES / "styles" / "base.css"))

    monkeypatch.setattr(pipeline, "make", unreadable)
    run = build(source)
    assert run.code == 1
    assert run.err.startswith(
        "templates/styles/base.css:1: file: it cannot be read: Permission denied; "
        "look whether it is there, and whether you may read it\n"
    )


def test_a_pdf_that_cannot_be_written_is_said_and_the_others_are_made(
    build: Build, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = atomic.write

    def full(path: Path, data: bytes) -> Identity:
        if path.name == "s3.en.pdf":
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(atomic, "write", full)
    run = build(source)
    assert run.code == 1
    assert "its files cannot be written: No space left on device; make room, or" in run.err
    assert len(list((tmp_path / "out").glob("*.pdf"))) == COUNT - 1
