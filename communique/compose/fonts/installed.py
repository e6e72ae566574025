"""The fonts that do not come with the program: where they are, and in which version.

They are the project's own ones, and those too large to ship that the system has installed.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from communique.design import language, templates
from communique.model.faults import Faults

if TYPE_CHECKING:
    from pathlib import Path

    from communique.content.content import Content


def installed(content: Content) -> tuple[Path, ...]:
    """Return the project's files, and those of the system that the languages of `content` ask for.

    Raises `StatementError`, which names the package to install, where they are missing.
    """
    paths: dict[Path, None] = dict.fromkeys(templates.own_fonts())
    for version in content.versions:
        package = version.language.file.package
        if package is None:
            continue
        found = package.found()
        if not found:
            faults = Faults(version.statement.path)
            name = language.english_name(version.language.tag)
            families = " and ".join(version.language.file.fonts)
            wrong = f"{name} is set in {families}, which is not installed on this machine"
            line = version.statement.line("language")
            faults.add(line, "language", wrong, f"install {package.name}")
            faults.check()
        paths.update(dict.fromkeys(found))
    return tuple(paths)


def versions(paths: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the name and version of each font file, e.g. ``NotoSerifCJK-Bold 2.002``."""
    return tuple(f"{path.stem} {_version(path)}" for path in paths)


def _version(path: Path) -> str:
    """Return fontRevision of the first font in an OpenType file (OpenType 1.9, head and ttcf)."""
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
