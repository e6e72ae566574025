"""What the tests of this folder share."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from communique.command import cli
from tests.run.statements import COUNT
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return written(tmp_path / "source")


@pytest.fixture(scope="session")
def made(engine: None, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001  # for its effect
    """Return a folder with `source`, and with the `out` that was made of it."""
    folder = tmp_path_factory.mktemp("made")
    source = written(folder / "source")
    assert cli.main([str(source), "--out", str(folder / "out"), "--jobs", "1"]) == 0
    return folder


@pytest.fixture
def built(made: Path, tmp_path: Path) -> Path:
    """Return statements that were built to `out` in the test's folder."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "source"


def written(folder: Path) -> Path:
    """Write some statements in a new folder."""
    folder.mkdir()
    for number in range(COUNT):
        body = with_body(f"Statement number {number}.")
        (folder / f"s{number}.en.md").write_text(body, "utf-8")
    return folder
