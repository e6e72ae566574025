"""Notes that are put off to the next page keep their order.

Where a line calls a note for which its page has no room, the engine puts it off; where a later
line has no room either, an earlier note too, behind the other one. Not reported yet.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import weasyprint.layout.page

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def notes_in_order() -> Iterator[None]:
    """Let each page begin with the notes put off to it in the order of their numbers."""
    original = weasyprint.layout.page.make_page

    def make_page(context: Any, *rest: Any) -> Any:
        context.reported_footnotes.sort(key=_number)
        return original(context, *rest)

    weasyprint.layout.page.make_page = make_page
    try:
        yield
    finally:
        weasyprint.layout.page.make_page = original


def _number(note: Any) -> int:
    return int(note.element.get("data-number"))
