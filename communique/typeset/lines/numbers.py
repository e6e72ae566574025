"""Lines of the text are numbered in the margin, on each page from 1, so that drafts can be cited.

A stylesheet asks for it with ``content: counter(line)`` in the box of a margin beside the text,
whose style the numbers have. Being in a margin, they are artifacts. As in word processors, lines of
tables, notes and captions have none, and neither has what stands before and after the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import weasyprint.layout
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import split_first_line

from communique.typeset.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator

_COUNTER = "line"
#: The element that the text is in, and what in it has no numbers: by name, or by class.
_TEXT = "main"
_APART = frozenset(("table", "figure"))
_CLASSES = frozenset(("contents", "unlisted", "signatures", "endnote"))
#: What stands nearer to a line than this, in em of a number, such as the mark of a point, is on it.
_NEAR = 0.5


@replacing(weasyprint.layout, "make_margin_boxes")
def numbered_lines(make: Any, context: Any, page: Any, state: Any) -> Iterator[Any]:
    """Let the box of a margin that shows the counter of lines have a number beside each of them."""
    for box in make(context, page, state):
        match box.style["content"]:
            case (("counter()", (str(name), style)),) if name == _COUNTER:
                _number(box, sorted(_baselines(page)), context, style)
        yield box


def _number(box: Any, baselines: list[float], context: Any, style: Any) -> None:
    """Put numbers in this `style` of counters into a box, on `baselines` (px from the top)."""
    (line,) = [each for each in box.descendants() if isinstance(each, boxes.LineBox)]
    (text,) = [each for each in line.descendants() if isinstance(each, boxes.TextBox)]
    numbers: list[Any] = []
    last = -text.style["font_size"]
    for baseline in baselines:
        if baseline - last > _NEAR * text.style["font_size"]:
            words = context.counter_style.render_value(len(numbers) + 1, style)
            numbers.append(line.copy_with_children([_text(text, words, baseline, context)]))
            last = baseline
    box.children = numbers


def _text(text: Any, words: str, baseline: float, context: Any) -> Any:
    """Return a copy of a `text` that says other words, on this baseline, at the same edge."""
    own = text.copy_with_text(words)
    own.pango_layout, _, _, own.width, own.height, own.baseline = split_first_line(
        words, text.style, context, None, 0
    )
    own.position_y = baseline - own.baseline
    if text.style["text_align_all"] == "right":
        own.position_x = text.position_x + text.width - own.width
    return own


def _baselines(box: Any, *, inside: bool = False) -> Iterator[float]:
    """Yield the baseline of each line in a box that is `inside` the text, or holds it (px)."""
    element = box.element
    name, classes = ("", "") if element is None else (element.tag, element.get("class") or "")
    if name in _APART or not _CLASSES.isdisjoint(classes.split()):
        return
    if not isinstance(box, boxes.LineBox):
        for child in getattr(box, "children", ()):
            yield from _baselines(child, inside=inside or name == _TEXT)
    elif inside and any(
        isinstance(each, boxes.TextBox) and each.text.strip() for each in box.descendants()
    ):
        yield box.position_y + box.baseline
