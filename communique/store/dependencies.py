"""What PDFs depend on besides their statement: the program, its packages, and the templates."""

from __future__ import annotations

import itertools
import os
import sys

from communique.store import file_state, places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

#: The program's templates that every PDF depends on, by their folders.
_FOR_ALL = ("", "/parts", "/styles/fitting", "/styles/repairs", "/styles/turns")
#: The packages that shape pages, of which each file is looked at, since an edit has no version.
#: The others are known by name and version: all are 10,000 files, which would take 20 ms.
_SHAPING = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2")


def program() -> list[str]:
    """Return the files that every PDF depends on, and all packages by name and version.

    All the project's own templates and their folders are among them, since a new one may replace
    one of ours.
    """
    found = [
        f"{places.TEMPLATES}{folder}/{name}"
        for folder in _FOR_ALL
        for name in _names(f"{places.TEMPLATES}{folder}", os.DirEntry.is_file)
    ]
    own = places.own_templates()
    for tree in (places.PROGRAM, f"{places.TEMPLATES}/fonts", own):
        found += _walked(tree)[0]
    found += _walked(own)[1]
    installed = [folder for folder in sys.path if folder.endswith("-packages")]  # or Debian's dist-
    facts = {
        f"= {name}"
        for folder in installed
        for name in _names(folder, lambda entry: entry.name.endswith(".dist-info"))
    }
    for folder in installed:
        for package in _SHAPING:
            found += _walked(f"{folder}/{package}")[0]
    return [*sorted(map(file_state.short, found)), f"= Python {sys.version}", *sorted(facts)]


def templates() -> list[str]:
    """Return all templates on which a PDF may depend, the program's and the project's."""
    own = places.own_templates()
    found = _walked(places.TEMPLATES)[0] + list(itertools.chain(*_walked(own)))
    return [*map(file_state.short, found)]


def program_digest() -> str:
    """Return one hash for the program and all templates: where it is the same, so are the PDFs."""
    trees = {"program": places.PROGRAM, "ours": places.TEMPLATES, "own": places.own_templates()}
    return file_state.digest_of(
        {
            name + path.removeprefix(tree): file_state.again(path, None)
            for name, tree in trees.items()
            for path in _walked(tree)[0]
        }
    )


def editions_digest() -> str:
    """Return one hash for the files of all editions, the project's and ours."""
    folders = (f"{tree}/editions" for tree in (places.TEMPLATES, places.own_templates()) if tree)
    files = (
        f"{folder}/{name}" for folder in folders for name in _names(folder, os.DirEntry.is_file)
    )
    return file_state.digest_of({path: file_state.again(path, None) for path in files})


def _names(folder: str, wanted: Callable[[os.DirEntry[str]], bool]) -> list[str]:
    """Return the names of the `wanted` things in `folder`."""
    try:
        with os.scandir(folder) as entries:
            return [each.name for each in entries if wanted(each)]
    except OSError:
        return []


def _walked(tree: str) -> tuple[list[str], list[str]]:
    """Return the files in the folder `tree`, if it has a name, and below, and the folders.

    Compiled code is left out, and so are an installed program's templates, which lie inside it.
    """
    found: list[str] = []
    folders = [tree] if tree else []
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not entry.is_dir(follow_symlinks=False):
                        found.append(f"{folder}/{entry.name}")
                    elif entry.name != "__pycache__" and entry.path != places.TEMPLATES:
                        folders.append(f"{folder}/{entry.name}")
        except OSError:
            continue
    return found, [f"{folder}/" for folder in folders]
