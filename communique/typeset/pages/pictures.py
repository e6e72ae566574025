"""Pictures are scaled into the room that their page has left for them and their captions.

The engine puts a figure that does not fit on the next page and leaves the rest of its page empty,
and where its caption does not fit below it even there, divides the caption. A picture is made
smaller for that, though not by much. CSS has no rule for it.
Pictures without a size of their own can stand in texts from right to left.
"""

from __future__ import annotations

from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING, Any

import weasyprint.layout.block
from weasyprint.css import AnonymousStyle
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes

from communique.typeset.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

#: A picture keeps so much of its height, or so much of the most that one may have, or the next page
#: begins with it; and so much in any case.
_KEPT, _KEPT_OF_MOST, _LEAST = 4 / 5, 1 / 2, 1 / 4


def pictures_in_their_room() -> AbstractContextManager[None]:
    """Let a picture with its caption fill what is left of a page, where that is nearly enough."""
    highest: dict[int, Any] = {}  # of each picture, what the stylesheets say

    def lay_out(original: Any, context: Any, box: Any, *arguments: Any, **more: Any) -> Any:
        bottom_space, skip_stack, _, page_is_empty = arguments[:4]
        picture = _picture(box) if skip_stack is None else None
        if picture is not None:
            style = picture.style
            style["max_height"] = highest.setdefault(id(picture), style["max_height"])
            height, bottom = _measured(original, context, box, *arguments, **more)
            room = height + context.page_bottom - bottom_space - bottom
            least = _least(height, style["max_height"].value, page_is_empty=page_is_empty)
            if least <= room < height:
                style["max_height"] = Dimension(room, "px")
        return original(context, box, *arguments, **more)

    return replaced(weasyprint.layout.block, "block_box_layout", lay_out)


@contextmanager
def pictures_from_the_right() -> Iterator[None]:
    """Let a picture that is as wide as its text stand in a text from right to left.

    For an SVG with a ``viewBox`` alone the engine moves the picture's place, which the picture has
    not yet, and breaks off. The place is given anew afterwards. Not reported yet.
    """
    boxes.InlineReplacedBox.position_x = 0
    try:
        yield
    finally:
        del boxes.InlineReplacedBox.position_x


def _picture(box: Any) -> Any:
    """Return the picture of a figure, None where `box` is something else, as a box in a figure."""
    if box.element_tag != "figure" or isinstance(box.style, AnonymousStyle):
        return None
    found = (each for each in box.descendants() if isinstance(each, boxes.ReplacedBox))
    return next(found, None)


def _least(height: float, most: float, *, page_is_empty: bool) -> float:
    """Return how high a picture of a `height` stays at least, of the `most` that it may have."""
    return _LEAST * height if page_is_empty else min(_KEPT * height, _KEPT_OF_MOST * most)


def _measured(
    lay_out: Callable[..., Any], context: Any, box: Any, *arguments: Any, **more: Any
) -> tuple[float, float]:
    """Return how high the picture of a figure is, and where the figure would end, in px."""
    _, skip_stack, around, page_is_empty, absolute, fixed, margins, *rest = arguments
    place = skip_stack, around, page_is_empty, absolute, fixed, list(margins)
    figure = lay_out(context, box.copy(), -inf, *place, *rest, **more)[0]
    picture = figure and _picture(figure)
    if not picture:  # a stylesheet has a page end within the figure
        return 0.0, -inf
    weasyprint.layout.block.remove_placeholders(context, [figure], absolute, fixed)
    return picture.height, figure.content_box_y() + figure.height
