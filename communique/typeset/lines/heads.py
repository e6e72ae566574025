"""Running heads: of what one may say, from long to short, the first is printed that has room.

The page gives each of these forms on a line of its named string (CSS GCPM 3, 1.1), since which one
has room is known only with its fonts.
"""

from __future__ import annotations

from bisect import bisect_left
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import weasyprint.layout
from weasyprint.text.line_break import split_first_line

from communique.typeset.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

_BOXES = ("@top-left", "@top-right")
_FEET = ("@bottom-left", "@bottom-right")
_FOOT = 0.6
"""What the foot may take of its line: the page number has the rest."""


def heads_that_fit() -> AbstractContextManager[None]:
    """Let the running heads of each page say as much as has room in one line of it.

    The engine has no function for it: named strings are what the page says, and lines are broken.
    """
    fitting: dict[Any, Any] = {}  # the strings, by the kind of page: one that is turned is wider

    def make(original: Any, context: Any, page: Any, state: Any) -> Iterator[Any]:
        if context.current_page == 1:
            fitting.clear()
        strings, kind = context.string_set, page.page_type
        alike = kind._replace(index=min(kind.index, 1), groups=())
        if alike not in fitting:
            context.string_set = fitting[alike] = deepcopy(strings)
            _choose(context, page)
        context.string_set = fitting[alike]
        yield from original(context, page, state)
        context.string_set = strings

    return replaced(weasyprint.layout, "make_margin_boxes", make)


def _choose(context: Any, page: Any) -> None:
    """Leave, of what heads and feet may say, what has room on a page."""
    line = page.border_width()
    heads = [head for box in _BOXES if (head := _Head.of(context, page, box))]
    if any(head.is_open for head in heads):
        for head in heads:
            head.choose(_room(head, heads, line))
    for foot in (foot for box in _FEET if (foot := _Head.of(context, page, box))):
        foot.choose(_FOOT * line)


class _Head:
    """A box of the head of a page, and the named string that it shows."""

    def __init__(self, context: Any, style: Any, name: str) -> None:
        self.context, self.style = context, style
        self.strings: dict[int, list[str]] = context.string_set[name]
        self.padding = sum(style[f"padding_{side}"].value for side in ("left", "right"))
        self.is_open = any("\n" in text for text in self._texts())

    @classmethod
    def of(cls, context: Any, page: Any, box: str) -> _Head | None:
        """Return the head in a `box` of a page, or None where that shows no named string."""
        style = context.style_for(page.page_type, box)
        match None if style is None else style["content"]:
            case [("string()", (str(name), _))]:
                return cls(context, style, name)
        return None

    def _texts(self) -> set[str]:
        return {text for texts in self.strings.values() for text in texts}

    @property
    def width(self) -> float:
        """How wide (px) the widest is of what it may say: pages that are alike say one title."""
        return max((self._width(text.split("\n")[0]) for text in self._texts()), default=0.0)

    def _width(self, words: str) -> float:
        """Return how wide words are in this box (px)."""
        return float(split_first_line(words, self.style, self.context, None, 0)[3])

    def choose(self, room: float) -> None:
        """Let it say, wherever it is shown, the longest form that has room; the last one has it."""
        for texts in self.strings.values():
            texts[:] = [self._chosen(text.split("\n"), room) for text in texts]

    def _chosen(self, forms: list[str], room: float) -> str:
        place = bisect_left(forms, True, key=lambda form: self._width(form) <= room)
        return forms[min(place, len(forms) - 1)]


def _room(head: _Head, heads: list[_Head], line: float) -> float:
    """Return how wide `head` may be (px): half of the `line`, and what the others leave of it.

    A stylesheet may give its box another part of the line.
    """
    width = head.style["width"]
    if width != "auto":
        return float(width.value * (line / 100 if width.unit == "%" else 1))
    line -= sum(each.padding for each in heads)
    return float(max(line / 2, line - sum(each.width for each in heads if each is not head)))
