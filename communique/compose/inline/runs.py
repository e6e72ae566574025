"""Runs that are set apart: addresses, codes, long words, and words with hyphens."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from communique.bidi.own_order import ADDRESS
from communique.model.characters import RTL_LETTERS

#: A run of letters that no rule of Unicode (UAX 14) breaks and that fills most of a line.
_LONG = re.compile(r"[^\s/?\-‐–—\u2e80-\u9fff\uff00-\uffef]{36,}")
#: Marks that stay in the line of the word before them. In a box of their own the engine would not
#: divide a long word once more where they have no room behind its last part. No & of HTML is one.
MARKS_BEHIND = r"(?:[\u00a0\u202f][^\w\s&]+)*"
#: A full stop within a symbol, such as Add.1, where no line ends (UAX 14 lets it).
_STOP = re.compile(r"(?<=[^\W\d_]\.)(?=[0-9])")
#: The dot in a name in Chinese letters, before which no line ends (GB/T 15834-2011, 5.1).
_DOT = re.compile("(?<=[\u2e80-\u9fff\uf900-\ufaff])(?=[\u00b7\u2027\u30fb])")
#: In a date or time of Chinese or Japanese, such as 2028年12月31日, a figure stays with what it
#: counts, and the day with its month (by custom of typesetters).
_COUNTED = re.compile(r"(?<=\d)(?=[年月日时時分秒])|(?<=\d月)(?=\d)")
#: Units of which one is divided by the other, as in 5 g/m² and, in the head of a table, €/m²; the
#: first one may end in a superscript, as in m^3^/s.
_PER = re.compile(
    r"(?:\d[ \u00a0][^\W\d_]{1,3}[²³]?|\A)/(?=[^\W\d_]{1,3}[²³]?(?![\w/]))"
    r"|(?<![^\s(])(?:[€$£₴₽₺₪%‰]|[^\W\d_]{1,2}[²³]?)/(?=[^\W\d_]{1,2}[²³]?(?![\w/]))"
)
#: The dash of a range of figures or of days (`3.–21. März`), where none ends either; it may stand
#: beside a passage.
_RANGE = re.compile(r"(?:(?<=\d)|(?<=\d\.)|^)[–—](?=\d|\Z)")
#: The prefixes of Hebrew, with the maqaf or hyphen that a figure, a link or a name follows.
_PREFIX = re.compile(
    "(?<![\u05d0-\u05ea])[\u05d1\u05d4\u05d5\u05db\u05dc\u05de\u05e9]{1,3}[\u05be-]"
)
#: A symbol in capitals, such as GRACE-FO, which whoever copies it would take for two words. One of
#: more than three parts may be wider than its line.
_SYMBOL = re.compile(r"(?<![\w-])[A-Z]{1,6}(?:-[A-Z]{1,6}){1,2}(?![\w-])")
#: The strokes in a symbol before its figures, which may be a passage, as in מש/חוץ/2028/14-ב and
#: in و خ/2028/14, and the hyphen before the letter at its end: no line ends at these.
_BEFORE_FIGURES = re.compile(
    rf"(?<![^\s(])(?:[{RTL_LETTERS}]{{1,6}}[״׳'\"]?[{RTL_LETTERS}]?/)+(?=[0-9٠-٩]|\Z)"
)
_LETTER_BEHIND = re.compile(rf"(?:\A|(?<=[0-9]))-(?=[{RTL_LETTERS}]{{1,2}}(?!\w))")
_JOINER, _SOFT_HYPHEN = "\u2060", "\u00ad"
#: A letter behind a figure, or a figure behind a capital, as in a key or a hash, and the name of a
#: document (DOI): whoever types one would type a hyphen, too.
_CODE = (
    r"(?<![^\s\-‐–—])(?!\S{0,200}?(?:://|@))(?:10\.\d{4,}/\S+"
    r"|(?=[^\s\-‐–—]{0,200}?(?:\d[A-Za-z_]|[A-Z_]\d))[^\s\-‐–—]{6,})"
)
#: A part of a symbol between its strokes; brackets belong to it where they stand in pairs.
_PART = r"\w(?:[\w.-]|\([\w.-]*\))*"
TELEPHONE = r"(?<![\w+])(?:\+\d|\(?0\d)[\d\u00a0 ()./-]{5,}\d(?!\w)"
#: Telephone numbers, symbols of documents, and dates with strokes.
_FIGURES = (
    rf"{TELEPHONE}"
    r"|(?<![\w/])(?:\(?[A-Z]{2,}\)?[\u00a0 ])?(?=[^\s/]{0,40}\d|[^\s/]{1,40}/\S{0,40}\d)"
    rf"{_PART}(?:/{_PART})+(?<=[\w)])"
)
_RUN = (
    f"(?P<address>{ADDRESS})|(?P<code>{_CODE})|(?P<figures>{_FIGURES})"
    f"|(?P<long>{_LONG.pattern}{MARKS_BEHIND})"
)
#: From right to left figures are in passages of their own, or in order with what is around them.
_RTL_RUN = f"(?P<address>{ADDRESS})|(?P<code>{_CODE})|(?P<long>{_LONG.pattern})"
#: A hyphen within a word, and what is on both sides of it.
_HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
_COMPOUND = rf"(?P<compound>[^\W_]+(?:{_HYPHEN.pattern}[^\W_]+)+)"
#: Two letters on both sides, between which a word is divided at its hyphen.
_DIVIDED = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")
#: The hyphen of a compound whose other part is marked otherwise: no line ends there.
_EDGE = re.compile(r"\A-(?=[^\W\d_]{2}|\Z)|(?<=[^\W\d_]{2})-\Z")
#: By whether a passage runs from right to left, and whether hyphens are repeated.
_RUNS = {
    (rtl, repeated): re.compile(f"{pattern}|{_COMPOUND}" if repeated else pattern)
    for rtl, pattern in ((False, _RUN), (True, _RTL_RUN))
    for repeated in (False, True)
}


def marked(text: str, way: str = "ltr", *, hyphen_repeated: bool = False) -> Markup:
    """Return a `text`, in a passage that runs this `way`, as HTML with its runs marked.

    Where a line has room for one it is kept whole (`communique.typeset.lines.whole`). Of long words
    alone one may be broken anywhere: the engine, allowed to break any word, does so after an inline
    element even where the word would fit on the next line.

    Where a hyphen is to be `hyphen_repeated` in the next line if a word is divided at it, the one
    of the line's end is a soft hyphen, and its own begins the next one.
    """
    if hyphen_repeated:
        text = _EDGE.sub(f"-{_JOINER}", text)
    result, end = Markup(), 0  # nothing unescaped goes in
    for match in _RUNS[way == "rtl", hyphen_repeated].finditer(text):
        result += _joined(text[end : match.start()]) + _run(match[0], str(match.lastgroup))
        end = match.end()
    return result + _joined(text[end:])


def _joined(text: str) -> Markup:
    text = _RANGE.sub(rf"{_JOINER}\g<0>{_JOINER}", text)
    text = _SYMBOL.sub(lambda symbol: symbol[0].replace("-", f"-{_JOINER}"), text)
    text = _BEFORE_FIGURES.sub(lambda symbol: symbol[0].replace("/", f"/{_JOINER}"), text)
    text = _LETTER_BEHIND.sub(rf"\g<0>{_JOINER}", text)
    text = _PER.sub(rf"\g<0>{_JOINER}", _PREFIX.sub(rf"\g<0>{_JOINER}", text))
    text = _COUNTED.sub(_JOINER, _DOT.sub(_JOINER, text))
    return escape(_STOP.sub(_JOINER, text))


def _run(text: str, kind: str) -> Markup:
    classes = f"{kind} long" if kind != "long" and _LONG.search(text) else kind
    if _SYMBOL.fullmatch(text):
        return _joined(text)
    if kind == "compound":
        text = _HYPHEN.sub(f"-{_JOINER}", _DIVIDED.sub(f"{_SOFT_HYPHEN}-{_JOINER}", text))
    within = escape(text) if kind in ("address", "compound", "long") else _joined(text)
    whole = "" if kind in ("compound", "long") else Markup(' data-wrap="whole"')
    return Markup('<span class="{}"{}>{}</span>').format(classes, whole, within)
