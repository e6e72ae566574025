"""Notes stand on the page of their calls; those that are put off to the next keep their order.

Where a line calls a note for which its page has no room, it goes to the next page with its note
(``footnote-policy: line`` of CSS Generated Content for Paged Media, 2.8), but for a high note: that
is put off, as the engine does with all. Where a later line has no room either, it puts off an
earlier note too, behind the other one. It puts off what is higher than the area of notes as well,
and by an error of rounding a note may be so, although that area is as high as its notes. Neither is
reported yet.
"""

from __future__ import annotations

from functools import partial
from math import inf
from typing import Any

import weasyprint.layout.page

from communique.typeset.replacing import replacing

#: A note that takes more of a page, from the edge of the paper, would leave so much of it empty.
_HIGH = 1 / 4


@replacing(weasyprint.layout.page, "make_page")
def notes_in_order(make: Any, context: Any, *rest: Any) -> Any:
    """Let each page begin with the notes put off to it in the order of their numbers."""
    context.reported_footnotes.sort(key=_number)
    return make(context, *rest)


@replacing(weasyprint.layout.page, "make_page")
def notes_at_their_calls(make: Any, context: Any, *rest: Any) -> Any:
    """Let a page have each note for which it has room, and else not the line of its call."""
    context.layout_footnote = partial(_is_too_high, context)
    return make(context, *rest)


def _is_too_high(context: Any, note: Any) -> bool:
    """Lay out a `note`, and tell whether it is higher than a stylesheet lets the notes be."""
    bottom = context.page_bottom
    overflows = type(context).layout_footnote(context, note)
    is_too_high: bool = overflows and context.current_footnote_area.max_height < inf
    is_high = is_too_high or bottom - context.page_bottom > _HIGH * bottom
    note.style["footnote_policy"] = "auto" if is_high else "line"
    return is_too_high


def _number(note: Any) -> int:
    return int(note.element.get("data-number"))
