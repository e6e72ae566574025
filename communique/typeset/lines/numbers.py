"""Lines of the text are numbered in the margin, on each page from 1, so that drafts can be cited.

A stylesheet asks for it with ``content: counter(line)`` in the box of a margin beside the text,
whose style the numbers have. Where the boxes of both margins ask, two texts stand side by side, and
each box has the numbers of that beside it. Being in a margin, they are artifacts. As in word
processors, lines of tables, notes and captions have none, and neither have the sources of tables
and what stands before and after the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import weasyprint.layout
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import split_first_line

from communique.typeset.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COUNTER = "line"
#: What the text is in, an element or a class, and what in it has no numbers, likewise.
_TEXT = frozenset(("main", "text"))
_APART = frozenset(("table", "figure"))
_CLASSES = frozenset(("contents", "unlisted", "signatures", "endnote", "source"))
#: What stands nearer to a line than this, in em of a number, such as the mark of a point, is on it.
_NEAR = 0.5


class _Line(NamedTuple):
    """A line of the text, in px from the top and from the left of the page."""

    baseline: float
    middle: float


@replacing(weasyprint.layout, "make_margin_boxes")
def numbered_lines(make: Any, context: Any, page: Any, state: Any) -> Iterator[Any]:
    """Let the box of a margin that shows the counter of lines have a number beside each of them."""
    every = list(make(context, page, state))
    asking = {id(box): style for box in every for style in _asked(box)}
    for box in every:
        if id(box) in asking:
            half = page.margin_width() / 2 if len(asking) > 1 else None
            own = (
                line.baseline
                for line in _lines(page)
                if half is None or (line.middle < half) == (box.position_x < half)
            )
            _number(box, sorted(own), context, asking[id(box)])
        yield box


def _asked(box: Any) -> Sequence[Any]:
    """Return the style of counters in which a box shows that of lines, if it does."""
    match box.style["content"]:
        case (("counter()", (str(name), style)),) if name == _COUNTER:
            return (style,)
    return ()


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


def _lines(box: Any, *, inside: bool = False) -> Iterator[_Line]:
    """Yield each line in a box that is `inside` the text, or holds it."""
    element = box.element
    name, classes = ("", "") if element is None else (element.tag, element.get("class") or "")
    if name in _APART or not _CLASSES.isdisjoint(classes.split()):
        return
    if not isinstance(box, boxes.LineBox):
        inside = inside or not _TEXT.isdisjoint((name, *classes.split()))
        for child in getattr(box, "children", ()):
            yield from _lines(child, inside=inside)
    elif inside and any(
        isinstance(each, boxes.TextBox) and each.text.strip() for each in box.descendants()
    ):
        yield _Line(box.position_y + box.baseline, box.position_x + box.width / 2)
