"""Runs that are set apart: addresses, codes and long words."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from communique.bidi.own_order import ADDRESS

#: A run of letters that no rule of Unicode (UAX 14) breaks and that fills most of a line.
_LONG = re.compile(r"[^\s/?\-‐–—\u2e80-\u9fff\uff00-\uffef]{36,}")
#: A full stop within a symbol, such as Add.1, where no line ends (UAX 14 lets it).
_STOP = re.compile(r"(?<=[^\W\d_]\.)(?=[0-9])")
#: The dash of a range of figures, where none ends either; it may stand beside a passage.
_RANGE = re.compile(r"(?:(?<=\d)|^)[–—](?=\d|\Z)")
_JOINER = "\u2060"
#: A letter behind a figure, or a figure behind a capital, as in a key or a hash, and the name of a
#: document (DOI): whoever types one would type a hyphen, too.
_CODE = (
    r"(?<![^\s\-‐–—])(?!\S{0,200}?(?:://|@))(?:10\.\d{4,}/\S+"
    r"|(?=[^\s\-‐–—]{0,200}?(?:\d[A-Za-z_]|[A-Z_]\d))[^\s\-‐–—]{6,})"
)
#: A part of a symbol between its strokes; brackets belong to it where they stand in pairs.
_PART = r"\w(?:[\w.-]|\([\w.-]*\))*"
#: Telephone numbers, symbols of documents, and dates with strokes.
_FIGURES = (
    r"(?<![\w+])(?:\+\d|\(?0\d)[\d\u00a0 ()./-]{5,}\d(?!\w)"
    r"|(?<![\w/])(?:\(?[A-Z]{2,}\)?[\u00a0 ])?(?=[^\s/]{0,40}\d|[^\s/]{1,40}/\S{0,40}\d)"
    rf"{_PART}(?:/{_PART})+(?<=[\w)])"
)
_RUN = re.compile(
    f"(?P<address>{ADDRESS})|(?P<code>{_CODE})|(?P<figures>{_FIGURES})|(?P<long>{_LONG.pattern})"
)
#: From right to left figures are in passages of their own, or in order with what is around them.
_RTL_RUN = re.compile(f"(?P<address>{ADDRESS})|(?P<code>{_CODE})|(?P<long>{_LONG.pattern})")


def marked(text: str, way: str = "ltr") -> Markup:
    """Return a `text`, in a passage that runs this `way`, as HTML with its runs marked.

    Where a line has room for one it is kept whole (`communique.typeset.lines.whole`). Of long words
    alone one may be broken anywhere: the engine, allowed to break any word, does so after an inline
    element even where the word would fit on the next line.
    """
    result, end = Markup(), 0  # nothing unescaped goes in
    for match in (_RUN if way == "ltr" else _RTL_RUN).finditer(text):
        result += _joined(text[end : match.start()]) + _run(match[0], str(match.lastgroup))
        end = match.end()
    return result + _joined(text[end:])


def _joined(text: str) -> Markup:
    ranges = _RANGE.sub(rf"{_JOINER}\g<0>{_JOINER}", text)
    return escape(_STOP.sub(_JOINER, ranges))


def _run(text: str, kind: str) -> Markup:
    classes = f"{kind} long" if kind != "long" and _LONG.search(text) else kind
    within = escape(text) if kind in ("address", "long") else _joined(text)
    whole = "" if kind == "long" else Markup(' data-wrap="whole"')
    return Markup('<span class="{}"{}>{}</span>').format(classes, whole, within)
