"""Many statements at once, with workers that may fail, on the command line as it is typed."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from communique.model.faults import StatementError
from communique.outputs import text
from communique.publish import atomic
from communique.publish.manifest import Record
from communique.publish.result import Proven
from communique.read import source as reading
from communique.run import pipeline, worker
from communique.run.batch import Batch
from communique.run.pool import Pool, do
from communique.run.report import Report
from communique.run.request import Request
from tests.samples import ROOT, with_body
from tests.typed import COMMAND, started, wait_for

if TYPE_CHECKING:
    from communique.model.statement import Statement
    from communique.outputs.draft import Draft
    from tests.conftest import Build


#: The statements of a folder, s0 and so on.
COUNT = 4
#: So many that one can interrupt the run.
MANY = 14


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    for number in range(COUNT):
        body = with_body(f"Statement number {number}.")
        (folder / f"s{number}.en.md").write_text(body, "utf-8")
    return folder


def request(out: Path) -> Request:
    return Request(out, ["standard"], [], [], 1)


def lines(text: str) -> list[str]:
    """Return the lines of a command, without the seconds."""
    return [" ".join(line.split("/")[-1].split()[:4]) for line in text.splitlines()]


# What is made again


def test_what_is_current_is_not_made_again_and_the_line_says_so(
    build: Build, source: Path, tmp_path: Path
) -> None:
    assert build(source).code == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.pdf")}
    run = build(source)
    assert (run.code, run.err) == (0, f"{COUNT} unchanged\n")
    assert lines(run.out) == [f"s{number}.en.pdf 1 page unchanged" for number in range(COUNT)]
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.pdf")} == before


def test_where_nothing_has_changed_next_to_nothing_is_imported(
    build: Build, source: Path, tmp_path: Path
) -> None:
    build(source)
    told = "from communique.command.cli import main; main(); import sys; print(*sys.modules)"
    command = [sys.executable, "-c", told, str(source), "--out", str(tmp_path / "out")]
    done = subprocess.run(  # noqa: S603  # our own command
        command, cwd=ROOT, capture_output=True, text=True, check=True
    )
    *lines_, modules = done.stdout.splitlines()
    assert all(line.endswith("unchanged") for line in lines_)
    heavy = {"pydantic", "weasyprint", "pypdf", "jinja2", "babel", "pathlib"}
    heavy |= {"multiprocessing", "communique.command.making"}
    assert not heavy.intersection(modules.split())


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

    def make(*arguments: Any, **options: Any) -> Proven:
        files = made(*arguments, **options).files
        return Proven({"pdf": files["pdf"]._replace(remarks=("be aware",))})

    monkeypatch.setattr(pipeline, "make", make)
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
    monkeypatch.setattr(worker, "BUILD_SECONDS", 12)
    run = build(source, "--jobs", "2")
    assert run.code == 1
    assert "it took longer than 12 s" in run.err
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


def test_ctrl_c_leaves_whole_files_and_the_next_run_goes_on(tmp_path: Path) -> None:
    source, out = tmp_path / "source", tmp_path / "out"
    source.mkdir()
    for number in range(MANY):
        body = with_body(f"Statement number {number}.\n\n" + "Words and words. " * 200)
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
    again = started(source, "--out", out)
    told, complaints = again.communicate(timeout=120)
    assert again.returncode == 0
    assert re.fullmatch(r"\d+ made, \d+ unchanged\n", complaints)
    kept = {line.split("/")[-1].split()[0] for line in told.splitlines() if "unchanged" in line}
    assert kept <= there
    assert len(there - kept) <= 1, "at most the one that was being recorded"
    assert len(list(out.glob("*.pdf"))) == MANY


# What is seen while one waits


def all_of(terminal: int) -> bytes:
    """Return all that is written to a terminal until its other end is closed; close it."""
    found = b""
    with suppress(OSError):  # EIO is how Linux says that the other end is closed
        while part := os.read(terminal, 100_000):
            found += part
    os.close(terminal)
    return found


def test_a_terminal_shows_a_bar_with_rate_and_time_left_and_a_pipe_gets_the_results(
    source: Path, tmp_path: Path
) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", COMMAND, str(source), "--out", str(tmp_path / "out")]
    with ThreadPoolExecutor(1) as reader:
        everything = reader.submit(all_of, ours)  # as it comes: a terminal holds only so much
        done = subprocess.run(  # noqa: S603  # our own command
            command,
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
            stdout=subprocess.PIPE,
            stderr=theirs,
            text=True,
            check=True,
        )
        os.close(theirs)
        shown = everything.result().decode("utf-8")
    assert "reading" in shown
    assert "making" in shown
    assert f"{COUNT}/{COUNT}" in shown
    assert [line.split()[0] for line in lines(done.stdout)] == [
        f"s{number}.en.pdf" for number in range(COUNT)
    ]


# With any executor


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, ProcessPoolExecutor])
def test_any_executor_makes_the_same_bytes(
    kind: type[Executor], source: Path, tmp_path: Path, build: Build
) -> None:
    assert build(source).code == 0
    out = tmp_path / "other"
    paths = dict.fromkeys(sorted(map(str, source.iterdir())), "")
    with kind(2) as executor:  # type: ignore[call-arg]
        record = Record(str(out))
        batch = Batch(executor, executor, request(out), record, Report(str(out), quiet=True))
        assert batch.run(paths, {}) == 0
        record.close()
    made = {path.name: path.read_bytes() for path in out.glob("*.pdf")}
    assert len(made) == COUNT
    assert made == {path.name: path.read_bytes() for path in (tmp_path / "out").glob("*.pdf")}


def test_a_pdf_that_cannot_be_written_is_said_and_the_others_are_made(
    build: Build, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = atomic.write

    def full(path: Path, data: bytes) -> None:
        if path.name == "s3.en.pdf":
            raise OSError(28, "No space left on device")
        write(path, data)

    monkeypatch.setattr(atomic, "write", full)
    run = build(source)
    assert run.code == 1
    assert "its files cannot be written: No space left on device" in run.err
    assert len(list((tmp_path / "out").glob("*.pdf"))) == COUNT - 1


# What belongs to another statement


def test_a_pdf_of_another_statement_is_not_replaced_by_a_later_run(
    build: Build, source: Path, tmp_path: Path
) -> None:
    build(source)
    before = (tmp_path / "out/s1.en.pdf").read_bytes()
    other = tmp_path / "more"
    other.mkdir()
    for name in ("s1.en.md", "new.en.md"):
        (other / name).write_text(with_body("Other words."), "utf-8")
    run = build(other)
    assert run.code == 1
    refusal, summary, again = run.err.splitlines()
    assert (summary, again) == ("1 made, 1 refused:", f"  {refusal}")
    assert refusal.startswith(f"{other}/s1.en.md:1: out: ")
    assert f"belongs to {source}/s1.en.md; rename one of the two" in refusal
    assert (tmp_path / "out/s1.en.pdf").read_bytes() == before
    assert lines(run.out)[0].startswith("new.en.pdf 1 page")
    assert build(source).err == f"{COUNT} unchanged\n"


def test_a_pdf_whose_statement_is_gone_is_named_and_stays(
    build: Build, source: Path, tmp_path: Path
) -> None:
    build(source)
    (source / "s1.en.md").rename(source / "t1.en.md")
    for run in (build(source), build(source)):
        line, summary = run.err.splitlines()
        assert summary in (f"1 made, {COUNT - 1} unchanged", f"{COUNT} unchanged")
        assert "the statements of s1.en.pdf are gone; delete these files" in line
        assert run.code == 0
    assert (tmp_path / "out/s1.en.pdf").exists()
    assert (tmp_path / "out/t1.en.pdf").exists()
    assert build(source, "--quiet").err == ""


# Several outputs


def test_what_is_missing_of_several_outputs_is_made_and_the_rest_is_unchanged(
    build: Build, source: Path, tmp_path: Path
) -> None:
    statement, both = source / "s1.en.md", ("--output", "pdf", "--output", "text")
    assert lines(build(statement).out)[0].startswith("s1.en.pdf 1 page")
    first, second, third = (build(statement, *options) for options in (both, both, both[2:]))
    assert [line.split()[0] for line in lines(first.out)] == ["s1.en.pdf", "s1.en.txt"]
    assert "unchanged" in lines(first.out)[0]
    assert "unchanged" not in lines(first.out)[1]
    assert lines(second.out) == ["s1.en.pdf 1 page unchanged", "s1.en.txt unchanged"]
    assert lines(third.out) == ["s1.en.txt unchanged"]
    assert lines(build(statement).out) == ["s1.en.pdf 1 page unchanged"]
    said = (tmp_path / "out/s1.en.txt").read_text("utf-8")
    assert said.endswith("Statement number 1.\n")


@pytest.mark.parametrize("editions", [["standard", "letter"], ["letter", "standard"], ["letter"]])
def test_the_text_is_made_once_for_all_editions(
    build: Build, source: Path, editions: list[str]
) -> None:
    asked = [word for name in editions for word in ("--edition", name)]
    both = (source / "s1.en.md", *asked, "--output", "pdf", "--output", "text")
    run = build(*both)
    assert run.code == 0
    names = sorted(line.split()[0] for line in lines(run.out))
    pdfs = {"standard": "s1.en.pdf", "letter": "s1.en.letter.pdf"}
    assert names == sorted([*(pdfs[name] for name in editions), "s1.en.txt"])
    again = lines(build(*both).out)
    assert sorted(line.split()[0] for line in again) == names
    assert all(line.endswith("unchanged") for line in again)


def test_the_text_of_two_languages_is_one_of_its_own(build: Build, source: Path) -> None:
    one, two = source / "s1.en.md", source / "s1.fr.md"
    two.write_text(one.read_text("utf-8"), "utf-8")
    editions = ("--edition", "standard", "--edition", "parallel")
    run = build(one, two, *editions, "--output", "text")
    assert run.code == 0
    names = sorted(line.split()[0] for line in lines(run.out))
    assert names == ["s1.en+fr.parallel.txt", "s1.en.txt", "s1.fr.txt"]


def test_text_alone_starts_no_engine(
    build: Build, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(worker.Worker, "start_engine", refuse)
    run = build(source, "--output", "text")
    assert (run.code, run.err) == (0, f"{COUNT} made\n")
    assert len(list((tmp_path / "out").glob("*.txt"))) == COUNT
    assert not list((tmp_path / "out").glob("*.pdf"))


def test_where_one_output_is_not_proven_none_is_delivered(
    build: Build, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statement, both = source / "s1.en.md", ("--output", "pdf", "--output", "text")
    build(statement, *both)
    before = {path: path.read_bytes() for path in (tmp_path / "out").glob("s1.*")}
    statement.write_text(with_body("Words that are lost."), "utf-8")
    make = text.make

    def lose(*arguments: Any) -> Draft:
        draft = make(*arguments)
        return replace(draft, data=draft.data.replace(b"lost", b""))

    monkeypatch.setattr(text, "make", lose)
    run = build(statement, *both)
    assert run.code == 1
    assert f"{statement}:5: text: " in run.err
    older = [
        line for line in run.err.splitlines() if "is older and does not have this text" in line
    ]
    assert [line.split(":")[0].rpartition("/")[2] for line in older] == ["s1.en.pdf", "s1.en.txt"]
    assert {path: path.read_bytes() for path in before} == before


def test_html_is_refused_where_no_page_is_composed(build: Build, source: Path) -> None:
    run = build(source, "--output", "text", "--html", str(source / "html"))
    assert run.code == 2
    assert "add --output pdf" in run.err
