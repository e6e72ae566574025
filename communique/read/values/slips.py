"""Values that are printed as they were written, and were likely meant otherwise: a remark says so.

A kind of document that nobody knows is printed as it stands, and so are marks of Markdown in a
value, and curly quotes around it; its lines are printed as one.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.design import language
from communique.design.yaml_lines import dotted
from communique.model.faults import DesignError, cut
from communique.model.key_names import plain
from communique.read.values import printed

if TYPE_CHECKING:
    from communique.design.yaml_lines import Mapping, Place, Scalar
    from communique.model.faults import Faults
    from communique.model.statement import FrontMatter
    from communique.model.values import Phrase

#: How like a known kind another one has to be to be taken for it (difflib): one letter in ten.
_NEAR = 0.88
#: Marks of Markdown around words: a link, the call of a note, a language, stress, program code, a
#: superscript. One of the others inside a word, as in the name of a file, or without another one
#: right behind words is a character.
_MARKED = re.compile(
    r"!?\[[^\[\]]+\]\((?:https?:|mailto:|tel:|www\.|#)[^()\s]*\)|\[\^[^\[\]\s]+\]"
    r"|\[[^\[\]]+\]\{lang=[^{}]*\}|(?<=[^\W_])(?P<small>[\^~])[^\W_]{1,4}(?P=small)"
    r"|(?<![\w*])(?P<stars>\*{1,3})[^\s*](?:[^*]*[^\s*])?(?P=stars)(?![\w*])"
    r"|(?<![\w./@])(?P<bars>_{1,3})[^\s_](?:[^_]*[^\s_])?(?P=bars)(?![\w./@])"
    r"|(?<!\w)`[^\s`](?:[^`]*[^\s`])?`(?!\w)"
)
#: What ends a value that begins with a curly quotation mark, in any language (CLDR, delimiters).
_QUOTES = {
    "“": '”"',
    "”": '”"',
    "„": '“”"',
    "‘": "’'",
    "’": "’'",
    "‚": "‘’'",
    "«": '»"',
    "»": '«»"',
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
}
_DOUBLE = frozenset('"“”„«»「」『』')
_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_INCHES = re.compile(r"[0-9][”\"]")
#: What hardly anybody wraps, and the columns from which on one may do so.
_SHORT, _WRAPPED = ("contact", "place", "short_title"), 60
#: How a line ends that is told from the next one also where both are on one line.
_DIVIDES = ",;.:،؛、，；。：/|–—-"


def check_kind(kind: Phrase | None, tag: str, line: int, faults: Faults) -> None:
    """Tell of a `kind` on `line` that is nearly one which the language `tag` knows.

    The known ones have English names, and others in that language, which may be written, too.
    """
    if kind is None or kind.language not in (None, tag):
        return
    try:
        known = language.load(tag).file.kinds
    except DesignError:
        return  # that is told where the page is composed
    written = unicodedata.normalize("NFC", kind.text.strip())
    if written.lower() in known or written.casefold() in map(str.casefold, known.values()):
        return
    names = {plain(name): name for name in (*known.values(), *known)}
    if near := get_close_matches(plain(written), names, n=1, cutoff=_NEAR):
        wrong = f"{written} is not one of the known kinds, and is printed as it stands"
        faults.remark(line, "kind", wrong, f"did you mean {names[near[0]]}?")


def check_values(mapping: Mapping, faults: Faults) -> None:
    """Tell of the values above the text that are printed otherwise than they look.

    Each has marks of Markdown, or stands in curly quotes, or was written in several lines.
    """
    for place, value in printed(mapping):
        line = mapping.line(place)
        if match := _MARKED.search(value):
            wrong = f"“{cut(match[0])}” is printed with its marks, since values are not Markdown"
            faults.remark(line, dotted(place), wrong, "leave them out")
        if place[0] != "editors" and not value.quoted and (quotes := _curly(value.strip())):
            faults.remark(line, dotted(place), *quotes)
        rows = value.rows if _is_short(place, value) else value.split("\n")
        lines = [each.rstrip() for each in rows if each.strip()]
        if any(each[-1] not in _DIVIDES for each in lines[:-1]):
            wrong = "its lines are printed as one"
            instead = "end each with a comma or a semicolon, or write them as one line"
            faults.remark(line, dotted(place), wrong, instead)


def _is_short(place: Place, value: Scalar) -> bool:
    """Tell whether a value was written in several lines that are too short to be a wrapped one."""
    first, second = (*value.rows, "", "")[:2]
    word = next(iter(second.split()), "")
    return place[0] in _SHORT and bool(word) and len(f"{first} {word}") <= _WRAPPED


def _curly(value: str) -> tuple[str, str] | None:
    """Return what is wrong with curly quotes around a `value`, or with one of a pair at an end.

    None that a value needs: those of parts of it, the apostrophes of ’s-Hertogenbosch, 5” and
    ‘Abd are printed without a remark.
    """
    first, inside, last = value[:1], _APOSTROPHE.sub("", value[1:-1]), value[-1:]
    if len(value) > 1 and last in _QUOTES.get(first, "") and not {first, last} & set(inside):
        wrong = "it stands in curly quotes, which are printed"
        closing = _QUOTES[first][0] if last in {"'", '"'} else last
        return wrong, f"leave them out, or write '{first}…{closing}' if they belong to it"
    double = _DOUBLE & set(value)
    if len(double) != 1 or sum(map(value.count, double)) != 1 or _INCHES.search(value):
        return None
    (mark,) = double
    if mark in (first, last):
        end = "begins" if mark == first else "ends"
        curly = "" if mark == '"' else "curly "
        return f"it {end} with a {curly}quotation mark, which is printed", "leave it out"
    return None


def check_issuers(matter: FrontMatter, mapping: Mapping, faults: Faults) -> None:
    """Tell of two issuers of which one has only a name, and the other one only an office."""
    keys = [issuer.model_fields_set for issuer in matter.issuers]
    for number, pair in enumerate(pairwise(keys)):
        if pair not in (({"name"}, {"office"}), ({"office"}, {"name"})):
            continue
        (above,), (below,) = pair
        first, second = ("issuers", number), ("issuers", number + 1)
        line = mapping.line(second)
        wrong = f"it has only its {below}, and {dotted(first)} only its {above}"
        instead = f"write a space in the place of the hyphen before {below}"
        if line == mapping.line(first):
            instead = f"write {{{above}: …, {below}: …}}"
        told = f"{wrong}: they are printed as two"
        faults.remark(line, dotted(second), told, f"{instead} if they are one")
