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

from communique.design import templates
from communique.design.styles import causes, stylesheets
from communique.model.faults import BugError, DesignError, Faults
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from communique.compose.sheet import Sheet

_PLACE = re.compile(r" at (\d+):\d+")
_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"")
_ALT = re.compile(r'alt="([^"]*)"')
_DATA = re.compile(r"(data:[\w/+.-]*)[^\s'\")]{40,}")
_FILE = re.compile(r"file:[^\s'\")]*/")
#: By what the engine says without a place: what of a stylesheet that is about.
_ABOUT = {
    r"Font-face '(.+)' cannot be loaded": r"@font-face\s*\{{[^{{}}]*?font-family\s*:[\s'\"]*{}",
    r"Unsupported color space ([-\w]+)": "{}",
    "Subgrids": "subgrid",
    "Baseline alignment": r"(?:align|place)-[a-z]+\s*:[^;{{}}]*baseline",
    "Inline grids": "inline-grid",
    r"attr\(\) functions, not (\S+)": r"attr\([^()]*{}",
}
#: What of a template a warning may be about: an attribute, a link within the page, an address.
_WRITTEN = re.compile(r"`([^`]+)`|(#[^\s'\"]+) for|'([^']+)'|\"([^\"]+)\"")
#: A link whose place was lost in laying out, where the page has it.
_LINK = re.compile(r"No anchor #(\S+)")
#: Parts of the engine that warn of nothing but styles.
_STYLES = re.compile(r"weasyprint[\\/](?:css[\\/]|layout[\\/]|formatting_structure[\\/]build)")
#: Parts of the engine that warn of pictures and addresses, which an author gives.
_AUTHORS = re.compile(r"weasyprint[\\/](?:images|svg|urls)\b")
_ENGINE = re.compile(r"weasyprint[\\/]")
#: A property that the engine does not know; and those that stylesheets have.
_NO_PROPERTY = re.compile(r"`([-\w]+):.*unknown property", re.DOTALL)
_PROPERTY = re.compile(r"(?<![-\w])([a-z][-a-z]+)(?=\s*:\s)")
_MEND = "mend it, or leave it out"
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

    That is a `DesignError` for stylesheets and templates, with their lines; a `StatementError` for
    pictures, addresses and what other packages warn of; and else a `BugError`.
    """
    design, statement, bugs = Faults(sheet.path, DesignError), Faults(sheet.path), []
    for warning in found:
        text = _said(_shown(warning.text, sheet.html))
        if place := _in_styles(sheet.styles, warning):
            instead = _property_meant(warning, sheet.styles) or _MEND
            design.add(place[1], "stylesheet", text, instead, path=place[0])
        elif place := _in_templates(warning):
            design.add(place[1], "template", text, _MEND, path=place[0])
        elif _AUTHORS.search(warning.file) or not _ENGINE.search(warning.file):
            statement.add(1, "typesetting", text, "nothing was delivered")
        elif cause := _laid_out(sheet, warning):
            path, line, instead = cause
            design.add(line, "stylesheet", text, instead, path=path)
        else:
            bugs.append(text)
    design.check()
    statement.check()
    if bugs:
        raise BugError("; ".join(bugs), f"The engine warned: {bugs}")


def _in_styles(styles: str, warning: Warned) -> tuple[Path, int] | None:
    """Return the stylesheet and the line that a warning is about, or None if it is about none.

    What has no place is looked for in its own words. The engine makes addresses full ones, and
    writes values with what is theirs by default.

    Nothing comes from line 1 of the styles, which names the first file: a warning that says so is
    about a style attribute of the page.
    """
    if place := _PLACE.search(warning.text):
        return stylesheets.origin(styles, int(place[1]))
    for words, pattern in _ABOUT.items():
        if said := re.search(words, warning.text):
            return stylesheets.first(styles, pattern.format(*map(re.escape, said.groups())))
    for quoted in _QUOTED.finditer(warning.text):
        text = (quoted[1] or quoted[2]).strip()
        parts = () if text.startswith("data:") else (text.rpartition("/")[2], text.split(" ")[0])
        for part in (text, *parts):
            if found := stylesheets.find(styles, part):
                return found
    return None


def _property_meant(warning: Warned, styles: str) -> str:
    """Return which of the properties in `styles` was likely meant by one that is none."""
    from communique.design.validation.keys import near  # noqa: PLC0415  # for a slip alone

    found = _NO_PROPERTY.search(warning.text)
    known = {name for name in _PROPERTY.findall(styles) if not found or name != found[1]}
    meant = near(found[1], sorted(known)) if found else ""
    return f"did you mean {meant}?" if meant else ""


def _in_templates(warning: Warned) -> tuple[Path, int] | None:
    """Return the project's template and the line that a warning is about, or None."""
    written = (next(filter(None, found)) for found in _WRITTEN.findall(warning.text))
    return next(filter(None, map(templates.where, written)), None)


def _laid_out(sheet: Sheet, warning: Warned) -> tuple[Path, int, str] | None:
    """Return the stylesheet, the line and what to do where only a stylesheet can be the cause.

    That is so for what is not known before pages are laid out. Without a stylesheet of the
    project it is ours, and None is returned; so it is for a style attribute of the page.
    """
    link = _LINK.match(warning.text)
    lost = link and f'id="{link[1]}"' in sheet.html
    if _PLACE.search(warning.text) or not (lost or _STYLES.search(warning.file)):
        return None
    if found := causes.causes(sheet.styles, "engine"):
        path, line, declaration = found[0]
        return path, line, f"take back what may be the cause: {declaration}"
    own = [from_here(path) for path, _ in causes.own_sheets(sheet.styles)]
    return (own[-1], 1, f"mend {' or '.join(map(str, own))}") if own else None


def _shown(text: str, html: str) -> str:
    """Return `text` with what a picture of the page shows in the place of its data."""
    data = _DATA.search(text)
    place = html.find(data[0]) if data else -1
    tag = html[html.rfind("<", 0, place) : html.find(">", place)] if data and place >= 0 else ""
    shows = _ALT.search(tag)
    return text.replace(data[0], f"“{unescape(shows[1])}”") if data and shows else text


def _said(text: str) -> str:
    """Return what the engine says in `text` without places, folders and pictures' data."""
    short = _FILE.sub("", _DATA.sub(r"\1…", _PLACE.sub("", text))).rstrip(".")
    return short[:1].lower() + short[1:]
