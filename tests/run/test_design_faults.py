"""A designer's mistake is told once a run, with its file and line; all statements are refused."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from communique.store.paths import TEMPLATES
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build

OLDER = "out/{}: this PDF is older and does not have this text; do not send it out"
SAME = "out/{}: this PDF was made earlier of the same text and is left as it was"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder where the first test leaves what it has built, for the others."""
    return tmp_path_factory.mktemp("built") / "project"


@pytest.fixture
def templates(project: Path, build: Build, built: Path) -> Path:
    """Return the templates of a project with two statements, which are built."""
    if built.exists():  # what is recorded is named from the project's folder, with its times
        shutil.copytree(built, project, dirs_exist_ok=True)
    else:
        make(project)
        assert told_by(build) == (0, "")
        shutil.copytree(project, built)
    return project / "templates"


def make(project: Path) -> None:
    """Write two statements and their theme."""
    (project / "source").mkdir()
    for name in ("one", "two"):
        text = with_body(f"## Part\n\nStatement {name}.").replace(
            "---\n\n", "theme: own\n---\n\n", 1
        )
        (project / "source" / f"{name}.en.md").write_text(text, "utf-8")
    own = project / "templates/themes/own.yaml"
    own.parent.mkdir(parents=True)
    shutil.copy(TEMPLATES / "themes/neutral.yaml", own)


def told_by(build: Build) -> tuple[int, str]:
    """Build the project; return the exit code and what was said of faults."""
    run = build("--quiet", "--jobs", "1", "--out", "out")
    return run.code, run.err


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (
            "styles/base.css",
            "\nh2 {",
            "\nh2 {\n  colr: red;",
            "{line}: stylesheet: ignored `colr: red`, unknown property; did you mean color?",
        ),
        (
            "styles/base.css",
            "\nh2 {",
            "\nh2 {\n  color: var(--facts);",
            "{line}: stylesheet: ignored `color: 36mm`, invalid value; mend it, or leave it out",
        ),
        (
            "parts/title.html",
            "front.subtitle",
            "front.subtitel",
            "6: template: Front has no attribute 'subtitel'; check the name",
        ),
        (
            "themes/own.yaml",
            "colours:",
            "colors:",
            "{line}: colors: there is no such key; did you mean colours?",
        ),
        (
            "editions/standard.yaml",
            "paper:",
            "papers:",
            "3: papers: there is no such key; did you mean paper?",
        ),
        (
            "languages/en.yaml",
            "labels:",
            "lables:",
            "{line}: lables: there is no such key; did you mean labels?",
        ),
    ],
)
def test_a_mistake_of_the_design_is_told_once_and_in_the_next_run_again(  # noqa: PLR0913, PLR0917  # a case, and where
    templates: Path, build: Build, name: str, old: str, new: str, told: str
) -> None:
    file = templates / name
    text = (file if file.exists() else TEMPLATES / name).read_text("utf-8")
    assert old in text
    file.parent.mkdir(exist_ok=True)
    file.write_text(text.replace(old, new, 1), "utf-8")
    told = told.replace("{line}", str(text.partition(old)[0].count("\n") + new.count("\n") + 1))
    runs = [told_by(build), told_by(build)]
    assert runs[0] == runs[1]
    code, said = runs[0]
    lines = said.splitlines()
    assert code == 1
    assert [line for line in lines if line == f"templates/{name}:{told}"]
    assert len(lines) == len(set(lines))
    assert [line for line in lines if line.startswith("source/")] == []
    assert [line for line in lines if line.startswith("out/")] == [
        SAME.format(name) for name in ("one.en.pdf", "two.en.pdf")
    ]


def test_only_what_was_made_of_another_text_is_said_not_to_have_this_one(
    templates: Path, build: Build
) -> None:
    own, source = templates / "themes/own.yaml", templates.parent / "source"
    own.write_text(own.read_text("utf-8").replace("colours:", "colors:", 1), "utf-8")
    one = source / "one.en.md"
    one.write_text(one.read_text("utf-8").replace("Statement", "The statement"), "utf-8")
    (source / "two.en.md").touch()
    _, said = told_by(build)
    assert [line for line in said.splitlines() if line.startswith("out/")] == [
        OLDER.format("one.en.pdf"),
        SAME.format("two.en.pdf"),
    ]


def test_what_a_stylesheet_hides_is_no_other_text(templates: Path, build: Build) -> None:
    styles = templates / "styles"
    styles.mkdir()
    base = (TEMPLATES / "styles/base.css").read_text("utf-8")
    (styles / "base.css").write_text(f"{base}\nh2 {{ color: #ffffff; }}\n", "utf-8")
    code, said = told_by(build)
    assert code == 1
    assert SAME.format("one.en.pdf") in said.splitlines()
    assert "is older" not in said
