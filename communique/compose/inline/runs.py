"""Runs that are set apart: addresses, codes and long words."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from communique.bidi.own_order import ADDRESS

#: A run of letters that no rule of Unicode (UAX 14) breaks and that fills most of a line.
_LONG = re.compile(r"[^\s/?\-‐–—\u2e80-\u9fff\uff00-\uffef]{36,}")
#: A full stop within a symbol, such as Add.1, where no line ends (UAX 14 lets it).
_STOP = re.compile(r"(?<=[^\W\d_]\.)(?=[0-9])")
_JOINER = "\u2060"
#: A letter behind a figure, or a figure behind a capital, as in a key or a hash, and the name of a
#: document (DOI): whoever types one would type a hyphen, too.
_CODE = (
    r"(?<![^\s\-‐–—])(?!\S{0,200}?(?:://|@))(?:10\.\d{4,}/\S+"
    r"|(?=[^\s\-‐–—]{0,200}?(?:\d[A-Za-z_]|[A-Z_]\d))[^\s\-‐–—]{6,})"
)
_RUN = re.compile(f"(?P<address>{ADDRESS})|(?P<code>{_CODE})|(?P<long>{_LONG.pattern})")


def marked(text: str) -> Markup:
    """Return a `text` as HTML with its runs marked.

    Of them alone may one be broken anywhere: the engine, allowed to break any word, does so after
    an inline element even where the word would fit on the next line.
    """
    result, end = Markup(), 0  # nothing unescaped goes in
    for match in _RUN.finditer(text):
        result += _joined(text[end : match.start()]) + _run(match[0], str(match.lastgroup))
        end = match.end()
    return result + _joined(text[end:])


def _joined(text: str) -> Markup:
    return escape(_STOP.sub(_JOINER, text))


def _run(text: str, kind: str) -> Markup:
    classes = f"{kind} long" if kind != "long" and _LONG.search(text) else kind
    within = _joined(text) if kind == "code" else escape(text)
    return Markup('<span class="{}">{}</span>').format(classes, within)
