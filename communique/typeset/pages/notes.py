"""Notes that are put off to the next page keep their order.

Where a line calls a note for which its page has no room, the engine puts it off; where a later
line has no room either, an earlier note too, behind the other one. Not reported yet.
"""

from __future__ import annotations

from typing import Any

import weasyprint.layout.page

from communique.typeset.replacing import replacing


@replacing(weasyprint.layout.page, "make_page")
def notes_in_order(make: Any, context: Any, *rest: Any) -> Any:
    """Let each page begin with the notes put off to it in the order of their numbers."""
    context.reported_footnotes.sort(key=_number)
    return make(context, *rest)


def _number(note: Any) -> int:
    return int(note.element.get("data-number"))
