"""Composed HTML is whole: every element is closed, and no attribute lacks its value.

A value that a template leaves out can change how a page looks and not what it says, so that the
proof would find all words. Values are escaped: each ``<`` and each quotation mark of the HTML is a
template's own, and what stands between them can be read without a parser.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2.ext import Extension
from jinja2.lexer import Token

from communique.model.faults import DesignError, Faults
from communique.store.paths import from_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2.lexer import TokenStream

    Place = tuple[Path, int]
    """A template, and a line of it."""

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z0-9]*)(?P<rest>[^<>]*)>?")
_ATTRIBUTE = re.compile(r'\s([\w.-]+)="([^"]*)"')
#: Elements without an end (HTML, 13.1.2).
_VOID = frozenset(("br", "hr", "img", "meta"))
#: Attributes whose values are put together from parts, each of which has to be there.
_PUT_TOGETHER = frozenset(("class", "style"))
#: In a traced page, before each tag: the file and the line it comes from. No text has a NUL.
_ORIGIN = re.compile(r"\0([^\0]+)\0(\d+)\0")


class Traced(Extension):
    """Lets a template write before each tag where it comes from."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template, its HTML with origins."""
        for token in stream:
            if token.type != "data":
                yield token
                continue
            html, *tags = token.value.split("<")
            for tag in tags:
                line = token.lineno + html.count("\n")
                html += f"\0{stream.filename}\0{line}\0<{tag}"
            yield Token(token.lineno, token.type, html)


class _Origins:
    """Where the tags of a page come from, which is `html` without what says so in `traced`."""

    def __init__(self, traced: str) -> None:
        self.html, *marked = _ORIGIN.split(traced)
        self._starts: list[int] = []
        self._places: list[Place] = []
        for path, line, part in zip(*[iter(marked)] * 3, strict=True):
            self._starts.append(len(self.html))
            self._places.append((from_here(Path(path)), int(line)))
            self.html += part

    def at(self, start: int) -> Place:
        """Return which template wrote the tag that begins at the character `start`."""
        return self._places[bisect_right(self._starts, start) - 1]


def check(html: str, traced: Callable[[], str]) -> None:
    """Raise `DesignError` where `html` is not whole; `traced` makes it again, with origins."""
    if not (_lacking(html) or _unbalanced(html)):
        return
    origins = _Origins(traced())
    fault = _lacking(origins.html) or _unbalanced(origins.html, origins)
    assert fault is not None  # noqa: S101  # it is the same HTML
    start, wrong = fault
    path, line = origins.at(start)
    faults = Faults(path, DesignError)
    faults.add(line, "html", wrong, "give each attribute its value and each element its end")
    faults.check()


def _tags(html: str) -> Iterator[re.Match[str]]:
    return _TAG.finditer(html, html.index("<html"))


def _lacking(html: str) -> tuple[int, str] | None:
    """Return where a tag begins that has no name, end or value, and what it lacks; or None."""
    for tag in _tags(html):
        if not tag["name"] or not tag[0].endswith(">"):
            return tag.start(), f"a tag has no name or no end: {tag[0][:40]}"
        for key, value in _ATTRIBUTE.findall(tag["rest"]):
            if not value or (key in _PUT_TOGETHER and value != value.lstrip().rstrip(" -:")):
                return tag.start(), f'{key}="{value}" of <{tag["name"]}> lacks a value'
    return None


def _unbalanced(html: str, origins: _Origins | None = None) -> tuple[int, str] | None:
    """Return where a tag begins that opens what is not closed, or the reverse; or None.

    Where the `origins` are known, a tag that closes what another template has opened is at fault:
    only with it does the rest come out uneven.
    """
    opened: list[tuple[str, int]] = []
    for tag in _tags(html):
        name, start = tag["name"], tag.start()
        if not tag["end"]:
            if name not in _VOID:
                opened.append((name, start))
        elif name not in (each for each, _ in opened):
            return start, f"</{name}> closes what is not open"
        else:
            last, begun = opened.pop()
            if last != name:
                return begun, f"<{last}> is not closed"
            if origins and origins.at(begun)[0] != origins.at(start)[0]:
                return start, f"</{name}> closes what is open in {origins.at(begun)[0]}"
    return (opened[-1][1], f"<{opened[-1][0]}> is not closed") if opened else None
