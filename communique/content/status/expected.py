"""What pages and metadata have to say of a draft or an embargo, worked out for the proof alone."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from communique.design import dates

if TYPE_CHECKING:
    from communique.content.content import Version
    from communique.design.language import Language

_BETWEEN = " · "


def key(version: Version) -> str:
    """Return the front-matter key that asks for it, or nothing where the text is final."""
    given = version.statement.matter.model_fields_set & {"draft", "embargo"}
    return next((each for each in given if getattr(version.statement.matter, each)), "")


def parts(version: Version) -> list[str]:
    """Return what every page says, part by part; nothing of a text that is final."""
    matter, language = version.statement.matter, version.language
    words = language.file.status
    if matter.draft is not None:
        said = [mark(version)]
        said += [language.moment(matter.draft.at)] if matter.draft.at is not None else []
        return [*map(_spaced, said), words.withheld]
    return [_spaced(words.until.replace("{moment}", _moment(version)))] if matter.embargo else []


def line(version: Version) -> str:
    """Return that in a line, as facts and the head of later pages have it."""
    return _BETWEEN.join(parts(version))


def mark(version: Version) -> str:
    """Return what a title is preceded by: which draft it is, or that there is an embargo."""
    matter, words = version.statement.matter, version.language.file.status
    if matter.draft is None:
        return words.embargo if matter.embargo else ""
    return words.draft.replace("{version}", version.language.figures.written(matter.draft.version))


def _moment(version: Version) -> str:
    """Return until when: by the clocks of a city, with what they are ahead of UTC, and in UTC."""
    end, language = version.statement.matter.embargo, version.language
    assert end is not None  # noqa: S101  # it is asked of nothing else
    utc, comma = end.astimezone(UTC), _marked(language.file.comma, language)
    local = language.moment(end.replace(tzinfo=None))
    city = dates.city(end.tzname() or "", language.locale)
    ahead = [f"UTC{end.strftime('%z')[:3]}:{end.strftime('%z')[3:5]}"] if end.utcoffset() else []
    zone = comma.join([city, *ahead] if city else ahead)
    at = language.moment(utc.replace(tzinfo=None)) if utc.day != end.day else utc.strftime("%H:%M")
    ends = [f"{local} ({zone})", language.figures.written(at)] if zone else [local]
    return f"{comma.join(ends)} UTC"


def _marked(comma: str, language: Language) -> str:
    """Return a comma behind which a time stands for itself, in whatever line it is."""
    return comma.replace(" ", "\u200f ") if language.direction == "rtl" else comma


def _spaced(words: str) -> str:
    return " ".join(words.split())
