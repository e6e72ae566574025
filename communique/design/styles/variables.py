"""Variables that stylesheets use and nothing sets: CSS drops what is written with one, in silence.

A declaration with such a variable is invalid only when its value is worked out, so that no parser
warns of it (CSS Custom Properties 1, 3).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from communique.design import templates
from communique.design.styles import stylesheets
from communique.design.validation import suggestion
from communique.model.faults import DesignError, Faults
from communique.store import places

_SET = re.compile(r"(?<![-\w])(--[-\w]+)\s*:")
#: One with a comma has another value for where the variable is not set.
_USED = re.compile(r"(?<![-\w])var\(\s*(--[-\w]+)\s*\)", re.IGNORECASE)


class Used(NamedTuple):
    """A variable where a stylesheet uses it, and its line, which counts from 1."""

    name: str
    line: int


@lru_cache(maxsize=8)
def check(styles: str) -> None:
    """Raise `DesignError` with each variable that `styles` use and neither they nor a template set.

    Only a project's own templates can be wrong there: tests look at those of the program.
    """
    if not places.own_templates():
        return
    names = sorted(declared(styles))
    faults: Faults | None = None
    for used in undefined(styles):
        if any(f"{used.name}:" in templates.text(page) for page in templates.own_pages()):
            continue
        origin = stylesheets.origin(styles, used.line)
        assert origin is not None  # noqa: S101  # each stylesheet has its name
        path, line = origin
        faults = faults or Faults(path, DesignError)
        wrong = f"there is no variable {used.name}, so this line does nothing"
        hint = suggestion(used.name, names)
        instead = hint if hint.startswith("did") else "set it in :root, or use one that is set"
        faults.add(line, "stylesheet", wrong, instead, path=path)
    if faults:
        faults.check()


def declared(styles: str) -> set[str]:
    """Return the names of the variables that `styles` set."""
    return set(_SET.findall(stylesheets.without_comments(styles)))


def undefined(styles: str) -> list[Used]:
    """Return each use of a variable that `styles` do not set."""
    known = declared(styles)
    bare = stylesheets.without_comments(styles)
    return [
        Used(used[1], styles.count("\n", 0, used.start()) + 1)
        for used in _USED.finditer(bare)
        if used[1] not in known
    ]
