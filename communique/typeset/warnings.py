"""The engine's warnings: each fails the build, and is told as a fault of the file it is about.

What the engine only logs (a rule that it ignores, a picture that it leaves out) would otherwise go
unseen onto paper.
"""

from __future__ import annotations

import logging
import re
import warnings
from contextlib import contextmanager
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from communique.design.styles import stylesheets
from communique.model.faults import DesignError, Faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from communique.compose.sheet import Sheet

_PLACE = re.compile(r" at (\d+):\d+")
_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"")
_ALT = re.compile(r'alt="([^"]*)"')
_DATA = re.compile(r"(data:[\w/+.-]*)[^\s'\")]{40,}")
#: Parts of the engine that warn of nothing but styles.
_STYLES = re.compile(r"weasyprint[\\/](?:css[\\/]|layout[\\/]|formatting_structure[\\/]build)")
#: Warnings of packages that are about their own code, not about what it was given.
_OF_CODE = (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)


class Warned(NamedTuple):
    """A warning: where in the engine it comes from, and what it says."""

    file: str
    text: str


@contextmanager
def heard() -> Iterator[list[Warned]]:
    """Collect what the engine and what it uses warn of in the block."""
    found: list[Warned] = []
    logger, handler = logging.getLogger("weasyprint"), _Handler(found)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        with warnings.catch_warnings(record=True) as others:
            warnings.simplefilter("always")  # and not once a process
            for category in _OF_CODE:
                warnings.simplefilter("ignore", category)
            yield found
        found += [Warned(each.filename, str(each.message)) for each in others]
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


class _Handler(logging.Handler):
    """Keeps what WeasyPrint logs from warnings upwards."""

    def __init__(self, found: list[Warned]) -> None:
        super().__init__(logging.WARNING)
        self.found = found

    def emit(self, record: logging.LogRecord) -> None:
        if not record.msg.startswith(".notdef"):  # the proof says which character, and its line
            self.found.append(Warned(record.pathname, record.getMessage()))


def check(sheet: Sheet, found: Iterable[Warned]) -> None:
    """Raise what the warnings `found` while `sheet` was typeset amount to, if there are any.

    That is a `DesignError` for the stylesheets, with their lines, and else a `StatementError`.
    """
    design, statement = Faults(sheet.path, DesignError), Faults(sheet.path)
    for warning in found:
        text = _said(_shown(warning.text, sheet.html))
        if place := _origin(sheet.styles, warning):
            path, line = place
            design.add(line, "stylesheet", text, "mend it, or leave it out", path=path)
        else:
            statement.add(1, "typesetting", text, "nothing was delivered")
    design.check()
    statement.check()


def _origin(styles: str, warning: Warned) -> tuple[Path, int] | None:
    """Return the stylesheet and the line that a warning is about, or None if it is about none.

    What has no place is looked for in its own words. The engine makes addresses full ones, and
    writes values with what is theirs by default.

    Nothing comes from line 1 of the styles, which names the first file: a warning that says so is
    about a style attribute of the page.
    """
    if place := _PLACE.search(warning.text):
        return stylesheets.origin(styles, int(place[1]))
    for quoted in _QUOTED.finditer(warning.text):
        text = (quoted[1] or quoted[2]).strip()
        for part in (text, text.rpartition("/")[2], text.split(" ")[0]):
            if found := stylesheets.find(styles, part):
                return found
    return stylesheets.find(styles, ".css */\n") if _STYLES.search(warning.file) else None


def _shown(text: str, html: str) -> str:
    """Return `text` with what a picture of the page shows in the place of its data."""
    data = _DATA.search(text)
    place = html.find(data[0]) if data else -1
    tag = html[html.rfind("<", 0, place) : html.find(">", place)] if data and place >= 0 else ""
    shows = _ALT.search(tag)
    return text.replace(data[0], f"“{unescape(shows[1])}”") if data and shows else text


def _said(text: str) -> str:
    """Return what the engine says in `text` without the place, and without pictures' data."""
    short = _DATA.sub(r"\1…", _PLACE.sub("", text)).rstrip(".")
    return short[:1].lower() + short[1:]
