"""Quicker layout of many pages: those that the same rules are for share their styles.

The styles of a page and of the boxes in its margins would take a tenth of the memory of a long
document, and at each page the engine looks through those of all pages before it.
"""

from __future__ import annotations

import sys
from functools import wraps
from typing import TYPE_CHECKING, Any

from weasyprint.layout import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def shorten() -> None:
    """Replace what is slow, in the version of WeasyPrint that this was written for alone."""
    _replace(page, "set_page_type_computed_styles", _once_a_kind)


def _replace(module: Any, name: str, make: Callable[[Any], Any]) -> None:
    """Put what `make` makes of a function in its place, wherever it was imported to."""
    original = getattr(module, name)
    made = make(original)
    for path, each in list(sys.modules.items()):
        if path.startswith("weasyprint.") and getattr(each, name, None) is original:
            setattr(each, name, made)


def _once_a_kind(function: Callable[..., None]) -> Callable[..., None]:
    """Return `function`, which works out the styles of a page and of the boxes in its margins.

    It gives what it gave for an earlier page of the same kind, as elements share styles in the
    engine.
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
