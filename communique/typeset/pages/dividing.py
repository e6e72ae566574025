"""What is rather moved to the next page than divided is divided where its page would stay empty.

``break-inside: avoid`` holds wherever a block begins: one that is higher than what is left of its
page leaves that empty, be it two thirds of the page. Our stylesheets say ``avoid`` where that is
right, and where it is not ``avoid-page``, which is the same in CSS (CSS Fragmentation 3, 3.2).
"""

from __future__ import annotations

from typing import Any

import weasyprint.layout.block

from communique.typeset.replacing import replacing

#: At most so much of a page, from the edge of the paper to the end of the text, is left empty.
_EMPTY = 1 / 3


@replacing(weasyprint.layout.block, "block_level_layout")
def divided_where_there_is_room(
    lay_out: Any, context: Any, box: Any, bottom_space: float, *rest: Any, **more: Any
) -> Any:
    """Let ``break-inside: avoid-page`` hold for what begins on the lower third of a page alone."""
    room = context.page_bottom - bottom_space - box.position_y
    if box.style["break_inside"] == "avoid-page" and room > _EMPTY * context.page_bottom:
        box = box.copy()
        box.style = box.style.copy()
        box.style["break_inside"] = "auto"
    return lay_out(context, box, bottom_space, *rest, **more)
