"""How a language says what is to be corrected in a text: places, and what is done there.

The patterns follow the corrigenda of the United Nations, for which there is a text in each of their
languages, and those of the Official Journal of the European Union. What stands between asterisks is
stressed.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from communique.design.writing.patterns import with_places
from communique.model.values import Model

Words = Annotated[str, Field(min_length=1), with_places()]
OfWords = Annotated[str, with_places("words")]
OfNumber = Annotated[str, with_places("number")]
OfOld = Annotated[str, with_places("old")]
OfNew = Annotated[str, with_places("new")]
Replaced = Annotated[str, with_places("old", "new")]
Placed = Annotated[str, with_places("words", "new")]


class Places(Model):
    """What the places of a text are called, in small letters where they begin no sentence."""

    title: Words
    subtitle: Words
    kind: Words
    issuers: Words
    byline: Words
    signatures: Words
    section: OfWords
    """Of what stands below a heading."""
    heading: OfWords
    paragraph: OfNumber
    point: OfNumber
    table: OfNumber
    row: OfWords
    column: OfWords
    caption: Words
    """What stands above a table or below a picture."""
    source: Words
    """The line below a table."""
    picture: OfNumber
    note: OfNumber


class Parts(Model):
    """What can be inserted as a whole."""

    paragraph: OfWords
    heading: OfWords
    point: OfWords
    row: OfWords


class Looks(Model):
    """What is done to words that stay, or came: they stand among other words, in which they are."""

    emphasis: Placed
    strong: Placed
    both: Placed
    """Bold italics."""
    superscript: Placed
    subscript: Placed
    plain: Placed
    """None of these."""
    link: Annotated[str, with_places("words", "new", "address")]
    refer: Annotated[str, with_places("words", "new", "heading")]
    """A link to a heading of the text itself, which paper knows by its words."""
    unlink: Placed


class Corrections(Model):
    """The words of a corrigendum."""

    kind: Words
    """What such a document is called."""
    further: OfNumber
    """What one is called that is not the first of its text."""
    corrects: Words
    """Before the symbol and the day of the text that is corrected."""
    intro: Words | None = None
    """A paragraph before all corrections."""
    quote: OfWords
    """Words of the text, in quotation marks."""
    places: Places
    parts: Parts
    marks: Looks
    replace: Replaced
    insert_after: Placed
    insert_before: Placed
    insert: OfNew
    """Where there was nothing before."""
    delete: OfOld
    delete_all: Words
    insert_note: Placed
    """A note that is called after words of the text."""
    follow: OfNew
    """Parts that come after the place."""
    precede: OfNew
    """Parts that come before the first place."""
    at_end: OfNew
    """Parts that come after all of the text."""
    move: Annotated[str, with_places("place")]
    """All of a place comes after another place."""
    level: Placed
    """That a heading is of the level of another one."""
    renumbered: Words
    """That points after an inserted or deleted one have another number or letter."""
