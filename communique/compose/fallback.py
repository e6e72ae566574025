"""What is tried where the engine loses or misplaces text, before a statement is refused.

WeasyPrint 70 drops a note now and then where a page is cut through the paragraph that calls it,
and lets a long one run off the page: other breaks often help, notes at the end nearly always.
A table is as wide as its longest words, even where that is wider than the page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.design import templates
from communique.design.styles import stylesheets

_MOVED = "page breaks were moved, since text was lost or misplaced at first"
_DIVIDED = "words in tables were divided, since a table was wider than its page"
_AT_END = "the notes stand at the end of the text, since they did not fit on their pages"


@dataclass(frozen=True)
class Fallback:
    """One way to set the same text: where its notes stand, and styles for other page breaks."""

    remarks: tuple[str, ...] = ()
    """What is said of the result, nothing for the ordinary way."""
    notes_at_end: bool = False
    stylesheets: tuple[str, ...] = ()
    """Files of ``templates/styles/repairs``."""

    @property
    def styles(self) -> str:
        """The CSS that comes after the edition's."""
        return "".join(map(_read, self.stylesheets))

    @property
    def divided(self) -> Fallback:
        """The same way, with tables whose words may be divided."""
        return replace(
            self,
            remarks=(*self.remarks, _DIVIDED),
            stylesheets=(*self.stylesheets, "divided-tables.css"),
        )


def _read(name: str) -> str:
    return stylesheets.load(templates.path(f"styles/repairs/{name}"))


ORDINARY = Fallback()
WITHOUT_PAGES = Fallback(notes_at_end=True)
"""The one way of what has no pages."""
#: In the order in which they are tried.
FALLBACKS = (
    ORDINARY,
    Fallback((_MOVED,), stylesheets=("orphans-1-widows-2.css",)),
    Fallback((_MOVED,), stylesheets=("orphans-3-widows-3.css",)),
    Fallback((_AT_END,), notes_at_end=True),
    Fallback((_AT_END,), notes_at_end=True, stylesheets=("orphans-1-widows-1.css",)),
)


def ways(*, notes: bool) -> tuple[Fallback, ...]:
    """Return the ways to try, in order, for a text with or without `notes` at the foot."""
    return tuple(way for way in FALLBACKS if notes or not way.notes_at_end)
