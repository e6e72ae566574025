"""What pages and metadata say of a draft or an embargo, composed for those who make the page.

What the proof looks for is worked out by itself (`communique.content.status.expected`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.design import dates
from communique.model.characters import RTL_MARK
from communique.model.values import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.design.language import Language
    from communique.model.statement import FrontMatter

_DOT = " · "


class Status(NamedTuple):
    """What is said of a text that is not final."""

    parts: tuple[Phrase, ...]
    """What stands at the head of every page: number, time and notice of a draft, or until when."""
    short: str
    """The same in a word or two, for a title."""

    @property
    def words(self) -> str:
        """All of it in a line."""
        return _DOT.join(map(str, self.parts))


def status(matter: FrontMatter, language: Language) -> Status | None:
    """Return what is said of a draft or an embargo in a `language`, or None of a final text."""
    words, written = language.file.status, language.figures.written
    if matter.draft:
        number = words.draft.format(version=written(matter.draft.version))
        made = language.moment(matter.draft.at) if matter.draft.at else None
        return _stated(filter(None, (number, made, words.withheld)), number)
    if matter.embargo:
        file = language.file
        comma = file.comma
        if language.direction == "rtl":  # a time begins anew behind letters of another direction
            comma = f"{comma.rstrip()}{RTL_MARK} "
        moment = written(dates.until(matter.embargo, language.locale, file.first_day, comma))
        return _stated([words.until.format(moment=moment)], words.embargo)
    return None


def _stated(parts: Iterable[str], short: str) -> Status:
    return Status(tuple(Phrase(text=part) for part in parts), short)


def titled(title: Phrase, status: Status | None, called: str = "") -> str:
    """Return a title as the metadata have it, with what the text is `called` in front of it.

    What is said of a draft or an embargo comes first.
    """
    return _DOT.join(filter(None, (status and status.short, called, str(title))))
