"""What the facts say of the changes: how many there are, and what the front matter said before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from communique.content.status.said import status
from communique.model.statement import Issuer, Signatory

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from communique.design.language import Language
    from communique.design.writing.changes import Changes
    from communique.difference import Difference, Summary, Value

#: What is printed of the front matter, and the label that it has here or elsewhere on the page.
_LABELS = {
    "title": "title",
    "subtitle": "subtitle",
    "kind": "kind",
    "issued": "issued",
    "updated": "updated",
    "place": "place",
    "event": "event",
    "issuers": "issuers",
    "byline": "byline",
    "symbol": "symbol",
    "url": "url",
    "contact": "contact",
    "signatures.place": "signatures",
    "signatures.date": "signatures",
    "signatures.signatories": "signatures",
    "editors": "editors",
    "authenticity": "authenticity",
}
_COUNTS = (
    ("changed", "paragraphs_changed"),
    ("added", "paragraphs_added"),
    ("moved", "paragraphs_moved"),
    ("deleted", "paragraphs_deleted"),
    ("words_added", "words_added"),
    ("words_deleted", "words_deleted"),
)


def facts(difference: Difference, language: Language) -> Iterator[tuple[str, str]]:
    """Yield label and value of each fact, in the words of a `language` that has such words."""
    words = language.file.changes
    assert words is not None  # noqa: S101  # or nothing is turned
    yield words.label, _summary(difference.summary, words, language)
    yield from _status(difference, words, language)
    for value in difference.front:
        if name := _LABELS.get(value.key):
            label = getattr(words, name, None) or getattr(language.labels, name)
            yield label, _before(value, words, language)


def _status(
    difference: Difference, words: Changes, language: Language
) -> Iterator[tuple[str, str]]:
    """Yield what the earlier version was as a draft or under embargo, if that was different."""
    old, new = (status(each.matter, language) for each in (difference.old, difference.new))
    if old != new:
        formerly = words.formerly.format(value=old.words) if old else words.not_before
        yield language.labels.release, formerly


def _summary(summary: Summary, words: Changes, language: Language) -> str:
    """Return how much differs, in words: what is none is not said."""
    counts = ((getattr(summary, name), getattr(words, forms)) for name, forms in _COUNTS)
    said = [_counted(count, forms, language) for count, forms in counts if count]
    return language.file.comma.join(said) or words.none


def _counted(count: int, forms: Mapping[str, str], language: Language) -> str:
    """Return the words for a number (CLDR, plural rules)."""
    form = forms.get(language.locale.plural_form(count), forms["other"])
    return form.format(count=language.figures.written(count))


def _before(value: Value, words: Changes, language: Language) -> str:
    """Return what a value was: of one in a list, whose it is or what was added."""
    who = value.who
    if value.old is None:
        said = words.not_before
        who = who or _said(value.new, language)
        of_list = value.who or value.key == "editors"
        return f"{who}{language.file.comma}{said}" if of_list else said
    old = language.kind(str(value.old)) if value.key == "kind" else _said(value.old, language)
    return words.formerly.format(value=old)


def _said(value: object, language: Language) -> str:
    """Return a value of the front matter in words."""
    comma = language.file.comma
    if isinstance(value, tuple):
        return comma.join(_name(each) for each in value)
    if isinstance(value, Issuer | Signatory):
        return comma.join(str(part) for _, part in value if part)
    if isinstance(value, date):
        return language.moment(value)
    if isinstance(value, str) and hasattr(language.file.authenticity, value):
        return str(getattr(language.file.authenticity, value))
    return str(value)


def _name(value: object) -> str:
    """Return the short name of one in a list."""
    if isinstance(value, Issuer):
        return str(value.party)
    return str(value.name) if isinstance(value, Signatory) else str(value)
