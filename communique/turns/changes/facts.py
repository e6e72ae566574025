"""What the facts say of the changes: how many there are, and what the front matter said before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from communique.content.status.said import status
from communique.model.statement import Issuer, Signatory
from communique.turns.changes.signs import KEY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from communique.design.language import Language
    from communique.design.writing.changes import Changes
    from communique.difference import Difference, Summary, Value
    from communique.model.statement import Statement

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
    "signatures.signed": "signatures",
    "signatures.signatories": "signatures",
    "editors": "editors",
    "authenticity": "authenticity",
}
#: What is told in another way: a draft or an embargo by what is said of it.
_TOLD = frozenset(("draft", "embargo"))
#: Between what is changed and which value of it, and between several of one label.
_DOT = " · "
_COUNTS = (
    ("changed", "paragraphs_changed"),
    ("added", "paragraphs_added"),
    ("moved", "paragraphs_moved"),
    ("deleted", "paragraphs_deleted"),
    ("words_added", "words_added"),
    ("words_deleted", "words_deleted"),
)


def since(earlier: Statement, later: Statement, language: Language) -> str:
    """Return what the page is: the changes since a version, by its number, its day or its file."""
    words, one, other = language.file.changes, earlier.matter, later.matter
    assert words is not None  # noqa: S101  # or nothing is turned
    stated = status(one, language)
    numbers = [each.draft.version if each.draft else None for each in (one, other)]
    days = [day for day in (one.updated, one.issued) if day]
    if stated and numbers[0] and numbers[0] != numbers[1]:
        version = stated.short
    elif days and days[0] != (other.updated or other.issued):
        version = language.moment(days[0])
    else:
        version = earlier.path.name
    return words.since.format(version=version)


def facts(difference: Difference, language: Language) -> Iterator[tuple[str, str]]:
    """Yield label and value of each fact, in the words of a `language` that has such words.

    No two have the same label, nor that of any other fact.
    """
    words = language.file.changes
    assert words is not None  # noqa: S101  # or nothing is turned
    values = list(_values(difference, words, language))
    said = _summary(difference, words, language)
    if said or not values:
        yield words.label, said or (words.none if difference.is_none else words.details)
    yield words.signs, KEY.format(inserted=words.inserted, deleted=words.deleted)
    for label in dict.fromkeys(label for label, _ in values):
        every = [value for own, value in values if own == label]
        yield f"{words.label}{_DOT}{label}", _DOT.join(every)


def _values(
    difference: Difference, words: Changes, language: Language
) -> Iterator[tuple[str, str]]:
    """Yield label and value of what is printed of the front matter and changed."""
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


def _summary(difference: Difference, words: Changes, language: Language) -> str:
    """Return how much differs in the text, in words, and whether anything else does.

    What is none is not said.
    """
    summary: Summary = difference.summary
    counts = ((getattr(summary, name), getattr(words, forms)) for name, forms in _COUNTS)
    said = [_counted(count, forms, language) for count, forms in counts if count]
    if any(value.key not in _LABELS.keys() | _TOLD for value in difference.front):
        said.append(words.details)
    return language.file.comma.join(said)


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
        of_list = value.who or value.key in ("editors", "signatures.signed")
        return f"{who} ({said})" if of_list else said
    old = language.kind(str(value.old)) if value.key == "kind" else _said(value.old, language)
    return words.formerly.format(value=old)


def _said(value: object, language: Language) -> str:
    """Return a value of the front matter in words."""
    comma = language.file.comma
    if value is True:
        return language.labels.signed
    if isinstance(value, tuple):
        return comma.join(_name(each) for each in value)
    if isinstance(value, Issuer | Signatory):
        return comma.join(str(part) for key, part in value if part and key != "language")
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
