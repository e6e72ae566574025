"""What files are at a moment, and whether they still are: by size and time, else by hash.

Paths are text here: pathlib alone takes as long to import as comparing a thousand files.
"""

from __future__ import annotations

import os
import sys
import time

from communique.store import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    FileState = tuple[int, int, str]
    """What a file is at a moment: its size in bytes, its time in ns, its hash."""
    FileStates = dict[str, FileState]

UNKNOWN = "?"  # a hash that no file has
#: How far the clock of a file system may be behind, in ns: a saved file gets the time of the last
#: tick, and these are 10 ms apart on Linux at most, and 16 ms on Windows.
_BEHIND = 20_000_000
#: The full paths of folders by where they are named from: finding one takes longer than a stat.
_FULL: dict[str, str] = {}
_DIGITS = 40  # of a hash, 160 bits
#: The program's templates that every PDF depends on, by their folders.
_FOR_ALL = ("", "/parts", "/styles/repairs")


def program() -> list[str]:
    """Return the files that every PDF depends on, and the packages by name and version.

    All the project's own templates are among them, since a new one may replace one of ours.
    """
    found = [
        f"{places.TEMPLATES}{folder}/{name}"
        for folder in _FOR_ALL
        for name in _names(f"{places.TEMPLATES}{folder}", os.DirEntry.is_file)
    ]
    for tree in (places.PROGRAM, f"{places.TEMPLATES}/fonts", places.own_templates()):
        found += _below(tree)
    facts = {
        f"= {name}"
        for folder in sys.path
        if folder.endswith("-packages")  # Debian has dist-packages, too
        for name in _names(folder, lambda entry: entry.name.endswith(".dist-info"))
    }
    return [*sorted(map(short, found)), f"= Python {sys.version}", *sorted(facts)]


def program_digest() -> str:
    """Return one hash for the program and all templates: where it is the same, so are the PDFs."""
    trees = {"program": places.PROGRAM, "ours": places.TEMPLATES, "own": places.own_templates()}
    return digest_of(
        {
            name + path.removeprefix(tree): again(path, None)
            for name, tree in trees.items()
            for path in _below(tree)
        }
    )


def editions_digest() -> str:
    """Return one hash for the files of all editions, the project's and ours."""
    folders = (f"{tree}/editions" for tree in (places.TEMPLATES, places.own_templates()) if tree)
    files = (
        f"{folder}/{name}" for folder in folders for name in _names(folder, os.DirEntry.is_file)
    )
    return digest_of({path: again(path, None) for path in files})


def _names(folder: str, wanted: Callable[[os.DirEntry[str]], bool]) -> list[str]:
    """Return the names of the `wanted` things in `folder`."""
    try:
        with os.scandir(folder) as entries:
            return [each.name for each in entries if wanted(each)]
    except OSError:
        return []


def _below(tree: str) -> list[str]:
    """Return the files in the folder `tree` and below, if it has a name, but for compiled code.

    The templates of an installed program lie inside it, and are no files of the program itself.
    """
    found = []
    for folder, folders, names in os.walk(tree) if tree else ():
        folders[:] = [
            name
            for name in folders
            if name != "__pycache__" and f"{folder}/{name}" != places.TEMPLATES
        ]
        found += [f"{folder}/{name}" for name in names]
    return found


def now() -> int:
    """Return a time, in ns, that no file has which is saved after this, but for coarse clocks.

    Where a file system counts whole seconds, a file of the last one may have an earlier time.
    """
    return time.time_ns() - _BEHIND


def again(path: str, before: FileState | None, *, exactly: bool = True) -> FileState:
    """Return what the file at `path` is now; it is read only where it may have changed.

    A path that begins with ``=`` is no file but a fact, one that ends with ``/`` a folder, which
    is compared by the names in it. Unless `exactly`, size and time stand for the hash.
    """
    if path.startswith("="):
        return 0, 0, path
    size, when = stat(path)
    if before and (size, when) == before[:2]:
        return before
    if not exactly:
        return size, when, f"{size} {when}"
    try:
        if path.endswith("/"):
            return size, when, hashed("\n".join(sorted(os.listdir(path))).encode())
        with open(path, "rb") as file:
            return size, when, hashed(file.read())
    except OSError:
        return 0, 0, UNKNOWN


def stat(path: str) -> tuple[int, int]:
    """Return size and time of a file; both are 0 where there is none."""
    try:
        stat = os.stat(path)
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


def hashed(data: bytes) -> str:
    """Return the hash of `data`."""
    from hashlib import sha256  # noqa: PLC0415  # where nothing has changed, nothing is hashed

    return sha256(data).hexdigest()[:_DIGITS]


def digest_of(files: FileStates) -> str:
    """Return one hash for all `files`: of their paths and hashes."""
    lines = (f"{path} {digest}\n" for path, (_, _, digest) in sorted(files.items()))
    return hashed("".join(lines).encode())


def short(path: str) -> str:
    """Return `path` as it is written: from the project's folder if it is in there."""
    folder, name = os.path.split(path)
    place = folder if folder.startswith("/") else f"{os.getcwd()} {folder}"
    if place not in _FULL:
        _FULL[place] = os.path.join(os.path.abspath(folder), "")
    return (_FULL[place] + name).removeprefix(os.path.join(places.project(), ""))


def long(path: str) -> str:
    """Return the full path of one that `short` gave."""
    return path if path.startswith("=") else os.path.join(places.project(), path)
