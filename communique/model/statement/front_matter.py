"""The model: what a statement is made of, every field with its type and its meaning.

`FrontMatter` is what an author writes above the text. Its docstrings are the reference: the JSON
Schema of ``list --schema`` and the table in the documentation are made from them.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pydantic import Field, model_validator

from communique.model.status import Draft, Embargo
from communique.model.values import (
    Address,
    Authenticity,
    Depth,
    Flag,
    Keyword,
    Model,
    Moment,
    Number,
    Phrase,
    Tag,
    Text,
    refuse,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


class Issuer(Model):
    """A party that speaks: at least one of name, office, organisation and country."""

    name: Phrase | None = None
    """The person's name, e.g. Mette Frederiksen."""
    office: Phrase | None = None
    """The person's office, e.g. Prime Minister."""
    organisation: Phrase | None = None
    """The organisation or body, e.g. NATO."""
    country: Phrase | None = None
    """The country, e.g. Denmark."""
    styled: Phrase | None = None
    """How the by-line names the party, e.g. the Prime Minister of Denmark, Mette Frederiksen."""
    language: Tag | None = None
    """The party's language (BCP 47), e.g. da: it stands on the left in its own original."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Issuer:
        if not any((self.name, self.office, self.organisation, self.country)):
            raise refuse(
                "this issuer has no name, office, organisation or country",
                "give at least one of the four",
            )
        return self

    @property
    def party(self) -> Phrase | None:
        """The short name for the masthead: the country, or else the organisation, or the name."""
        return self.country or self.organisation or self.name or self.office


class Signatory(Model):
    """One who signed."""

    name: Phrase
    """The person's name, without honorifics."""
    office: Phrase | None = None
    """The person's office, e.g. Prime Minister."""
    party: Phrase | None = None
    """For whom the person signed, e.g. Denmark."""
    on_behalf: Phrase | None = None
    """What stands above the name, once above all that follow with the same: For Denmark:."""


class Signatures(Model):
    """The signature block after the text."""

    place: Phrase | None = None
    """Where it was signed."""
    date: Moment | None = None
    """When it was signed, e.g. 2026-03-12."""
    signed: Flag = False
    """true prints (Signed) above each name; false leaves a line to sign on."""
    signatories: tuple[Signatory, ...] = Field(min_length=1)
    """Who signed, in the order of the block: the first on the left."""


class FrontMatter(Model):
    """What stands above the text, between two lines of three hyphens. Only `title` is needed."""

    title: Phrase
    """The title, heading 1 of the document."""
    short_title: Text | None = None
    """The title in the running head of later pages, where the whole has no room."""
    subtitle: Phrase | None = None
    """A second line under the title."""
    kind: Phrase | None = None
    """The kind of document, e.g. joint statement. Known kinds appear in the reader's language."""
    language: Tag | None = None
    """The language (BCP 47), e.g. en. Agrees with the file's name, if that has one."""
    issued: Moment | None = None
    """The date of issue, e.g. 2023-09-29, or date and time."""
    updated: Moment | None = None
    """The date, or date and time, of the last change. Printed as written where it has no zone."""
    draft: Draft | None = None
    """That this is not final, and which version it is; every page says so."""
    embargo: Embargo | None = None
    """Until when it is not to be published, e.g. 2026-03-12 16:00 Europe/Copenhagen."""
    place: Phrase | None = None
    """Where the statement was made."""
    event: Phrase | None = None
    """The occasion, without an article, e.g. Copenhagen Quantum Conference."""
    issuers: tuple[Issuer, ...] = ()
    """The parties, in the order in which they are to be named."""
    byline: Phrase | None = None
    """The by-line, only where it cannot be composed from the issuers; none prints no by-line."""
    symbol: Number | None = None
    """The document's number or symbol, e.g. PO/2023/0153."""
    corrigendum: int | None = Field(default=None, ge=1)
    """Which corrigendum of the text --as corrigendum makes, e.g. 2; the first if none."""
    url: Address | None = None
    """Where the statement stands on the web."""
    contact: Phrase | None = None
    """Whom the press may ask: a line of text, printed after the statement."""
    signatures: Signatures | None = None
    """Who signed, and where and when; printed after the text."""
    editors: tuple[Phrase, ...] = ()
    """Notes to editors, one paragraph each, printed after the text and apart from it."""
    keywords: tuple[Keyword, ...] = ()
    """Words for the catalogue; they go into the PDF's metadata and are not printed."""
    abbreviations: dict[str, Text] = Field(default_factory=dict)
    """What abbreviations of the text stand for; screen readers say it, it is not printed."""
    authenticity: Authenticity | None = None
    """original, authentic or translation: what this text is among its language versions."""
    contents: Depth | None = None
    """true prints a list of the headings with their pages, false none, 1 that of one level."""
    numbered: Flag = False
    """true numbers the paragraphs, in each annex from 1."""
    theme: Text | None = None
    """The look, a file's name in templates/themes without its ending."""

    @property
    def filed_as(self) -> str:
        """What files are called that are not final: draft-2, or embargoed; else nothing."""
        return f"draft-{self.draft.version}" if self.draft else "embargoed" if self.embargo else ""

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that speak, each once, in the order in which they are named."""
        return tuple(dict.fromkeys(str(issuer.party) for issuer in self.issuers))

    @property
    def other_languages(self) -> Iterator[tuple[str, str]]:
        """The languages (BCP 47) that values are said to be in, each with the key above them."""
        for key, value in self:
            yield from ((key, tag) for tag in _languages(value))


def _languages(value: object) -> Iterator[str]:
    """Yield the languages that phrases in a `value` are said to be in."""
    if isinstance(value, Phrase):
        yield from filter(None, [value.language])
    elif isinstance(value, Model):
        for _, each in value:
            yield from _languages(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _languages(each)


def earlier(one: date, other: date) -> bool:
    """Tell whether `one` is before `other`, as exactly as both are known.

    Two times are compared by instant where both have a zone, as written where neither has one,
    and otherwise by day.
    """
    if isinstance(one, datetime) and isinstance(other, datetime):
        if bool(one.tzinfo) == bool(other.tzinfo):
            return one < other
        return one.date() < other.date()
    days = [moment.date() if isinstance(moment, datetime) else moment for moment in (one, other)]
    return days[0] < days[1]
