"""Where the front matter of a file ends and its text begins, also where that is not marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.faults import Faults

KEY = "front matter"
"""The key of its faults."""
_FENCE = re.compile(r"---[ \t]*\Z")
#: What is typed, or what a word processor makes, where three hyphens belong.
_NEARLY = re.compile(
    r"[ \t]*(?:(?<=[ \t])---|-{1,2}|-{4,}|[-–—_=*~]*[–—_=*~][-–—_=*~]*|\.{3,}|…)[ \t]*\Z"
)
#: What ends YAML, and what some editors make of it.
_DOTS = re.compile(r"(?:\.{3}|…)[ \t]*\Z")
_DASHES = re.compile(r"[–—]+")
_A_KEY = re.compile(r"[\w'\"-]+[ \t]*:")
#: A key with its colon, or what may stand between keys: a point, a comment, an indented line.
_OF_FRONT_MATTER = re.compile(r"[ \t]|- |-\Z|#(?!#)|[\w'\"-]+[ \t]*:|[]}]")


def divided(text: str, faults: Faults) -> tuple[str, int, str, int]:
    """Return front matter and text, each with the line it begins on.

    Where their border is missing, that is noted in `faults`, and they are divided where it seems
    to belong, so that the other faults are found, too.
    """
    lines = text.split("\n")
    if _is_nearly_begun(lines):
        faults.add(1, KEY, *_nearly(lines[0]))
    elif not _FENCE.match(lines[0]):
        faults.add(1, KEY, *_not_begun(lines))
        return "", 1, text, 1
    end = next((index for index, line in enumerate(lines) if index and _FENCE.match(line)), None)
    if end and (dots := _dots(lines[:end])):
        if any(map(str.strip, lines[dots + 1 : end])):
            end = dots
            faults.add(end + 1, KEY, *_nearly(lines[end]))
        else:
            wrong = f"“{lines[dots].strip()}” stands above the line ---"
            faults.add(dots + 1, KEY, wrong, "delete it")
    elif end is None:
        end = _likely_end(lines)
        if end < len(lines) and lines[end].strip():
            faults.add(end + 1, KEY, *_nearly(lines[end]))
        else:
            line = min(end + 1, len(lines))
            faults.add(line, KEY, "its end is missing", "write a line --- after the last key")
    elif not "".join(lines[1:end]).strip():
        faults.add(1, KEY, "it is empty", "write at least title: …")
    head = "\n".join(lines[1:end])
    return (
        head if head.strip() else "",
        2,
        "\n".join(lines[end + 1 :]),
        min(end + 2, len(lines) + 1),
    )


def _dots(lines: Sequence[str]) -> int:
    """Return the index of a line of dots, where YAML ends, with no key behind it; or else 0."""
    dots = next((index for index, line in enumerate(lines) if index and _DOTS.match(line)), 0)
    following = next(filter(str.strip, lines[dots + 1 :]), "")
    return 0 if _A_KEY.match(following) else dots


def _is_nearly_begun(lines: Sequence[str]) -> bool:
    """Tell whether a file begins with a line like the border, and a key below it."""
    first, second = (*filter(str.strip, lines[1:]), "", "")[:2]
    below = second if first.startswith("#") else first
    return bool(_NEARLY.match(lines[0]) and _A_KEY.match(below))


def _nearly(line: str) -> tuple[str, str]:
    """Return what is wrong with a `line` like the border, and what to write."""
    if _FENCE.match(line.lstrip()):
        return "a space stands before ---", "delete it, so that the line begins with the hyphens"
    line = line.strip()
    wrong = "are dashes" if _DASHES.fullmatch(line) else "is no line of three hyphens"
    return f"“{line}” {wrong}", "write three hyphens: ---"


def _not_begun(lines: Sequence[str]) -> tuple[str, str]:
    """Return what is wrong where the file does not begin with three hyphens, and what to write."""
    first = next((line for line in lines if line.strip()), "")
    if _FENCE.match(first):
        return (
            "empty lines stand before it",
            "delete them, so that the file begins with the line ---",
        )
    return "it is missing", "begin with a line ---, then title: …, then ---"


def _likely_end(lines: Sequence[str]) -> int:
    """Return the index of the line where the border between front matter and text seems to belong.

    It is a line like the border, or an empty one before what is no key, or comes after the last.
    """
    for index, line in enumerate(lines[1:], start=1):
        if _NEARLY.match(line):
            return index
        following = next((other for other in lines[index:] if other.strip()), "")
        if not line.strip() and not _OF_FRONT_MATTER.match(following):
            return index
    return len(lines)
