"""What files are at a moment, and whether they still are: by size and time, else by hash.

Paths are text here: pathlib alone takes as long to import as comparing a thousand files.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    Print = tuple[int, int, str]
    """What a file is at a moment: its size in bytes, its time in ns, its hash."""
    Prints = dict[str, Print]

UNKNOWN = "?"  # a hash that no file has
#: The full paths of folders by where they are named from: finding one takes longer than a stat.
_FULL: dict[str, str] = {}
_DIGITS = 40  # of a hash, 160 bits
#: The project's folder.
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
#: What every PDF depends on: folders with what stands directly in them, and with all below them.
_FOLDERS = ("templates", "templates/parts", "templates/styles/repairs")
_TREES = ("communique", "templates/fonts")


def program() -> list[str]:
    """Return the files that every PDF depends on, and the packages by name and version."""
    found = [f"{folder}/{name}" for folder in _FOLDERS for name in _names(f"{ROOT}/{folder}")]
    for tree in _TREES:
        for folder, folders, names in os.walk(f"{ROOT}/{tree}"):
            folders[:] = [name for name in folders if name != "__pycache__"]
            found += [f"{folder[len(ROOT) + 1 :]}/{name}" for name in names]
    packages = next((path for path in sys.path if path.endswith("site-packages")), "")
    installed = {name for name in _names(packages) if name.endswith(".dist-info")}
    return [*sorted(found), f"= Python {sys.version}", *(f"= {name}" for name in sorted(installed))]


def program_digest() -> str:
    """Return one hash for the program and its templates: where it is the same, so are the PDFs."""
    paths = [
        f"{folder}/{name}"
        for tree in ("communique", "templates")
        for folder, _, names in os.walk(os.path.join(ROOT, tree))
        for name in names
        if "__pycache__" not in folder
    ]
    return digest_of({short(path): again(path, None) for path in paths})


def _names(folder: str) -> list[str]:
    """Return the names of the files in `folder`."""
    try:
        with os.scandir(folder) as entries:
            return [each.name for each in entries if folder.endswith("packages") or each.is_file()]
    except OSError:
        return []


def again(path: str, before: Print | None, *, exactly: bool = True) -> Print:
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


def digest_of(files: Prints) -> str:
    """Return one hash for all `files`: of their paths and hashes."""
    lines = (f"{path} {digest}\n" for path, (_, _, digest) in sorted(files.items()))
    return hashed("".join(lines).encode())


def short(path: str) -> str:
    """Return `path` as it is written: from the project's folder if it is in there."""
    folder, name = os.path.split(path)
    place = folder if folder.startswith("/") else f"{os.getcwd()} {folder}"
    if place not in _FULL:
        _FULL[place] = os.path.join(os.path.abspath(folder), "")
    return (_FULL[place] + name).removeprefix(ROOT + os.sep)


def long(path: str) -> str:
    """Return the full path of one that `short` gave."""
    return path if path.startswith("=") else os.path.join(ROOT, path)
