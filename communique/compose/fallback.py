"""What is tried where the engine loses or misplaces text, before a statement is refused.

WeasyPrint 70 drops a note now and then where a page is cut through the paragraph that calls it,
and lets a long one run off the page: other breaks often help, notes at the end nearly always.
A table is as wide as its longest words, even where that is wider than the page, and a long word
may be wider than its line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.design import templates
from communique.design.styles import stylesheets
from communique.model.records import with_records, with_turned

if TYPE_CHECKING:
    from communique.model.statement import Statement

_MOVED = "page breaks were moved, since text was lost or misplaced at first"
_AT_END = "the notes stand at the end, since text was lost or misplaced with them at the foot"
_TURNED = "a table was set across its page, which is turned, since it was wider than that"
_DIVIDED = "words in tables were divided, since a table was wider than its page"
_RECORDS = "a table was set as a list, row by row, since it was wider than its page"
_LONG_WORDS = "long words were divided, since they were wider than their lines"
#: See `Narrowing.long_words`.
_ALL = 2
_NONE = frozenset[int]()


@dataclass(frozen=True)
class Narrowing:
    """What is done, in whatever way a text is set, where a table or a word is too wide."""

    turned: frozenset[int] = frozenset()
    """The numbers of the tables, from 0, that are set across pages, which are turned."""
    along: tuple[tuple[int, int], ...] = ()
    """Such tables, and how many of the blocks above are set with each: no page stays half empty."""
    divided: bool = False
    """Whether words in tables may be divided."""
    records: frozenset[int] = frozenset()
    """The numbers of the tables that are lists, from 0; see `communique.model.records`."""
    long_words: int = 0
    """Whether words may be divided anywhere: 1 those that fill a line, 2 all that are long."""

    def more(self, tables: frozenset[int], turnable: frozenset[int] = _NONE) -> Narrowing | None:
        """Return what to do where these `tables`, or other texts, are still too wide, if anything.

        The page may be turned for those tables that are `turnable`.

        Other tables than those may do with less.
        """
        if turned := (tables & turnable) - self.turned - self.records:
            return replace(self, turned=self.turned | turned)
        if tables and not self.divided:
            return replace(self, divided=True)
        if tables - self.records:
            return replace(self, divided=False, records=self.records | tables)
        return replace(self, long_words=self.long_words + 1) if self.long_words < _ALL else None

    def of(self, statement: Statement) -> Statement:
        """Return a statement with its tables as they are set."""
        across = dict.fromkeys(self.turned - self.records, 0)
        across |= {table: count for table, count in self.along if table in across}
        return with_records(with_turned(statement, across), self.records)

    @property
    def all_long_words(self) -> bool:
        """Whether all words that are long may be divided."""
        return self.long_words == _ALL

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is said of the result."""
        done = {
            _TURNED: bool(self.turned - self.records),
            _DIVIDED: self.divided,
            _RECORDS: bool(self.records),
            _LONG_WORDS: bool(self.long_words),
        }
        return tuple(remark for remark, is_done in done.items() if is_done)

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """Files of ``templates/styles/repairs``."""
        done = {"divided-tables.css": self.divided, "long-words.css": bool(self.long_words)}
        return tuple(file for file, is_done in done.items() if is_done)


@dataclass(frozen=True)
class Fallback:
    """One way to set the same text: where its notes stand, and styles for other page breaks."""

    remarks: tuple[str, ...] = ()
    """What is said of the result, nothing for the ordinary way."""
    notes_at_end: bool = False
    stylesheets: tuple[str, ...] = ()
    """Files of ``templates/styles/repairs``."""
    narrowing: Narrowing = Narrowing()
    is_fitted: bool = True
    """Whether the text may be set closer where its last page is short."""

    @property
    def styles(self) -> str:
        """The CSS that comes after the edition's."""
        return "".join(map(_read, (*self.stylesheets, *self.narrowing.stylesheets)))

    def narrowed(self, narrowing: Narrowing) -> Fallback:
        """Return the same way with what is done where something is too wide."""
        return replace(self, remarks=(*self.remarks, *narrowing.remarks), narrowing=narrowing)

    @property
    def unfitted(self) -> Fallback:
        """The same way with whatever last page comes of it."""
        return replace(self, is_fitted=False)


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
