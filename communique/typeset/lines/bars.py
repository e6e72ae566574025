"""Lines that differ from another version have a bar in the margin.

A stylesheet asks for it with ``content: counter(changes)`` in the box of a margin beside the text,
whose border is the bar. Where the boxes of both margins ask, two texts stand side by side, and each
box has the bars of that beside it. Being in a margin, bars are artifacts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import weasyprint.layout
from weasyprint.formatting_structure import boxes

from communique.typeset.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator

    Range = tuple[float, float]
    """From where to where something stands, in px from the top of the page."""

_COUNTER = "changes"
#: The elements of what differs, and the class of the signs beside it.
_CHANGED, _SIGN = frozenset(("ins", "del")), "sign"
#: What differs as a whole, and has no words, says so with this.
_BLOCK = "data-change"
#: So high, in px, a bar is at least, even beside a thin rule.
_LEAST = 12.0
#: So near, in px, two bars are one.
_NEAR = 1.0


@replacing(weasyprint.layout, "make_margin_boxes")
def change_bars(make: Any, context: Any, page: Any, state: Any) -> Iterator[Any]:
    """Let the box of a margin that shows the counter of changes be a bar beside each of them."""
    every = list(make(context, page, state))
    halves = sum(map(_asks, every)) > 1
    middle = page.margin_width() / 2
    for box in every:
        if not _asks(box):
            yield box
            continue
        own = (
            place
            for place, across in _changed(page)
            if not halves or (across < middle) == (box.position_x < middle)
        )
        yield from (_bar(box, place) for place in _joined(sorted(own)))


def _asks(box: Any) -> bool:
    """Tell whether a box shows the counter of changes."""
    match box.style["content"]:
        case (("counter()", (str(name), _)),):
            return name == _COUNTER
    return False


def _bar(box: Any, place: Range) -> Any:
    """Return a copy of a box without its text, as high as what differs."""
    bar = box.copy_with_children([])
    bar.position_y = place[0]
    bar.height = place[1] - place[0]
    for side in ("top", "bottom"):
        for part in ("margin", "padding", "border"):
            setattr(bar, f"{part}_{side}{'_width' * (part == 'border')}", 0)
    return bar


def _changed(box: Any) -> Iterator[tuple[Range, float]]:
    """Yield where in a box something differs, and the middle of that across the page (px)."""
    element = box.element
    if element is not None and element.get(_BLOCK):
        middle = box.border_box_y() + box.border_height() / 2
        half = max(box.border_height(), _LEAST) / 2
        yield (middle - half, middle + half), box.border_box_x() + box.border_width() / 2
    elif isinstance(box, boxes.LineBox):
        if any(map(_differs, box.descendants())):
            yield (box.position_y, box.position_y + box.height), box.position_x + box.width / 2
        for child in box.descendants():
            if isinstance(child, boxes.BlockContainerBox):
                yield from _changed(child)
    else:
        for child in getattr(box, "children", ()):
            yield from _changed(child)


def _differs(box: Any) -> bool:
    """Tell whether a box in a line is of something that differs, and more than a space there."""
    element = box.element
    return (
        element is not None
        and (element.tag in _CHANGED or _SIGN in (element.get("class") or "").split())
        and any(map(_is_seen, (box, *getattr(box, "descendants", tuple)())))
    )


def _is_seen(box: Any) -> bool:
    return isinstance(box, boxes.ReplacedBox) or bool(getattr(box, "text", "").strip())


def _joined(places: list[Range]) -> Iterator[Range]:
    """Yield `places`, of which those that meet are one."""
    begin = end = -_NEAR
    for place in places:
        if end < begin or place[0] > end + _NEAR:
            if end > begin:
                yield begin, end
            begin, end = place
        else:
            end = max(end, place[1])
    if end > begin:
        yield begin, end
