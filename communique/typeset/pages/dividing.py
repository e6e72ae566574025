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

#: At most so much of a page, from the edge of the paper to the end of the text, is left empty; and
#: with what leads to such a block and goes with it, such as a question.
_BEFORE = 1 / 6, 1 / 5
#: The same before a table of few rows, of which a page would have no more than two or three.
_BEFORE_FEW = 1 / 4, 1 / 4
_FEW = 5
#: What leads to a table stays where it is without the table if it has so many lines.
_LINES = 2
#: So much is left empty before those who sign, if they have room on so much of the next page, on
#: which they stand with lines of the text: with these it is no more than half of the type area.
_UNSIGNED, _HIGHEST = 2 / 5, 4 / 5


@replacing(weasyprint.layout.block, "block_level_layout")
def led_from(lay_out: Any, context: Any, box: Any, *place: Any, **more: Any) -> Any:
    """Keep in a context where what leads to the next block begins: its page, and how far down."""
    leads = box.style["break_after"] == "avoid"
    page, top = getattr(context, "led_from", (None, 0))
    if leads and page != context.current_page:
        context.led_from = context.current_page, box.position_y
    found = lay_out(context, box, *place, **more)
    if not leads:
        room = context.page_bottom - place[0] - top
        box.is_parted = page == context.current_page and room > _BEFORE[1] * context.page_bottom
        context.led_from = None, 0
    return found


@replacing(weasyprint.layout.block, "block_level_page_break")
def parted_from_what_leads(find: Any, before: Any, after: Any) -> Any:
    """Let a page end between a table and the lines that lead to it, rather than leave it empty."""
    found = find(before, after)
    if found != "avoid" or not getattr(after, "is_parted", False) or not _is_table(after):
        return found
    lines = [line for line in before.children if isinstance(line, boxes.LineBox)]
    return "auto" if len(lines) >= _LINES and after.style["break_before"] != "avoid" else found


@replacing(weasyprint.layout.block, "block_level_layout")
def divided_where_there_is_room(
    lay_out: Any, context: Any, box: Any, bottom_space: float, *place: Any, **more: Any
) -> Any:
    """Let ``break-inside: avoid-page`` hold for what begins on the lower sixth of a page alone.

    For a table of few rows that is the lower quarter. What leads to it, and goes along, begins on
    the lower fifth, or else it is divided, too. For those who sign it holds on the lower two
    fifths, unless they are so many that they are divided wherever they begin. What begins above
    that may be divided although it fits, but for those who sign: its last lines or rows go to the
    next page with what must not stand there alone, such as a source.
    """
    if box.style["break_inside"] != "avoid-page":
        return lay_out(context, box, bottom_space, *place, **more)
    page, led_top = getattr(context, "led_from", (None, 0))
    top = led_top if page == context.current_page else box.position_y
    signed = box.element.get("class") == "signatures"
    whole = lay_out(context, box.copy(), bottom_space, *_again(*place), **more)
    if whole[0] is not None and signed:
        return whole
    bottom = context.page_bottom - bottom_space
    if _is_low(context, box, bottom - box.position_y, bottom - top):
        endless = lay_out(context, box.copy(), -inf, *_again(*place), **more)[0] if signed else None
        if endless is None or endless.height <= _HIGHEST * context.page_bottom:
            return whole
    if whole[0] is not None:
        whole[0].style = _divisible(box.style)  # as the engine asks it for the sake of what follows
        return whole
    box = box.copy()
    box.style = _divisible(box.style)
    return lay_out(context, box, bottom_space, *place, **more)


def _is_low(context: Any, box: Any, room: float, led_room: float) -> bool:
    """Tell whether little of a page is `room` for a box, and for what leads to it with it."""
    height: float = context.page_bottom
    empty, led = _most(box)
    return room <= empty * height and led_room <= led * height


def _most(box: Any) -> tuple[float, float]:
    """Return how much of a page is left empty before a box, and before what leads to it."""
    if box.element.get("class") == "signatures":
        return _UNSIGNED, inf
    if not isinstance(box, boxes.TableBox):
        return _BEFORE
    rows = [row for group in box.children if not group.is_header for row in group.children]
    return _BEFORE_FEW if len(rows) <= _FEW else _BEFORE


def _is_table(box: Any) -> bool:
    """Tell whether a box is a table, or a table with its source."""
    return bool(box.is_table_wrapper or box.element.get("class") == "sourced")


def _divisible(style: Any) -> Any:
    style = style.copy()
    style["break_inside"] = "auto"
    return style


def _again(*place: Any) -> Iterator[Any]:
    """Yield where a box is laid out, for once more: the engine adds to a list of margins."""
    skip_stack, around, page_is_empty, absolute, fixed, margins, *others = place
    yield from (skip_stack, around, page_is_empty, absolute, fixed, list(margins), *others)
