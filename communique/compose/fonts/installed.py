"""The fonts that do not come with the program: where they are, and in which version.

They are the project's own ones, and those too large to ship that the system has installed.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from communique.design import language as languages
from communique.design import templates
from communique.model.faults import Faults

if TYPE_CHECKING:
    from pathlib import Path

    from communique.content.content import Content
    from communique.design.wording import LanguageFile
    from communique.model.statement import Statement


def installed(content: Content) -> tuple[Path, ...]:
    """Return the project's files, and those of the system that the languages of `content` ask for.

    Raises `StatementError`, which names the package to install, where they are missing.
    """
    paths: dict[Path, None] = dict.fromkeys(templates.own_fonts())
    for version in content.versions:
        statement = version.statement
        own = (statement.line("language"), "language", version.language.tag)
        for line, key, tag in (own, *statement.other_languages):
            if languages.resolve(tag):
                file = languages.load(tag).file.in_type(serifs=content.edition.serifs)
                paths.update(dict.fromkeys(_packaged(statement, line, key, tag, file)))
    for font in content.fallback_fonts:
        paths.update(dict.fromkeys(font.package.found()))
    return tuple(paths)


def _packaged(
    statement: Statement, line: int, key: str, tag: str, file: LanguageFile
) -> tuple[Path, ...]:
    """Return the files of the system that the `file` of the language `tag` asks for.

    It is that of the value `key`, or of words of the text, on this `line`.
    """
    found = file.package.found() if file.package else ()
    if file.package and not found:
        faults = Faults(statement.path)
        name, families = languages.english_name(tag), " and ".join(file.fonts)
        wrong = f"{name} is set in {families}, which is not installed on this machine"
        faults.add(line, key, wrong, f"install {file.package.name}")
        faults.check()
    return found


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
