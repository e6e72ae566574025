"""The bookmarks of a document, and where they lead (ISO 32000-1, 12.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from communique.pdf_reading.objects import Once, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Bookmark(NamedTuple):
    """An entry of the outline: its label, its level from 1, and its page from 0 or -1."""

    label: str
    level: int
    page: int
    keys: frozenset[str] = frozenset()
    """The names of what it has."""
    top: float | None = None
    """The height in pt that it leads to; None where it leads to no height, or to another zoom."""


def bookmarks(catalog: Any, page_of: Callable[[Any], int]) -> list[Bookmark]:
    """Return the bookmarks in order; `page_of` finds the page, from 0, of a destination."""
    once = Once("the outline")

    def below(reference: Any, level: int) -> Iterator[Bookmark]:
        while reference is not None:
            entries = once(reference)
            where = page_of(entries.get("/Dest"))
            top = top_of(entries.get("/Dest"))
            yield Bookmark(str(entries.get("/Title", "")), level, where, frozenset(entries), top)
            yield from below(entries.get("/First"), level + 1)
            reference = entries.get("/Next")

    return list(below(catalog.get("/Outlines", {}).get("/First"), 1))


def top_of(destination: Any) -> float | None:
    """Return the height, in pt, at which a destination keeps the zoom and begins (12.3.2.2, XYZ).

    None where it does something else.
    """
    view = plain(destination) if destination is not None else ()
    if not isinstance(view, list) or len(view) != 5 or view[1] != "/XYZ":  # noqa: PLR2004  # page, XYZ, left, top, zoom
        return None
    return None if view[3] is None or view[4] else float(view[3])
