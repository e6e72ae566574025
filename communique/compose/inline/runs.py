"""Runs that are set apart: addresses, figures in a text from right to left, long words."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from communique.model.characters import RTL_LETTERS

#: E-mail and web addresses, and names of hosts. None begins with a letter from right to left, such
#: as a prefix of Hebrew.
_LATIN = rf"(?![{RTL_LETTERS}])"
_ADDRESS = (
    rf"{_LATIN}\w[\w.+%-]*@[\w.-]*\w|(?:https?://|www\.)[^\s<>]*[\w/]"
    rf"|(?<![\w.-]){_LATIN}[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,}}(?:/[^\s<>]*[\w/])?(?![\w.-]*\w)"
)
_SPACE = r"[ \u00a0]"
_GROUP = rf"(?:\([0-9]+\){_SPACE}?|[0-9]+[ \u00a0/.-])"
_ALONE = r"(?<![\w.,:+−/-])(?<![0-9]\u00a0)"
#: What is no group: a no-break space of thousands is a part of their number, and keeps its order.
_THOUSANDS = r"[0-9]{1,3}(?:\u00a0[0-9]{3})+(?!\w|[ \u00a0/-][0-9])"
#: Figures whose order the bidirectional algorithm does not keep where they stand in a text from
#: right to left (UAX 9, W and N): those in groups, as of telephones and dates, and with a sign.
_FIGURES = (
    rf"(?:{_ALONE}|(?<=[{RTL_LETTERS}])|(?<=[{RTL_LETTERS}]-))"
    rf"(?:\+{_GROUP}+|(?!{_THOUSANDS}){_GROUP}{{2,}}|(?=0[0-9]){_GROUP})"
    r"[0-9]+(?:[:.,/][0-9]+)*(?!\w)"
    rf"|{_ALONE}[+−-][0-9]+(?:[.,\u00a0][0-9]+)*(?![\w.,]*\w)"
)
#: The same in figures of Arabic, whose groups keep their order only with no-break spaces.
_ARABIC_FIGURES = rf"(?<!\d)\+?(?:[٠-٩۰-۹]+{_SPACE}){{2,}}[٠-٩۰-۹]+(?!\w)"
#: A run of letters that no rule of Unicode (UAX 14) breaks and that fills most of a line.
_LONG = re.compile(r"[^\s/?\-‐–—\u2e80-\u9fff\uff00-\uffef]{36,}")
#: In a text from right to left, a passage against it: to its last letter or figure (UAX 9, W7).
_LETTER = rf"[^\W\d_{RTL_LETTERS}]"
_LTR = rf"(?:{_ADDRESS}|[0-9]*{_LETTER})(?:[^{RTL_LETTERS}]*(?:{_LETTER}|[0-9])/?)?"
_FIGURES_OR_LONG = (
    f"(?P<arabic>{_ARABIC_FIGURES})|(?P<figures>{_FIGURES})|(?P<long>{_LONG.pattern})"
)
_IN = {
    "ltr": re.compile(f"(?P<address>{_ADDRESS})|(?P<long>{_LONG.pattern})"),
    "rtl": re.compile(f"(?P<ltr>{_LTR})|{_FIGURES_OR_LONG}"),
}
_IN_PASSAGE = re.compile(f"(?P<address>{_ADDRESS})|{_FIGURES_OR_LONG}")


def marked(text: str, direction: str) -> Markup:
    """Return a `text` that runs in this `direction`, "ltr" or "rtl", as HTML with its runs marked.

    Of them alone may one be broken anywhere: the engine, allowed to break any word, does so after
    an inline element even where the word would fit on the next line. It puts the boxes of a line
    in the order of the text, so a passage from left to right that has runs is itself marked.
    """
    result, end = Markup(), 0  # nothing unescaped goes in
    while match := _IN[direction].search(text, end):
        kind, stop = str(match.lastgroup), match.end()
        if kind == "ltr":
            stop = _balanced(text, match.start(), stop)
        result += escape(text[end : match.start()]) + _run(text[match.start() : stop], kind)
        end = stop
    return result + escape(text[end:])


def _balanced(text: str, start: int, end: int) -> int:
    """Return where a passage of `text` ends that has both brackets of each pair, or neither."""
    depth = 0
    for place in range(start, end):
        depth += (text[place] in "([") - (text[place] in ")]")
        if depth < 0:
            return place
    while depth and text[end : end + 1] in {")", "]"}:
        depth, end = depth - 1, end + 1
    return end


def _run(text: str, kind: str) -> Markup:
    if kind == "ltr":
        return _passage(text)
    if kind in {"figures", "arabic"}:
        kept = text.replace(" ", "\u00a0") if kind == "arabic" else text
        return Markup('<span dir="ltr">{}</span>').format(kept)
    classes = f"{kind} long" if kind == "address" and _LONG.search(text) else kind
    return Markup('<span class="{}">{}</span>').format(classes, text)


def _passage(text: str) -> Markup:
    """Return a passage from left to right, marked where there is something beside its runs."""
    result, end = Markup(), 0
    for match in _IN_PASSAGE.finditer(text):
        kind = str(match.lastgroup)
        if match[0] == text:
            return _run(text, kind)
        result += escape(text[end : match.start()])
        result += escape(match[0]) if kind == "figures" else _run(match[0], kind)
        end = match.end()
    result += escape(text[end:])
    return Markup('<span dir="ltr">{}</span>').format(result) if end else result
