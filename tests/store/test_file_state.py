"""What a file is: its identity, taken with its bytes, and its hash where that is another one."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest

from communique.store import file_state

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files, or times")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "a.md"
    made.write_bytes(b"words")
    return made


def test_bytes_come_with_the_identity_of_the_file_that_they_were_read_from(file: Path) -> None:
    found = file.stat()
    identity = (found.st_dev, found.st_ino, 5, found.st_mtime_ns, found.st_ctime_ns)
    assert file_state.read(str(file)) == (b"words", identity)
    assert file_state.identity(str(file)) == identity


def test_no_more_is_read_than_asked_for_and_one_byte(file: Path) -> None:
    assert file_state.read(str(file), 5)[0] == b"words"
    assert file_state.read(str(file), 4)[0] == b"words"
    assert file_state.read(str(file), 3)[0] == b"word"


@pytest.mark.parametrize(("changes", "settles"), [(1, True), (2, True), (3, False)])
def test_a_file_that_changes_while_it_is_read_is_read_again(
    file: Path, monkeypatch: pytest.MonkeyPatch, changes: int, *, settles: bool
) -> None:
    left = list(range(changes))
    identity_of = file_state.identity_of

    def changed(opened: object) -> file_state.Identity:
        if left:
            file.write_bytes(b"words of %d" % left.pop())
        return identity_of(opened)  # type: ignore[arg-type]

    monkeypatch.setattr(file_state, "identity_of", changed)
    data, identity = file_state.read(str(file))
    assert data == (b"words of 0" if settles else b"words of 1")
    expected = file_state.identity(str(file)) if settles else file_state.undated(10)
    assert identity == expected


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_has_no_bytes_of_its_own_is_not_read_or_waited_for(file: Path, kind: str) -> None:
    path = file.with_name("odd")
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    with pytest.raises(OSError, match=r"it is a (pipe|device)|directory"):
        file_state.read(str(path))
    state = file_state.again(str(path), None)
    assert state == (file_state.identity(str(path)), file_state.ABSENT)


def test_what_is_not_there_is_absent_until_it_is(file: Path) -> None:
    path = str(file.with_name("b.md"))
    absent = file_state.again(path, None)
    assert absent == (file_state.NONE, file_state.ABSENT)
    assert file_state.again(path, (file_state.NONE, "hash of something")) == absent
    file.rename(path)
    assert file_state.again(path, absent)[1] == file_state.hashed(b"words")


@posix
@pytest.mark.parametrize("change", ["in place", "moved over it", "written through another name"])
def test_no_date_that_is_set_back_hides_a_change(file: Path, change: str) -> None:
    before = file_state.again(str(file), None)
    found, other = file.stat(), file.with_name("other")
    if change == "written through another name":
        os.link(file, other)
    written = file if change == "in place" else other
    written.write_bytes(b"WORDS")
    os.utime(written, ns=(found.st_atime_ns, found.st_mtime_ns))
    if change == "moved over it":
        other.replace(file)
    after = file_state.again(str(file), before)
    assert (after[0][2:4], after[1]) == (before[0][2:4], file_state.hashed(b"WORDS"))


@posix
def test_a_link_that_leads_elsewhere_is_another_file(file: Path) -> None:
    other, link = file.with_name("other"), file.with_name("link")
    other.write_bytes(b"WORDS")
    link.symlink_to(file)
    before = file_state.again(str(link), None)
    link.unlink()
    link.symlink_to(other)
    assert file_state.again(str(link), before)[1] == file_state.hashed(b"WORDS")


def test_a_library_is_known_by_size_and_date(file: Path) -> None:
    size, modified = file_state.identity(str(file))[2:4]
    assert file_state.again(str(file), None, exactly=False)[1] == f"{size} {modified}"


def test_a_file_that_has_nothing_to_say_yet_is_not_waited_for(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with file.open("rb") as real:

        class Silent(io.BytesIO):
            def fileno(self) -> int:
                return real.fileno()

            def read(self, _: int | None = -1) -> bytes:
                return None  # type: ignore[return-value]  # as io.BufferedReader does

        monkeypatch.setattr(file_state, "open", lambda *_, **__: Silent(), raising=False)
        with pytest.raises(OSError, match="temporarily unavailable"):
            file_state.read(str(file), 100)
