"""What a language's file holds: the words of the page, and where its fonts come from."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from communique.model.values import Model, refuse


def _with(*places: str) -> AfterValidator:
    """Return what refuses a text that has not these places in braces, each once."""
    wanted = [f"{{{place}}}" for place in places]

    def check(text: str) -> str:
        if sorted(_PLACE.findall(text)) != sorted(wanted):
            listed = " and ".join(wanted)
            raise refuse(f"it needs {listed}, once, and no other braces", f"write {listed} in it")
        return text

    return AfterValidator(check)


#: A place in a pattern, or a brace that is none.
_PLACE = re.compile(r"{[^{}]*}|[{}]")
#: What no page can do without.
Word = Annotated[str, Field(min_length=1)]
Folio = Annotated[str, _with("page", "pages")]
ByLine = Annotated[str, _with("issuers", "event")]
ShortByLine = Annotated[str, _with("issuers")]


class Labels(Model):
    """The words that the page adds to the statement."""

    issued: Word
    updated: Word
    place: Word
    event: Word
    symbol: Word
    contact: Word
    url: Word
    contents: Word
    notes: Word
    authenticity: Word
    """Before what the text is beside others: the original, authentic, or a translation."""
    editors: Word
    """Above the notes to editors."""
    signed: Word
    """In place of a signature."""
    annex: Word
    """Above an annex."""


class Authenticity(Model):
    """What a text can be beside the same text in other languages."""

    original: Word
    authentic: Word
    """One of several texts that are equally valid."""
    translation: Word
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
    page: Folio
    """The folio, with {page} and {pages}."""
    byline: ByLine
    """The by-line of an occasion, with {issuers} and {event}."""
    byline_without_event: ShortByLine
    """The by-line without one, with {issuers}."""
    labels: Labels
    kinds: dict[str, Word] = Field(min_length=1)
    """The known kinds of document, by their English names."""
    authenticity: Authenticity
    courtesy_note: Word
    """What a translation says of itself in a sentence."""
