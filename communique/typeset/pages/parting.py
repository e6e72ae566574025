"""Rows of a table stand together on a page where a page has room for them, and alone elsewhere.

Our stylesheets keep the first three rows of a table on one page, and the last ones. Where these are
higher than a page, with what leads to them, such as a heading, that stands alone on its page.
"""

from __future__ import annotations

from typing import Any

import weasyprint.layout.block
from weasyprint.formatting_structure import boxes

from communique.typeset.replacing import replacing

#: What begins so little (px) below the top of a page has a whole one.
_ROUNDING = 0.01


@replacing(weasyprint.layout.block, "block_level_layout")
def rows_parted_without_room(
    lay_out: Any, context: Any, box: Any, bottom_space: float, *place: Any, **more: Any
) -> Any:
    """Let each row of a table stand alone if the first ones have no room on a page of their own.

    That is asked of a page that is longer by what stands there above them, and above what leads to
    them, where the table has no room on its own. A table with notes at the foot of its page stays
    as it is: the engine would put them there for each question.
    """
    if box.element_tag == "body":
        context.text_top = box.position_y
    page, led_top = getattr(context, "led_from", (None, 0))
    found = lay_out(context, box, bottom_space, *place, **more)
    is_table = box.is_table_wrapper and box.element_tag == "table"
    is_begun = place[0] is not None
    if found[0] is not None or is_begun or not is_table or _has_notes(box):
        return found
    top = led_top if page == context.current_page else box.position_y
    longer = bottom_space - max(0.0, top - context.text_top - _ROUNDING)
    if lay_out(context, box.copy(), longer, *_again(*place), **more)[0] is not None:
        return found
    _part(box)
    return lay_out(context, box, bottom_space, *_again(*place), **more)


def _again(*place: Any) -> tuple[Any, ...]:
    """Return where a box is laid out, for once more: the engine adds to these lists."""
    return tuple(list(each) if isinstance(each, list) else each for each in place)


def _has_notes(box: Any) -> bool:
    return any(each.footnote is not None for each in box.descendants())


def _part(table: Any) -> None:
    """Let a page end between any two rows of a table but where one goes on or heads the next."""
    for row in (each for each in table.descendants() if isinstance(each, boxes.TableRowBox)):
        names = (row.element.get("class") or "").split()
        row.style = row.style.copy()
        if "group" not in names:
            row.style["break_after"] = "auto"
        if "joined" not in names:
            row.style["break_before"] = "auto"
