"""The earlier version that `--since` names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build

ONE = "Norland and Valdore will renew the nine lights of the Grey Strait by the end of 2028. " * 4
OTHER = "The harbour of Estmark stays open to ferries through the winter, and fees are waived. " * 4


def written(folder: Path, name: str, body: str) -> Path:
    path = folder / name
    path.write_text(with_body(body), "utf-8")
    return path


def test_changes_are_made_since_a_file_of_another_name(build: Build, tmp_path: Path) -> None:
    new = written(tmp_path, "lights.en.md", ONE)
    old = written(tmp_path, "old.en.md", ONE.replace("nine", "seven"))
    run = build(new, "--as", "changes", "--since", str(old))
    assert run.code == 0
    assert list(tmp_path.glob("out/lights.en.changes-since-*.pdf"))
    assert "goes out with it" in run.err


def test_the_text_of_another_statement_is_refused_and_nothing_is_made(
    build: Build, tmp_path: Path
) -> None:
    new = written(tmp_path, "lights.en.md", ONE)
    old = written(tmp_path, "harbour.en.md", OTHER)
    run = build(new, "--as", "changes", "--since", str(old))
    assert run.code == 2
    wrong = f"--since {old} has hardly a word of {new}"
    assert f"{wrong}; name an earlier version of the same statement" in run.err
    assert not list(tmp_path.glob("out/*.pdf"))


def test_an_earlier_version_in_another_language_is_none(build: Build, tmp_path: Path) -> None:
    new, old = written(tmp_path, "lights.en.md", ONE), written(tmp_path, "lights.fr.md", OTHER)
    run = build(new, "--as", "changes", "--since", str(old))
    assert run.code == 2
    assert "name an earlier version in the same language, too" in run.err


def test_the_pdf_in_the_other_language_beside_the_one_named_is_found(
    build: Build, tmp_path: Path
) -> None:
    for name in ("lights.en.md", "lights.fr.md"):
        written(tmp_path, name, ONE)
    issued = tmp_path / "issued"
    assert build(tmp_path, "--out", str(issued)).code == 0
    new = written(tmp_path, "lights.fr.md", ONE.replace("nine", "ten"))
    run = build(new, "--as", "changes", "--since", str(issued / "lights.en.pdf"))
    assert run.code == 0
    assert "the earlier version, lights.fr.md, is attached" in run.err


def test_an_earlier_version_is_asked_for_where_it_is_needed_and_there_alone(
    build: Build, tmp_path: Path
) -> None:
    new = written(tmp_path, "lights.en.md", ONE)
    assert "add --since and the version before" in build(new, "--as", "changes").err
    said = build(new, "--since", str(new)).err
    assert "--since goes with --as changes or --as corrigendum; add one of them" in said


MAY_BE = "name a file, a PDF that Communiqué made, or a git revision of the file"


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("out/light.en.pdf", "out/light.en.pdf; did you mean out/lights.en.pdf?"),
        ("lights.en.pdf", "lights.en.pdf; did you mean out/lights.en.pdf?"),
        ("lights", "lights; did you mean out/lights.en.pdf?"),
        ("old/lights.pdf", "old/lights.pdf; did you mean out/lights.en.pdf?"),
        ("source/boats.fr.md", f"source/boats.fr.md; {MAY_BE}"),
        ("harbour.en.md", f"harbour.en.md; {MAY_BE}"),
    ],
)
def test_a_mistyped_version_is_told_with_the_files_that_are_near(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, since: str, said: str
) -> None:
    for folder in ("source", "out"):
        (tmp_path / folder).mkdir()
    (tmp_path / "communique.yaml").touch()
    written(tmp_path / "source", "lights.en.md", ONE)
    (tmp_path / "out" / "lights.en.pdf").touch()
    monkeypatch.chdir(tmp_path)
    run = build("source/lights.en.md", "--as", "changes", "--since", since)
    assert (run.code, run.err) == (2, f"communique: there is no file or folder {said}\n")


def test_a_word_that_is_nothing_is_told_so_where_there_is_no_git(
    build: Build, tmp_path: Path
) -> None:
    new = written(tmp_path, "lights.en.md", ONE)
    said = f"there is no file or PDF first, and {new} is in no git repository"
    assert said in build(new, "--as", "changes", "--since", "first").err
