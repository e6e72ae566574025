"""How deep a point of a list stands in others, by how far Word sets it in."""

from __future__ import annotations

import re
from typing import NamedTuple

from communique.word.reading.numbering import BULLET

#: How much deeper, in twentieths of a point, a point stands that is inside another one.
_DEEPER = 60
_NUMBER = re.compile(r"\d{1,3}[.)]")


class _Point(NamedTuple):
    indent: int
    label: str
    depth: int


class Points:
    """The points that the next one may stand in, from the outermost on."""

    def __init__(self) -> None:
        self._open: list[_Point] = []

    def end(self) -> None:
        """End all lists: what comes is no point."""
        self._open = []

    def depth(self, label: str, indent: int) -> int:
        """Return in how many points one stands; `indent` is in twentieths of a point."""
        before = None
        while self._open and self._open[-1].indent > indent - _DEEPER:
            before = self._open.pop()
        depth = len(self._open) if label == BULLET or self._nests(label, before) else 0
        self._open.append(_Point(indent, label, depth))
        return depth

    def _nests(self, label: str, before: _Point | None) -> bool:
        """Tell whether a number may begin a point inside others, as it is read back.

        It has to be the first one or to follow another (CommonMark, 5.3), and stand in points: in a
        paragraph that begins with (a) it would begin nothing.
        """
        if not _NUMBER.fullmatch(label):
            return False
        follows = before is not None and before.depth > 0 and before.label[-1] == label[-1]
        points = all(each.label == BULLET or _NUMBER.fullmatch(each.label) for each in self._open)
        return points and (follows or label[:-1] == "1")
