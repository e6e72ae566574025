"""What the tests of this folder share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.publish.manifest import Record
from tests.publish.records import FILES, be_in, is_current, note, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Project = Callable[[], Record]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of a few files, whose one statement was made and recorded."""
    be_in(tmp_path, monkeypatch)
    for path in FILES:
        write(tmp_path / path, f"contents of {path}")
    note(tmp_path, Record(str(tmp_path / "out")))
    assert is_current(tmp_path)
    return tmp_path
