"""The markers that authors write before points, such as (a), b. or iv), and their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.read.markdown.points import east_asian

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.model.body import Node

#: What stands behind the numbers of points that a later text put between others: 2bis is after 2.
_ADDITIONS = ("", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies")
_LATIN = "|".join(filter(None, _ADDITIONS))
_LETTER = "[A-Za-zΑ-Ωα-ωА-Яа-я]"
ADDITION = rf"(?:[ \u00a0-]?(?:{_LATIN})|-?{_LETTER})"
"""The pattern of it behind a figure: 2bis, 2 bis, 2-bis, 2a, 2A. Behind a letter: a bis."""
_ADDED = rf"(?P<addition>[ \u00a0-](?:{_LATIN})|(?<=\d){ADDITION})?"
#: A marker at the beginning of a line, with words after it. What CommonMark reads as the number of
#: a point ("1.") is none; a backslash in it says that the author wants no list.
_MARKER = re.compile(
    r"\s*(?P<marker>(?P<open>\(?)(?P<sign>[^\W\d_]{1,7}|\d{1,3})"
    rf"{_ADDED}(?P<close>[.)]))(?=\s+\S)"
)
NUMBERED = rf"(?:{_LATIN}|[A-Za-z])(?![^\W\d_])"
"""The pattern of an addition that goes on with its number: the bis of 2bis.1."""
#: The number of a paragraph below another one: 1.1, 1.2.1. In German 1.1 bis 1.2 is a range.
_DOTTED = re.compile(
    rf"\s*(?P<marker>(?P<open>(?:\d{{1,3}}(?:{NUMBERED})?\.)+)"
    r"(?P<sign>\d{1,3})"
    rf"(?:{_ADDED}(?P<close>[.)])|(?P<bare>{_LATIN}|-?{_LETTER})?))(?=\s+\S)"
)
#: Letters in the order in which points are counted, and those that authors may leave out.
_ALPHABETS = (
    ("abcdefghijklmnopqrstuvwxyz", ""),
    ("абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя", "ґёєзиіїйочщъыь"),
    ("αβγδεϛζηθικλμνξοπρστυφχψω", "ϛ"),
    ("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", ""),
    ("אבגדהוזחטיכלמנסעפצקרשת", ""),
    *east_asian.ALPHABETS,
)
KINDS = ("Decimal", "LowerAlpha", "LowerRoman")
"""How points may be counted, in small letters."""
INDENTED = "communique_indented"
"""In the parser's `meta` of a list: that it is indented as one inside a point is."""
DOUBTFUL = "communique_doubtful"
"""In the parser's `meta` of a paragraph: which of its lines may begin a point outside it."""
LAZY = "communique_lazy"
"""In the parser's `meta` of a paragraph: the first of its lines that lacks the indentation or the
mark of what it is in (CommonMark, laziness), 0 if none does."""
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
#: What points are counted with, and no word: "a", "iv", "12".
_SIGN = re.compile(r"[^\W\d_]|[ivxIVX]+|\d+")
_DOUBLE = re.compile(r"[a-z]{2}")
_VALUES = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


@dataclass(frozen=True)
class Marker:
    """A marker as the author wrote it, and its parts."""

    text: str
    sign: str
    form: tuple[str, str]
    """What stands before and after the sign and its addition."""
    addition: str = ""
    """What is behind the sign where the point was put between two others: bis."""
    words: str = field(default="", compare=False)
    """What is behind it in its line."""

    @property
    def numbering(self) -> str | None:
        """How a list is counted that begins with this (ISO 32000-1, table 347), None if none."""
        if self.addition or (self.form[1] == "、" and east_asian.counts_on(self.sign, self.words)):
            return None
        case = "Upper" if self.sign.isupper() else "Lower"
        sign = self.sign.lower()
        if sign == "i":
            return f"{case}Roman"
        if any(sign == letters[0] for letters, _ in _ALPHABETS):
            return f"{case}Alpha"
        return "Decimal" if _number(sign) == 1 else None

    @property
    def is_initial(self) -> bool:
        """Whether it may as well be the initial of a name: "A. Holm"."""
        return self.numbering == "UpperAlpha" and self.form == ("", ".")

    def makes_list(self, count: int) -> bool:
        """Whether so many points in order, the first with this marker, are no accident."""
        return count > 1 + self.is_initial

    @property
    def is_word(self) -> bool:
        """Whether it may as well be a word that ends a sentence or a bracket: "lights. Then"."""
        return not (_SIGN.fullmatch(self.sign) or east_asian.number(self.sign))

    @property
    def in_bracket(self) -> bool:
        """Whether a bracket closes it, as in (a) and a)."""
        return self.form[1] in (")", "）")

    @property
    def stands_alone(self) -> bool:
        """Whether it is no accident even where other blocks stand before it."""
        return self.in_bracket or self.is_dotted

    @property
    def is_dotted(self) -> bool:
        """Whether it is the number of a paragraph below another one: 1.1."""
        return self.form[0].endswith(".")

    @property
    def is_quantity(self) -> bool:
        """Whether it may as well be a number in a sentence: 4.1 per cent, 4.1 %."""
        first = next((sign for sign in self.words if sign.isalnum() or sign in "%‰°"), "")
        return self.is_dotted and (first.islower() or first in (*"%‰°",))

    def may_be_below(self, other: Marker) -> bool:
        """Whether it may begin a list in another point: 1.2.1 only below 1.2."""
        return not self.is_dotted or self.form[0].startswith(f"{other.text.rstrip('.')}.")

    @property
    def escaped(self) -> str:
        """How it is written where it is to begin no point."""
        before, after = self.form
        if self.is_dotted:
            return self.text.replace(".", "\\.", 1)
        if not (before or after or self.sign).isascii():
            return f"&#{ord(self.text[0])};{self.text[1:]}"  # a backslash would be printed
        return f"\\{self.text}" if before else f"{self.text.removesuffix(after)}\\{after}"

    def goes_on(self, others: Iterable[Marker]) -> bool:
        """Whether it is the next after one of the `others`, however these are counted."""
        alike = [other for other in others if other.form == self.form]
        return any(self.follows(other, kind) for other in alike for kind in KINDS)

    def follows(self, other: Marker, numbering: str) -> bool:
        """Whether it is the next after `other` in a list that is counted so."""
        one, two = other.sign.lower(), self.sign.lower()
        if self.form != other.form or self.sign.isupper() != other.sign.isupper():
            return False
        if self.addition:
            return one == two and is_next_addition(other.addition, self.addition)
        if numbering == "Decimal":
            return _number(two) == _number(one) + 1 > 1
        if numbering.endswith("Roman"):
            return _roman(two) == _roman(one) + 1 > 1
        return _next_letter(one, two)


@lru_cache(maxsize=256)  # the lines above one are asked again for it
def marker(line: str, *, numbers: bool = False) -> Marker | None:
    """Return the marker that `line` of the source begins with, if any.

    `numbers` says whether 1. and 1) are meant, too.
    """
    match = _DOTTED.match(line) or _MARKER.match(line) or east_asian.MARKER.match(line)
    if not match or (match["open"] == "(" and match["close"] == "."):
        return None
    open_, sign, close = match["open"], match["sign"], match["close"] or ""
    if sign.isascii() and sign.isdecimal() and not open_ and close.isascii() and not numbers:
        return None
    addition = next(filter(None, map(match.groupdict().get, ("addition", "bare"))), "")
    words = line[match.end() :].lstrip()
    return Marker(match["marker"], sign, (open_, close), addition, words)


def is_next_addition(one: str, two: str) -> bool:
    """Tell whether `two` may stand behind the next number after one with `one` behind it.

    A ter may follow its number where a bis is no more; of letters none is left out.
    """
    one, two = (each.strip(" \u00a0-") for each in (one, two))
    if two in _ADDITIONS:
        return one in _ADDITIONS and _ADDITIONS.index(two) > _ADDITIONS.index(one)
    if not one:
        return any(two.lower() == letters[0] for letters, _ in _ALPHABETS)
    return one.isupper() == two.isupper() and _next_letter(one.lower(), two.lower())


def _number(sign: str) -> int:
    """Return what a sign is as a number, in figures or in those of Chinese; -1 if it is none."""
    return int(sign) if sign.isdecimal() else east_asian.number(sign) or -1


def _roman(sign: str) -> int:
    match = _ROMAN.fullmatch(sign)
    return 10 * len(match[1]) + _VALUES.get(match[2], 0) if match else -1


def _next_letter(one: str, two: str) -> bool:
    if one == "z":
        return two == "aa"
    if _DOUBLE.fullmatch(one) and _DOUBLE.fullmatch(two):  # aa, bb or aa, ab
        doubled = one[0] == one[1] and two[0] == two[1]
        return _next_letter(one[1], two[1]) and (doubled or one[0] == two[0])
    one, two = (sign.replace("στ", "ϛ") for sign in (one, two))
    return len(one) == len(two) == 1 and any(
        one in letters
        and two in letters[letters.index(one) + 1 :]
        and set(letters[letters.index(one) + 1 : letters.index(two)]) <= set(optional)
        for letters, optional in _ALPHABETS
    )


def numbering(markers: Sequence[Marker | None]) -> str | None:
    """Return how these markers count, if they do from the first to the last."""
    first = markers[0]
    kind = first.numbering if first and first.makes_list(len(markers)) else None
    follow = all(a and b and kind and b.follows(a, kind) for a, b in pairwise(markers))
    return kind if follow else None


def marked(items: Sequence[Node], markers: Sequence[Marker | None]) -> tuple[Node, ...]:
    """Return the points of a list with the `markers` that their words begin with."""
    result = []
    for item, marker in zip(items, markers, strict=True):
        words, *others = item.children
        text = marker.text if marker else ""
        result.append(replace(item, children=(unmarked(words, text), *others), marker=text))
    return tuple(result)


def unmarked(paragraph: Node, marker: str) -> Node:
    """Return a paragraph without the marker it begins with."""
    first, *others = paragraph.children
    rest = first.text.removeprefix(marker).lstrip()
    children = (replace(first, text=rest), *others) if rest else tuple(others)
    return replace(paragraph, children=children)
