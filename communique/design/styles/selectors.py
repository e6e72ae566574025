"""Classes and elements that a project's stylesheet selects, and no page has."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from communique.design import templates
from communique.design.styles import slips
from communique.design.validation.keys import near
from communique.store import places

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What stands before a block and is no at-rule.
_SELECTORS = re.compile(r"(?:^|(?<=[{};]))[^{};@]+(?=\{)")
#: What names neither: attributes, and what brackets hold that are not of selectors.
_OTHERS = re.compile(r"\[[^\]]*\]|:(?:lang|dir|nth-[-a-z]+)\([^()]*\)|::?[-\w]+")
_CLASS = re.compile(r"\.(-?[A-Za-z_][-\w]*)")
_ELEMENT = re.compile(r"(?<![-\w.#])([a-z][a-z0-9]*)(?![-\w(])", re.IGNORECASE)
#: Shorter names, such as those of many elements, are like too many others.
_LEAST = 4


class Unknown(NamedTuple):
    """A class, with its dot, or an element that no page has, its line, and what was meant."""

    name: str
    line: int
    meant: str


def unknown(css: str) -> Iterator[Unknown]:
    """Yield each class and element that `css` selects and that is like one that pages have.

    One that they have is no mistake, though a statement may lack it; nor is what is like none of
    them, since a template may make it.
    """
    known = _known(places.project())
    bare = slips.without_words(css)
    for selector in _SELECTORS.finditer(bare):
        plain = _OTHERS.sub(lambda found: " " * len(found[0]), selector[0])
        names = [*_CLASS.finditer(plain), *_ELEMENT.finditer(plain)]
        for found in sorted(names, key=lambda found: found.start()):
            if meant := _meant(found[0], known):
                line = bare.count("\n", 0, selector.start() + found.start()) + 1
                yield Unknown(found[0], line, meant)


def _meant(name: str, known: frozenset[str]) -> str:
    """Return which of the `known` classes and elements was likely meant by one that is none."""
    is_made = any(each.endswith("-") and name.startswith(each) for each in known)
    if name in known or is_made or len(name) < _LEAST:
        return ""
    if name.startswith("."):
        return near(name, sorted(each for each in known if each.startswith(".")))
    plain = {each.removeprefix("."): each for each in sorted(known, reverse=True)}
    return plain.get(near(name, sorted(plain)), "")


@cache
def _known(_project: str) -> frozenset[str]:
    """Return the classes and elements that our stylesheets and all templates have."""
    found: set[str] = set()
    for path in Path(places.TEMPLATES, "styles").rglob("*.css"):
        bare = slips.without_words(templates.text(path))
        for selector in _SELECTORS.findall(bare):
            plain = _OTHERS.sub(" ", selector)
            found |= {f".{name}" for name in _CLASS.findall(plain)} | {*_ELEMENT.findall(plain)}
    desk = Path(places.TEMPLATES, "desk")  # has a stylesheet of its own, which no look changes
    pages = (path for path in Path(places.TEMPLATES).rglob("*.html") if desk not in path.parents)
    for path in (*pages, *templates.own_pages()):
        text = templates.text(path)
        found |= set(re.findall(r"<([a-z][a-z0-9]*)\b", text))
        for classes in re.findall(r'class="([^"]*)"', text):
            found |= {f".{name}" for name in re.findall(r"[-\w]+", classes)}
    return frozenset(found)
