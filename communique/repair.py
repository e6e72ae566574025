"""What is tried where the engine loses or misplaces text, before a statement is refused.

WeasyPrint 70 drops a note now and then where a page is cut through the paragraph that calls it,
and lets a long one run off the page. Other breaks nearly always help; notes at the end always do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.paths import TEMPLATES

FOOT, END = "foot", "end"
_MOVED = "pages were cut at other places, since the first cut lost or misplaced text"
_AT_END = "the notes stand at the end of the text, since they did not fit on their pages"


@dataclass(frozen=True)
class Repair:
    """One way to set the same text: where its notes stand, and styles for other page breaks."""

    remark: str = ""
    """What is said of the result, nothing for the ordinary way."""
    notes: str = FOOT
    stylesheet: str = ""
    """A file of ``templates/styles/repairs``."""

    @property
    def styles(self) -> str:
        """The CSS that comes after the edition's."""
        return _read(self.stylesheet) if self.stylesheet else ""


@cache
def _read(name: str) -> str:
    return (TEMPLATES / "styles" / "repairs" / name).read_text("utf-8")


ORDINARY = Repair()
#: In the order in which they are tried.
REPAIRS = (
    ORDINARY,
    Repair(_MOVED, stylesheet="orphans-1-widows-2.css"),
    Repair(_MOVED, stylesheet="orphans-1-widows-1.css"),
    Repair(_MOVED, stylesheet="orphans-3-widows-3.css"),
    Repair(_MOVED, stylesheet="whole-paragraphs.css"),
    Repair(_AT_END, notes=END),
    Repair(_AT_END, notes=END, stylesheet="orphans-1-widows-1.css"),
)
