"""Initials: a large first letter, which Word keeps as a paragraph in a frame (17.3.1.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.word.reading.package import W
from communique.word.reading.revisions import join_with_next

if TYPE_CHECKING:
    from lxml import etree

_DROPPED = ("drop", "margin")


def join(root: etree._Element) -> None:
    """Put each initial in `root` before the words of its paragraph, which is the next one."""
    for frame in list(root.iterfind(f".//{W}p/{W}pPr/{W}framePr")):
        if frame.get(f"{W}dropCap") in _DROPPED:
            join_with_next(frame.getparent().getparent())
