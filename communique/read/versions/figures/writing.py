"""How a language writes months, large numbers and the hours after noon (CLDR)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from communique.design import language
from communique.model.characters import VOWEL_MARKS
from communique.read.versions.figures.magnitudes import Magnitudes
from communique.read.versions.figures.months import Months
from communique.read.versions.figures.spelled import Spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.design.language import Language

_LETTER = r"[^\W\d_]"
_AFTER_NOON, _BEFORE_NOON = re.compile("pm|afternoon|evening|night"), re.compile("am|morning")
_EAST_ASIAN = "\u2e80"
"""Words from here on stand without spaces."""
#: What words are written with or without: the stops and spaces of p. m., marks of vowels.
_IN_WORD = re.compile(f"[.’'{VOWEL_MARKS}]")
_NEVER = re.compile(r"(?!)")


class Writing(NamedTuple):
    """The words of one language that stand beside figures."""

    months: Months
    magnitudes: Magnitudes
    after_noon: re.Pattern[str]
    """Words that say of an hour that it is after noon."""

    spelled: Spelled
    """The numbers in words."""

    def is_late(self, text: str) -> bool:
        """Tell whether a text has a word that says of an hour that it is after noon."""
        return bool(self.after_noon.search(_IN_WORD.sub("", text)))


@cache
def writing(tag: str) -> Writing:
    """Return what stands beside figures in the language `tag`.

    Only those parts of the CLDR are asked that each language has of its own: where one stands for
    another, Babel 2.18 takes it from the language that asked first.
    """
    own = language.load(tag)
    # The words for one o’clock at night and in the morning may be the same: du matin.
    periods = {*_periods(own, _AFTER_NOON)} - {*_periods(own, _BEFORE_NOON)}
    late = re.compile(_words(periods), re.IGNORECASE) if periods else _NEVER
    return Writing(Months(own), Magnitudes(own), late, Spelled(own.file.numbers, own.tag))


def _periods(own: Language, keys: re.Pattern[str]) -> Iterator[str]:
    """Yield the words for parts of the day whose keys match, in full and shortened.

    Many a language has them in the CLDR in one of these widths alone.
    """
    for width in ("wide", "abbreviated"):
        for key, name in own.locale.day_periods["format"][width].items():
            if keys.match(key):
                word = _IN_WORD.sub("", str(name))
                yield from (word, "".join(word.split())) if "." in str(name) else (word,)


def _either(words: Iterable[str]) -> str:
    """Return the pattern of one of the `words`, the longest first."""
    every = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in every)


def _words(words: Iterable[str]) -> str:
    """Return the pattern of one of the `words`, where it is no part of another one."""
    near = [word for word in words if word > _EAST_ASIAN]
    apart = [word for word in words if word not in near]
    return f"(?<!{_LETTER})(?:{_either(apart) or '(?!)'})(?!{_LETTER})|{_either(near) or '(?!)'}"
