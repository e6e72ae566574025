"""What keeps its own order wherever it stands: addresses, symbols, telephone numbers, dates.

The Unicode bidirectional algorithm knows letters and figures, not what they mean: in Hebrew it
turns +45 12 34 around, and in Arabic 79/1/A. UAX 9 leaves it to a higher protocol to put marks of
direction around such runs (4.3, HL3); this is that protocol, and `docs/trust.md` states it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.bidi.figures import ALONE, AMOUNTS, FIGURES, NUMBER, UNIT
from communique.model.characters import RTL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: The marks of direction (UAX 9, 2.6).
LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"

#: E-mail and web addresses, and names of hosts. None begins with a letter from right to left, such
#: as a prefix of Hebrew.
_LATIN = rf"(?![{RTL_LETTERS}])"
ADDRESS = (
    rf"{_LATIN}\w[\w.+%-]{{0,63}}@[\w.-]*\w|(?:https?://|www\.)[^\s<>]*[\w/]"
    rf"|(?<![\w.-]){_LATIN}[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,}}(?:/[^\s<>]*[\w/])?(?![\w.-]*\w)"
)
_LATIN_LETTER = rf"[^\W\d_{RTL_LETTERS}]"
#: A word in which Latin letters stand with figures and signs, as symbols of documents do; brackets
#: are a part of it where they stand in pairs, and signs at its end that are no punctuation. What
#: stands for a picture or a call (U+FFFC) ends it.
_INSIDE = rf"[^\s\ufffc{RTL_LETTERS}()\[\]{{}}<>«»‹›“”„\"…،؛؟⟨⟩]"
_SYMBOL = (
    rf"{ALONE}(?:[#@§€$£]|(?<!\w)[+−-](?=[0-9]))?{_LATIN}(?=\w)(?=[^\s{RTL_LETTERS}]{{0,40}}{_LATIN_LETTER})"
    rf"(?:{_INSIDE}|\({_INSIDE}*\)|\[{_INSIDE}*\])*(?<![.,:;!?'’–—-])"
)
#: Other figures are passed over as one.
_RUN = (
    f"(?P<address>{ADDRESS})|(?P<amounts>{AMOUNTS})|(?P<figures>{FIGURES})"
    f"|(?P<symbol>{_SYMBOL})|{NUMBER}"
)
_UNIT = re.compile(UNIT)
_PLAIN = re.compile(rf"[^\W_{RTL_LETTERS}]*{_LATIN_LETTER}\Z")
#: What parts the items of a list, and what telephone numbers begin with that dates do not.
_PARTS, _TELEPHONES = (",", ";", "،", "؛", "·", "|"), ("+", "(", "0", "٠", "۰")
_STRONG = {"L": LRM, "R": RLM, "AL": ALM}


class Kept(NamedTuple):
    """A run of a text that keeps its order: where it begins and ends, and the marks around it."""

    begin: int
    end: int
    before: str
    after: str
    kind: str
    """A symbol is a word among others; an address or figures are like an isolate (UAX 9, 2.4)."""


def kept(text: str, leading: str, edges: Iterable[int] = ()) -> Iterator[Kept]:
    """Yield the runs of a `text` that keep their own order, with the marks that see to it.

    `leading` is the mark of the direction that leads: that of the paragraph. No run goes over any
    of the `edges`. Symbols are Latin words, and so are addresses in a text from left to right;
    other addresses, and figures, are in the midst of what is written before them: of an e-mail
    address and a telephone number, the first one is the one on the right. So it is behind Latin
    words in a text from right to left, where commas part it from what is around it.
    """
    strong, place = leading, 0
    for begin, end in pairwise(sorted({0, *edges, len(text)})):
        for match in _compiled(_RUN).finditer(text, begin, end):
            strong, place = _last_strong(text, place, match.start(), strong), match.end()
            kind = str(match.lastgroup)
            if kind in ("address", "figures") and _is_item(match):
                strong = leading
            if kind == "amounts" and strong == ALM:
                inside = _compiled(FIGURES).finditer(text, *match.span())
                yield from (_figures(each, end, strong) for each in inside)
            elif kind in ("amounts", "figures"):
                yield _figures(match, end, strong)
            elif kind == "address":
                strong = LRM if leading == LRM else strong
                yield Kept(*match.span(), "", strong, kind)
            elif re.search(_LATIN_LETTER, match[0]):
                if not _PLAIN.match(match[0]):
                    yield Kept(*match.span(), LRM, LRM, kind)
                strong = LRM


def _is_item(match: re.Match[str]) -> bool:
    """Tell whether an address or a telephone number stands by itself in a list, as in `contact`."""
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :].lstrip()
    parted = before.endswith(_PARTS) and (not after.rstrip(".") or after.startswith(_PARTS))
    return parted and (match.lastgroup == "address" or match[0].startswith(_TELEPHONES))


def without_addresses(text: str) -> str:
    """Return a text without its e-mail and web addresses."""
    return _compiled(ADDRESS).sub("", text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern once, and only where a text turns: a long one takes 15 ms."""
    return re.compile(pattern)


def _figures(match: re.Match[str], limit: int, strong: str) -> Kept:
    """Return a run of figures with the sign after it, before the `limit`, that belongs to it."""
    begin, end = match.span()
    if strong != ALM and (unit := _UNIT.match(match.string, end, limit)):
        end = unit.end()
    return Kept(begin, end, "", strong, "figures")


def _last_strong(text: str, begin: int, end: int, strong: str) -> str:
    """Return the mark of the last strong character between two places, or else `strong`."""
    for character in reversed(text[begin:end]):
        if mark := _STRONG.get(unicodedata.bidirectional(character)):
            return mark
    return strong
