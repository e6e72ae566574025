"""Lines of one paragraph that their author counted.

A list of the author's own markers has its first one and no gap (`lettered_lists`); other numbers,
such as 1.1 or a 1 without its full stop, make none, nor does a 3. right under a line of text. What
is left of them in a paragraph may have been meant as a list. Only a remark is made, and only where
two lines or more are counted.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.model.faults import cut
from communique.read.markdown.points.markers import Marker, marker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.faults import Faults

#: A number of a section or of a point, without its full stop.
_SECTION = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?[ \t]+\S")
_POINT = re.compile(r"(\d{1,2})[.)] +\S")
_NUMBER = re.compile(r"(\d{1,2}) +\S")
#: What is said of a line that one is missing before, and what to do.
_GAP = (
    "goes on with its paragraph",
    "count from the first one on without a gap for a list, or put an empty line before it",
)


def check(lines: Sequence[str], first_line: int, faults: Faults) -> bool:
    """Tell of the `lines` of a paragraph, as they are written, that look like points.

    Return whether there are any.
    """
    lines = [line.strip() for line in lines]
    found = (*_lettered(lines), *_counted(lines))
    for index, wrong, instead in found:
        faults.remark(first_line + index, "list", f"{shown(lines[index])} {wrong}", instead)
    return bool(found)


def shown(line: str) -> str:
    """Return the beginning of a line, in quotes."""
    return f"“{cut(line)}”"


def _lettered(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield a line with a marker such as (c) that has another of its kind above it.

    It is the first that neither follows the one above nor is a first one, or else the first.
    """
    found = [(index, sign) for index, line in enumerate(lines) if (sign := bracketed(line))]
    for index in _no_points(found):
        yield index, *_GAP


def _no_points(found: Sequence[tuple[int, Marker]]) -> list[int]:
    """Return the place of the marker that is told of those `found`, none if no two are alike."""
    alike = [(_fits(one, two), at) for (_, one), (at, two) in pairwise(found) if _alike(one, two)]
    return [at for _, at in sorted(alike)[:1]]


def check_apart(begun: Sequence[tuple[int, str, Marker]], faults: Faults) -> None:
    """Tell of blocks, one right after the other, that begin with markers and make no list.

    Each is given by the line and the words that it begins with, and its marker.
    """
    for index in _no_points([(at, sign) for at, (_, _, sign) in enumerate(begun)]):
        line, words, sign = begun[index]
        instead = "count from the first one on without a gap for a list"
        instead += f", or write {sign.escaped} for a paragraph"
        faults.remark(line, "list", f"{shown(words)} begins no point", instead)


def _alike(one: Marker, two: Marker) -> bool:
    return one.form == two.form and one.sign.isdecimal() == two.sign.isdecimal()


def _fits(one: Marker, two: Marker) -> bool:
    return two.numbering is not None or two.goes_on([one])


def bracketed(line: str) -> Marker | None:
    """Return the marker in a bracket that a line begins with, if any."""
    found = marker(line)
    return found if found and found.in_bracket and not found.is_word else None


def _counted(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the first of the lines that are counted as 1.1, 1.2 or 1, 2."""
    wrong, instead = "does not begin a point", "put an empty line before each of these lines"
    for first, second in _pairs(lines, _SECTION):
        if second[1] in _following(first[1]):
            yield first[0], wrong, instead
            break
        if _leaves_one_out(first[1], second[1]):
            yield second[0], *_GAP
            break
    instead = "put an empty line before the first one for a list"
    for first, second in _pairs(lines, _POINT):
        if int(second[1]) == int(first[1]) + 1:
            yield first[0], wrong, instead
            break
    instead = "write a full stop after each number for a list, or put an empty line before each"
    for first, second in _pairs(lines, _NUMBER):
        if (first[1], second[1]) == ("1", "2"):
            yield first[0], wrong, instead
            break


def _pairs(
    lines: Sequence[str], pattern: re.Pattern[str]
) -> Iterator[tuple[tuple[int, str], tuple[int, str]]]:
    """Yield numbered lines, one after the other, from one that begins or is announced by a colon.

    Other lines may begin with a figure by accident.
    """
    found = [
        (index, match[1]) for index, line in enumerate(lines) if (match := pattern.match(line))
    ]
    begun = False
    for first, second in pairwise(found):
        begun = begun or first[0] == 0 or lines[first[0] - 1].endswith((":", "：", "\\"))
        if begun:
            yield first, second


def _following(number: str) -> set[str]:
    """Return the numbers that may come after one such as 1.1: 1.2, 1.1.1 or 2.1."""
    parts = [int(part) for part in number.split(".")]
    next_ones = [[*parts[:depth], parts[depth] + 1] for depth in range(1, len(parts))]
    chapter = [parts[0] + 1, 1]
    return {".".join(map(str, each)) for each in (*next_ones, [*parts, 1], chapter)}


def _leaves_one_out(first: str, second: str) -> bool:
    """Tell whether the second number is missing: 1.3 after 1.1. 1.7 after 1.5 may be an amount."""
    section, _, last = first.rpartition(".")
    return last == "1" and second == f"{section}.3"
