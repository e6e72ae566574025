"""The names of months in a language (CLDR), also in forms and regions that its own date has not."""

from __future__ import annotations

import re
from functools import cached_property
from os.path import commonprefix
from typing import TYPE_CHECKING

from communique.design import dates
from communique.read.versions.figures.plain import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.design.language import Language

_LETTER = r"[^\W\d_]"
#: Names of so many letters and more are known without the last ones, which an ending may change.
_CHANGED = ((8, 2), (5, 1))
_LONG = 4
"""Names of so many letters have endings of up to six, shorter ones of up to three."""


class Months:
    """Finds the months that a text names."""

    def __init__(self, language: Language) -> None:
        self._language = language.locale.language
        self.numbers = {name: number for number, name in enumerate(language.months, start=1)}
        # One letter before a month is a preposition of Hebrew or Arabic.
        names = _either(self.numbers)
        self.name = re.compile(f"(?<!{_LETTER})[\u0590-\u06ff]?({names})(?!{_LETTER})")
        """The name of a month as it stands in a date."""

    def may_have(self, text: str, month: int) -> bool:
        """Tell whether a text may have that month, in any form, in any region of its language.

        In doubt it may.
        """
        return bool(self._forms[month].search(text.translate(PLAIN)))

    @cached_property
    def _forms(self) -> dict[int, re.Pattern[str]]:
        found: dict[int, set[str]] = {month: set() for month in self.numbers.values()}
        for within, alone in dates.months(self._language):
            for month, stems in found.items():
                names = [each[month].translate(PLAIN) for each in (within, alone)]
                # The forms of Μάιος and май have little in common but their beginning.
                stems |= {*map(_stem, names), commonprefix(names)}  # noqa: RUF071  # no paths
        return {month: re.compile(_pattern(stems)) for month, stems in found.items()}


def _stem(name: str) -> str:
    cut = next((cut for least, cut in _CHANGED if len(name) >= least), 0)
    return name[: len(name) - cut]


def _pattern(stems: Iterable[str]) -> str:
    """Return the pattern of a word that begins with one of the `stems`."""
    endings = [(6 if len(stem) >= _LONG else 3, stem) for stem in stems if len(stem) > 1]
    words = "|".join(f"{re.escape(stem)}{_LETTER}{{0,{most}}}" for most, stem in sorted(endings))
    return f"(?<!{_LETTER})[\u0590-\u06ff]?(?:{words})(?!{_LETTER})"


def _either(words: Iterable[str]) -> str:
    """Return the pattern of one of the `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
