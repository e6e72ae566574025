"""What a language's file holds: the words of the page, and where its fonts come from."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from communique.model.values import Model


class Labels(Model):
    """The words that the page adds to the statement."""

    issued: str
    updated: str
    place: str
    event: str
    symbol: str
    contact: str
    url: str
    contents: str
    notes: str
    authenticity: str
    """Before what the text is beside others: the original, authentic, or a translation."""
    editors: str
    """Above the notes to editors."""
    signed: str
    """In place of a signature."""
    annex: str
    """Above an annex."""


class Authenticity(Model):
    """What a text can be beside the same text in other languages."""

    original: str
    authentic: str
    """One of several texts that are equally valid."""
    translation: str
    """A translation that is no valid text."""


class Package(Model):
    """Fonts that are too large to ship and come from a package of the system."""

    name: str
    """What to install, by Debian's name."""
    folders: tuple[str, ...] = Field(min_length=1)
    """Where the package may have put them; the first folder that has all is taken."""
    files: tuple[str, ...] = Field(min_length=1)
    """The files that are read, and no others."""

    def found(self) -> tuple[Path, ...]:
        """Return the files where they are installed, or nothing where one of them is missing."""
        sets = (tuple(Path(folder, file) for file in self.files) for folder in self.folders)
        return next((paths for paths in sets if all(map(Path.is_file, paths))), ())


class LanguageFile(Model):
    """One file of ``templates/languages``; its keys equal those of ``en.yaml``."""

    locale: str | None = None
    """The CLDR locale where it is not the tag itself, e.g. en-GB for en."""
    name: str | None = None
    """The language's own name where the CLDR has none."""
    english: str | None = None
    """The language's English name where the CLDR has none."""
    fonts: tuple[str, ...] = ()
    """The families of type that the language is set in before those of the theme."""
    package: Package | None = None
    """Where these come from, if not from ``templates/fonts``."""
    page: str
    """The folio, with {page} and {pages}."""
    byline: str
    """The by-line of an occasion, with {issuers} and {event}."""
    byline_without_event: str
    """The by-line without one, with {issuers}."""
    labels: Labels
    kinds: dict[str, str] = Field(min_length=1)
    """The known kinds of document, by their English names."""
    authenticity: Authenticity
    courtesy_note: str
    """What a translation says of itself in a sentence."""
