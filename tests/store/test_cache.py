"""The cache: what is kept is found again, and only from a folder that is ours alone."""

from __future__ import annotations

import os
import sys
import time
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


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_to_is_not_read(folder: Path, mode: int) -> None:
    assert keeps()
    (kept,) = folder.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.chmod(mode)
    assert cache.load("thing", b"made from this") is None
    assert keeps(), "it is replaced"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")
@pytest.mark.parametrize("kind", ["link", "loop", "pipe", "folder"])
def test_what_is_no_file_is_not_read(folder: Path, tmp_path: Path, kind: str) -> None:
    assert keeps()
    (kept,) = folder.iterdir()
    kept.rename(tmp_path / "kept")
    if kind == "pipe":
        os.mkfifo(kept)
    elif kind == "folder":
        kept.mkdir()
    else:
        kept.symlink_to(tmp_path / "kept" if kind == "link" else kept)
    assert cache.load("thing", b"made from this") is None
    cache.store("thing", b"made from this", b"data")
    assert cache.load("thing", b"made from this") == (None if kind == "folder" else b"data")


@pytest.mark.parametrize("left", ["file", "link"])
def test_what_a_killed_run_left_is_no_hindrance(folder: Path, tmp_path: Path, left: str) -> None:
    assert keeps()
    (kept,) = folder.iterdir()
    part = kept.with_name(f"{kept.name}.{os.getpid()}")
    if left == "file":
        part.write_bytes(b"half")
    else:
        part.symlink_to(tmp_path / "foreign")
    cache.store("thing", b"made from this", b"new")
    assert cache.load("thing", b"made from this") == b"new"
    assert not (tmp_path / "foreign").exists()


def test_the_oldest_things_make_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MOST", 3)
    for number in range(5):
        cache.store("thing", b"%d" % number, b"data")
        for path in folder.iterdir():  # older by a second each time
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 1))
    assert [bool(cache.load("thing", b"%d" % number)) for number in range(5)] == [
        *(False, False),
        *(True, True, True),
    ]


def test_versions_that_nobody_uses_are_removed_by_a_new_one(folder: Path) -> None:
    for name, days in (("0.0.1", 91), ("0.0.2", 89)):
        (folder.parent / name).mkdir(parents=True)
        (folder.parent / name / "thing").write_bytes(b"data")
        moment = time.time() - days * 24 * 3600
        os.utime(folder.parent / name, (moment, moment))
    assert keeps()
    assert sorted(path.name for path in folder.parent.iterdir()) == ["0.0.2", __version__]
    assert (folder.parent / "0.0.2/thing").exists()


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
