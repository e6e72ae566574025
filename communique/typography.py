"""Spaces at which no line may end. Only spaces change, and only into spaces that do not break."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

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


#: A run of letters that no rule of Unicode (UAX 14) breaks and that fills most of a line.
_LONG_RUN = re.compile(r"[^\s/?\-‐–—\u2e80-\u9fff\uff00-\uffef]{36,}")


def marked(text: str, *, last: bool = False) -> Markup:
    """Return `text` bound, as HTML in which runs that may have to break anywhere are marked.

    Only these may: the engine, allowed to break any word, does so after an inline element even
    where the word would fit on the next line.
    """
    bound = bind(text, last=last)
    result, end = Markup(), 0  # nothing unescaped goes in
    for match in _LONG_RUN.finditer(bound):
        result += escape(bound[end : match.start()])
        result += Markup('<span class="long">{}</span>').format(match[0])
        end = match.end()
    return result + escape(bound[end:])


def bind(text: str, *, last: bool = False) -> str:
    """Return `text` with no-break spaces where no line may end.

    `last` says that a paragraph ends with it: its last word is then bound to the one before.
    """
    bound = _BINDINGS.sub(NO_BREAK, text)
    head, space, word = bound.rpartition(" ")
    if last and space and len(word) <= _LAST_WORD and len(head) > _LONG:
        return head + NO_BREAK + word
    return bound
