"""Slips of the pen in a stylesheet, which an engine takes for a part of what stands around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What is whole in itself (CSS Syntax 3, 4), and in which no slip is looked for.
_WHOLE = re.compile(r"""/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\\.""", re.DOTALL)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^][]*\]")
#: So deep brackets stand in one another.
_DEPTH = 6
#: What ends in a semicolon or with its block, and so is a declaration.
_PART = re.compile(r"(?<=[{};])[^{};]*(?=[;}])")
#: A declaration of a property that no semicolon sets apart from the value before it. A filter of
#: Internet Explorer's looks like one: progid:DXImageTransform.Microsoft.gradient().
_NEXT = re.compile(r"\s(?!progid\s*:)([-a-z]{2,})\s*:", re.IGNORECASE)
#: A rule for media that is more than a list of their names: WeasyPrint 70 knows no conditions.
_MEDIA = re.compile(r"@media\b([^{};]*)\{", re.IGNORECASE)
_NAMES = re.compile(r"\s*[-\w]+\s*(?:,\s*[-\w]+\s*)*|\s*")
_NAME = re.compile(r"([-\w]+)\s*[=\s]\s*(?=\S)")


class Slip(NamedTuple):
    """What is wrong on a line, which counts from 1, and what to write instead."""

    line: int
    wrong: str
    instead: str


def slips(css: str) -> Iterator[Slip]:
    """Yield each comment in `css` that is none, and each semicolon and colon that is missing.

    And each condition, which would leave out what stands below it.
    """
    bare = without_words(css)
    for media in _MEDIA.finditer(bare):
        if not _NAMES.fullmatch(media[1]):
            wrong = f"@media {' '.join(media[1].split())} has a condition, and a page meets none"
            line = bare.count("\n", 0, media.start()) + 1
            yield Slip(line, wrong, "write @media print, or the rules without @media around them")
    for comment in re.finditer(r"(?:^|(?<=[;{}]))[ \t]*//.*", bare, re.MULTILINE):
        line = bare.count("\n", 0, comment.start()) + 1
        yield Slip(line, "CSS has no comments that begin with //", "write /* … */")
        bare = bare[: comment.start()] + " " * len(comment[0]) + bare[comment.end() :]
    for _ in range(_DEPTH):
        bare = _BRACKETS.sub(_filled, bare)
    for part in _PART.finditer(bare):
        said = part[0].strip()
        begin = part.start() + part[0].find(said)
        colon = said.find(":")
        if not said or said.startswith(("@", "--")):
            continue
        if colon < 0:
            yield _without_colon(css, begin, begin + len(said))
        elif following := _NEXT.search(said, colon + 1):
            end = begin + len(said[: following.start()].rstrip())
            own = " ".join(css[begin:end].split())
            line = css.count("\n", 0, end) + 1
            if own.endswith(":"):
                yield Slip(line, f"{own} has no value", "write one behind it, and a semicolon")
            else:
                yield Slip(line, f"no semicolon stands behind {own}", f"write {own};")


def without_words(css: str) -> str:
    """Return `css` with no words in its comments and strings; each place stays the same."""
    return _WHOLE.sub(_filled, css)


def _without_colon(css: str, begin: int, end: int) -> Slip:
    said = " ".join(css[begin:end].split())
    named = _NAME.match(said)
    instead = f"write {named[1]}: {said[named.end() :]}" if named else "write a property: a value"
    return Slip(css.count("\n", 0, begin) + 1, f"{said} has no colon", instead)


def _filled(found: re.Match[str]) -> str:
    """Return as much without a mark in the place of what was found: nothing for a comment."""
    return re.sub(r"[^\n]", " " if found[0].startswith("/*") else "x", found[0])
