"""The cache: what is kept is found again, and only from a folder that is ours alone."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from communique import __version__
from communique.store import cache


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where things are kept during the test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "communique" / __version__


def keeps() -> bool:
    """Tell whether what is stored is found again."""
    cache.store("thing", b"made from this", b"data")
    return cache.load("thing", b"made from this") == b"data"


def test_what_is_kept_is_found_again_and_nobody_else_may_look(folder: Path) -> None:
    assert cache.load("thing", b"made from this") is None
    assert keeps()
    assert cache.load("thing", b"made from that") is None
    assert folder.stat().st_mode & 0o777 == 0o700
    assert len(list(folder.iterdir())) == 1, "no part is left"


def test_what_is_damaged_is_not_taken(folder: Path) -> None:
    assert keeps()
    (kept,) = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert cache.load("thing", b"made from this") is None


def test_nothing_is_kept_where_nothing_can_be_written(folder: Path) -> None:
    folder.parent.parent.write_text("no folder")
    assert not keeps()


@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_nothing_is_read_or_kept_where_others_may_write(folder: Path, mode: int) -> None:
    assert keeps()
    folder.chmod(mode)
    assert cache.load("thing", b"made from this") is None
    before = list(folder.iterdir())
    cache.store("thing", b"other", b"data")
    assert list(folder.iterdir()) == before


def test_nothing_is_read_where_others_may_replace_the_folder(folder: Path) -> None:
    assert keeps()
    folder.parent.chmod(0o777)
    assert cache.load("thing", b"made from this") is None
    folder.parent.chmod(0o1777)
    assert cache.load("thing", b"made from this") == b"data", "as in /tmp, it is ours to replace"


def test_nothing_is_read_from_the_folder_of_another_user(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert keeps()
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert cache.load("thing", b"made from this") is None


def test_a_link_is_judged_by_what_it_leads_to(folder: Path, tmp_path: Path) -> None:
    folder.parent.mkdir(parents=True)
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    folder.symlink_to(tmp_path / "open")
    assert not keeps()


@pytest.mark.parametrize(
    ("system", "name", "expected"),
    [
        ("linux", "posix", "/home/ann/.cache/communique"),
        ("darwin", "posix", "/home/ann/Library/Caches/communique"),
        ("win32", "nt", "/home/ann/AppData/Local/communique"),
    ],
)
def test_it_lies_where_the_caches_of_a_system_lie(
    system: str, name: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", "/home/ann")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(os, "name", name)
    found = cache.folder()
    monkeypatch.undo()
    assert Path(found) == Path(expected, __version__)
