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
from communique.model.tables.records import with_records
from communique.model.tables.wide import with_smaller, with_turned

if TYPE_CHECKING:
    from communique.model.statement import Statement

_MOVED = "page breaks were moved, since text was lost or misplaced at first"
_AT_END = "the notes stand at the end, since text was lost or misplaced with them at the foot"
_TURNED = "a table was set across its page, which is turned, since it was wider than that"
_SMALLER = "a table was set in smaller type, since it was wider than its page"
_DIVIDED = "words in tables were divided, since a table was wider than its page"
_RECORDS = "a table was set as a list, row by row, since it was wider than its page"
_LONG_WORDS = "long words were divided, since they were wider than their lines"
#: See `Narrowing.long_words`.
_ALL = 2
_NONE = frozenset[int]()


@dataclass(frozen=True)
class Narrowing:
    """What is done, in whatever way a text is set, where a table or a word is too wide.

    Tables are known by their numbers, from 0.
    """

    turned: frozenset[int] = _NONE
    """The tables that are set across pages, which are turned."""
    alone: frozenset[int] = _NONE
    """Such tables, if what leads to them stays on the page before."""
    along: frozenset[int] = _NONE
    """The lines of what is set on pages of such tables: none beside these stays half empty."""
    smaller: frozenset[int] = _NONE
    """The tables that are set in smaller type."""
    divided: frozenset[int] = _NONE
    """The tables whose words may be divided."""
    records: frozenset[int] = _NONE
    """The tables that are lists, and nothing else; see `communique.model.tables.records`."""
    divides: bool = True
    """Whether words of tables may be divided at all; else a table is rather a list."""
    long_words: int = 0
    """Whether words may be divided anywhere: 1 those that fill a line, 2 all that are long."""

    def more(self, tables: frozenset[int], turnable: frozenset[int] = _NONE) -> Narrowing | None:
        """Return what to do where these `tables`, or other texts, are still too wide, if anything.

        Each table goes a step further: smaller type comes first, since a turned page leaves the one
        before it half empty. The page may be turned for those tables that are `turnable`.
        """
        wide = tables - self.records
        turned = (wide & turnable & self.smaller) - self.turned
        smaller = wide - self.smaller
        divided = wide - turned - smaller - self.divided if self.divides else _NONE
        records = wide - turned - smaller - divided
        if wide:
            return replace(
                self,
                turned=self.turned - records | turned,
                smaller=self.smaller - turned - records | smaller,
                divided=self.divided - records | divided,
                records=self.records | records,
            )
        return replace(self, long_words=self.long_words + 1) if self.long_words < _ALL else None

    def turning(self, tables: frozenset[int]) -> Narrowing:
        """Return what is done where these `tables` are set across pages, in type of full size."""
        return replace(self, turned=self.turned | tables, smaller=self.smaller - tables)

    def without_leads(self, tables: frozenset[int]) -> Narrowing | None:
        """Return what to do where nothing of these `tables` stands below what leads to them."""
        more = tables & self.turned - self.alone
        return replace(self, alone=self.alone | more) if more else None

    def of(self, statement: Statement) -> Statement:
        """Return a statement with its tables as they are set."""
        smaller = with_smaller(statement, self.smaller, self.divided)
        turned = with_turned(smaller, self.turned, self.alone, self.along)
        return with_records(turned, self.records)

    @property
    def all_long_words(self) -> bool:
        """Whether all words that are long may be divided."""
        return self.long_words == _ALL

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is said of the result."""
        done = {
            _TURNED: self.turned,
            _SMALLER: self.smaller - self.divided,
            _DIVIDED: self.divided,
            _RECORDS: self.records,
            _LONG_WORDS: self.long_words,
        }
        return tuple(remark for remark, is_done in done.items() if is_done)

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """Files of ``templates/styles/repairs``."""
        done = {"smaller-tables.css": self.smaller, "long-words.css": self.long_words}
        return tuple(file for file, is_done in done.items() if is_done)


@dataclass(frozen=True)
class Fallback:
    """One way to set the same text: where its notes stand, and styles for other page breaks."""

    own_remarks: tuple[str, ...] = ()
    """What is said of the way itself, nothing for the ordinary one."""
    notes_at_end: bool = False
    stylesheets: tuple[str, ...] = ()
    """Files of ``templates/styles/repairs``."""
    narrowing: Narrowing = Narrowing()
    is_fitted: bool = True
    """Whether the text may be set closer where its last page is short."""

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is said of the result."""
        return (*self.own_remarks, *self.narrowing.remarks)

    @property
    def styles(self) -> str:
        """The CSS that comes after the edition's."""
        return "".join(map(_read, (*self.stylesheets, *self.narrowing.stylesheets)))

    def narrowed(self, narrowing: Narrowing) -> Fallback:
        """Return the same way with what is done where something is too wide."""
        return replace(self, narrowing=narrowing)

    @property
    def unfitted(self) -> Fallback:
        """The same way with whatever last page comes of it."""
        return replace(self, is_fitted=False)


def _read(name: str) -> str:
    return stylesheets.load(templates.path(f"styles/repairs/{name}"))


ORDINARY = Fallback()
WITHOUT_PAGES = Fallback(notes_at_end=True)
"""The one way of what has no pages."""
#: In the order in which they are tried. Where page breaks are moved the text is not set closer,
#: since each try takes as long as a layout and moves them again.
FALLBACKS = (
    ORDINARY,
    Fallback((_MOVED,), stylesheets=("orphans-1-widows-2.css",), is_fitted=False),
    Fallback((_MOVED,), stylesheets=("orphans-3-widows-3.css",), is_fitted=False),
    Fallback((_AT_END,), notes_at_end=True),
    Fallback((_AT_END,), notes_at_end=True, stylesheets=("orphans-1-widows-1.css",)),
)


def ways(*, notes: bool) -> tuple[Fallback, ...]:
    """Return the ways to try, in order, for a text with or without `notes` at the foot."""
    return tuple(way for way in FALLBACKS if notes or not way.notes_at_end)
