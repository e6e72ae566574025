"""The words of a language for large numbers: million, Milliarden, mil millones, 億 (CLDR).

They are those of compact numbers (UTS 35, Compact Number Formats), and their inflected forms.
"""

from __future__ import annotations

import re
from itertools import groupby
from os.path import commonprefix
from typing import TYPE_CHECKING, NamedTuple

from communique.read.versions.figures.plain import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from communique.design.language import Language

_LETTER = r"[^\W\d_]"
#: A number in the pattern of a large one, and what is no part of its word.
_IN_PATTERN = re.compile(r"[0¤\s\u200e\u200f]+")
_EAST_ASIAN = "\u2e80"
"""Words from here on stand without spaces."""
_MILLION = 6
"""From so many zeros on, words are inflected, and compared where no figure stands before them."""
_STEM, _ENDING = 5, 3
"""So many letters of a word are enough to know it by, and so many may come after them."""
_LONG = 60
"""So far behind a figure its word, or several, may reach."""
_VOWELS = "aeiouаеиоуы"
#: A letter before a word may be a preposition or an article of Hebrew or Arabic.
_BEFORE = "[\u0590-\u06ff]?"


class Magnitude(NamedTuple):
    """A word for a large number, or several that are one: thousand million."""

    place: int
    """Where it begins in the text, or behind a figure."""
    zeros: int
    is_word: bool
    """Whether it is written out and no abbreviation, which may be one of much else."""
    written: str


class Magnitudes:
    """Finds the words of one language for large numbers."""

    def __init__(self, language: Language) -> None:
        forms = dict(_forms(language))
        self._letters = {word: zeros for word, zeros in forms.items() if _is_letter(word)}
        self._letter = re.compile(rf"\s?({_either(self._letters)})(?!\w)")
        self._zeros = {
            word.translate(PLAIN): zeros
            for word, zeros in forms.items()
            if word not in self._letters
        }
        self._stems = dict(_stems(self._zeros))
        self._stem = re.compile(_either(self._stems))
        word = _word(self._zeros, self._stems)
        self._one = re.compile(word)
        large = (word for word, zeros in self._zeros.items() if zeros >= _MILLION)
        self._large = re.compile(_either([*large, *self._stems]))
        self._several = re.compile(rf"(?:{word})(?:[\s-](?:{word}))*")
        self.known = frozenset(
            zeros for word, zeros in self._zeros.items() if self._stem.search(word)
        )
        """The zeros for which it has words."""

    def behind(self, text: str, place: int) -> Magnitude | None:
        """Return what stands behind a figure that ends at this `place` of a `text`."""
        near = text[place : place + _LONG]
        begin = near[:1].isspace() or near[:1] == "-"
        match = self._several.match(near.translate(PLAIN), begin)
        return self._of(match, near) if match else None

    def letter_behind(self, text: str, place: int) -> int:
        """Return the zeros of a letter that may make a figure larger, as in 3 M; 0 without one."""
        match = self._letter.match(text, place)
        return self._letters[match[1]] if match else 0

    def every(self, text: str) -> Iterator[Magnitude]:
        """Yield those from a million on that stand in a `text`."""
        plain = text.translate(PLAIN)
        if self._large.search(plain):
            every = (self._of(match, text) for match in self._several.finditer(plain))
            yield from (each for each in every if each.zeros >= _MILLION)

    def may_have(self, text: str, zeros: int) -> bool:
        """Tell whether a `text` has one with so many zeros, if only as a letter, such as M."""
        letters = _either(each for each, size in self._letters.items() if size == zeros)
        is_short = re.search(rf"(?<!{_LETTER})(?:{letters})(?!{_LETTER})", text)
        return bool(is_short) or any(each.zeros == zeros for each in self.every(text))

    def _of(self, match: re.Match[str], text: str) -> Magnitude:
        zeros, is_word = 0, False
        for word in self._one.findall(match[0]):
            stem = self._stem.search(word)
            own = self._stems[stem[0]] if stem else 0
            zeros += self._zeros.get(" ".join(word.split()), own)
            is_word |= bool(stem)
        return Magnitude(match.start(), zeros, is_word, text[match.start() : match.end()])


def _forms(language: Language) -> Iterator[tuple[str, int]]:
    """Yield the words, each with its zeros."""
    formats = language.locale.compact_decimal_formats
    for width in sorted(formats):
        for forms in formats[width].values():
            for size, pattern in forms.items():
                written = str(getattr(pattern, "pattern", pattern))
                word = " ".join(_IN_PATTERN.sub(" ", written.replace("'", "")).split())
                if word:
                    yield word, len(str(size)) - max(written.count("0"), 1)


def _is_letter(word: str) -> bool:
    """Tell whether a word is a letter, such as M, which is much else, too."""
    return len(word.strip(".")) == 1 and word < _EAST_ASIAN


def _stems(zeros: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield with what the forms of a word begin, with its zeros: miljoon, of miljoona."""
    inflected = [
        (size, word)
        for word, size in zeros.items()
        if size >= _MILLION and re.fullmatch(f"{_LETTER}{{{_STEM},}}", word) and word < _EAST_ASIAN
    ]
    for size, forms in groupby(sorted(inflected), key=lambda each: each[0]):
        words = [word for _, word in forms]
        shared = commonprefix(words)  # noqa: RUF071  # they are no paths
        for stem in [shared] if len(shared) >= _STEM else words:
            yield stem[:-1] if stem[-1] in _VOWELS and len(stem) > _STEM + 1 else stem, size


def _either(words: Iterable[str]) -> str:
    """Return the pattern of one of the `words`, the longest first."""
    every = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in every) or "(?!)"


def _word(words: Iterable[str], stems: Iterable[str]) -> str:
    """Return the pattern of one of the `words`, or of one that begins with a stem."""
    near, apart = (
        _either(word for word in words if (word > _EAST_ASIAN) is is_near)
        for is_near in (True, False)
    )
    inflected = f"{_BEFORE}(?:{_either(stems)}){_LETTER}{{0,{_ENDING}}}"
    return f"(?<!{_LETTER})(?:{apart}|{inflected})(?!{_LETTER})|{near}"
