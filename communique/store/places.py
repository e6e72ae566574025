"""Which folder is which: the program's, that of its templates, and that of the project.

The program may be installed anywhere, or be a checkout of its repository, which is then a project
itself. A project is any folder with a ``communique.yaml``.

Paths are text here: pathlib alone takes as long to import as comparing a thousand files.
"""

from __future__ import annotations

import os
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The program: the package ``communique``."""
_INSTALLED = os.path.isdir(os.path.join(PROGRAM, "templates"))
CHECKOUT = "" if _INSTALLED else os.path.dirname(PROGRAM)
"""The checkout that the program runs from, or nothing where it is installed."""
TEMPLATES = os.path.join(CHECKOUT or PROGRAM, "templates")
"""The templates that come with the program."""
SETTINGS = "communique.yaml"
"""What says that a folder is a project, and what is built of it."""
WRITTEN = {"source": "the statements", "templates": "the templates"}
"""The folders of a project that hold what people write, and what each holds."""
_entered: list[str] = []


def project() -> str:
    """Return the full path of the project's folder: the one entered, or the one we are in."""
    if not _entered:
        enter(os.getcwd())
    return _entered[0]


def enter(folder: str) -> None:
    """Work on the project that `folder` is in from now on; a checkout is one for all the rest.

    An installed program takes a `folder` that is in no project for one by itself.
    """
    full = os.path.realpath(folder)
    _entered[:] = [_above(full) or CHECKOUT or full]


def project_of(path: str) -> str:
    """Return the folder of the project that a file or folder is in, or nothing.

    What is reached over a link is in the project where the link stands.
    """
    return _above(os.path.abspath(path))


def own_templates() -> str:
    """Return the folder of the project's own templates, or nothing where it has none."""
    folder = os.path.join(project(), "templates")
    if not os.path.isdir(folder) or os.path.samefile(folder, TEMPLATES):
        return ""
    return folder


@contextmanager
def without_project() -> Iterator[None]:
    """Work on no project for a while: there are no templates but the program's."""
    before = [*_entered]
    _entered[:] = [PROGRAM]
    try:
        yield
    finally:
        _entered[:] = before


def is_project() -> bool:
    """Tell whether we are in a project, and not in any folder."""
    return project() == CHECKOUT or os.path.isfile(os.path.join(project(), SETTINGS))


def shown(path: str) -> str:
    """Return `path` as messages say it: from the current folder, if it is in there.

    A link is where it stands, wherever it leads; a folder may be reached over one.
    """
    here = os.path.realpath(".") + os.sep
    for full in (os.path.abspath(path), os.path.realpath(path)):
        if full.startswith(here):
            return full.removeprefix(here)
    return path


def printable(path: str) -> str:
    """Return `path` as one line, in which what cannot be printed is written as Python would."""
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in path)


def _above(folder: str) -> str:
    """Return the nearest folder with settings, from `folder` upward, or nothing."""
    while not os.path.isfile(os.path.join(folder, SETTINGS)):
        parent = os.path.dirname(folder)
        if parent == folder:
            return ""
        folder = parent
    return folder
