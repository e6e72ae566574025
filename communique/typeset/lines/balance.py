"""Titles and headings: their lines are as even as can be, in no more lines than they would have.

None ends in a lone word where the word before finds room beside it. CSS has `text-wrap: balance`
for it (CSS Text 4, 6.3.1), which the engine has not.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import weasyprint.layout.block
from weasyprint.formatting_structure import boxes

from communique.typeset.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Lines = Callable[..., list["_Line"]]
    """Gives the lines of a text at a width (px), no more than so many."""

#: What says in the page that an element is balanced.
_ATTRIBUTE, _BALANCE = "data-wrap", "balance"
#: How exactly the width is found, in px: about a letter of a title.
_STEP = 12.0
_NO_BREAK = "\u00a0"
#: Between two Chinese or Japanese characters a line may end, and no space is printed there.
_SQUARE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_ENDS = re.compile(rf"(?<=[{_SQUARE}])\n|\n(?=[{_SQUARE}])")


@replacing(weasyprint.layout.block, "iter_line_boxes")
def balanced_titles(  # noqa: PLR0913, PLR0917  # the engine's own
    iterate: Any,
    context: Any,
    line_box: Any,
    top: Any,
    bottom: Any,
    skip: Any,
    block: Any,
    *rest: Any,
) -> Iterator[Any]:
    """Let what the page says is to be balanced have the narrowest lines that are no more lines.

    No word is divided for that. The lines stand where they would stand otherwise.
    """

    def lines(width: float, most: int | None = None) -> list[_Line]:
        block.width = width
        tried = iterate(context, line_box, 0, -bottom, None, block, [], [], *rest[2:])
        return [_Line.of(line) for line, _ in islice(tried, most)]

    full = block.width
    wanted = block.element is not None and block.element.get(_ATTRIBUTE) == _BALANCE
    try:
        if wanted and skip is None and block.element_tag == block.element.tag:
            block.width = _balanced(line_box, full, lines)
        for line, resume_at in iterate(context, line_box, top, bottom, skip, block, *rest):
            if block.width != full:
                line.translate(dx=(full - block.width) * _moved(block.style))
            yield line, resume_at
    finally:
        block.width = full


def _balanced(line_box: Any, full: float, lines: Lines) -> float:
    """Return how wide (px) the `lines` of a text are that are as even as can be."""
    shown = lines(full)
    if len(shown) == 1:
        return full
    if _is_alone(shown[-1]):
        shown = _bound(line_box, shown, lambda: lines(full)) or shown
    return _narrowest(shown, full, lines)


class _Line(NamedTuple):
    """A line: what it says, and how wide it is (px)."""

    words: str
    width: float

    @classmethod
    def of(cls, line: Any) -> _Line:
        texts = (box.text for box in line.descendants() if isinstance(box, boxes.TextBox))
        return cls("".join(texts).strip(), line.width)


def _is_alone(line: _Line) -> bool:
    """Tell whether a line has one word."""
    return not re.search(rf"\s|[{_SQUARE}]", line.words)


def _bound(
    line_box: Any, shown: list[_Line], lines: Callable[[], list[_Line]]
) -> list[_Line] | None:
    """Bind the last two words of a text, and return its `lines`, if no more than are `shown`.

    Otherwise, and where a word would be divided, nothing is bound.
    """
    last = [box for box in line_box.descendants() if isinstance(box, boxes.TextBox)][-1]
    own = last.text
    head, space, word = own.rstrip().rpartition(" ")
    if not space:
        return None
    last.text = f"{head}{_NO_BREAK}{word}"
    tried, hyphen = lines(), line_box.style["hyphenate_character"]
    is_divided = any(line.words.endswith(hyphen) for line in tried)
    if len(tried) <= len(shown) and not (is_divided or any(map(_is_alone, tried))):
        return tried
    last.text = own
    return None


def _narrowest(shown: list[_Line], full: float, lines: Lines) -> float:
    """Return about the least width (px) at which the same words stand in as many `lines`."""
    words = _joined(shown)
    low, high = sum(line.width for line in shown) / len(shown), full
    while high - low > _STEP:
        middle = (low + high) / 2
        tried = lines(middle, len(shown) + 1)
        if len(tried) == len(shown) and _joined(tried) == words:
            high = middle
        else:
            low = middle
    return high


def _joined(lines: list[_Line]) -> str:
    """Return the words of `lines`: others where a word is divided at a line's end."""
    return _ENDS.sub("", "\n".join(line.words for line in lines)).replace("\n", " ")


def _moved(style: Any) -> float:
    """Return how much of the width that is left stands at the left of the lines."""
    rtl = style["direction"] == "rtl"
    align = {"left": 0.0, "right": 1.0, "center": 0.5, "end": float(not rtl)}
    return align.get(style["text_align_all"], float(rtl))
