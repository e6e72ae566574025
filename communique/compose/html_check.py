"""Composed HTML is whole: every element is closed, and no attribute lacks its value.

A value that a template leaves out can change how a page looks and not what it says, so that the
proof would find all words. Values are escaped: each ``<`` and each quotation mark of the HTML is a
template's own, and what stands between them can be read without a parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.design import templates
from communique.model.faults import DesignError, Faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z0-9]*)(?P<rest>[^<>]*)>?")
_ATTRIBUTE = re.compile(r'\s([\w.-]+)="([^"]*)"')
#: Elements without an end (HTML, 13.1.2).
_VOID = frozenset(("br", "hr", "img", "meta"))
#: Attributes whose values are put together from parts, each of which has to be there.
_PUT_TOGETHER = frozenset(("class", "style"))


def check(html: str, template: str) -> None:
    """Raise `DesignError` where `html`, which `template` was filled into, is not whole."""
    for name, wrong in _faults(html):
        path, line = _place(name, template)
        faults = Faults(path, DesignError)
        faults.add(line, "html", wrong, "give each attribute its value and each element its end")
        faults.check()


def _faults(html: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong: the beginning of the tag concerned, and how."""
    opened: list[str] = []
    for tag in _TAG.finditer(html, html.index("<html")):
        name = tag["name"]
        if not name or not tag[0].endswith(">"):
            yield "<", f"a tag has no name or no end: {tag[0][:40]}"
        elif tag["end"]:
            if not opened or opened.pop() != name:
                yield f"</{name}", f"</{name}> closes what is not open"
                return
        elif name not in _VOID:
            opened.append(name)
        for key, value in _ATTRIBUTE.findall(tag["rest"]):
            if not value or (key in _PUT_TOGETHER and value != value.lstrip().rstrip(" -:")):
                yield f'<{name} {key}="', f'{key}="{value}" of <{name}> lacks a value'
    if opened:
        yield f"<{opened[-1]}", f"<{opened[-1]}> is not closed"


def _place(beginning: str, template: str) -> tuple[Path, int]:
    """Return the file and the line of the templates that has most likely written a tag.

    `beginning` is how the tag begins: its name, and the attribute concerned.
    """
    name, _, attribute = beginning.partition(" ")
    for each in (template, *(f"parts/{name}.html" for name in templates.names("parts", ".html"))):
        path = templates.path(each)
        for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
            if name in line and attribute in line:
                return path, number
    return templates.path(template), 1
