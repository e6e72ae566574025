"""Finds the files of ``templates``: the project's own ones first, then those of the program."""

from __future__ import annotations

import errno
import os
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple

from communique.model.faults import DesignError, Faults
from communique.store import places
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Callable

    R = TypeVar("R")
    Names = TypeVarTuple("Names")

#: Each font lies in the folder of its family.
_FONTS = "*/*.[ot]tf"


def find(name: str) -> Path | None:
    """Return the file `name` of the templates, e.g. ``parts/title.html``, or None where none is.

    A name leads nowhere else: none begins with a slash or has ``..`` in it. Raises `DesignError`
    where a file of the project's templates is a link to a place outside of them.
    """
    parts = name.split("/")
    if Path(name).is_absolute() or not {"", ".", ".."}.isdisjoint(parts) or {*"\\\0:"} & {*name}:
        return None
    own = places.own_templates()
    for folder in filter(None, (own, places.TEMPLATES)):
        path = Path(folder, name)
        if path.is_file():
            if folder == own:
                _check_inside(path, own)
            return path
    return None


def path(name: str) -> Path:
    """Return the file `name` as `find` does; raises `FileNotFoundError` where there is none."""
    found = find(name)
    if found is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), f"templates/{name}")
    return found


def text(path: Path) -> str:
    """Return the text of the file at `path`; raises `DesignError` where it is not in UTF-8."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        faults = Faults(from_here(path), DesignError)
        line = data.count(b"\n", 0, error.start) + 1
        faults.add(line, "file", "it is not text in UTF-8", "save it as UTF-8")
        raise DesignError(faults) from None


def own_pages() -> tuple[Path, ...]:
    """Return the project's own templates of the page and of its parts, as messages say them."""
    own = places.own_templates()
    return tuple(map(from_here, sorted(Path(own).rglob("*.html")))) if own else ()


def where(words: str) -> tuple[Path, int] | None:
    """Return the first of the project's own templates in which `words` stand, and their line."""
    for path in own_pages():
        before, found, _ = text(path).partition(words)
        if found:
            return path, before.count("\n") + 1
    return None


def names(folder: str, suffix: str) -> list[str]:
    """Return the names, without `suffix`, of the files in a `folder` of the templates, sorted."""
    folders = filter(None, (places.TEMPLATES, places.own_templates()))
    found = {path.name for each in folders for path in Path(each, folder).glob(f"*{suffix}")}
    return sorted(name.removesuffix(suffix) for name in found)


def is_own(path: Path) -> bool:
    """Tell whether the file at the full `path` is one of the project's own templates."""
    own = places.own_templates()
    return bool(own) and path.is_relative_to(own)


def fonts() -> list[Path]:
    """Return the font files of the project, then those that come with the program."""
    return [*own_fonts(), *shipped_fonts()]


def shipped_fonts() -> tuple[Path, ...]:
    """Return the font files that come with the program."""
    return tuple(sorted(Path(places.TEMPLATES, "fonts").glob(_FONTS)))


def own_fonts() -> tuple[Path, ...]:
    """Return the font files of the project, each in a folder of its own in ``templates/fonts``.

    Raises `DesignError` where one is a link to a place outside of the templates.
    """
    own = places.own_templates()
    found = sorted(Path(own, "fonts").glob(_FONTS)) if own else []
    for path in found:
        _check_inside(path, own)
    return tuple(found)


def remembered(load: Callable[[*Names], R]) -> Callable[[*Names], R]:
    """Let `load` read the files of some names once for each project, until `forget`."""

    @cache
    def known(_: str, *names: *Names) -> R:
        return load(*names)

    @wraps(load)
    def loaded(*names: *Names) -> R:
        return known(places.project(), *names)

    _REMEMBERED.append(known.cache_clear)
    return loaded


def forget() -> None:
    """Read all files anew from now on; they have changed."""
    for clear in _REMEMBERED:
        clear()


_REMEMBERED: list[Callable[[], None]] = []


def _check_inside(path: Path, folder: str) -> None:
    if not path.resolve().is_relative_to(os.path.realpath(folder)):
        faults = Faults(from_here(path), DesignError)
        wrong = "it is a link to a place outside the project's templates"
        faults.add(1, "file", wrong, "put the file itself there")
        faults.check()
