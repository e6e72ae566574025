"""Patterns by which words are divided: those of the templates come before those of Pyphen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.design import templates
from communique.model.faults import DesignError, Faults
from communique.store.paths import from_here

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = "UTF-8"
#: A pattern: letters with figures between them, a full stop at an end of the word; or a comment.
_PATTERN = re.compile(r"(?:%.*|\.?(?:\d?[^\W\d_]|\d?[’'-])+\d?\.?)?\s*")


def find(tag: str) -> Path | None:
    """Return the file of patterns for the language file `tag`, or None where there is none.

    Raises `DesignError` where the project has one and it is at fault.
    """
    path = templates.find(f"hyphenation/{tag}.dic")
    if path and templates.is_own(path):
        _check(path)
    return path


def _check(path: Path) -> None:
    faults = Faults(from_here(path), DesignError)
    first, *patterns = templates.text(path).split("\n")
    if first != _FIRST:
        faults.add(1, "patterns", f"its first line is not {_FIRST}", f"begin with a line {_FIRST}")
    for line, pattern in enumerate(patterns, start=2):
        if not _PATTERN.fullmatch(pattern):
            wrong = f"{pattern.strip()} is no pattern for hyphenation"
            faults.add(line, "patterns", wrong, "write it as hy3ph, or begin it with %")
    faults.check()
