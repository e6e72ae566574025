"""Addresses that are longer than a line do not go on over the end of a page.

Who types one would have to turn the page within it. The lines in which it stands go to the next
page, and with them the paragraph where fewer lines than ``orphans`` would stay. CSS has no rule for
it: ``break-inside`` does not apply to inline boxes (CSS Fragmentation 3, 3.2).
"""

from __future__ import annotations

from typing import Any

import weasyprint.layout.block
from weasyprint.formatting_structure import boxes

from communique.typeset.lines.whole import is_whole
from communique.typeset.replacing import replacing

#: A longer one goes on over the end of a page: so many lines may be left empty.
_MOST = 5


@replacing(weasyprint.layout.block, "_linebox_layout")
def addresses_on_one_page(lay_out: Any, context: Any, *arguments: Any) -> Any:
    """Put the lines of an address off to the next page where it would go on there."""
    box, index, _, lines, page_is_empty, absolute, fixed = arguments[:7]
    abort, stop, resume_at, position, notes, *rest = lay_out(context, *arguments)
    count = _undivided(lines)
    if abort or not stop or count == len(lines):
        return (abort, stop, resume_at, position, notes, *rest)
    if count < box.style["orphans"]:
        return (not page_is_empty, stop, resume_at, position, notes, *rest)
    _put_off(context, lines[count:], notes)
    weasyprint.layout.block.remove_placeholders(context, lines[count:], absolute, fixed)
    del lines[count:]
    end = lines[-1].position_y + lines[-1].height
    return (abort, stop, {index: lines[-1].resume_at}, end, notes, *rest)


@replacing(weasyprint.layout.block, "find_earlier_page_break")
def addresses_on_one_page_above(find: Any, context: Any, lines: Any, *places: Any) -> Any:
    """Do the same where what follows a paragraph moves the end of a page into it."""
    found = find(context, lines, *places)
    if found is None or not isinstance(found[0][-1], boxes.LineBox):
        return found
    kept = found[0][: _undivided(found[0])]
    if len(kept) == len(found[0]):
        return found
    weasyprint.layout.block.remove_placeholders(context, found[0][len(kept) :], *places)
    enough = kept and len(kept) >= kept[0].style["orphans"]
    return (kept, {0: kept[-1].resume_at}) if enough else None


def _undivided(lines: Any) -> int:
    """Return how many of the `lines` of a page stay on it, so that it ends within no address."""
    count = len(lines)
    while count and _goes_on(lines[count - 1]):
        count -= 1
    return count if len(lines) - count <= _MOST else len(lines)


def _goes_on(line: Any) -> bool:
    """Tell whether a line ends within an address: not where it may have ended without one."""
    box, place = line, getattr(line, "resume_at", None)
    while isinstance(box, boxes.ParentBox) and box.children and place:
        box, place = box.children[-1], next(iter(place.values()))
    return isinstance(box, boxes.TextBox) and place is not None and is_whole(box)


def _put_off(context: Any, lines: Any, notes: list[Any]) -> None:
    """Let notes that are called in `lines` stand on the page to which these are put off."""
    called = {box.footnote for line in lines for box in line.descendants() if box.footnote}
    for note in [each for each in notes if each in called]:
        notes.remove(note)
        context.unlayout_footnote(note)
