"""Points without the space behind their marker, which are printed as a part of what is above."""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from communique.model.faults import cut
from communique.read.markdown.points.markers import marker
from communique.read.markdown.run_on.counted import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.faults import Faults
    from communique.read.markdown.points.markers import Marker

_HYPHEN = re.compile(r"([-+])(?=[^\W\d_])")
#: A number, a letter or a Roman number without its space.
_COUNT = re.compile(r"(\(?(?:\d{1,3}|[^\W\d_]|[ivxIVX]{2,5})[.)])(?=[^\W\d_])")


def check(lines: Sequence[str], beside: tuple[str, str], first_line: int, faults: Faults) -> bool:
    """Tell of the `lines` of a paragraph that lack the space behind a hyphen or a number.

    `beside` are the markers of the points before and after the paragraph, or nothing. Such a line
    may be meant where no other is a point. Return whether there is one to tell of.
    """
    lines = [line.strip() for line in lines]
    found = sorted({*_hyphens(lines, beside), *_counts(lines, beside)})
    if found:
        others = len(found) - 1
        first = lines[found[0]]
        wrong = f"{shown(first)} does not begin a point, since a space is missing"
        wrong += f" (likewise {others} line{'s'[: others > 1]} below)" if others else ""
        spaced = _COUNT.sub(r"\1 ", _HYPHEN.sub(r"\1 ", first, count=1), count=1)
        faults.remark(first_line + found[0], "list", wrong, f"write {cut(spaced)}")
    return bool(found)


def _hyphens(lines: Sequence[str], beside: tuple[str, str]) -> Iterator[int]:
    """Yield the lines with a hyphen that is the marker of a point, or stands beside another."""
    found = [match[1] if (match := _HYPHEN.match(line)) else "" for line in lines]
    for index, sign in enumerate(found):
        if sign and sign in (*beside, *found[max(index - 1, 0) : index], *found[index + 1 :][:1]):
            yield index


def _counts(lines: Sequence[str], beside: tuple[str, str]) -> Iterator[int]:
    """Yield the lines that go on from another marker, or are gone on from, one without a space."""
    if not any(map(_COUNT.match, lines)):
        return
    before, after = ([(-1, _marker(f"{each} x"))] for each in beside)
    written = ((index, _marker(line)) for index, line in enumerate(lines))
    counted = [(index, sign) for index, sign in chain(before, written, after) if sign]
    for (above, one), (below, two) in pairwise(counted):
        same = one == two and one.sign.isdecimal()
        if (two.goes_on([one]) or same) and not one.is_initial:
            yield from (at for at in (above, below) if at >= 0 and _COUNT.match(lines[at]))


def _marker(line: str) -> Marker | None:
    return marker(_COUNT.sub(r"\1 ", line, count=1) if _COUNT.match(line) else line, numbers=True)
