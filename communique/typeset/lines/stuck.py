"""What is held to a long word, such as a sign of changes by a no-break space, has room beside it.

The engine divides a word that is wider than its line (`overflow-wrap`) only where a line begins
with it. Behind a bracket or a sign the word runs out of the page; and so does a sign behind it,
where its last part fills a line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import weasyprint.layout.inline
from weasyprint.text.line_break import can_break_text, split_first_line

from communique.typeset.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Spaces at which a line may end.
_SPACE = re.compile(r"[^\S\u00a0\u202f\u2060]")


def beside(texts: Sequence[Any], place: int, context: Any) -> tuple[float, float]:
    """Return how wide (px) is what is held to the beginning and to the end of one of the texts."""
    return _before(texts[place::-1], context), _behind(texts[place:], context)


def fits(
    widths: Sequence[float], held: tuple[float, float], room: float
) -> tuple[bool, bool, bool]:
    """Tell whether all words of a text fit in a line, the first one, and the last one.

    Each has the `widths`, and the outer ones what is `held` to them, all in px.
    """
    if not widths:
        return True, True, True
    every = list(widths)
    every[0] += held[0]
    every[-1] += held[1]
    return max(every) <= room, every[0] <= room, every[-1] <= room


def keep(box: Any, held: tuple[float, float], *, first: bool, last: bool) -> None:
    """Let what is `held` to the first or last word of a box stay there, where these do not fit."""
    box.is_held = bool(held[0]) and not first
    box.room_behind = 0.0 if last else held[1]


@replacing(weasyprint.layout.inline, "split_text_box")
def divided_beside_signs(  # noqa: PLR0913, PLR0917  # the engine's own
    split: Any, context: Any, box: Any, width: float, skip: int, is_line_start: bool = True
) -> Any:
    """Divide a long word behind what is held to it, and leave room for that at its end."""
    if getattr(box, "is_held", False) and not skip:
        is_line_start = True
    if behind := getattr(box, "room_behind", 0.0):
        rest = box.text.encode()[skip:].decode()
        if not _SPACE.search(rest) and width - behind < measured(rest, box, context) <= width:
            width -= behind
    return split(context, box, width, skip, is_line_start=is_line_start)


def measured(text: str, box: Any, context: Any) -> float:
    """Return how wide (px) a text is on one line, in the style of a box."""
    return float(split_first_line(text, box.style, context, None, 0)[3]) if text else 0.0


def _before(texts: Iterable[Any], context: Any) -> float:
    """Return how wide is what is held to the first of these texts, from the last to the first."""
    width = 0.0
    for box, before in pairwise(filter(_says, texts)):
        if _may_end(before.text[-1] + box.text[0], box):
            break
        word = _SPACE.split(before.text)[-1]
        width += measured(word, before, context)
        if word != before.text:
            break
    return width


def _behind(texts: Iterable[Any], context: Any) -> float:
    """Return how wide is what is held to the end of the first of these texts."""
    width = 0.0
    for box, behind in pairwise(filter(_says, texts)):
        if _may_end(box.text[-1] + behind.text[0], behind):
            break
        word = _SPACE.split(behind.text)[0]
        width += measured(word, behind, context)
        if word != behind.text:
            break
    return width


def _says(box: Any) -> bool:
    return bool(box.text)


def _may_end(both: str, box: Any) -> bool:
    """Tell whether a line may end between two characters."""
    return bool(_SPACE.search(both)) or bool(can_break_text(both, box.style["lang"]))
