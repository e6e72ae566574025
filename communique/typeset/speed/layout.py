"""Quicker layout: what the engine works out for each line or page, and is always the same, is kept.

Each replacement gives what the function that it replaces gives. Styles may carry what belongs to
them, since the engine changes a style only where it has just copied it, and a copy carries nothing.
"""

from __future__ import annotations

import sys
from functools import wraps
from math import inf
from typing import TYPE_CHECKING, Any

from weasyprint.css.functions import check_math
from weasyprint.formatting_structure import boxes
from weasyprint.layout import page, percent
from weasyprint.text import line_break

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Lengths that percentages of the width of the containing block are resolved for.
_ACROSS = (
    *("margin_left", "margin_right", "padding_left", "padding_right"),
    *("width", "min_width", "max_width"),
)
#: The same, except that a page takes its height (CSS Paged Media 3, 6.2).
_ALONG = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
_BORDERS = ("border_top_width", "border_right_width", "border_bottom_width", "border_left_width")


def shorten() -> None:
    """Replace what is slow, in the version of WeasyPrint that this was written for alone."""
    _replace(line_break, "strut", _once_a_style)
    _replace(line_break, "get_font_description", _once_a_style)
    _replace(percent, "resolve_percentages", lambda _: _resolve_percentages)
    _replace(page, "set_page_type_computed_styles", _once_a_kind)


def _replace(module: Any, name: str, make: Callable[[Any], Any]) -> None:
    """Put what `make` makes of a function in its place, wherever it was imported to."""
    original = getattr(module, name)
    made = make(original)
    for path, each in list(sys.modules.items()):
        if path.startswith("weasyprint.") and getattr(each, name, None) is original:
            setattr(each, name, made)


def _once_a_style(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return `function`, which depends on a style alone, so that a style keeps what it gave.

    The strut of a line, say, is otherwise looked up by a key made of the text of 16 properties.
    """
    name = f"_{function.__name__}"

    @wraps(function)
    def kept(style: Any) -> Any:
        values = style.__dict__
        if name not in values:
            values[name] = function(style)
        return values[name]

    return kept


def _once_a_kind(function: Callable[..., None]) -> Callable[..., None]:
    """Return `function`, which works out the styles of a page and of the boxes in its margins.

    Pages that the same rules of the style sheets are for share them, as elements do in the engine.
    They would take a tenth of the memory of a long document.
    """

    @wraps(function)
    def kept(page_type: Any, html: Any, style_for: Any) -> None:
        kinds = style_for.__dict__.setdefault("_kinds", {})
        # The first page has one for itself: it is what units of the viewport are found from.
        kind = page_type.index == 0, *_rules(page_type, style_for)
        computed, cascaded = style_for.get_computed_styles(), style_for.get_cascaded_styles()
        if kind not in kinds:
            function(page_type, html, style_for)
            names = [name for each, name in cascaded if each == page_type]
            kinds[kind] = {name: computed[page_type, name] for name in (None, *names)}
            cascaded.clear()  # of earlier pages, too, the function looks at all at each page
        for name, style in kinds[kind].items():
            computed[page_type, name] = style

    return kept


def _rules(page_type: Any, style_for: Any) -> Iterator[bool]:
    """Tell for each rule for pages whether it is one for pages of this type."""
    for sheet, _, _ in style_for._sheets:
        for _, selectors, _ in sheet.page_rules:
            for _, _, wanted in selectors:
                yield style_for._page_type_match(wanted, page_type)


def _resolve_percentages(box: Any, containing_block: Any) -> None:
    """Set the lengths of `box`, as WeasyPrint does, but those in pixels without a call for each."""
    if isinstance(containing_block, boxes.Box):
        width, height = containing_block.width, containing_block.height
    else:
        width, height = containing_block
    style, used = box.style, box.__dict__
    _resolve(style, used, _ACROSS, width)
    _resolve(style, used, _ALONG, height if isinstance(box, boxes.PageBox) else width)
    if height == "auto":
        own = style["height"]
        unknown = own == "auto" or check_math(own) or own.unit == "%"
        used["height"] = "auto" if unknown else own.value
        _resolve(style, used, ("min_height",), 0)
        _resolve(style, used, ("max_height",), inf)
    else:
        _resolve(style, used, ("height", "min_height", "max_height"), height)
    for name in ("min_width", "min_height"):
        if used[name] == "auto":
            used[name] = 0
    collapse = style["border_collapse"] == "collapse"
    for name in _BORDERS:
        if not (collapse and hasattr(box, name)):
            used[name] = style[name]
    if style["box_sizing"] != "content-box":
        percent.adjust_box_sizing(box, "width")
        percent.adjust_box_sizing(box, "height")


def _resolve(style: Any, used: dict[str, Any], names: tuple[str, ...], whole: Any) -> None:
    """Put the lengths of `style` into `used`, percentages as parts of the `whole`."""
    for name in names:
        value = style[name]
        if getattr(value, "unit", None) == "px":
            used[name] = value.value
        else:
            used[name] = percent.percentage(value, style, whole)
