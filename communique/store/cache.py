"""What is worked out once and kept for the next start of the program, in the user's cache folder.

Each thing is kept under the hash of all that it was made from, so a changed input never meets an
old result. Nothing depends on it: where it cannot be kept, all is worked out anew. Some of it is
compiled code, so nothing is read from a folder that anyone else may write to.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress

from communique import __version__

_DIGEST = 32  # bytes of SHA-256
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


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
        with open(os.path.join(place, _name(kind, made_from)), "rb") as file:
            kept = file.read()
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
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with suppress(FileExistsError):
            os.mkdir(place, 0o700)
        if not _is_private(place):
            return
        with open(part, "wb") as file:
            file.write(sha256(data).digest() + data)
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            os.unlink(part)


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
