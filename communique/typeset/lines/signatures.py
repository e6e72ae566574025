"""Those who sign beside one another do so on one line, however many lines name their parties.

What names a party, above a hand, is as high as the highest of its row: CSS has subgrids for that,
which WeasyPrint 70 has not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import weasyprint.layout.block
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes

from communique.typeset.replacing import replacing

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Less of a difference, in px, is none.
_SAME = 0.01


@replacing(weasyprint.layout.block, "flex_layout")
def signed_on_one_line(
    lay_out: Any, context: Any, box: Any, bottom_space: float, *place: Any, **more: Any
) -> Any:
    """Let all who sign in a row begin as far down as the one whose party takes most lines."""
    found = lay_out(context, box, bottom_space, *place, **more)
    heights = [party.height for party in _parties(found[0])] if found[0] is not None else []
    if not heights or max(heights) - min(heights) < _SAME:
        return found
    weasyprint.layout.block.remove_placeholders(context, [found[0]], *place[3:5])
    for party in _parties(box):
        party.style = party.style.copy()
        party.style["min_height"] = Dimension(max(heights), "px")
    return lay_out(context, box, bottom_space, *place, **more)


def _parties(row: Any) -> Iterator[Any]:
    """Yield what names a party in each place of a row, for those who sign there."""
    if row.element is None or row.element.get("class") != "row":
        return
    for place in row.children:
        for box in getattr(place, "children", ()):
            if isinstance(box, boxes.BlockBox) and box.element.get("class") == "on-behalf":
                yield box
