"""What paragraphs and points are called: by their numbers, or by their first words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.model.drafts import sections
from communique.model.paragraphs import bare, own_number, said

if TYPE_CHECKING:
    from communique.model.body import Node

#: So many words, and characters of them, of a paragraph that has no number.
_WORDS, _LONGEST = 3, 24
_FIGURES = re.compile(r"\d+")


class Names:
    """The names of the blocks of a text, which are followed in reading order."""

    def __init__(self) -> None:
        self.name = ""
        """That of the last paragraph or point: 3, 3 (a) for a point in it, or its first words."""
        self.section = ""
        """How the last heading begins."""
        self._paragraph = self._called = ""
        self._above: str | None = None
        self._points: list[str] = []

    def follow(self, node: Node, *, depth: int, is_outside: bool) -> None:
        """Take the next block, which stands in so many points, or outside all other blocks."""
        if node.kind == "heading":
            self.section = sections.begin(said(node))
        if node.kind == "heading" or (node.kind in ("paragraph", "source") and is_outside):
            self._paragraph, self._above, self._points = own_number(node), None, []
            self._called = self.name = self._paragraph or (
                "" if node.kind == "heading" else _first_words(said(node))
            )
        elif node.kind == "item":
            around = self._points[depth - 1] if 0 < depth <= len(self._points) else self._called
            self._points[depth:] = [self._point(node, around, is_first=not depth)]
            self.name = self._points[-1]
        elif own := own_number(node):
            self.name = own
        elif 0 < depth <= len(self._points):
            self.name = self._points[depth - 1]

    def _point(self, node: Node, around: str, *, is_first: bool) -> str:
        """Return the name of a point in what is called `around`, or right below a paragraph."""
        own = bare(node.marker)
        if is_first and own_number(node):
            if self._above is None:
                self._above = "" if _goes_on(self._paragraph, own) else self._paragraph
            around = self._above
        if not around or not own or own.startswith(f"{around}."):
            return own or around
        return f"{around} ({own})"


def _goes_on(before: str, number: str) -> bool:
    """Tell whether the points after a paragraph are counted on from its number: 5 bis, then 6."""
    one, other = (_FIGURES.match(each) for each in (before, number))
    if not one or not other:
        return True
    step = int(other[0]) - int(one[0])
    return step == 1 or (step == 0 and other[0] != number)


def _first_words(words: str) -> str:
    every = words.split()
    first = " ".join(every[:_WORDS])[:_LONGEST].rstrip()
    return first if first == " ".join(every) else f"{first} …"
