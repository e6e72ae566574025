"""Whether a version that is named as the earlier one looks newer than what is compared with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.statement import earlier as is_earlier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from communique.model.statement import Statement

_REMARK = (
    "the earlier version, {}, looks newer: it is {}, and {} is {}; swap the two, or correct {}"
)


def remark(statement: Statement, earlier: Statement) -> str:
    """Return what is to be said where an `earlier` version has a later number or date, or nothing.

    The numbers of drafts count first, then the dates that both have, the last change before the
    issue.
    """
    one, other = earlier.matter.draft, statement.matter.draft
    if one and other and one.version != other.version:
        if one.version < other.version:
            return ""
        said = f"draft {one.version}", f"draft {other.version}"
        return _said(statement, earlier, *said, "the number of one")
    for before, after in zip(_dates(earlier), _dates(statement), strict=True):
        if before and after:
            is_newer = is_earlier(after, before)
            said = f"of {before}", f"of {after}"
            return _said(statement, earlier, *said, "the date of one") if is_newer else ""
    return ""


def _said(statement: Statement, earlier: Statement, one: str, other: str, what: str) -> str:
    return _REMARK.format(earlier.path.name, one, statement.path.name, other, what)


def _dates(statement: Statement) -> Iterator[date | None]:
    matter = statement.matter
    yield matter.draft.at if matter.draft else None
    yield matter.updated
    yield matter.issued
