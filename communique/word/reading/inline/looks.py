"""What a run of letters looks like beside its stress: raised or lowered, and its language."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from communique.word.reading.package import W
from communique.word.reading.styles import on

if TYPE_CHECKING:
    from lxml import etree

    from communique.word.found import Findings
    from communique.word.reading.styles import Styles

_RAISED: dict[str, Literal["superscript", "subscript"]] = {
    "superscript": "superscript",
    "subscript": "subscript",
}

#: What an author has to look at: the words have no such look here.
_MARKED = {
    "strike": "struck through",
    "dstrike": "struck through",
    "highlight": "highlighted",
    "u": "underlined",
    "caps": "in capitals",
    "smallCaps": "in small capitals",
}
_OF_LINKS = ("hyperlink", "followedhyperlink", "internet link", "visited internet link")
"""Styles whose lines and colours say no more than that a link is there."""
_BLACK = ("auto", "000000")


def look(styles: Styles, run: etree._Element, number: int, findings: Findings) -> None:
    """Note what a run of the paragraph with that `number` looks like, and no statement does."""
    words = "".join(each.text or "" for each in run.iter(f"{W}t")).strip()
    if not words:
        return
    style = run.find(f"{W}rPr/{W}rStyle")
    names = styles.names(str(style.get(f"{W}val"))) if style is not None else ()
    linked = any(name in _OF_LINKS for name in names)
    for tag, what in _MARKED.items():
        no_other = words == words.upper() if tag.lower().endswith("caps") else linked and tag == "u"
        if on(next(styles.run(run, tag), None)) and not no_other:
            findings.settle(number, f"in Word this is {what}: {words}")
    colour = next(styles.run(run, "color"), None)
    if colour is not None and not linked and colour.get(f"{W}val", "auto") not in _BLACK:
        findings.tell("colours of words were left out")


def raised(styles: Styles, run: etree._Element) -> Literal["", "superscript", "subscript"]:
    """Return whether a run is raised or lowered: as such, or by points (17.3.2.24)."""
    found = next(styles.run(run, "vertAlign"), None)
    if found is not None and (said := _RAISED.get(found.get(f"{W}val", ""))):
        return said
    moved = next(styles.run(run, "position"), None)
    points = moved.get(f"{W}val", "0") if moved is not None else "0"
    return "" if points.strip("+-0") == "" else "subscript" if points[0] == "-" else "superscript"


def language_of(styles: Styles, run: etree._Element, paragraph: etree._Element) -> str:
    """Return the language that a run is checked in: that of its script (17.3.2.20)."""
    words = "".join(each.text or "" for each in run.iter(f"{W}t"))
    which = "val"
    if on(next(styles.run(run, "rtl"), None)):
        which = "bidi"
    elif any(sign.isalpha() and unicodedata.east_asian_width(sign) == "W" for sign in words):
        which = "eastAsia"
    found = styles.run(run, "lang", paragraph)
    return next(filter(None, (each.get(W + which) for each in found)), "")
