"""Spaces at which no line may end. Only spaces change, and only into spaces that do not break."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
#: Units and signs that stay with the number before them; words of one language are not among them.
_UNITS = (
    r"(?:[%‰°€$£¥]|(?:k|c|m|M|G|T)?(?:m|g|W|Wh|Hz|B|t|V|l)[²³]?(?![\w’'])"
    r"|(?:EUR|USD|GBP|DKK|SEK|NOK|kr)(?!\w))"
)
_BINDINGS = re.compile(
    r"(?<=\S) (?=[–—] )"  # no line begins with a dash
    r"|(?<=^[–—-]) (?=\S)"  # nor ends with the one that opens a speech
    rf"|(?<=\d) (?={_UNITS})"  # a number and its unit
    r"|(?<=\d) (?=\d{3}(?!\d))"  # the thousands of a number
    r"|(?<=\b[A-ZÀ-ÞΑ-ΩА-Я]\.) (?=[A-ZÀ-ÞΑ-ΩА-Я])"  # an initial and its name
    r"|(?<=[№§]) (?=\d)"  # a sign and its number
)
#: A last word up to so many letters does not stand alone on the last line of a longer text.
_LAST_WORD, _LONG = 9, 60


def bind(text: str, *, last: bool = False) -> str:
    """Return `text` with no-break spaces where no line may end.

    `last` says that a paragraph ends with it: its last word is then bound to the one before.
    """
    bound = _BINDINGS.sub(NO_BREAK, text)
    head, space, word = bound.rpartition(" ")
    if last and space and len(word) <= _LAST_WORD and len(head) > _LONG:
        return head + NO_BREAK + word
    return bound
