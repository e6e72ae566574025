"""The command line: folders that files may not go to, or cannot, are told before any is made."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.command.verbs import build as verb
from communique.store import disk
from tests.command.saying import names
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Build, Write


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="Linux alone has such a folder")
def test_a_folder_that_cannot_be_made_is_told_once(build: Build, statement: Write) -> None:
    run = build(statement(name="a.en.md"), statement(name="b.en.md"), "--out", "/proc/x")
    wrong = "--out: nothing can be written to /proc/x (No such file or directory)"
    assert (run.code, run.out) == (2, "")
    assert run.err == f"communique: {wrong}; name another folder\n"


@pytest.mark.parametrize("option", ["--out", "--html"])
def test_a_folder_in_what_is_a_file_is_told(
    build: Build, statement: Write, tmp_path: Path, option: str
) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file/inner"
    run = build(statement(), option, folder)
    wrong = f"{option}: nothing can be written to {folder} (Not a directory)"
    assert (run.code, run.out) == (2, "")
    assert run.err == f"communique: {wrong}; name another folder\n"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_told_to_make_room(
    build: Build,
    statement: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
) -> None:
    def full(folder: str) -> None:
        raise OSError(number, os.strerror(number), folder)

    monkeypatch.setattr(disk, "check", full)
    run = build(statement())
    wrong = f"--out: nothing can be written to {tmp_path}/out ({os.strerror(number)})"
    assert (run.code, run.out) == (2, "")
    assert run.err == f"communique: {wrong}; make room, or name another folder\n"


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EACCES, "check the folder and whether you may use it"),
    ],
)
def test_what_fails_elsewhere_is_told_to_make_room_only_on_a_full_disk(
    build: Build, monkeypatch: pytest.MonkeyPatch, number: int, remedy: str
) -> None:
    def fails(*_: object) -> int:
        raise OSError(number, os.strerror(number), "x.pdf")

    monkeypatch.setattr(verb, "run", fails)
    run = build("build")
    wrong = f"x.pdf cannot be written or read: {os.strerror(number)}"
    assert (run.code, run.err) == (1, f"communique: {wrong}; {remedy}\n")


def test_looking_whether_a_folder_can_be_written_leaves_nothing(tmp_path: Path) -> None:
    disk.check(str(tmp_path / "new" / "inner"))
    disk.check(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_what_is_current_needs_no_place(
    build: Build, statement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = statement()
    build(path)

    def read_only(folder: str) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), folder)

    monkeypatch.setattr(disk, "check", read_only)
    assert "unchanged" in build(path).out
    assert names(tmp_path / "out") == ["meeting.en.pdf"]


def test_a_place_that_cannot_be_written_is_reported(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    (tmp_path / "out" / "meeting.en.pdf").mkdir(parents=True)
    run = build(statement())
    assert (run.code, run.out) == (1, "")
    assert run.err == (
        f"{tmp_path}/meeting.en.md: its files cannot be written: Is a directory; "
        "choose another --out\n"
    )


@pytest.mark.parametrize("option", ["--out", "--html"])
def test_a_file_in_the_place_of_the_folder_is_told_once(
    build: Build, statement: Write, tmp_path: Path, option: str
) -> None:
    (tmp_path / "file").write_text("in the way")
    run = build(statement(name="a.en.md"), statement(name="b.en.md"), option, tmp_path / "file")
    wrong = f"communique: {option}: {tmp_path}/file is a file; name a folder\n"
    assert (run.code, run.out, run.err) == (2, "", wrong)


@pytest.mark.parametrize(("option", "made"), [("--out", "PDFs"), ("--html", "pages")])
@pytest.mark.parametrize("out", ["source", "source/pdf", "templates"])
def test_nothing_is_made_among_what_is_written(
    build: Build, project: Path, option: str, made: str, out: str
) -> None:
    folder = out.partition("/")[0]
    held = {"source": "the statements", "templates": "the templates"}[folder]
    (project / "source").mkdir()
    (project / "source/a.en.md").write_text(with_body("Words."), "utf-8")
    run = build("build", option, out)
    what = f"{made} cannot be written to {folder}/, which holds {held}"
    assert (run.code, run.err) == (
        2,
        f"communique: {option}: {what}; name another folder, such as out\n",
    )
    assert names(project / "source") == ["a.en.md"]


def test_fifty_files_that_are_left_out_are_told_and_the_others_counted(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    statement(name="texts/meeting.en.md")
    for number in range(1_284):
        (tmp_path / "texts" / f"{number:04}.md").touch()
    lines = build("check", tmp_path / "texts").err.splitlines()
    assert lines[49].startswith(f"{tmp_path}/texts/0049.md is left out: ")
    assert lines[50:] == ["and 1,234 more files are left out"]
