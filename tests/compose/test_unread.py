"""What nothing reads in a project's templates is said once a run, and refuses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.compose import unread

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write


@pytest.mark.parametrize(
    ("name", "remark"),
    [
        (
            "fonts/x.ttf",
            "fonts/x.ttf:1: font: it is not in a folder of its own, so it is not read; "
            "move it to templates/fonts/x/x.ttf",
        ),
        (
            "fonts/f/g/x.ttf",
            "fonts/f/g/x.ttf:1: font: it is not in a folder of its own, so it is not read; "
            "move it to templates/fonts/x/x.ttf",
        ),
        (
            "fonts/f/x.woff",
            "fonts/f/x.woff:1: font: a font in .woff is not read; "
            "put it there as a TrueType or OpenType font (.ttf, .otf)",
        ),
        ("fonts/f/x.TTF", "fonts/f/x.TTF:1: font: it is not read; call it x.ttf"),
        (
            "languages/gaeilge.yaml",
            "languages/gaeilge.yaml:1: language: gaeilge is no tag of a language, so it is not "
            "read; call the file by the tag (BCP 47), such as ga.yaml",
        ),
        ("themes/own.yml", "themes/own.yml:1: file: it is not read; call it own.yaml"),
        ("styls/a.css", "styls:1: folder: nothing in it is read; did you mean styles?"),
    ],
)
def test_a_file_that_nothing_reads_is_said(project: Path, name: str, remark: str) -> None:
    put(project, name)
    assert [str(each) for each in unread.remarks()] == [f"templates/{remark}"]


def put(project: Path, name: str) -> None:
    path = project / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


@pytest.mark.parametrize(
    "name",
    [
        "fonts/f/x.ttf", "fonts/f/LICENSE.txt", "languages/ga.yaml", "languages/zh-Hant.yaml",
        "styles/a.css", "themes/a.svg", "parts/a.html", "mine/a.html", ".git/x", "README.md",
        "fonts/f/x.otf",
    ],
)  # fmt: skip
def test_a_file_that_is_read_or_for_people_is_not(project: Path, name: str) -> None:
    put(project, name)
    assert unread.remarks() == []


@pytest.mark.usefixtures("project")
def test_a_project_without_templates_has_none() -> None:
    assert unread.remarks() == []


@pytest.mark.parametrize("verb", ["check", "build"])
def test_it_is_said_once_and_nothing_is_refused(
    project: Path, build: Build, statement: Write, verb: str
) -> None:
    put(project, "styls/a.css")
    result = build(verb, statement(name="a.en.md"), statement(name="b.en.md"))
    assert result.code == 0
    said = "templates/styls:1: remark: folder: nothing in it is read; did you mean styles?"
    assert result.err.splitlines().count(said) == 1
