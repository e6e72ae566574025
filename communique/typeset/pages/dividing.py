"""What is rather moved to the next page than divided is divided where its page would stay empty.

``break-inside: avoid`` holds wherever a block begins: one that is higher than what is left of its
page leaves that empty, be it two thirds of the page. Our stylesheets say ``avoid`` where that is
right, and where it is not ``avoid-page``, which is the same in CSS (CSS Fragmentation 3, 3.2).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any

import weasyprint.layout.block
from weasyprint.formatting_structure import boxes

from communique.typeset.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator

#: At most so much of a page, from the edge of the paper to the end of the text, is left empty.
_EMPTY = 1 / 3
#: With what leads to such a block and goes with it, such as a question, it is no more than that.
_LED = 2 / 5
#: So much is left empty before those who sign, if they have room on so much of the next page, on
#: which they stand with lines of the text: with these it is no more than half of the type area.
_UNSIGNED, _HIGHEST = 2 / 5, 4 / 5


@replacing(weasyprint.layout.block, "block_level_layout")
def led_from(lay_out: Any, context: Any, box: Any, *place: Any, **more: Any) -> Any:
    """Keep in a context where what leads to the next block begins: its page, and how far down."""
    leads = box.style["break_after"] == "avoid"
    page, _ = getattr(context, "led_from", (None, 0))
    if leads and page != context.current_page:
        context.led_from = context.current_page, box.position_y
    found = lay_out(context, box, *place, **more)
    if not leads:
        context.led_from = None, 0
    return found


@replacing(weasyprint.layout.block, "block_level_layout")
def divided_where_there_is_room(
    lay_out: Any, context: Any, box: Any, bottom_space: float, *place: Any, **more: Any
) -> Any:
    """Let ``break-inside: avoid-page`` hold for what begins on the lower third of a page alone.

    What leads to it, and goes along, begins on the lower two fifths, or else it is divided, too.
    For those who sign it holds on the lower two fifths, unless they are so many that they are
    divided wherever they begin. A table that has a source may be divided above that, although it
    fits: its last rows go to the next page with the source where that has no room.
    """
    if box.style["break_inside"] != "avoid-page":
        return lay_out(context, box, bottom_space, *place, **more)
    page, led_top = getattr(context, "led_from", (None, 0))
    top = led_top if page == context.current_page else box.position_y
    whole = lay_out(context, box.copy(), bottom_space, *_again(*place), **more)
    if whole[0] is not None and not _has_source(box, place[1]):
        return whole
    signed = box.element.get("class") == "signatures"
    bottom = context.page_bottom - bottom_space
    if _is_low(context, bottom - box.position_y, bottom - top, signed=signed):
        endless = lay_out(context, box.copy(), -inf, *_again(*place), **more)[0] if signed else None
        if endless is None or endless.height <= _HIGHEST * context.page_bottom:
            return whole
    if whole[0] is not None:
        whole[0].style = _divisible(box.style)  # as the engine asks it for the source's sake
        return whole
    box = box.copy()
    box.style = _divisible(box.style)
    return lay_out(context, box, bottom_space, *place, **more)


def _is_low(context: Any, room: float, led_room: float, *, signed: bool) -> bool:
    """Tell whether little of a page is `room` for a box, and for what leads to it with it."""
    if signed:
        return bool(room <= _UNSIGNED * context.page_bottom)
    return bool(room <= _EMPTY * context.page_bottom and led_room <= _LED * context.page_bottom)


def _divisible(style: Any) -> Any:
    style = style.copy()
    style["break_inside"] = "auto"
    return style


def _has_source(box: Any, around: Any) -> bool:
    """Tell whether a box is a table whose box `around` must not be parted from what follows it."""
    return isinstance(box, boxes.TableBox) and around.style["break_after"] == "avoid"


def _again(*place: Any) -> Iterator[Any]:
    """Yield where a box is laid out, for once more: the engine adds to a list of margins."""
    skip_stack, around, page_is_empty, absolute, fixed, margins, *others = place
    yield from (skip_stack, around, page_is_empty, absolute, fixed, list(margins), *others)
