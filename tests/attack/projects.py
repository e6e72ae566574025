"""A small project of which the statement, the picture and the styles exist in two versions.

Both versions of each have the same size and the same date, so only what is in them is another.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING, NamedTuple

from tests.samples import ROOT

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("source/a.en.md", "source/p.png", "templates/styles/base.css")
DATE = 1_600_000_000 * 10**9
_MADE = "out/a.en.pdf"
_TEXT = "---\ntitle: Lights\n---\n\nNorland will renew {number} lights.\n\n![A square](p.png)\n"


class Outcome(NamedTuple):
    """What a run gave: its exit status, and all that it printed."""

    status: int
    said: str


def contents(name: str, version: int) -> bytes:
    """Return what is in the file of that `name` in one of the two versions, 0 or 1."""
    if name.endswith(".md"):
        return _TEXT.format(number=("nine", "five")[version]).encode()
    if name.endswith(".png"):
        return _square((0x40, 0x90)[version])
    styles = (ROOT / "templates/styles/base.css").read_bytes()
    return styles + b"h1 { color: #%s }\n" % (b"102030", b"302010")[version]


def create(root: Path, versions: tuple[int, ...]) -> Path:
    """Make a project in `root` with these `versions` of its files; return it."""
    (root / "source").mkdir(parents=True)
    (root / "templates/styles").mkdir(parents=True)
    (root / "communique.yaml").touch()
    for name, version in zip(NAMES, versions, strict=True):
        write(root / name, contents(name, version))
    return root


def write(path: Path, data: bytes) -> Path:
    """Write a file and give it the date that all have."""
    path.write_bytes(data)
    os.utime(path, ns=(DATE, DATE))
    return path


def command(*arguments: str) -> list[str]:
    """Return the command that builds the project it is started in."""
    return [sys.executable, str(ROOT / "build.py"), *arguments]


def build(root: Path, *arguments: str, seconds: float = 120) -> Outcome:
    """Build the project in `root`."""
    done = subprocess.run(  # noqa: S603  # our own program
        command(*arguments),
        cwd=root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=seconds,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode())


def made(root: Path) -> bytes:
    """Return the PDF of a project."""
    return (root / _MADE).read_bytes()


class Fresh:
    """What builds from nothing give; each of the few combinations of versions is built once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[tuple[int, ...], bytes] = {}

    def of(self, root: Path) -> bytes:
        """Return the PDF that the project in `root`, as it is now, has to have."""
        versions = tuple(
            [contents(name, 0), contents(name, 1)].index((root / name).read_bytes())
            for name in NAMES
        )
        if versions not in self._known:
            project = create(self._folder / "".join(map(str, versions)), versions)
            assert build(project).status == 0
            self._known[versions] = made(project)
            shutil.rmtree(project)
        return self._known[versions]


def _square(grey: int) -> bytes:
    """Return a picture, packed so that its size is the same whatever its colour is."""
    side = 40
    rows = (b"\0" + bytes([grey]) * side) * side
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 0)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
