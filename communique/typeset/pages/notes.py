"""Notes stand on the page of their calls; those that are put off to the next keep their order.

Where a line calls a note for which its page has no room, it goes to the next page with its note
(``footnote-policy: line`` of CSS Generated Content for Paged Media, 2.8), but for a high note: that
is put off, as the engine does with all. Where a later line has no room either, it puts off an
earlier note too, behind the other one; and where only the first line of a paragraph has room, it
puts off earlier notes to win room for the second one. There the paragraph goes to the next page. It
puts off what is higher than the area of notes as well, and by an error of rounding a note may be
so, although that area is as high as its notes. None of it is reported yet.
"""

from __future__ import annotations

from functools import partial
from math import inf
from typing import Any

import weasyprint.layout.block
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


@replacing(weasyprint.layout.block, "_linebox_layout")
def notes_keep_their_room(lay_out: Any, context: Any, *arguments: Any) -> Any:
    """Put a paragraph off to the next page rather than notes that are called above its end."""
    _, _, _, lines, page_is_empty, *_ = arguments
    count, notes = len(lines), list(context.current_page_footnotes)
    _, _, *rest = found = lay_out(context, *arguments)
    notes = [note for note in notes if note in context.reported_footnotes]
    if page_is_empty or not (notes or _puts_off(lines[count:], context)):
        return found
    for note in notes:
        context.unlayout_footnote(note)
        context.layout_footnote(note)
    return (True, False, *rest)  # abort, stop


def _puts_off(lines: Any, context: Any) -> bool:
    """Tell whether one of `lines` calls a note that went to the next page, and is not high."""
    calls = (box.footnote for line in lines for box in line.descendants() if box.footnote)
    return any(
        note in context.reported_footnotes and note.style["footnote_policy"] == "line"
        for note in calls
    )


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
