"""The text of a statement, parsed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.faults import Faults
from communique.read import markdown

if TYPE_CHECKING:
    from communique.model.body import Body


NOWHERE = "leads nowhere once the page is printed; give an https:// or mailto: address"


def parsed(source: str) -> Body:
    faults = Faults(Path("x.md"))
    body = markdown.parse(source, 1, faults)
    assert list(faults) == []
    return body


def plain(source: str) -> str:
    (paragraph,) = parsed(source).children
    assert paragraph.kind == "paragraph"
    return paragraph.plain
