"""Spaces beside words that stay with the one before or after them, as their language asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.design.writing.bindings import Bindings

#: What may stand before a word and does not belong to it: brackets, quotation marks, l’ of French.
_OPENING = re.compile(r"[(\[«»„“”‘\"'—–]*(?:\w{1,4}[’'](?=\w))?")
#: What may stand behind one.
_CLOSING = ",;:!?)]«»“”’\"'…"
#: A number in figures, Arabic or Roman: at the beginning of a word, and all of one.
_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_ALL_NUMBER = re.compile(r"\S*\d[.)]?|[IVXLC]+\.?")
#: A letter with a full stop, and how many characters that alone has.
_INITIAL, _ALONE = re.compile(r"\b[^\W\d_]\.\Z"), 2
#: What may be the second word in the name of a species, behind an initial alone: E. coli.
_SPECIES = re.compile(r"(?!\w*[A-Z])[a-z]{4}")
#: So many letters a star stands for, at most.
_MORE = 3


@dataclass(frozen=True)
class _Words:
    """Words in small letters, whole ones and beginnings."""

    whole: frozenset[str]
    begun: frozenset[str]

    @classmethod
    def of(cls, words: Iterable[str]) -> _Words:
        every = [word.lower() for word in words]
        return cls(
            frozenset(word for word in every if not word.endswith("*")),
            frozenset(word[:-1] for word in every if word.endswith("*")),
        )

    def __contains__(self, word: str) -> bool:
        if word in self.whole or not self.begun:
            return word in self.whole
        return any(word[: len(word) - more] in self.begun for more in range(_MORE + 1))


@dataclass(frozen=True)
class BoundWords:
    """The words of one language between which no line ends."""

    after: _Words
    before: _Words
    titles: _Words
    before_number: _Words
    after_number: _Words
    units: _Words

    @classmethod
    def of(cls, bind: Bindings) -> BoundWords:
        """Return the words that the file of a language has in `bind`."""
        return cls(
            _Words.of(bind.after),
            _Words.of(bind.before),
            _Words.of(bind.titles),
            _Words.of(bind.before_number),
            _Words.of((*bind.after_number, *bind.units)),
            _Words.of(bind.units),
        )

    def places(self, text: str) -> Iterator[int]:
        """Yield where in `text` the spaces stand at which no line ends.

        A unit may have two words, as in 5 square metres.
        """
        first, *others = text.split(" ")
        end, first, counted = len(first), _opened(first), False
        for word in others:
            second = _opened(word)
            counts = counted or _ALL_NUMBER.fullmatch(first)
            is_unit = bool(counts) and second.rstrip(_CLOSING).lower() in self.units
            if first and second and ((counted and is_unit) or self._bind(first, second)):
                yield end
            end += 1 + len(word)
            counted = is_unit and not counted
            first = second

    def _bind(self, first: str, second: str) -> bool:
        """Tell whether one word and the next stay together."""
        name = second[0].isupper() or (len(first) == _ALONE and _SPECIES.match(second))
        if name and _INITIAL.search(first) and first[-2].isupper():
            return True  # an initial and its name, in any language
        small = first.lower()
        if small in self.after or second.rstrip(_CLOSING).lower() in self.before:
            return True
        if small in self.before_number and _NUMBER.match(second):
            return True
        if _ALL_NUMBER.fullmatch(first):
            closed = second.rstrip(_CLOSING).lower()
            return closed in self.after_number or closed.rstrip(".") in self.after_number
        return small in self.titles and second[:1].isalpha() and not second[0].islower()


def _opened(word: str) -> str:
    """Return a word without what stands before it."""
    opening = _OPENING.match(word)
    return word[opening.end() :] if opening else word
