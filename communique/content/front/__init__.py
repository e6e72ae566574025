"""What stands above and beside the text: masthead, by-line, list of issuers and facts.

Composed from the front matter and the language, for the page to show. What the proof looks for is
worked out by itself (`communique.content.expected`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.content import running_heads
from communique.content.front.signatures import SignatureRow, signatures, signed_at
from communique.content.running_heads import width
from communique.content.status.said import Status, status
from communique.model.values import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.design.language import Language
    from communique.design.theme import Theme
    from communique.model.body import Node
    from communique.model.statement import FrontMatter, Issuer, Statement

NO_BYLINE = "none"
#: Up to so many characters and parties the masthead names them all, otherwise the kind.
_MASTHEAD_LENGTH, _MASTHEAD_PARTIES = 60, 4
#: Titles up to so many characters, in words of so many, are set in the size of that name: longer
#: words would be divided.
_TITLE_SIZES = ((28, 22, "short"), (70, 29, "medium"), (140, 38, "long"))
#: From so many issuers on, the list is set in columns.
_COLUMNS = ((8, 3), (4, 2))


@dataclass(frozen=True)
class Fact:
    """One entry of the facts column."""

    label: str
    value: Phrase


@dataclass(frozen=True)
class Entry:
    """One line of the list of issuers: its first phrase stands out, the others explain it."""

    name: Phrase
    details: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class IssuerList:
    """The issuers where no by-line names them; what all share stands above the list once."""

    shared: tuple[Phrase, ...]
    entries: tuple[Entry, ...]

    @property
    def columns(self) -> int:
        """In how many columns it is set."""
        if any(entry.details for entry in self.entries):
            return 2 if len(self.entries) > _COLUMNS[1][0] else 1
        return next((columns for least, columns in _COLUMNS if len(self.entries) > least), 1)


@dataclass(frozen=True)
class Front:
    """Everything on the first page that is not the text."""

    status: Status | None
    """What is said of a text that is not final."""
    parties: tuple[Phrase, ...]
    """The parties, or else the kind of document."""
    aside: tuple[Phrase, ...]
    """What stands opposite the parties: the kind and the symbol, or else the date of issue."""
    turned: Phrase | None
    """What the statement was turned into."""
    title: Phrase
    marked: Mapping[str, tuple[Node, ...]]
    """Title and subtitle as inline nodes, where some of their words are marked."""
    title_size: str
    subtitle: Phrase | None
    byline: Phrase | None
    issuers: IssuerList | None
    facts: tuple[Fact, ...]
    contact: tuple[Phrase, ...]
    """One line, or several of the theme."""
    url: str | None
    editors: tuple[Phrase, ...]
    signed_at: tuple[Phrase, ...]
    """Where and when it was signed."""
    signatures: tuple[SignatureRow, ...]
    courtesy: str
    """What is said of a translation."""
    running: tuple[str, ...]
    """What the running head may say of the title, from long to short."""
    foot: tuple[str, ...]
    """What the running foot may say of symbol and day, from long to short."""


def front(statement: Statement, language: Language, theme: Theme) -> Front:
    """Return what stands around the text of `statement`, in `language`.

    The contact is that of the `theme` where it names none.
    """
    matter = statement.matter
    kind = _kind(matter, language)
    parties = _parties(matter.issuers)
    if not parties and kind:
        parties, kind = (kind,), None
    issued = Phrase(text=language.moment(matter.issued)) if matter.issued else None
    day = language.day(matter.issued) if matter.issued else None
    symbol = Phrase(text=matter.symbol) if matter.symbol else None
    named = tuple(phrase for phrase in (kind, symbol) if phrase)
    byline = _byline(matter, language)
    return Front(
        status=status(matter, language),
        parties=parties,
        aside=named or ((issued,) if issued else ()),
        turned=_turned(statement),
        title=matter.title,
        marked=statement.turned.heads if statement.turned else {},
        title_size=_title_size(str(matter.title)),
        subtitle=matter.subtitle,
        byline=byline,
        issuers=_issuer_list(matter) if byline is None and matter.byline is None else None,
        facts=_facts(statement, language, symbol),
        contact=(matter.contact,) if matter.contact else theme.contact or (),
        editors=matter.editors,
        signed_at=signed_at(matter, language),
        signatures=signatures(matter, language),
        courtesy=language.file.courtesy_note if matter.authenticity == "translation" else "",
        url=matter.url,
        running=running_heads.forms(str(matter.title), matter.short_title),
        foot=running_heads.foot(
            matter.symbol and str(matter.symbol),
            day,
            language.direction,
            statement.turned.label if statement.turned else "",
        ),
    )


def _turned(statement: Statement) -> Phrase | None:
    turned = statement.turned
    return Phrase(text=turned.said) if turned and turned.said else None


def _kind(matter: FrontMatter, language: Language) -> Phrase | None:
    """Return the kind of document in the reader's language, unless the title says it."""
    if matter.kind is None:
        return None
    kind = matter.kind if matter.kind.language else Phrase(text=language.kind(matter.kind.text))
    return None if str(kind).casefold() == str(matter.title).casefold() else kind


def _title_size(title: str) -> str:
    words = (word for word in title.split() if width(word) == len(word))  # others end anywhere
    length, word = width(title), max(map(len, words), default=0)
    sizes = (name for most, longest, name in _TITLE_SIZES if length <= most and word <= longest)
    return next(sizes, "huge")


def _parties(issuers: Sequence[Issuer]) -> tuple[Phrase, ...]:
    """Return the parties for the masthead, each once, or none where they are too many."""
    parties = {str(issuer.party): issuer.party for issuer in issuers if issuer.party}
    short = sum(map(len, parties)) <= _MASTHEAD_LENGTH and len(parties) <= _MASTHEAD_PARTIES
    return tuple(parties.values()) if short else ()


def _byline(matter: FrontMatter, language: Language) -> Phrase | None:
    if matter.byline:
        return None if str(matter.byline).casefold() == NO_BYLINE else matter.byline
    styled = [str(issuer.styled) for issuer in matter.issuers if issuer.styled]
    if not styled or len(styled) < len(matter.issuers):
        return None
    return Phrase(text=language.byline(styled, str(matter.event) if matter.event else None))


def _issuer_list(matter: FrontMatter) -> IssuerList | None:
    if not matter.issuers:
        return None
    rows = [_row(issuer) for issuer in matter.issuers]
    shared: tuple[Phrase, ...] = ()
    if len(rows) > 1:
        shared = tuple(phrase for phrase in rows[0] if all(phrase in row for row in rows))
    rows = [tuple(phrase for phrase in row if phrase not in shared) for row in rows]
    if not all(rows):  # issuers that differ in nothing stay as they are
        rows, shared = [_row(issuer) for issuer in matter.issuers], ()
    return IssuerList(shared, tuple(Entry(row[0], row[1:]) for row in rows))


def _row(issuer: Issuer) -> tuple[Phrase, ...]:
    """Return an issuer's phrases: who first, then as what, then for whom."""
    fields = (issuer.name, issuer.office, issuer.organisation, issuer.country)
    return tuple(phrase for phrase in fields if phrase)


def _facts(statement: Statement, language: Language, symbol: Phrase | None) -> tuple[Fact, ...]:
    matter, turned = statement.matter, statement.turned

    def said(words: str | None) -> Phrase | None:
        return Phrase(text=words) if words else None

    stated, kinds = status(matter, language), language.file.authenticity
    values: Iterable[tuple[str, Phrase | None]] = (
        ("release", said(stated and stated.words)),
        ("issued", said(language.moment(matter.issued) if matter.issued else None)),
        ("updated", said(language.moment(matter.updated) if matter.updated else None)),
        ("place", matter.place),
        ("event", matter.event),
        ("symbol", symbol),
        ("authenticity", said(matter.authenticity and getattr(kinds, matter.authenticity))),
    )
    every = [Fact(getattr(language.labels, key), value) for key, value in values if value]
    for label, words in turned.facts if turned else ():
        every.append(Fact(label, Phrase(text=words) if isinstance(words, str) else words))
    return tuple(every)
