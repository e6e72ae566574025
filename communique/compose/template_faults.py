"""Where a template fails, the fault is told with the template's own file and line."""

from __future__ import annotations

import re
import traceback
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from communique.model.faults import CommuniqueError, DesignError, Faults
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterator

_SUFFIX = ".html"
#: What Jinja calls the code of a template that is in none of its macros.
_NO_MACRO = "top-level template code"
#: How Jinja names a class of ours.
_CLASS = re.compile(r"'communique[\w.]*\.(\w+) object'")


@contextmanager
def filling() -> Iterator[None]:
    """Let the block fill templates; where one fails, `DesignError` says in which line of it.

    Whatever goes wrong while a template is filled is told as its fault, also where it gives one of
    our functions what that cannot use. What goes wrong outside of templates is raised as it is.
    """
    try:
        yield
    except CommuniqueError:
        raise
    except Exception as error:
        places = _places(error)
        if not places:
            raise
        (path, line), *callers = reversed(places)
        wrong, instead = _words(error)
        if callers:
            wrong += " (called from {}:{})".format(*callers[-1])
        faults = Faults(path, DesignError)
        faults.add(line, "template", wrong, instead)
        raise DesignError(faults) from error


def _places(error: Exception) -> list[tuple[Path, int]]:
    """Return the file and the line of what failed, last, and of the macros that called it.

    Jinja puts the files and lines of templates into the traceback.
    """
    if isinstance(error, TemplateSyntaxError):
        return [(from_here(Path(error.filename or error.name or "")), error.lineno)]
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.endswith(_SUFFIX)]
    first = max((n for n, frame in enumerate(inside) if frame.name == _NO_MACRO), default=0)
    return [(from_here(Path(frame.filename)), frame.lineno or 1) for frame in inside[first:]]


def _words(error: Exception) -> tuple[str, str]:
    """Return what is wrong, in Jinja's words, and what to write instead."""
    match error:
        case TemplateSyntaxError():
            return (error.message or "").rstrip("."), "mend the template"
        case TemplateNotFound():
            return f"there is no template {error.name}", "check its name"
        case UndefinedError():
            wrong = _CLASS.sub(r"\1", str(error))
            return wrong, "check the name"
        case _:
            return f"it fails ({type(error).__name__}: {error})", "mend the template"
