"""Runs that are set apart: addresses, figures in a text from right to left, long words."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from communique.model.characters import RTL_LETTERS

#: E-mail and web addresses, and names of hosts.
_ADDRESS = (
    r"[\w.+%-]+@[\w.-]*\w|(?:https?://|www\.)[^\s<>]*[\w/]"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/[^\s<>]*[\w/])?(?![\w.-]*\w)"
)
_GROUP = r"(?:\([0-9]+\)[ \u00a0]?|[0-9]+[ \u00a0-])"
_ALONE = r"(?<![\w.,+−-])"
#: Figures whose order the bidirectional algorithm does not keep where they stand in a text from
#: right to left (UAX 9, W and N): those in groups, as of telephones and dates, and with a sign.
_FIGURES = (
    rf"(?:{_ALONE}|(?<=[{RTL_LETTERS}])|(?<=[{RTL_LETTERS}]-))"
    rf"(?:\+{_GROUP}+|{_GROUP}{{2,}})[0-9]+(?!\w)"
    rf"|{_ALONE}[+−-][0-9]+(?:[.,][0-9]+)*(?![\w.,]*\w)"
)
#: A run of letters that no rule of Unicode (UAX 14) breaks and that fills most of a line.
_LONG = re.compile(r"[^\s/?\-‐–—\u2e80-\u9fff\uff00-\uffef]{36,}")
_IN = {
    "ltr": re.compile(f"(?P<address>{_ADDRESS})|(?P<long>{_LONG.pattern})"),
    "rtl": re.compile(f"(?P<address>{_ADDRESS})|(?P<figures>{_FIGURES})|(?P<long>{_LONG.pattern})"),
}


def marked(text: str, direction: str) -> Markup:
    """Return a `text` that runs in this `direction`, "ltr" or "rtl", as HTML with its runs marked.

    Of them alone may one be broken anywhere: the engine, allowed to break any word, does so after
    an inline element even where the word would fit on the next line.
    """
    result, end = Markup(), 0  # nothing unescaped goes in
    for match in _IN[direction].finditer(text):
        result += escape(text[end : match.start()])
        result += _run(match[0], str(match.lastgroup))
        end = match.end()
    return result + escape(text[end:])


def _run(text: str, kind: str) -> Markup:
    if kind == "figures":
        return Markup('<span dir="ltr">{}</span>').format(text)
    classes = f"{kind} long" if kind == "address" and _LONG.search(text) else kind
    return Markup('<span class="{}">{}</span>').format(classes, text)
