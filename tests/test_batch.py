"""Many statements at once, with workers that may fail, on the command line as it is typed."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique import pipeline, publish, worker
from communique.batch import Batch, Wanted
from communique.paths import ROOT
from communique.record import Record
from communique.report import Report
from tests.samples import with_body

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tests.conftest import Build

#: A shell that starts the tests in the background lets them ignore Ctrl-C; the command heeds it.
COMMAND = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from communique.cli import main
sys.exit(main())
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    for number in range(6):
        body = with_body(f"Statement number {number}.")
        (folder / f"s{number}.en.md").write_text(body, "utf-8")
    return folder


def lines(text: str) -> list[str]:
    """Return the lines of a command, without the seconds."""
    return [" ".join(line.split("/")[-1].split()[:4]) for line in text.splitlines()]


def started(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-c", COMMAND, *map(str, arguments)],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def wait_for_pdfs(out: Path, count: int) -> None:
    end = time.monotonic() + 60
    while len(list(out.glob("*.pdf"))) < count:
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.005)


# What is made again


def test_what_is_current_is_not_made_again_and_the_line_says_so(
    build: Build, source: Path, tmp_path: Path
) -> None:
    assert build(source).code == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.pdf")}
    run = build(source)
    assert (run.code, run.err) == (0, "")
    assert lines(run.out) == [f"s{number}.en.pdf 1 page unchanged" for number in range(6)]
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.pdf")} == before


def test_only_what_has_changed_is_made_again(build: Build, source: Path) -> None:
    build(source)
    (source / "s3.en.md").write_text(with_body("Other words."), "utf-8")
    run = build(source)
    changed = [line.split()[0] for line in lines(run.out) if "unchanged" not in line]
    assert changed == ["s3.en.pdf"]


def test_force_makes_all_again(build: Build, source: Path) -> None:
    build(source)
    assert "unchanged" not in build(source, "--force").out


def test_a_pdf_that_was_altered_or_lost_is_made_again(
    build: Build, source: Path, tmp_path: Path
) -> None:
    build(source)
    whole = (tmp_path / "out/s1.en.pdf").read_bytes()
    (tmp_path / "out/s1.en.pdf").write_bytes(whole + b" ")
    (tmp_path / "out/s2.en.pdf").unlink()
    changed = [line.split()[0] for line in lines(build(source).out) if "unchanged" not in line]
    assert changed == ["s1.en.pdf", "s2.en.pdf"]
    assert (tmp_path / "out/s1.en.pdf").read_bytes() == whole


def test_remarks_are_said_again_of_what_is_current(
    build: Build, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pipeline.make
    monkeypatch.setattr(
        pipeline, "make", lambda *a, **k: made(*a, **k)._replace(remarks=("be aware",))
    )
    first, second = build(source / "s1.en.md"), build(source / "s1.en.md")
    assert first.err == second.err
    assert "be aware" in first.err
    assert "unchanged" in second.out


def test_a_new_statement_may_not_take_the_name_of_a_current_one(build: Build, source: Path) -> None:
    build(source)
    other = source.parent / "more"
    other.mkdir()
    (other / "s1.en.md").write_text(with_body("Other words."), "utf-8")
    run = build(source, other)
    assert run.code == 2
    assert "would both become s1.en.pdf; rename one of them" in run.err


# What fails


def test_one_whose_worker_crashes_fails_alone(
    build: Build, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pipeline.make

    def make(statement: object, *arguments: object, **options: object) -> object:
        if statement.slug == "s2":  # type: ignore[attr-defined]
            os.kill(os.getpid(), signal.SIGSEGV)
        return made(statement, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "make", make)
    run = build(source, "--jobs", "2")
    assert run.code == 1
    assert "the program crashed on it (SIGSEGV)" in run.err
    assert len(run.err.splitlines()) == 1
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 5


def test_one_that_hangs_fails_alone(
    build: Build, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pipeline.make

    def make(statement: object, *arguments: object, **options: object) -> object:
        if statement.slug == "s2":  # type: ignore[attr-defined]
            time.sleep(60)
        return made(statement, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "make", make)
    monkeypatch.setattr(worker, "BUILD_SECONDS", 12)
    run = build(source, "--jobs", "2")
    assert run.code == 1
    assert "it took longer than 12 s" in run.err
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 5


def test_ctrl_c_leaves_whole_files_and_the_next_run_goes_on(tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    source.mkdir()
    for number in range(24):
        body = with_body(f"Statement number {number}.\n\n" + "Words and words. " * 300)
        (source / f"s{number:02}.en.md").write_text(body, "utf-8")
    process = started(source, "--out", out)
    wait_for_pdfs(out, 3)
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=30)
    assert process.returncode == 130
    assert complaints.startswith("build.py: stopped;")
    assert len(complaints.splitlines()) == 1
    there = {path.name for path in out.glob("*.pdf")}
    assert len(there) < 24
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in out.glob("*.pdf"))
    again = started(source, "--out", out)
    told, complaints = again.communicate(timeout=120)
    assert (again.returncode, complaints) == (0, "")
    kept = {line.split("/")[-1].split()[0] for line in told.splitlines() if "unchanged" in line}
    assert kept == there
    assert len(list(out.glob("*.pdf"))) == 24


# What is seen while one waits


def test_a_terminal_shows_a_bar_with_rate_and_time_left_and_a_pipe_gets_the_results(
    source: Path, tmp_path: Path
) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", COMMAND, str(source), "--out", str(tmp_path / "out")]
    done = subprocess.run(  # noqa: S603  # our own command
        command,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=theirs,
        text=True,
        check=True,
    )
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    os.close(theirs)
    assert "reading" in shown
    assert "making" in shown
    assert "6/6" in shown
    assert [line.split()[0] for line in lines(done.stdout)] == [
        f"s{number}.en.pdf" for number in range(6)
    ]


# With any executor


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_makes_the_same_bytes(
    kind: type[Executor], source: Path, tmp_path: Path, build: Build
) -> None:
    assert build(source).code == 0
    out = tmp_path / "other"
    wanted = Wanted(out, ["standard"], [], [], 1)
    paths = sorted(map(str, source.iterdir()))
    with kind(2) as executor:  # type: ignore[call-arg]
        record = Record(str(out))
        batch = Batch(executor, executor, wanted, record, Report(str(out), quiet=True))
        assert batch.run(paths, {}) == 0
        record.close()
    made = {path.name: path.read_bytes() for path in out.glob("*.pdf")}
    assert len(made) == 6
    assert made == {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.pdf")}


def test_a_pdf_that_cannot_be_written_is_said_and_the_others_are_made(
    build: Build, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = publish.write

    def full(path: Path, data: bytes) -> None:
        if path.name == "s4.en.pdf":
            raise OSError(28, "No space left on device")
        write(path, data)

    monkeypatch.setattr(publish, "write", full)
    run = build(source)
    assert run.code == 1
    assert "its PDF cannot be written: No space left on device" in run.err
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 5
