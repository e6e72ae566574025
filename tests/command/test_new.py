"""The verb new: a project to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.command import settings
from communique.store import places

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build

MADE = ["communique.yaml", "source", "source/lights.en.md"]


def made(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_project_is_begun(build: Build, tmp_path: Path) -> None:
    run = build("new", tmp_path / "a" / "b")
    assert (run.code, run.out) == (0, "")
    assert run.err == (
        f"{tmp_path}/a/b: started; change {tmp_path}/a/b/source/lights.en.md, then build there\n"
    )
    assert made(tmp_path / "a" / "b") == MADE
    assert build("new", tmp_path / "c", "--quiet").err == ""


def test_what_is_begun_has_no_fault_and_is_built_where_it_says(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build("new", tmp_path / "p")
    monkeypatch.chdir(tmp_path / "p")
    places.enter(str(tmp_path / "p"))
    assert settings.load().editions == ["standard"]
    assert settings.load().out == f"{tmp_path}/p/out"
    run = build("check")
    assert (run.code, run.err) == (0, "")
    assert "source/lights.en.md" in run.out


def test_a_folder_that_is_empty_but_for_hidden_files_is_taken(build: Build, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert build("new", tmp_path).code == 0
    assert made(tmp_path) == [".git", *MADE]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "notes.txt",
            "is not empty; name a folder that is not there yet, "
            "or write an empty communique.yaml in it",
        ),
        ("communique.yaml", "is a project; name a folder that is not there yet"),
    ],
)
def test_a_folder_with_something_in_it_is_left_alone(
    build: Build, tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / name).touch()
    run = build("new", tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"communique: {tmp_path} {message}\n"
    assert made(tmp_path) == [name]


def test_a_folder_with_statements_becomes_a_project_with_nothing_of_it_changed(
    build: Build, tmp_path: Path
) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source/a.en.md").write_text("mine")
    run = build("new", tmp_path)
    said = f"{tmp_path}: communique.yaml was added, nothing else; now build there\n"
    assert (run.code, run.err) == (0, said)
    assert made(tmp_path) == ["communique.yaml", "source", "source/a.en.md"]
    assert (tmp_path / "source/a.en.md").read_text() == "mine"


def test_a_project_is_begun_in_one_folder(build: Build, tmp_path: Path) -> None:
    run = build("new", tmp_path / "a", tmp_path / "b")
    wrong = f"it takes one folder; leave out {tmp_path}/b, or quote a name with a space"
    assert (run.code, run.err) == (2, f"communique new: {wrong}\n")
    assert made(tmp_path) == []


def test_a_file_is_no_folder(build: Build, tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    run = build("new", tmp_path / "a")
    assert run.code == 2
    assert run.err.endswith("/a is a file; name a folder that is not there yet\n")


def test_a_link_that_leads_nowhere_is_told_as_that(build: Build, tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("gone")
    run = build("new", tmp_path / "a")
    wrong = f"{tmp_path}/a is a link that leads to gone, which is not there"
    assert run.err == f"communique: {wrong}; make that folder, or name another one\n"
    assert run.code == 2


def test_a_name_with_a_line_end_in_it_is_refused(build: Build, tmp_path: Path) -> None:
    run = build("new", f"{tmp_path}/a\nb")
    assert run.code == 2
    assert run.err.endswith(
        "/a\\nb' has a character that nobody sees, such as a line end; name a folder without it\n"
    )
    assert made(tmp_path) == []


def test_a_name_behind_two_hyphens_may_begin_with_one(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert build("new", "--", "-x").code == 0
    assert made(tmp_path / "-x") == MADE
