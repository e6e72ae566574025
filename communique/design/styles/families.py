"""The families of type that stylesheets name, each with its line: with quotes or without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import tinycss2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tinycss2.ast import Declaration, Node

#: Words that name no family (CSS Fonts 4, 2.1.3; CSS Cascade 5, 7.3), and those of the shorthand
#: `font` that may stand alone in a variable (CSS Fonts 4, 2.2 to 2.7).
_GENERIC = (
    "serif sans-serif cursive fantasy monospace system-ui math emoji ui-serif ui-sans-serif"
    " ui-monospace ui-rounded inherit initial unset revert revert-layer"
)
_SIZES = "xx-small x-small small medium large x-large xx-large xxx-large larger smaller"
_STYLES = "normal italic oblique small-caps bold bolder lighter condensed expanded"
_WORDS = frozenset(f"{_GENERIC} {_SIZES} {_STYLES}".split())
#: Variables that are called as properties which hold no family, such as ``--font-size``.
_NO_FAMILY = re.compile(
    r"--font-(?:size|style|weight|width|stretch|variant|kerning|feature|variation|optical|synthesis"
    r"|palette|language)\b"
)


class Named(NamedTuple):
    """A family that a stylesheet names, and its line, which counts from 1."""

    family: str
    line: int


def named(css: str) -> list[Named]:
    """Return the families that declarations of `css` name, but for those of its own @font-face.

    They stand in `font-family`, in `font`, in variables that begin with ``--font-``, and in those
    that these refer to.
    """
    declared, given = [], set()
    for rule, declaration in declarations(tinycss2.parse_stylesheet(css, skip_comments=True)):
        if rule != "font-face":
            declared.append(declaration)
        elif declaration.lower_name == "font-family":
            given |= {one.family for one in _families(declaration.value)}
    return [
        one
        for declaration in _of_fonts(declared)
        for one in _families(declaration.value, shorthand=declaration.lower_name != "font-family")
        if one.family not in given
    ]


def declarations(nodes: Iterable[Node], rule: str = "") -> Iterator[tuple[str, Declaration]]:
    """Yield each declaration in `nodes`, at whatever depth, with the at-rule that it stands in."""
    for node in nodes:
        if node.type == "declaration":
            yield rule, node
        elif node.type in ("qualified-rule", "at-rule") and node.content:
            inner = node.lower_at_keyword if node.type == "at-rule" else rule
            yield from declarations(tinycss2.parse_blocks_contents(node.content), inner)


def _of_fonts(declared: Sequence[Declaration]) -> list[Declaration]:
    """Return those that name families: properties of fonts, and the variables used in them."""
    found: list[Declaration] = []
    rest = list(declared)
    used: set[str] = set()
    while more := [one for one in rest if _names_fonts(one) or one.name in used]:
        found += more
        rest = [one for one in rest if one not in more]
        used |= {name for one in more for name in _variables(one.value)}
    return sorted(found, key=lambda one: (one.source_line, one.source_column))


def _names_fonts(declaration: Declaration) -> bool:
    name = declaration.name
    if name.startswith("--font-"):
        return not _NO_FAMILY.match(name)
    return declaration.lower_name in ("font-family", "font")


def _variables(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the names of variables that a value refers to."""
    for node in nodes:
        if node.type == "function":
            if node.lower_name == "var":
                yield from (one.value for one in node.arguments[:2] if one.type == "ident")
            yield from _variables(node.arguments)


def _families(nodes: Iterable[Node], *, shorthand: bool = False) -> Iterator[Named]:
    """Yield the families in a value, or in one of `font`, a `shorthand` that begins with others."""
    for number, part in enumerate(_listed(nodes)):
        for node in part:
            if node.type == "function" and node.lower_name == "var":
                fallback = _listed(node.arguments)[1:]
                yield from (one for each in fallback for one in _families(each))
        words = _after_size(part) if shorthand and number == 0 else part
        kinds = {node.type for node in words}
        family = " ".join(node.value for node in words if node.type in ("ident", "string"))
        is_family = kinds == {"string"} or (kinds == {"ident"} and family.lower() not in _WORDS)
        if is_family:
            yield Named(family, words[0].source_line)


def _listed(nodes: Iterable[Node]) -> list[list[Node]]:
    """Return the parts of a value between commas, without spaces."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node == ",":
            parts.append([])
        elif node.type not in ("whitespace", "comment"):
            parts[-1].append(node)
    return parts


def _after_size(part: list[Node]) -> list[Node]:
    """Return what follows size and line height in the first part of a value of `font`."""
    kinds = [
        "word" if node.type == "ident" and node.lower_value in _SIZES.split() else node.type
        for node in part
    ]
    if "/" in part:
        return part[part.index("/") + 2 :]
    for sizes in (("dimension", "percentage"), ("word",), ("function", "number")):
        if places := [place for place, kind in enumerate(kinds) if kind in sizes]:
            return part[places[0] + 1 :]
    return part
