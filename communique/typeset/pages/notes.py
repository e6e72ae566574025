"""Notes are put off to the next page only where theirs has no room, and keep their order.

Where a line calls a note for which its page has no room, the engine puts it off; where a later
line has no room either, an earlier note too, behind the other one. It puts off what is higher than
the area of notes as well, and by an error of rounding a note may be so, although that area is as
high as its notes. Neither is reported yet.
"""

from __future__ import annotations

from functools import partial
from math import inf
from typing import Any

import weasyprint.layout.page

from communique.typeset.replacing import replacing


@replacing(weasyprint.layout.page, "make_page")
def notes_in_order(make: Any, context: Any, *rest: Any) -> Any:
    """Let each page begin with the notes put off to it in the order of their numbers."""
    context.reported_footnotes.sort(key=_number)
    return make(context, *rest)


@replacing(weasyprint.layout.page, "make_page")
def notes_at_their_calls(make: Any, context: Any, *rest: Any) -> Any:
    """Let a page have each note for which it has room."""
    context.layout_footnote = partial(_is_too_high, context)
    return make(context, *rest)


def _is_too_high(context: Any, note: Any) -> bool:
    """Lay out a `note`, and tell whether it is higher than a stylesheet lets the notes be."""
    overflows: bool = type(context).layout_footnote(context, note)
    return overflows and context.current_footnote_area.max_height < inf


def _number(note: Any) -> int:
    return int(note.element.get("data-number"))
