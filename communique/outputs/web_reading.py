"""A web page as a browser says it: each character, its language, and its level in its line.

A block and a line break end a paragraph; what has a direction of its own within a line is an
isolate, which is neutral to what is around it (CSS Writing Modes 3, 2.4; UAX 9, X5).
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.bidi.fribidi import embedding_levels
from communique.bidi.paragraph import CONTROLS, OBJECT
from communique.model.characters import RTL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

HTML = "{http://www.w3.org/1999/xhtml}"
BLOCKS = frozenset(
    ("article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt",
     "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
     "main", "nav", "ol", "p", "section", "table", "tbody", "td", "th", "thead", "tr", "ul")
)  # fmt: skip
"""What is not within a line: its words and those around it are words of their own."""
DRAWN = dict.fromkeys(map(ord, "\u061c\u200e\u200f"))
DRAWN |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""What takes the controls of direction out of a text: they are not drawn, and levels are told."""
_TURNING = re.compile(f"[{RTL_LETTERS}{CONTROLS}٠-٩]")
_PICTURE = "picture"


class Isolate(NamedTuple):
    """A part of a paragraph that is ordered by itself."""

    number: int
    level: int
    """The level at which it stands in what is around it, as one."""


_Place = tuple[int, tuple[Isolate, ...]]
"""A level, and the isolates around it."""
_FLAT: _Place = (0, ())


class Said(NamedTuple):
    """One character of a page."""

    sign: str
    language: str
    level: int
    """Its level (UAX 9, BD2)."""
    isolates: tuple[Isolate, ...] = ()
    """The isolates that it is in, the outer ones first."""
    picture: int = 0
    """Which of the pictures within lines says it, from 1."""
    base: str = "ltr"
    """The direction of its block."""
    between: bool = False
    """Whether it stands for the end of a block or line, and not in one."""


class _Read(NamedTuple):
    """One character, the isolates that it is in, and the direction of its block."""

    sign: str
    language: str
    base: str
    within: tuple[tuple[int, str], ...] = ()
    between: bool = False


def said(body: Element, language: str, direction: str) -> list[Said]:
    """Return what a body says that is in a `language` and runs in a `direction`, "ltr" or "rtl"."""
    found: list[Said] = []
    every = _read(body, _Read("", language, direction), [0])
    for between, paragraph in groupby(every, key=lambda each: each.between):
        signs = list(paragraph)
        places = [_FLAT] * len(signs) if between else _places(signs)
        found += [
            Said(each.sign, each.language, *place, _picture(each), each.base, between)
            for each, place in zip(signs, places, strict=True)
            if each.sign.translate(DRAWN)
        ]
    return found


def tag(element: Element) -> str:
    """Return the name of an element of HTML."""
    return str(element.tag).removeprefix(HTML)


def _read(element: Element, around: _Read, count: list[int]) -> Iterator[_Read]:
    """Yield each character that is said below an element, with spaces around blocks."""
    inner = around._replace(language=element.get("lang") or around.language)
    own = element.get("dir")
    is_block, is_picture = tag(element) in BLOCKS, tag(element) == "img"
    if is_block:
        yield inner._replace(sign=" ", between=True)
        inner = inner._replace(base=own or inner.base)
    elif own or is_picture:
        count[0] += 1
        inner = inner._replace(within=(*inner.within, (count[0], own or _PICTURE)))
    for sign in element.get("alt", "") if is_picture else element.text or "":
        yield inner._replace(sign=sign)
    for child in element:
        yield from _read(child, inner, count)
        for sign in child.tail or "":
            yield inner._replace(sign=sign)
    if is_block:
        yield inner._replace(sign=" ", between=True)


def _picture(read: _Read) -> int:
    return next((number for number, kind in read.within if kind == _PICTURE), 0)


def _places(signs: Sequence[_Read]) -> list[_Place]:
    """Return the level of each character of a paragraph, and its isolates."""
    base = signs[0].base
    turns = base == "rtl" or any(kind == "rtl" for each in signs for _, kind in each.within)
    if not turns and not _TURNING.search("".join(each.sign for each in signs)):
        return [_FLAT] * len(signs)
    return _inside(signs, (), base, 0)


def _inside(
    signs: Sequence[_Read], around: tuple[Isolate, ...], direction: str, least: int
) -> list[_Place]:
    """Return levels from `least` on, which is even, of what stands in the isolates `around`."""
    depth = len(around)
    runs = [list(run) for _, run in groupby(signs, key=lambda each: each.within[depth:][:1])]
    text = "".join(_shown(run, depth) for run in runs)
    found, result = iter(embedding_levels(text, direction)), list[_Place]()
    for run in runs:
        isolates = run[0].within[depth:][:1]
        if not isolates:
            result += [(least + next(found), around) for _ in run]
            continue
        level, (number, way) = least + next(found), isolates[0]
        if way == _PICTURE:
            result += [(level, around)] * len(run)
        else:
            deeper = level + level % 2 if way == "rtl" else (level + 2) & ~1
            result += _inside(run, (*around, Isolate(number, level)), way, deeper)
    return result


def _shown(run: Sequence[_Read], depth: int) -> str:
    """Return what part of a paragraph is to the algorithm: its text, or one object."""
    if run[0].within[depth:]:
        return OBJECT
    return "".join(" " if each.sign in "\t\n\f\r" else each.sign for each in run)
