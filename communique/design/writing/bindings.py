"""Words of a language between which no line ends."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from communique.model.values import Model, refuse

#: A word, with a star at its end or none.
_WORD = re.compile(r"[^*]+\*?\Z")


def _words(text: object) -> tuple[str, ...]:
    """Return the words of a text, or refuse it where one has a star that is not at its end."""
    if not isinstance(text, str):
        raise refuse("it is not text", "write the words in a line, with spaces between them")
    words = tuple(text.split())
    for word in words:
        if not _WORD.match(word):
            raise refuse(f"{word} has a star before its end", "write it as article*")
    return words


#: Written in a line, with spaces between them.
Words = Annotated[tuple[str, ...], BeforeValidator(_words), WithJsonSchema({"type": "string"})]


class Bindings(Model):
    """Words that stay with others on a line, in small letters or in capitals.

    A star at the end of a word stands for up to three letters more.
    """

    after: Words = ()
    """No line ends after these, such as prepositions of one letter."""
    before: Words = ()
    """None ends before these, such as particles."""
    titles: Words = ()
    """These stay with the name after them: Dr."""
    before_number: Words = ()
    """These stay with the number after them: Art. 5."""
    after_number: Words = ()
    """These stay with the number before them: 5 million."""
    units: Words = ()
    """So do these, which are words for units: 5 metres."""
    between_numbers: Words = ()
    """These stay with the numbers on both sides: 5 to 9."""


#: Of a language that has no file.
NONE = Bindings()
