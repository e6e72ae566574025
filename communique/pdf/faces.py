"""The faces that are too large to ship: where they are installed, and in which version."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from communique import language
from communique.errors import Faults

if TYPE_CHECKING:
    from pathlib import Path

    from communique.page import Page


def installed(page: Page) -> tuple[Path, ...]:
    """Return the files of the system that the language of `page` is set with, often none.

    Raises `StatementError`, which names the package to install, where they are missing.
    """
    package = page.language.file.package
    if package is None:
        return ()
    found = package.found()
    if not found:
        faults = Faults(page.statement.path)
        name = language.english_name(page.language.tag)
        families = " and ".join(page.language.file.faces)
        wrong = f"{name} is set in {families}, which is not installed on this machine"
        faults.add(page.statement.line("language"), "language", wrong, f"install {package.name}")
        faults.check()
    return found


def versions(paths: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the name and version of each font file, e.g. ``NotoSerifCJK-Bold 2.002``."""
    return tuple(f"{path.stem} {_version(path)}" for path in paths)


def _version(path: Path) -> str:
    """Return fontRevision of the first face in an OpenType file (OpenType 1.9, head and ttcf)."""
    with path.open("rb") as file:
        start = 0
        if file.read(4) == b"ttcf":
            file.seek(12)
            (start,) = struct.unpack(">L", file.read(4))
        file.seek(start + 4)
        (count,) = struct.unpack(">H6x", file.read(8))
        records = struct.iter_unpack(">4s4xLL", file.read(16 * count))
        file.seek(next(offset for tag, offset, _ in records if tag == b"head") + 4)
        (revision,) = struct.unpack(">l", file.read(4))
    return f"{revision / 2**16:.3f}"
