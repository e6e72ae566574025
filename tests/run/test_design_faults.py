"""A designer's mistake is told once a run, with its file and line; all statements are refused."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.samples import ROOT, with_body

if TYPE_CHECKING:
    from pathlib import Path

LATER = "out/{}: this PDF is older and does not have this text; do not send it out"


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with two statements, which are built."""
    folder = tmp_path_factory.mktemp("program")
    for name in ("communique", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.pyc.*"))
    shutil.copy(ROOT / "build.py", folder)
    (folder / "source").mkdir()
    for name in ("one", "two"):
        text = with_body(f"## Part\n\nStatement {name}.").replace(
            "---\n\n", "theme: own\n---\n\n", 1
        )
        (folder / "source" / f"{name}.en.md").write_text(text, "utf-8")
    shutil.copy(folder / "templates/themes/neutral.yaml", folder / "templates/themes/own.yaml")
    assert run(folder) == (0, "")
    return folder


def run(folder: Path) -> tuple[int, str]:
    """Build in `folder`; return the exit code and what was said of faults."""
    done = subprocess.run(  # our own program
        [sys.executable, "build.py", "--quiet", "--jobs", "1"],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (
            "styles/base.css",
            "\nh2 {",
            "\nh2 {\n  colr: red;",
            "307: stylesheet: ignored `colr: red`, unknown property; mend it, or leave it out",
        ),
        (
            "styles/base.css",
            "\nh2 {",
            "\nh2 {\n  color: var(--size);",
            "307: stylesheet: ignored `color: 11pt`, invalid value; mend it, or leave it out",
        ),
        (
            "parts/title.html",
            "front.subtitle",
            "front.subtitel",
            "3: template: Front has no attribute 'subtitel'; check the name",
        ),
        (
            "themes/own.yaml",
            "colours:",
            "colors:",
            "1: colours: it is missing; add a line `colours: …`",
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
            "1: labels: it is missing; add a line `labels: …`",
        ),
    ],
)
def test_a_mistake_of_the_design_is_told_once_and_in_the_next_run_again(
    program: Path, name: str, old: str, new: str, told: str
) -> None:
    file = program / "templates" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    try:
        runs = [run(program), run(program)]
    finally:
        file.write_text(text, "utf-8")
    assert runs[0] == runs[1]
    code, said = runs[0]
    lines = said.splitlines()
    assert code == 1
    assert [line for line in lines if line == f"templates/{name}:{told}"]
    assert len(lines) == len(set(lines))
    assert [line for line in lines if line.startswith("source/")] == []
    assert [line for line in lines if line.startswith("out/")] == [
        LATER.format(name) for name in ("one.en.pdf", "two.en.pdf")
    ]
