"""5 publish: a proven file reaches its place whole, or the place stays as it was."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from communique.publish.result import PublishedFile, Result
from communique.store import file_state

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from communique.publish.result import Proven
    from communique.store.file_state import Identity

#: How the names of parts begin; what follows is there once, whatever the number of the process is.
_PART = ".communique-"
_TRIES = 3


def deliver(
    proven: Proven, out: Path, names: Mapping[str, str], html: Path | None = None
) -> Result:
    """Put the `proven` files into the folder `out`; return where they are.

    Each is called as `names` says by the names of outputs; `html` is where the composed page goes.
    Raises `OSError` where that cannot be; see `write`.
    """
    deliver_page(proven, html)
    published = {}
    for output, file in proven.files.items():
        path = out / names[output]
        with file.timer.step("publish"):
            written = write(path, file.data)
        published[output] = PublishedFile(path, file.pages, file.timer, file.remarks, written)
    return Result(published)


def deliver_page(proven: Proven, html: Path | None) -> None:
    """Put the composed page, if there is one, where it goes; see `write`."""
    if html and proven.html is not None:
        write(html, proven.html.encode("utf-8"))


def write(path: Path, data: bytes) -> Identity:
    """Put `data` at `path` atomically and durably, making the folder where it is missing.

    The bytes are on the disk before the name points to them, so that whoever reads `path`, even
    after a crash, finds the old file or the new one and never a part. Return the identity of what
    was written, `undated` where another file is there already. Raises `OSError` where the folder
    cannot be written to or the disk is full; `path` is then untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear(path.parent)
    for _ in range(_TRIES - 1):
        with suppress(FileNotFoundError):  # another run has taken the part for one that was left
            return _replace(path, data)
    return _replace(path, data)


def _replace(path: Path, data: bytes) -> Identity:
    part = path.with_name(f"{_PART}{os.urandom(8).hex()}")
    try:
        written = _write(part, data)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync(path.parent)
    found = file_state.identity(str(path))
    # The new name has changed nothing but the time of the entry.
    return found if found[:4] == written[:4] else file_state.undated(len(data))


def _write(part: Path, data: bytes) -> Identity:
    """Put `data` at the new path `part`, which appears only when it is whole, where that can be.

    On Linux the file has no name until it is on the disk, so that not even a kill leaves a part.
    """
    mode = 0o666
    if hasattr(os, "O_TMPFILE"):
        try:
            descriptor = os.open(part.parent, os.O_TMPFILE | os.O_WRONLY, mode)
        except OSError as error:
            if error.errno not in (errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT):
                raise
        else:
            with os.fdopen(descriptor, "wb") as file:
                written = _fill(file, data)
                # Naming a folder makes Python call linkat(2), which follows the link in /proc.
                os.link(f"/proc/self/fd/{file.fileno()}", part, src_dir_fd=file.fileno())
            return written
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb") as file:
        _lock(file)
        return _fill(file, data)


def _fill(file: BinaryIO, data: bytes) -> Identity:
    """Write `data` to the disk; return the identity of the file."""
    file.write(data)
    file.flush()
    os.fsync(file.fileno())
    return file_state.identity_of(file)


@cache
def _clear(folder: Path) -> None:
    """Remove the parts that killed runs have left in a `folder`; looked for once a run."""
    for part in folder.glob(f"{_PART}*"):
        with suppress(OSError):
            with part.open("r+b") as file:
                _lock(file)  # fails while another run writes to it
            part.unlink()


def _lock(file: BinaryIO) -> None:
    """Keep the `file` for us until it is closed; raises `BlockingIOError` where it is another's.

    Windows removes no file that is open, and some file systems have no locks.
    """
    try:
        import fcntl  # noqa: PLC0415  # not on Windows
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        pass


def _sync(folder: Path) -> None:
    """Make a folder's new entry durable, where the system can (Windows cannot)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
