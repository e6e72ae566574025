"""How a language writes months, large numbers and the hours after noon (CLDR)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from communique.design import language
from communique.model.characters import VOWEL_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.design.language import Language

_LETTER = r"[^\W\d_]"
#: A number in the pattern of a large one, and what is no part of its word (UTS 35, Compact Number
#: Formats).
_IN_PATTERN = re.compile(r"[0¤'\s\u200e\u200f]+")
_AFTER_NOON = re.compile("pm|afternoon|evening|night")
_EAST_ASIAN = "\u2e80"
"""Words from here on stand without spaces."""
#: What words are written with or without: the stops of p.m., marks of vowels.
_IN_WORD = re.compile(f"[.{VOWEL_MARKS}]")
_NEVER = re.compile(r"(?!)")


class Writing(NamedTuple):
    """The words of one language that stand beside figures."""

    month: re.Pattern[str]
    """The name of a month."""
    months: dict[str, int]
    """The numbers of months, by name."""
    magnitude: re.Pattern[str]
    """The word for a large number, with what is between it and the figures before it."""
    magnitudes: dict[str, int]
    """By word, in small letters, how many zeros it stands for."""
    after_noon: re.Pattern[str]
    """Words that say of an hour that it is after noon."""

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
    months = {name: number for number, name in enumerate(own.months, start=1)}
    zeros = dict(_magnitudes(own))
    periods = {
        _IN_WORD.sub("", str(name))
        for key, name in own.locale.day_periods["format"]["wide"].items()
        if _AFTER_NOON.match(key)
    }
    # One letter before a month is a preposition of Hebrew or Arabic.
    month = f"(?<!{_LETTER})[\u0590-\u06ff]?({_either(months)})(?!{_LETTER})"
    return Writing(
        re.compile(month),
        months,
        re.compile(rf"[\s\u00a0-]?({_words(zeros)})", re.IGNORECASE) if zeros else _NEVER,
        zeros,
        re.compile(_words(periods), re.IGNORECASE) if periods else _NEVER,
    )


def _magnitudes(own: Language) -> Iterator[tuple[str, int]]:
    """Yield the words for large numbers, each with its zeros: million, 6 (compact patterns)."""
    formats = own.locale.compact_decimal_formats
    for width in sorted(formats):
        for forms in formats[width].values():
            for size, pattern in forms.items():
                written = str(getattr(pattern, "pattern", pattern))
                word = _IN_PATTERN.sub("", written).lower()
                if len(word) > 1 or word > _EAST_ASIAN:  # a letter such as M is much else
                    yield word, len(str(size)) - max(written.count("0"), 1)


def _either(words: Iterable[str]) -> str:
    """Return the pattern of one of the `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _words(words: Iterable[str]) -> str:
    """Return the pattern of one of the `words`, where it is no part of another one."""
    near = [word for word in words if word > _EAST_ASIAN]
    apart = [word for word in words if word not in near]
    return f"(?<!{_LETTER})(?:{_either(apart) or '(?!)'})(?!{_LETTER})|{_either(near) or '(?!)'}"
