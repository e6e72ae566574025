"""A PDF reaches its place whole, or the place stays as it was."""

from __future__ import annotations

import errno
import os
import resource
import stat
from typing import TYPE_CHECKING

import pytest

from communique.publish import atomic
from communique.publish.result import Proven, ProvenFile, Timer
from communique.store import file_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO


def test_data_are_put_in_a_folder_that_is_made(tmp_path: Path) -> None:
    target = tmp_path / "a/b/c.pdf"
    atomic.write(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in target.parent.iterdir()] == ["c.pdf"]


def test_an_old_file_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "c.pdf"
    target.write_bytes(b"a longer old one")
    atomic.write(target, b"new")
    assert target.read_bytes() == b"new"


@pytest.fixture(params=["nameless", "named"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write with a file that has no name until it is whole, and where there is no such thing."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    elif not hasattr(os, "O_TMPFILE"):
        pytest.skip("only Linux has nameless files")


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("failing", ["fsync", "write", "rename"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    target = tmp_path / "c.pdf"
    target.write_bytes(b"old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    elif failing == "write":
        monkeypatch.setattr(atomic, "_fill", fail)
    else:
        monkeypatch.setattr(type(target), "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        atomic.write(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["c.pdf"]


@pytest.mark.usefixtures("way")
def test_an_interruption_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "c.pdf"
    target.write_bytes(b"old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        atomic.write(target, b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("c.pdf", b"old")]


@pytest.fixture(params=[0o022, 0o077, 0o002], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has a mask of file modes")
@pytest.mark.usefixtures("way")
def test_permissions_follow_the_mask(tmp_path: Path, umask: int) -> None:
    target = tmp_path / "c.pdf"
    atomic.write(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o666 & ~umask


@pytest.mark.usefixtures("way")
def test_a_file_cannot_take_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "c.pdf").mkdir()
    with pytest.raises(OSError, match=r"c\.pdf"):
        atomic.write(tmp_path / "c.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["c.pdf"]


def test_a_folder_cannot_be_made_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OSError, match="out"):
        atomic.write(tmp_path / "out/c.pdf", b"new")
    assert (tmp_path / "out").read_text() == "a file"


def in_child(work: Callable[[], None]) -> int:
    """Call `work` in a process of its own; return 28 if the system refused it, 0 if not."""
    child = os.fork()
    if not child:  # pragma: no cover  # measured in the parent only
        try:
            work()
        except OSError:
            os._exit(28)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.usefixtures("way")
def test_where_the_system_takes_no_more_bytes_the_old_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "c.pdf"
    target.write_bytes(b"old")

    def work() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        atomic.write(target, b"new" * 1000)

    assert in_child(work) == 28
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("way")
def test_in_a_folder_that_is_read_only_the_old_file_stays(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "c.pdf"
    target.write_bytes(b"old")
    for above in (folder, *list(folder.parents)[:-2]):
        above.chmod(0o555 if above == folder else above.stat().st_mode | 0o011)

    def work() -> None:
        if os.geteuid() == 0:  # nothing is read-only to root
            os.setgroups([])
            os.setresuid(65534, 65534, 65534)
        atomic.write(target, b"new")

    assert in_child(work) == 28
    folder.chmod(0o755)
    assert target.read_bytes() == b"old"
    assert list(folder.iterdir()) == [target]


# What is known of the file that was written, and what a killed run leaves


@pytest.mark.usefixtures("way")
def test_the_identity_is_that_of_the_file_in_its_place(tmp_path: Path) -> None:
    target = tmp_path / "c.pdf"
    assert atomic.write(target, b"new") == file_state.identity(str(target))


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("change", ["replaced", "written to", "removed"])
def test_a_file_that_another_program_changes_at_once_has_no_identity(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    target, other = tmp_path / "c.pdf", tmp_path / "other"

    def sync(_: Path) -> None:
        if change == "written to":
            target.write_bytes(b"old")
            os.utime(target, ns=(1, 1))
        elif change == "replaced":
            other.write_bytes(b"old")
            other.replace(target)
        else:
            target.unlink()

    monkeypatch.setattr(atomic, "_sync", sync)
    assert atomic.write(target, b"new") == file_state.undated(3)


def parts(folder: Path) -> list[Path]:
    """Return the hidden files of a folder."""
    return [path for path in folder.iterdir() if path.name.startswith(".")]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("number", [None, 1])
def test_a_killed_run_leaves_a_part_at_most_and_the_next_run_removes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None
) -> None:
    target = tmp_path / "out/c.pdf"
    if number:
        monkeypatch.setattr(os, "getpid", lambda: number)

    def work() -> None:
        type(target).replace = lambda *_: os._exit(9)  # type: ignore[method-assign]
        atomic.write(target, b"half")

    for _ in range(3):
        assert in_child(work) == 9
        assert len(parts(target.parent)) == 1
        assert not target.exists()
    atomic.write(target, b"new")
    assert (target.read_bytes(), parts(target.parent)) == (b"new", [])


@pytest.mark.skipif(os.name != "posix", reason="Windows removes no file that is open")
def test_the_part_of_a_run_that_goes_on_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    fill = atomic._fill

    def meanwhile(file: BinaryIO, data: bytes) -> file_state.Identity:
        atomic._clear.__wrapped__(tmp_path)
        assert len(parts(tmp_path)) == 1
        return fill(file, data)

    monkeypatch.setattr(atomic, "_fill", meanwhile)
    atomic.write(tmp_path / "c.pdf", b"new")
    assert (tmp_path / "c.pdf").read_bytes() == b"new"


@pytest.mark.usefixtures("way")
def test_a_part_that_another_run_has_removed_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = type(tmp_path).replace
    taken: list[Path] = []

    def move(part: Path, target: Path) -> Path:
        if not taken:
            taken.append(part)
            part.unlink()
        return replace(part, target)

    monkeypatch.setattr(type(tmp_path), "replace", move)
    atomic.write(tmp_path / "c.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["c.pdf"]


# What a computer that is switched off at once must not lose


@pytest.mark.usefixtures("way")
def test_all_bytes_are_on_the_disk_and_then_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[bool, int, list[str]]] = []
    descriptors = []

    def fsync(descriptor: int) -> None:
        found = os.fstat(descriptor)
        folder = stat.S_ISDIR(found.st_mode)
        there = [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")]
        synced.append((folder, 0 if folder else found.st_size, there))
        descriptors.append(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    atomic.write(tmp_path / "c.pdf", b"new")
    assert synced == [(False, 3, []), (True, 0, ["c.pdf"])]
    for descriptor in descriptors:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(descriptor)


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="only Linux has nameless files")
@pytest.mark.parametrize(
    ("number", "written"),
    [(errno.EOPNOTSUPP, True), (errno.EISDIR, True), (errno.ENOENT, True), (errno.EACCES, False)],
)
def test_a_disk_without_nameless_files_gets_one_with_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, written: bool
) -> None:
    opened = os.open

    def refuse(path: Path, flags: int, *others: int) -> int:
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(number, "no")
        return opened(path, flags, *others)

    monkeypatch.setattr(os, "open", refuse)
    if written:
        atomic.write(tmp_path / "c.pdf", b"new")
    else:
        with pytest.raises(OSError, match="no"):
            atomic.write(tmp_path / "c.pdf", b"new")
    assert (tmp_path / "c.pdf").exists() is written


def test_each_file_reaches_its_place_under_its_name(tmp_path: Path) -> None:
    files = {
        "pdf": ProvenFile(".pdf", b"one", 2, Timer(), ("remark",), {}),
        "text": ProvenFile(".txt", b"two", 0, Timer(), (), {}),
    }
    page, names = tmp_path / "html" / "a.en.html", {"pdf": "a.en.letter.pdf", "text": "b/a.en.txt"}
    result = atomic.deliver(Proven(files, "<p>"), tmp_path / "out", names, page)
    assert (tmp_path / "html" / "a.en.html").read_text("utf-8") == "<p>"
    assert {name: file.path.read_bytes() for name, file in result.files.items()} == {
        "pdf": b"one",
        "text": b"two",
    }
    assert result.files["pdf"].path == tmp_path / "out" / "a.en.letter.pdf"
    assert result.files["text"].path == tmp_path / "out" / "b" / "a.en.txt"
    assert (result.files["pdf"].pages, result.files["pdf"].remarks) == (2, ("remark",))
    assert result.files["text"].timer.seconds["publish"] > 0


@pytest.mark.parametrize(("html", "asked"), [(None, True), ("<p>", False)])
def test_no_page_is_written_that_nobody_asked_for(
    tmp_path: Path, html: str | None, *, asked: bool
) -> None:
    file = ProvenFile(".pdf", b"one", 1, Timer(), (), {})
    page = tmp_path / "b" if asked else None
    atomic.deliver(Proven({"pdf": file}, html), tmp_path, {"pdf": "a.pdf"}, page)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
