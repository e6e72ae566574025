"""Whether a version that is named as the earlier one looks newer than what is compared with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.faults import Fault
from communique.model.statement import earlier as is_earlier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from communique.model.statement import Statement

_WRONG = "the earlier version, {}, looks newer: it is {}, and {} is {}"
_INSTEAD = "swap the two, or correct {}"


def remark(statement: Statement, earlier: Statement) -> str:
    """Return what is to be said where an `earlier` version has a later number or date, or nothing.

    The numbers of drafts count first, then the moments of both, then the days on which both were
    changed last, or else issued.
    """
    return "; ".join(wrong(statement, earlier))


def fault(statement: Statement, earlier: Statement) -> Fault | None:
    """Return that as a remark on the line of the draft or date of the `statement`, or None."""
    matter = statement.matter
    key = "draft" if matter.draft else "updated" if matter.updated else "issued"
    said = wrong(statement, earlier)
    return Fault(statement.path, statement.line(key), key, *said) if said else None


def wrong(statement: Statement, earlier: Statement) -> tuple[str, str] | tuple[()]:
    """Return that, and apart from it what to do instead."""
    found = _compared(statement, earlier)
    if found is None or not found[0]:
        return ()
    _, before, after, what = found
    paths = earlier.path, statement.path
    one, other = (path.name for path in paths)
    if one == other:
        one, other = map(str, paths)
    return _WRONG.format(one, before, other, after), _INSTEAD.format(what)


def _compared(statement: Statement, earlier: Statement) -> tuple[bool, str, str, str] | None:
    """Return whether the `earlier` one looks newer, what either of both is, and what to correct.

    None where nothing of them can be compared.
    """
    one, other = earlier.matter.draft, statement.matter.draft
    if one and other and one.version != other.version:
        is_newer = one.version > other.version
        return is_newer, f"draft {one.version}", f"draft {other.version}", "the number of one"
    for before, after in zip(_dates(earlier), _dates(statement), strict=True):
        if before and after:
            is_newer = is_earlier(after, before)
            return is_newer, f"of {before}", f"of {after}", "the date of one"
    return None


def _dates(statement: Statement) -> Iterator[date | None]:
    matter = statement.matter
    drafted, last = matter.draft.at if matter.draft else None, matter.updated or matter.issued
    yield from (drafted, last, drafted or last)
