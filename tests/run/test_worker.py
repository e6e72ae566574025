from __future__ import annotations

import mmap
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import BugError, StatementError
from communique.read import source
from communique.run import pipeline, worker
from communique.run.worker import Worker
from communique.store.paths import TEMPLATES
from communique.typeset import engine
from tests.samples import ROOT
from tests.typed import said_and_imported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.model.statement import Statement
    from communique.publish.result import Proven, ProvenFile
    from communique.read.packed import PackedStatement

TEXT = "---\ntitle: T\n---\n\nWords.\n"
_PARENT = """
import signal
from communique.run.worker import Worker
workers = Worker(), Worker()
for worker in workers:
    worker.start_engine()
    worker.start()
print(*workers[0].processes, *workers[1].processes, flush=True)
signal.pause()
"""
_BUSY_PARENT = """
import time
from pathlib import Path
from communique.run import tasks
from communique.run.worker import Worker
def read(path):
    print("begun", flush=True)
    time.sleep(60)
tasks.read = read
Worker().do("read", Path("a.en.md"))
"""
BAD = "---\ntitle: T\ncolour: red\n---\n\nWords.\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "t.en.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def one() -> Iterator[Worker]:
    """Yield a worker, which is forked at its first task and so sees what a test replaced."""
    one = Worker()
    yield one
    one.stop()


def test_one_that_is_not_forked_works_in_the_same_project(
    one: Worker, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "templates/themes").mkdir(parents=True)
    shutil.copy(TEMPLATES / "themes/neutral.yaml", project / "templates/themes/harbour.yaml")
    path = project / "t.en.md"
    path.write_text(TEXT.replace("title:", "theme: harbour\ntitle:"), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(one, "_method", "spawn")
    assert one.do("read", path).slug == "t"


@pytest.fixture
def two() -> Iterator[Worker]:
    """Yield a worker whose engine is a process of its own, as on the command line."""
    one = Worker()
    one.start_engine()
    one.start()
    yield one
    one.stop()


def read(one: Worker, path: Path) -> PackedStatement:
    statement: PackedStatement = one.do("read", path)
    return statement


def make(one: Worker, *statements: PackedStatement) -> ProvenFile:
    proven: Proven = one.do("make", statements, "standard")
    return proven.files["pdf"]


def test_a_statement_is_read_and_made(one: Worker, path: Path) -> None:
    statement = read(one, path)
    assert (statement.slug, statement.language, statement.size) == ("t", "en", len(TEXT))
    made = make(one, statement)
    assert made.data.startswith(b"%PDF-1.7")
    assert (made.suffix, made.pages) == (".pdf", 1)


def test_an_engine_of_its_own_makes_the_same_bytes(one: Worker, two: Worker, path: Path) -> None:
    statement = read(one, path)
    assert make(two, statement).data == make(one, statement).data


def test_faults_come_back_as_they_are(one: Worker, path: Path) -> None:
    path.write_text(BAD, encoding="utf-8")
    with pytest.raises(StatementError) as error:
        read(one, path)
    assert [fault.line for fault in error.value.faults] == [3]


def test_one_that_hangs_is_given_up_and_the_next_is_served(
    one: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "read", lambda *_: time.sleep(60))
    monkeypatch.setattr(worker, "READ_SECONDS", 0.2)
    with pytest.raises(StatementError, match="it took longer than 0 s"):
        read(one, path)
    monkeypatch.setattr(worker, "READ_SECONDS", 30)
    assert read(one, path).slug == "t"


def test_one_that_crashes_fails_alone(
    one: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "make", lambda *_, **__: os.kill(os.getpid(), signal.SIGSEGV))
    statement = read(one, path)
    with pytest.raises(StatementError, match=r"the program crashed on it \(SIGSEGV\)"):
        make(one, statement)
    assert make(one, statement).pages == 1


def test_one_on_which_the_engine_crashes_fails_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash = lambda _: os.kill(os.getpid(), signal.SIGSEGV)  # noqa: E731  # shorter so
    monkeypatch.setattr(engine, "set_type", crash)
    one = Worker()
    one.start_engine()
    statement = read(one, path)
    try:
        with pytest.raises(StatementError, match=r"the program crashed on it \(SIGSEGV\)"):
            make(one, statement)
        assert make(one, statement).pages == 1
    finally:
        one.stop()


def test_one_that_eats_the_memory_fails_alone(
    one: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "read", lambda *_: bytearray(8 * 2**30))
    with pytest.raises(StatementError, match="it needed more than 1 GB of memory"):
        read(one, path)


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked there")
def test_the_memory_of_the_program_that_calls_us_does_not_count(one: Worker, path: Path) -> None:
    without_reserve = 0x4000  # MAP_NORESERVE of mmap(2), which Python names from 3.13 on
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | without_reserve
    with mmap.mmap(-1, 5 * 2**30, flags=flags):
        one.start_engine()
        assert make(one, read(one, path)).pages == 1


def test_one_that_eats_it_little_by_little_fails_alone(
    one: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "MEMORY", 200 * 2**20)
    kept = []

    def grow(*_: object) -> None:
        while True:
            kept.append(bytes(range(250)) * 10**5)
            time.sleep(0.01)

    monkeypatch.setattr(source, "read", grow)
    with pytest.raises(StatementError, match="it needed more than 1 GB of memory"):
        read(one, path)


def test_the_time_of_other_programs_is_not_counted(
    one: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = source.read

    def wait_and_read(path: Path, data: bytes | None = None) -> Statement:
        time.sleep(1)
        return really(path, data)

    monkeypatch.setattr(source, "read", wait_and_read)
    monkeypatch.setattr(worker, "READ_SECONDS", 0.5)
    assert read(one, path).slug == "t"


def test_one_that_computes_too_long_fails_alone(
    one: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "read", lambda *_: sum(iter(int, 1)))
    monkeypatch.setattr(worker, "READ_SECONDS", 1.0)
    monkeypatch.setattr(worker, "_WAITING", 1_000)
    with pytest.raises(StatementError, match="it took longer than 1 s"):
        read(one, path)


def test_one_that_has_grown_is_replaced(
    two: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = two.processes
    assert len(before) == 2
    statement = read(two, path)
    assert two.processes == before
    monkeypatch.setattr(worker, "GROWN", -sys.maxsize)
    assert make(two, statement).pages == 1
    assert two.processes == []
    monkeypatch.setattr(worker, "GROWN", worker.MEMORY)
    assert make(two, statement).pages == 1
    assert len(two.processes) == 1


def test_a_bug_is_told_apart_from_a_fault(
    one: Worker, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "read", lambda *_: 1 / 0)
    with pytest.raises(BugError, match="ZeroDivisionError") as error:
        read(one, path)
    assert "Traceback" in error.value.details


def test_no_process_is_left_when_the_parent_is_killed() -> None:
    parent = subprocess.Popen(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", _PARENT], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert parent.stdout
    left = {int(each) for each in parent.stdout.readline().split()}
    assert len(left) == 4
    parent.kill()
    parent.wait()
    parent.stdout.close()
    end = time.monotonic() + 20
    while left and time.monotonic() < end:
        left = {each for each in left if _runs(each)}
        time.sleep(0.05)
    assert not left


def test_nor_one_that_is_at_work_and_nobody_hears_of_it() -> None:
    parent = subprocess.Popen(  # noqa: S603  # our own interpreter and code
        [sys.executable, "-c", _BUSY_PARENT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert parent.stdout
    assert parent.stdout.readline()
    parent.kill()
    _, told = parent.communicate(timeout=20)  # until the last process has let go of the streams
    assert told == ""


def _runs(pid: int) -> bool:
    try:
        return ") Z" not in Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False


def test_a_plugin_of_another_package_takes_no_part_in_reading(tmp_path: Path) -> None:
    entry_points = tmp_path / "other-1.dist-info" / "entry_points.txt"
    entry_points.parent.mkdir()
    entry_points.write_text("[pydantic]\nother = other:plugin\n")
    (tmp_path / "other.py").write_text("plugin = None\n")
    (tmp_path / "a.en.md").write_text(TEXT)
    program = (
        "from pathlib import Path; from communique.run import serving, tasks;"
        "serving.in_project('.', lambda: tasks.read(Path('a.en.md')))"
    )
    _, modules = said_and_imported(program, folder=tmp_path)
    assert "pydantic" in modules
    assert "other" not in modules
