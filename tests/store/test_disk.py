"""A folder is tried before anything is made in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.store import disk

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_that_is_tried_is_as_it_was(tmp_path: Path) -> None:
    disk.check(str(tmp_path / "out/deep"))
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".communique").mkdir()
    disk.check(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    with pytest.raises(OSError, match="out"):
        disk.check(str(tmp_path / "out/deep"))
