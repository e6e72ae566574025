"""Styles are parsed from where they differ from earlier ones, so that tests may add a rule cheaply.

To parse all styles of a page takes longer than to typeset a short one.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import tinycss2
from weasyprint import CSS

from communique.design.styles.stylesheets import _unended
from communique.typeset import engine
from communique.typeset.fetch import Fetcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Files = tuple[Path, ...]
    Parse = Callable[[str, Files], CSS]


class Parsed:
    """Stands for `parse`, the engine's own function, and gives what it would give."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self._beginnings: dict[Files, dict[str, CSS]] = {}
        self._wholes: dict[Files, dict[str, CSS]] = {}

    def __call__(self, styles: str, files: Files) -> CSS:
        """Return `styles` parsed: what they have in common with earlier ones only once."""
        wholes = self._wholes.setdefault(files, {})
        if styles not in wholes:
            beginning = self._beginning(styles, files)
            parsed = _continued(styles, *beginning, files) if beginning else None
            wholes[styles] = parsed or self._parse(styles, files)
        return wholes[styles]

    def cache_clear(self) -> None:
        """Parse all anew from now on."""
        self._beginnings, self._wholes = {}, {}

    def _beginning(self, styles: str, files: Files) -> tuple[str, CSS] | None:
        """Return the longest known beginning of `styles`, and it parsed."""
        known = self._beginnings.setdefault(files, {})
        found = max((each for each in known if styles.startswith(each)), key=len, default="")
        if not found:
            shared = (_shared(styles, other) for other in self._wholes[files])
            found = max(shared, key=len, default="")
            if len(found) < len(styles) / 2 or not _is_whole(found):
                return None
            known[found] = self._parse(found, files)
        return found, known[found]


def _shared(one: str, other: str) -> str:
    """Return the rules that both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one.startswith(other[:middle]) else (low, middle - 1)
    return one[: one.rfind("}\n", 0, low) + 1]


def _is_whole(styles: str) -> bool:
    """Tell whether `styles` end with a whole rule, so that what follows begins another one."""
    rules = tinycss2.parse_stylesheet(styles, skip_comments=True, skip_whitespace=True)
    whole = bool(rules) and getattr(rules[-1], "content", None) is not None
    return whole and not list(_unended(styles))


def _continued(styles: str, beginning: str, parsed: CSS, files: Files) -> CSS | None:
    """Return `styles` parsed, of which the `beginning` is already; None where it is to be whole.

    The rest has the lines and columns that it has in the whole, for what the engine says of it.
    """
    rest = styles[len(beginning) :]
    if "@import" in rest.lower():  # it belongs to the beginning
        return None
    lines, column = beginning.count("\n"), len(beginning) - beginning.rfind("\n") - 1
    matcher = copy.copy(parsed.matcher)
    for name, value in vars(matcher).items():
        if isinstance(value, dict):
            vars(matcher)[name] = {key: list(each) for key, each in value.items()}
        elif isinstance(value, list):
            vars(matcher)[name] = list(value)
    return CSS(
        string="\n" * lines + " " * column + rest,
        base_url=engine.BASE,
        url_fetcher=Fetcher(),
        font_config=engine._fonts(files),
        matcher=matcher,
        page_rules=list(parsed.page_rules),
        layers=list(parsed.layers),
    )
