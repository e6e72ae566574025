"""What a page must say and a file must be: made from statement, edition, theme and language alone.

Composing arranges what its properties say. The proof takes statement, edition, theme and language
from it and works out the rest by itself (`communique.content.expected`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from communique.content.front import Front, front
from communique.content.running_heads import SECTION
from communique.content.status.said import titled
from communique.design import language as languages
from communique.design import theme as themes
from communique.design.writing import rare_characters
from communique.model.standards import DEFAULT, STANDARDS
from communique.model.statement import attached

if TYPE_CHECKING:
    from communique.design.edition import Edition
    from communique.design.language import Language
    from communique.design.theme import Theme
    from communique.design.writing.fallback_fonts import FallbackFont
    from communique.model.body import Node
    from communique.model.standards import Standard
    from communique.model.statement import Statement

END = "end"
"""Where notes stand that are not at the foot of their pages."""
_BOTH = "{} / {}"  # a page number that needs no language
#: A list of contents goes down to this level; it helps from so many headings and words on.
_LISTED, _HEADINGS, _WORDS = 3, 5, 2500
_BESIDE = " / "  # between the versions of a title or a heading


@dataclass(frozen=True)
class Version:
    """One language version: all of the page, or its column in a parallel edition."""

    statement: Statement
    language: Language
    front: Front

    @property
    def rtl(self) -> bool:
        """Whether its text runs from right to left."""
        return self.language.direction == "rtl"


@dataclass(frozen=True)
class Content:
    """What the pages of a statement say in an edition, and what its file says of itself."""

    versions: tuple[Version, ...]
    """The language versions, from the left."""
    edition: Edition
    theme: Theme
    standard: Standard
    notes_at_end: bool
    """Whether the notes stand at the end of the text and not at the foot of their pages."""
    beside: tuple[str, ...] = ()
    """The files beside it to which a web page leads, by their names."""

    @property
    def statement(self) -> Statement:
        """The statement, in the version that stands first."""
        return self.versions[0].statement

    @property
    def parallel(self) -> bool:
        """Whether two versions stand side by side."""
        return len(self.versions) > 1

    @property
    def turn(self) -> str:
        """The name of what the statement was turned into, empty where it is as it was read."""
        return self.statement.turned.name if self.statement.turned else ""

    @property
    def title(self) -> str:
        """The title in all its languages, for the metadata.

        A draft or an embargo is said first, and then what the statement was turned into.
        """
        return _BESIDE.join(map(_titled, self.versions))

    @property
    def annexes(self) -> tuple[int, ...]:
        """Where annexes begin among the blocks of the text.

        Side by side, the heading of one version is enough: its counterpart is one, too.
        """
        every = [version.statement.body.children for version in self.versions]
        return tuple(
            number
            for number, nodes in enumerate(zip(*every, strict=True))
            if any(node.annex for node in nodes)
        )

    def blocks(self, version: Version) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        """Return the blocks of the text, and those of its annexes: signatures stand between."""
        every = version.statement.body.children
        first = next(iter(self.annexes), len(every))
        return every[:first], every[first:]

    @property
    def headings(self) -> list[str]:
        """The labels of the bookmarks: each heading in all its languages."""
        every = [
            [node.label for node in version.statement.body.headings] for version in self.versions
        ]
        return [_BESIDE.join(labels) for labels in zip(*every, strict=True)]

    @property
    def authors(self) -> tuple[str, ...]:
        """The issuers as the metadata name them: name, office, organisation, country."""
        return tuple(
            ", ".join(
                str(phrase)
                for phrase in (issuer.name, issuer.office, issuer.organisation, issuer.country)
                if phrase
            )
            for issuer in self.statement.matter.issuers
        )

    @property
    def description(self) -> str:
        """Kind and occasion, for the metadata, after a draft or embargo: in each language once."""
        return _BESIDE.join(dict.fromkeys(filter(None, map(_described, self.versions))))

    @property
    def keywords(self) -> str:
        """The words for the catalogue, for the metadata."""
        every = (word for version in self.versions for word in version.statement.matter.keywords)
        return ", ".join(dict.fromkeys(every))

    @property
    def dates(self) -> dict[str, str]:
        """When the statement was created and modified, as W3C dates, as far as it says so.

        A time without a zone is no W3C date, so the day alone is given.
        """
        issued, updated = self.statement.matter.issued, self.statement.matter.updated
        moments = {"created": issued or updated, "modified": updated or issued}
        return {
            name: moment.isoformat()
            if getattr(moment, "tzinfo", None)
            else moment.isoformat()[: len("2023-09-29")]
            for name, moment in moments.items()
            if moment
        }

    def contents(self, version: Version) -> list[Node]:
        """Return the headings of its list of contents: where it is asked for, or texts are long."""
        asked = self.statement.matter.contents
        if asked is False:
            return []
        deepest = _LISTED if asked is None or asked is True else SECTION - 1 + asked
        nodes = [node for node in version.statement.body.headings if node.level <= deepest]
        words = sum(len(node.text.split()) for node in self.statement.body.walk())
        return nodes if asked or (len(nodes) >= _HEADINGS and words >= _WORDS) else []

    def prefix(self, version: Version) -> str:
        """Return what the names of headings begin with, so that those of two versions differ."""
        return f"{version.statement.language}-" if self.parallel else ""

    @property
    def foot(self) -> tuple[str, ...]:
        """What the running foot may say of symbol and day, in the direction of the page."""
        return self.footed.front.foot

    @property
    def footed(self) -> Version:
        """The version whose symbol and day the running foot says: in the direction of the page."""
        return next(each for each in self.versions if not each.rtl or self.mirrored)

    @property
    def mirrored(self) -> bool:
        """Whether the page as a whole runs from right to left."""
        return all(version.rtl for version in self.versions)

    def folio(self, number: object, pages: object) -> str:
        """Return what page `number` of `pages` says at its foot."""
        written = _BOTH.format if self.parallel else self.versions[0].language.folio
        return written(str(number), str(pages))

    @property
    def phrase_languages(self) -> tuple[Language, ...]:
        """The languages of values and words in another than their statement's that have a file."""
        tags = (tag for each in self.versions for *_, tag in each.statement.other_languages)
        every = dict.fromkeys((*tags, *self.theme.other_languages))
        loaded = (languages.load(tag) for tag in every if languages.resolve(tag))
        return tuple(each.in_type(serifs=self.edition.serifs) for each in loaded)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages on the page that have a file: of texts, then of values or words."""
        return (*(version.language for version in self.versions), *self.phrase_languages)

    @property
    def fonts(self) -> tuple[str, ...]:
        """The families of type that the languages ask for, then those for rare characters."""
        every = (*(language.file for language in self.languages), *self.fallback_fonts)
        return tuple(dict.fromkeys(family for each in every for family in each.fonts))

    @cached_property
    def fallback_fonts(self) -> tuple[FallbackFont, ...]:
        """What is installed for characters that the theme's fonts may lack."""
        files = attached.sources([version.statement for version in self.versions])
        sources = [file.data for file in files]
        return rare_characters.fonts(sources, self.languages, serifs=self.edition.serifs)


def _described(version: Version) -> str:
    matter, stated = version.statement.matter, version.front.status
    kind = version.language.kind(matter.kind.text) if matter.kind else ""
    return ", ".join(filter(None, (stated and stated.words, kind, str(matter.event or ""))))


def _titled(version: Version) -> str:
    turned = version.statement.turned
    said = turned.said or turned.titled if turned else ""
    return titled(version.front.title, version.front.status, said)


def content_of(
    statement: Statement,
    edition: Edition,
    *,
    standard: Standard = STANDARDS[DEFAULT],
    notes_at_end: bool = False,
    beside: tuple[str, ...] = (),
) -> Content:
    """Return what `statement` says in `edition`, in a file made to `standard`.

    `notes_at_end` puts the notes there even where the edition has them at the foot of the pages;
    `beside` are the files made with it. Raises `DesignError` where theme or language is at fault.
    """
    edition = edition.stating() if statement.matter.filed_as else edition
    serifs = edition.serifs
    theme = themes.load(statement.matter.theme or themes.DEFAULT).in_type(serifs=serifs)
    own = [languages.load(each.language).in_type(serifs=serifs) for each in statement.versions]
    pairs = zip(statement.versions, own, strict=True)
    versions = tuple(Version(each, own, front(each, own, theme)) for each, own in pairs)
    return Content(versions, edition, theme, standard, notes_at_end or edition.notes == END, beside)
