"""What files are at a moment, and whether they still are: by their identity, else by hash.

The identity of a file is what the system says of it without reading it: device, inode, size, and
when its bytes and its entry changed. A file that is replaced has another inode; one that is given
its old date again has changed all the same (POSIX.1-2017, XBD 4.9, "File Times Update": the time
of the last status change cannot be set). On Windows that time is the file's first one.

Paths are text here: pathlib alone takes as long to import as comparing a thousand files.
"""

from __future__ import annotations

import errno
import os
import stat
import time

from communique.store import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

    Identity = tuple[int, int, int, int, int]
    """Device, inode, size in bytes, time of the bytes and of the entry in ns."""
    FileState = tuple[Identity, str]
    """What a file is at a moment: its identity, its hash."""
    FileStates = dict[str, FileState]

NONE: Identity = (0, 0, -1, 0, 0)
"""The identity of a file that is not there."""
ABSENT = "absent"
"""The hash of a file that is not there, or cannot be read."""
UNREADABLE = "?"
"""How a hash begins that no file has again: what it stands for was not read."""
#: So often a file is read that changes while it is read.
_TRIES = 3
#: How far the clock of a file system may be behind, in ns: a saved file gets the time of the last
#: tick, and these are 10 ms apart on Linux at most, and 16 ms on Windows.
_BEHIND = 20_000_000
#: How folders are written, by the project and where they are named from: finding one takes longer
#: than a stat.
_WRITTEN: dict[tuple[str, str], str] = {}
_DIGITS = 40  # of a hash, 160 bits


def now() -> int:
    """Return a time, in ns, that no file has which is saved after this, but for coarse clocks.

    Where a file system counts whole seconds, a file of the last one may have an earlier time.
    """
    return time.time_ns() - _BEHIND


def again(path: str, before: FileState | None, *, exactly: bool = True) -> FileState:
    """Return what the file at `path` is now; it is read only where it may have changed.

    A path that begins with ``=`` is no file but a fact, one that ends with ``/`` a folder, which
    is compared by the names in it. What cannot be read was used by nobody, and is `ABSENT` as long
    as it stays so. Unless `exactly`, size and time stand for the hash.
    """
    if path.startswith("="):
        return NONE, path
    found = identity(path)
    if before and found == before[0] != NONE:
        return before
    if found == NONE:
        return NONE, ABSENT
    if not exactly:
        return found, f"{found[2]} {found[3]}"
    try:
        if path.endswith("/"):
            return found, hashed("\n".join(sorted(os.listdir(path))).encode())
        data, found = read(path)
        return found, hashed(data)
    except OSError:
        return found, ABSENT


def unread() -> str:
    """Return a hash for what was not read: it is that of nothing else, and of no other moment."""
    return f"{UNREADABLE} {time.time_ns()}"


def read(path: str, most: int | None = None) -> tuple[bytes, Identity]:
    """Return the bytes of the file at `path`, and the identity of what they were read from.

    Where it has more than `most` bytes, only one more is read. Where it changed meanwhile, it is
    read again; if it goes on changing, its identity is `undated`. Raises `OSError` where it is no
    file with bytes of its own: a folder, a device, a pipe.
    """
    for _ in range(_TRIES):
        with open(path, "rb", opener=_at_once) as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise OSError(errno.EINVAL, f"it is {kind(before.st_mode)}", path)
            data = file.read() if most is None else file.read(most + 1)
            if data is None:  # not at once: it is one of /proc that waits, as kmsg does
                raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), path)
            found = _identity(before)
            if identity_of(file) == found:
                return data, found
    return data, undated(len(data))


def undated(size: int) -> Identity:
    """Return the identity of no file at all, for one of which the `size` and the hash decide."""
    return 0, 0, size, 0, 0


#: What messages call something, by the kind of it that its mode has (POSIX, sys/stat.h).
_KINDS = {
    stat.S_IFREG: "a file",
    stat.S_IFDIR: "a folder",
    stat.S_IFLNK: "a link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}


def kind(mode: int) -> str:
    """Return what something is that has that `mode`, as messages say it."""
    return _KINDS.get(stat.S_IFMT(mode), "a device")


def identity(path: str) -> Identity:
    """Return the identity of the file at `path`, and `NONE` where there is none."""
    try:
        return _identity(os.stat(path))
    except OSError:
        return NONE


def identity_of(file: IO[bytes]) -> Identity:
    """Return the identity of a `file` that is open, whatever its name leads to by now."""
    return _identity(os.fstat(file.fileno()))


def changed(found: Identity) -> int:
    """Return when a file, or its entry, last changed, in ns."""
    return max(found[3], found[4])


def _identity(found: os.stat_result) -> Identity:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting for anybody to write to it, where it is a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def hashed(data: bytes) -> str:
    """Return the hash of `data`."""
    from hashlib import sha256  # noqa: PLC0415  # where nothing has changed, nothing is hashed

    return sha256(data).hexdigest()[:_DIGITS]


def digest_of(files: FileStates) -> str:
    """Return one hash for all `files`: of their paths and hashes."""
    lines = (f"{path} {digest}\n" for path, (_, digest) in sorted(files.items()))
    return hashed("".join(lines).encode())


def short(path: str) -> str:
    """Return `path` as it is written: from the project's folder if it is in there."""
    end = path.replace(os.sep, "/").rfind("/") + 1
    folder, name = path[:end], path[end:]
    place = folder if folder.startswith("/") else f"{os.getcwd()} {folder}"
    project = places.project()
    if (project, place) not in _WRITTEN:
        full = os.path.join(os.path.abspath(folder), "")
        _WRITTEN[project, place] = full.removeprefix(os.path.join(project, ""))
    return _WRITTEN[project, place] + name


def long(path: str) -> str:
    """Return the full path of one that `short` gave."""
    return path if path.startswith("=") else os.path.join(places.project(), path)
