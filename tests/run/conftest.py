"""What the tests of this folder share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.run.statements import COUNT
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir()
    for number in range(COUNT):
        body = with_body(f"Statement number {number}.")
        (folder / f"s{number}.en.md").write_text(body, "utf-8")
    return folder
