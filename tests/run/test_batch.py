"""Many statements at once: what is made again, and what is seen meanwhile."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from communique.publish.manifest import Record
from communique.publish.result import Proven
from communique.run import pipeline
from communique.run.batch import Batch
from communique.run.report import Report
from tests.run.statements import COUNT, lines, request
from tests.samples import ROOT, with_body
from tests.typed import COMMAND, said_and_imported

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write


def test_what_is_current_is_not_made_again_and_the_line_says_so(
    build: Build, source: Path, tmp_path: Path
) -> None:
    assert build(source).code == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.pdf")}
    run = build(source)
    assert (run.code, run.err) == (0, f"{COUNT} unchanged\n")
    assert lines(run.out) == [f"s{number}.en.pdf 1 page unchanged" for number in range(COUNT)]
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.pdf")} == before


@pytest.mark.conformance
@pytest.mark.parametrize("editions", [[], ["letter", "standard"], ["all"]], ids=str)
def test_where_nothing_has_changed_next_to_nothing_is_imported(
    build: Build, source: Path, tmp_path: Path, editions: list[str]
) -> None:
    asked = [word for name in editions for word in ("--edition", name)]
    build(source, *asked)
    code = "from communique.command.cli import main; main()"
    lines_, modules = said_and_imported(code, source, *asked, "--out", tmp_path / "out")
    assert len(lines_) == COUNT * {"[]": 1, "['all']": 6}.get(str(editions), 2)
    assert all(line.endswith("unchanged") for line in lines_)
    heavy = {"pydantic", "weasyprint", "pypdf", "jinja2", "babel", "pathlib"}
    heavy |= {"multiprocessing", "communique.command.making"}
    assert not heavy & modules


def test_only_what_has_changed_is_made_again(build: Build, built: Path) -> None:
    (built / "s3.en.md").write_text(with_body("Other words."), "utf-8")
    run = build(built)
    changed = [line.split()[0] for line in lines(run.out) if "unchanged" not in line]
    assert changed == ["s3.en.pdf"]


def test_force_makes_all_again(build: Build, built: Path) -> None:
    assert "unchanged" not in build(built, "--force").out


def test_a_pdf_that_was_altered_or_lost_is_made_again(
    build: Build, built: Path, tmp_path: Path
) -> None:
    whole = (tmp_path / "out/s1.en.pdf").read_bytes()
    (tmp_path / "out/s1.en.pdf").write_bytes(whole + b" ")
    (tmp_path / "out/s2.en.pdf").unlink()
    changed = [line.split()[0] for line in lines(build(built).out) if "unchanged" not in line]
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


def all_of(terminal: int) -> bytes:
    """Return all that is written to a terminal until its other end is closed; close it."""
    found = b""
    with suppress(OSError):  # EIO is how Linux says that the other end is closed
        while part := os.read(terminal, 100_000):
            found += part
    os.close(terminal)
    return found


@pytest.mark.conformance
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


def test_a_pdf_of_another_statement_is_not_replaced_by_a_later_run(
    build: Build, built: Path, tmp_path: Path
) -> None:
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
    assert f"belongs to {built}/s1.en.md; rename one of the two" in refusal
    assert (tmp_path / "out/s1.en.pdf").read_bytes() == before
    assert lines(run.out)[0].startswith("new.en.pdf 1 page")
    assert build(built).err == f"{COUNT} unchanged\n"


def test_a_pdf_whose_statement_is_gone_is_named_and_stays(
    build: Build, built: Path, tmp_path: Path
) -> None:
    (built / "s1.en.md").rename(built / "t1.en.md")
    for run in (build(built), build(built)):
        line, summary = run.err.splitlines()
        assert summary in (f"1 made, {COUNT - 1} unchanged", f"{COUNT} unchanged")
        assert "the statements of s1.en.pdf are gone; delete these files" in line
        assert run.code == 0
    assert (tmp_path / "out/s1.en.pdf").exists()
    assert (tmp_path / "out/t1.en.pdf").exists()
    assert build(built, "--quiet").err == ""


def test_a_pdf_whose_statement_is_gone_is_not_named_with_another_file_or_folder(
    build: Build, built: Path, statement: Write, tmp_path: Path
) -> None:
    (built / "s1.en.md").unlink()
    other = statement(name="other/letter.en.md")
    for paths in ((other,), (other.parent,), (built / "s2.en.md", built / "s3.en.md")):
        for _ in range(2):
            assert "are gone" not in build(*paths).err
    assert "are gone" not in build("-", given=other.read_text("utf-8")).err
    assert "the statements of s1.en.pdf are gone" in build(tmp_path).err


def test_all_pdfs_whose_statement_is_gone_are_named_with_the_source_folder(
    build: Build, project: Path, statement: Write
) -> None:
    letter, other = statement(name="letter.en.md"), statement(name="project/source/b.en.md")
    build(letter)
    letter.unlink()
    assert "letter.en.pdf are gone" in build("build").err
    assert "letter.en.pdf are gone" in build(project / "source").err
    assert "are gone" not in build(other).err
