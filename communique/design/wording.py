"""What a language's file holds: the words of the page, and where its fonts come from."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, Field

from communique.design.writing.bindings import NONE, Bindings
from communique.design.writing.changes import Changes
from communique.design.writing.corrections import Corrections
from communique.design.writing.drafts import Negotiation, Status
from communique.design.writing.patterns import PLACE, Word, seen, with_places
from communique.model.characters import VOWEL_MARKS
from communique.model.values import Model, refuse


def _numbered(text: str) -> str:
    """Return a text with no braces but {number} at its end, or refuse it."""
    if PLACE.search(text.removesuffix(_NUMBER)):
        raise refuse("it has other braces than {number} at its end", "write the words alone")
    return text


def _first(text: str) -> str:
    """Return a 1 with its ending, or refuse the text."""
    if not _ORDINAL.match(text):
        raise refuse("it is no 1 with an ending", "write it as 1er, or leave the key out")
    return text


def luxembourgish_and(name: str) -> str:
    """Return "and `name`": the n stays before a vowel and before d, h, n, t and z."""
    return ("an " if _KEEPS_N.match(name) else "a ") + name


#: What the CLDR writes before the last item of a list in Luxembourgish, and what keeps its n
#: (Zenter fir d’Lëtzebuerger Sprooch, d’Lëtzebuerger Orthografie, n-Reegel).
OPTIONAL_N = re.compile(r"a\(n\) \0(\d+)\0")
_KEEPS_N = re.compile("[aeiouyäëéèêöüdhntz]", re.IGNORECASE)
_NUMBER = " {number}"
#: A number before or after the word for an annex: of figures, Roman, or a capital letter, maybe
#: after an abbreviation of "number".
_BEFORE = r"(?:(?:\d+|(?-i:[IVXLC]+))\.? )?"
_AFTER = (
    r"(?:[ -](?:(?:n[or]?|núm|n\.?[º°]|č|št|br|бр|№)\.? ?)?"
    r"(?:\d+|(?-i:[IVXLC]+|[A-ZΑ-ΩА-Я]|[א-תء-ي](?!\w)))"
    r"|(?=$|:| [(–—]))"
)
#: Marks of vowels, and the stroke that makes an Arabic word longer (U+0640).
_NO_LETTERS = re.compile(f"[{VOWEL_MARKS}\u0640]")
#: Letters with which a word goes on: of Latin, Greek and Cyrillic.
_NO_LETTER = r"(?![a-zA-Z\u00c0-\u058f])"
#: The first of a month as an ordinal: 1er.
_ORDINAL = re.compile(r"1[^\s\d]+\Z")
Folio = Annotated[str, with_places("page", "pages")]
ByLine = Annotated[str, with_places("issuers", "event")]
ShortByLine = Annotated[str, with_places("issuers")]


Annex = Annotated[str, AfterValidator(seen), AfterValidator(_numbered)]


class Labels(Model):
    """The words that the page adds to the statement."""

    issued: Word
    updated: Word
    release: Word
    """Before whether, or when, it is to be published."""
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
    alternat: Word | None = None
    """Before the party for which an original is; without it, that it is an original is said."""
    annex: Annex
    """With what the heading of an annex begins; {number} at its end stands for its number."""


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


class Sans(Model):
    """What a script is set in where type has no serifs."""

    fonts: tuple[str, ...] = Field(min_length=1)
    """The families of type."""
    files: tuple[str, ...] = ()
    """The files of the package that they are in, if they are not in ``templates/fonts``."""


class Typefaces(Model):
    """What a language or a script is set in."""

    fonts: tuple[str, ...] = ()
    """The families of type that come before those of the theme."""
    package: Package | None = None
    """Where these come from, if not from ``templates/fonts``."""
    sans: Sans | None = None
    """What comes in their place where type has no serifs; the same if none."""

    def in_type(self, *, serifs: bool) -> Self:
        """Return this as it is where type has `serifs`, or has none."""
        if serifs or self.sans is None:
            return self
        package = None
        if self.package and self.sans.files:
            package = self.package.model_copy(update={"files": self.sans.files})
        return self.model_copy(update={"fonts": self.sans.fonts, "package": package})


NUMBERS = (*range(2, 21), *range(30, 100, 10), 100, 1000)
"""Those for which a language may have words, in this order."""


def _numbers(words: str) -> str:
    """Return the words for the `NUMBERS`, of which there have to be as many."""
    if len(words.split()) not in (0, len(NUMBERS)):
        wrong = f"these are words for {len(words.split())} numbers"
        raise refuse(wrong, "write those for 2 to 20, 30, 40 and so on to 90, 100 and 1000")
    return words


class LanguageFile(Typefaces):
    """One file of ``templates/languages``; its keys equal those of ``en.yaml``."""

    locale: str | None = None
    """The CLDR locale where it is not the tag itself, e.g. en-GB for en."""
    name: str | None = None
    """The language's own name where the CLDR has none."""
    english: str | None = None
    """The language's English name where the CLDR has none."""
    first_day: Annotated[str, AfterValidator(_first)] | None = None
    """The first of a month in a date, where official rules write it as an ordinal: 1er."""
    before_day: tuple[Word, ...] = ()
    """Words before a date that is not within a sentence: le 2 mai; `import` leaves them out."""
    page: Folio
    """The folio, with {page} and {pages}."""
    byline: ByLine
    """The by-line of an occasion, with {issuers} and {event}."""
    byline_without_event: ShortByLine
    """The by-line without one, with {issuers}."""
    labels: Labels
    status: Status
    comma: Word = ", "
    """Between place and date of signing, and between what all issuers share."""
    colon: Word = ": "
    """Between a label and its value in plain text."""
    annexes: tuple[Annex, ...] = ()
    """More words with which the heading of an annex begins; {number} stands for its number."""
    kinds: dict[str, Word] = Field(min_length=1)
    """The known kinds of document, by their English names."""
    authenticity: Authenticity
    courtesy_note: Word
    """What a translation says of itself in a sentence."""
    negotiation: Negotiation | None = None
    """The words of the negotiation print; without them the facts do not count the brackets."""
    changes: Changes | None = None
    """The words of the changes from one version to another; without them there is no such page."""
    corrigendum: Corrections | None = None
    """How a corrigendum says what is to be corrected; without it none is made."""
    numbers: Annotated[str, AfterValidator(_numbers)] = ""
    """Words for the `NUMBERS`; without them those in words are not compared between languages."""
    bind: Bindings = NONE
    """Words between which no line ends."""
    hyphen_repeated: bool = False
    """Whether a word that is divided at its own hyphen has it in the next line, too."""

    def begins_annex(self, heading: str) -> bool:
        """Tell whether a heading begins with a word for an annex, maybe after a number.

        A word with {number} has its number after it, unless it is all of the heading. Marks of
        vowels make no other word of it, nor do letters and marks that are one character or two.
        """
        letters = _NO_LETTERS.sub("", unicodedata.normalize("NFC", heading))
        words = (self.labels.annex, *self.annexes)
        every = "|".join(
            re.escape(word.removesuffix(_NUMBER)) + (_AFTER if word.endswith(_NUMBER) else "")
            for word in words
        )
        return bool(re.match(f"{_BEFORE}(?:{every}){_NO_LETTER}", letters, re.IGNORECASE))
