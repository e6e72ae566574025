"""How Word numbers notes, where that is otherwise than a statement does: from 1, throughout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.word.reading.package import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from communique.word.found import Findings
    from communique.word.reading.package import Package

_ANEW = {"eachPage": "on each page", "eachSect": "in each section"}
_INSTEAD = "look whether the text names a note by its number"


def look(package: Package, document: etree._Element, findings: Findings) -> None:
    """Note in `findings` what Word has other numbers for (ISO/IEC 29500-1, 17.11.11 to 17.11.20).

    That is said for the whole file, or for a section of the text in `document`.
    """
    for properties in _properties(package, document):
        start, restart, form = (
            found.get(f"{W}val", "") if (found := properties.find(W + tag)) is not None else ""
            for tag in ("numStart", "numRestart", "numFmt")
        )
        if start not in ("", "1"):
            wrong = f"notes are numbered from 1 here, and from {start} in Word"
            findings.settle(0, f"{wrong}: {_INSTEAD}")
        if restart in _ANEW:
            wrong = f"notes are numbered throughout here, and anew {_ANEW[restart]} in Word"
            findings.settle(0, f"{wrong}: {_INSTEAD}")
        if form not in ("", "decimal"):
            findings.tell("marks of notes were replaced by numbers")


def _properties(package: Package, document: etree._Element) -> Iterator[etree._Element]:
    settings = package.part("settings")
    if settings is not None:
        yield from settings.iterfind(f"{W}footnotePr")
    yield from document.iterfind(f".//{W}sectPr/{W}footnotePr")
