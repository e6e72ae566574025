"""A folder in which the README's statement can be built as shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.docs.pages import README, blocks

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(
    warm: None,  # noqa: ARG001  # it is wanted for its effect
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """Return a folder with the README's statement, in which commands can be typed as shown."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "meeting.en.md").write_text(blocks(README, "markdown")[0], "utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "communique.yaml").touch()
    return tmp_path
