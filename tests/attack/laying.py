"""How hostile input is laid into an empty folder, so that a build there meets it."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from tests.samples import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "meeting.en.md"
"""What is built."""
_SHOWING = "![A picture]({name})"


def file(folder: Path, data: bytes) -> None:
    """Lay a file of these bytes."""
    (folder / NAME).write_bytes(data)


def text(folder: Path, body: str) -> None:
    """Lay a statement with this text, which begins on line 5."""
    file(folder, f"{HEAD}{body}\n".encode())


def front(folder: Path, keys: str) -> None:
    """Lay a statement with this front matter below its title, which begins on line 3."""
    file(folder, f"---\ntitle: A title\n{keys}\n---\n\nWords.\n".encode())


def link(folder: Path, target: str) -> None:
    """Lay a link to what is no statement."""
    (folder / NAME).symlink_to(target)


def pipe(folder: Path, name: str) -> None:
    """Lay a pipe that nobody writes to: the statement, or a picture in it."""
    os.mkfifo(folder / name)
    if name != NAME:
        text(folder, _SHOWING.format(name=name))


def linked_picture(folder: Path, target: str) -> None:
    """Lay a statement whose picture is a link."""
    (folder / "a.png").symlink_to(target)
    text(folder, _SHOWING.format(name="a.png"))


def png(folder: Path, data: bytes) -> None:
    """Lay a statement with a picture of these bytes."""
    (folder / "a.png").write_bytes(data)
    text(folder, _SHOWING.format(name="a.png"))


def svg(folder: Path, inside: str) -> None:
    """Lay a statement with a drawing."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" viewBox="0 0 9 9">'
    (folder / "a.svg").write_text(f"{head}{inside}</svg>", "utf-8")
    text(folder, _SHOWING.format(name="a.svg"))


def sparse(folder: Path, size: int) -> None:
    """Lay a file of so many bytes, which takes no room on the disk."""
    with (folder / NAME).open("wb") as opened:
        opened.truncate(size)


def packed(folder: Path, name: str) -> None:
    """Lay a packed file with 100 MB in an entry of this name."""
    with zipfile.ZipFile(folder / NAME, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(name, "a" * 10**8)


def named(folder: Path, name: str) -> None:
    """Lay a good statement under another name."""
    (folder / name).write_text(f"{HEAD}Words.\n", "utf-8")


def empty(folder: Path, names: Iterable[str]) -> None:
    """Lay empty files beside a good statement."""
    text(folder, "Words.")
    for name in names:
        (folder / name).touch()


def vast_png(width: int, height: int) -> bytes:
    """Return a picture in four colours of 16 bits, packed to a thousandth of its pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    line, packer = bytes(8 * width + 1), zlib.compressobj(9)
    pixels = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 16, 6, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def uses(depth: int) -> str:
    """Return a drawing that shows one shape 2 ** (`depth` - 1) times."""
    doubled = "".join(
        f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>' for n in range(1, depth)
    )
    return f'<defs><path id="a0" d="M1 1h5v5z"/>{doubled}</defs><use href="#a{depth - 1}"/>'


def notes(count: int) -> str:
    """Return a text with so many notes, under short names."""
    names = [f"{number:x}" for number in range(count)]
    return "".join(f"a[^{n}]" for n in names) + "\n\n" + "".join(f"[^{n}]:a\n" for n in names)


def table(columns: int, rows: int) -> str:
    """Return a table of cells with one letter."""
    return f"{'|a' * columns}|\n{'|-' * columns}|\n" + f"{'|a' * columns}|\n" * rows
