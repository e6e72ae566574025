"""What is worked out once and kept for the next start of the program, in the user's cache folder.

Each thing is kept under the hash of all that it was made from, so a changed input never meets an
old result, and only once it was good for something. Nothing depends on it: where it cannot be kept,
all is worked out anew. Some of it is compiled code, so nothing is read from a folder, or from a
file, that anyone else may write to.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import suppress

from communique import __version__

_DIGEST = 32  # bytes of SHA-256
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_MOST = 1000  # things of one version; some 200 are in use
_UNUSED = 90 * 24 * 3600  # seconds after which nobody is likely to start an old version again


def folder() -> str:
    """Return where the user's caches lie, for this version of the program.

    XDG Base Directory Specification 0.8; Apple, File System Programming Guide, "Library"; Windows,
    KNOWNFOLDERID, FOLDERID_LocalAppData. It is looked up each time, since tests change it.
    """
    home = os.path.expanduser("~")
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        if not os.path.isabs(base):  # "must be absolute"; others are to be ignored
            base = os.path.join(home, ".cache")
    return os.path.join(base, "communique", __version__)


def load(kind: str, made_from: bytes) -> bytes | None:
    """Return what was kept as that `kind` of thing `made_from` these bytes, or None."""
    from hashlib import sha256  # noqa: PLC0415  # where nothing has changed, nothing is hashed

    place = folder()
    try:
        if not _is_private(place):
            return None
        with open(os.path.join(place, _name(kind, made_from)), "rb", opener=_opened) as file:
            kept = file.read() if _is_ours(os.fstat(file.fileno())) else b""
    except OSError:
        return None
    digest, data = kept[:_DIGEST], kept[_DIGEST:]
    return data if sha256(data).digest() == digest else None


def store(kind: str, made_from: bytes, data: bytes) -> None:
    """Keep `data` as that `kind` of thing `made_from` these bytes, if that is possible."""
    from hashlib import sha256  # noqa: PLC0415  # as above

    place = folder()
    path = os.path.join(place, _name(kind, made_from))
    part = f"{path}.{os.getpid()}"
    try:
        _make(place)
        if not _is_private(place):
            return
        with suppress(FileNotFoundError):
            os.unlink(part)  # of a run that was killed and had our number
        with open(part, "xb", opener=_opened) as file:
            file.write(sha256(data).digest() + data)
        os.replace(part, path)
        _remove_oldest(place, _MOST)
    except OSError:
        with suppress(OSError):
            os.unlink(part)


def _make(place: str) -> None:
    """Make the folder of this version, if there is none; remove those that are no longer used."""
    if os.path.isdir(place):
        return
    every = os.path.dirname(place)
    os.makedirs(every, exist_ok=True)
    with suppress(FileExistsError):
        os.mkdir(place, 0o700)
    for other in os.scandir(every):
        if other.is_dir(follow_symlinks=False) and time.time() - other.stat().st_mtime > _UNUSED:
            _remove_oldest(other.path, 0)
            with suppress(OSError):
                os.rmdir(other.path)


def _remove_oldest(place: str, most: int) -> None:
    """Remove the files of a folder that were made first, but for so many."""
    if len(os.listdir(place)) > most:
        with os.scandir(place) as entries:
            oldest = sorted(entries, key=lambda entry: entry.stat(follow_symlinks=False).st_mtime)
        for entry in oldest[: len(oldest) - most]:
            with suppress(OSError):
                os.unlink(entry.path)


def _opened(path: str, flags: int) -> int:
    """Open what only its user may read; nothing behind a link, and without waiting at a pipe."""
    others = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.open(path, flags | others, 0o600)


def _is_ours(found: os.stat_result) -> bool:
    """Tell whether this is a file that nobody else can have written."""
    if os.name == "nt":
        return True
    own = found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE
    return own and stat.S_ISREG(found.st_mode)


def _is_private(place: str) -> bool:
    """Tell whether nobody else but the system's administrator can put a file in the folder `place`.

    It is our own, and nobody else may write to it or replace a folder above it, as OpenSSH asks of
    its files (sshd_config(5), StrictModes). On Windows a user's folders are private by themselves.
    """
    if os.name == "nt":
        return True
    place = os.path.realpath(place)
    entry = os.stat(place)
    if entry.st_uid != os.geteuid() or entry.st_mode & _OTHERS_WRITE:
        return False
    while place != os.path.dirname(place):
        place = os.path.dirname(place)
        entry = os.stat(place)
        if entry.st_uid not in (0, os.geteuid()):
            return False
        if entry.st_mode & _OTHERS_WRITE and not entry.st_mode & stat.S_ISVTX:
            return False
    return True


def _name(kind: str, made_from: bytes) -> str:
    from hashlib import sha256  # noqa: PLC0415  # as above

    return f"{kind}-{sha256(made_from).hexdigest()[:32]}"
