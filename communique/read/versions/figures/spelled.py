"""Numbers in words: ten, quinze, zwölf, by the list that a language file has of them.

One of several words, such as thirty-five and two hundred, is left out: its parts are other numbers.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.design.wording import NUMBERS
from communique.read.versions.figures import numerals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.read.versions.figures.parts import Said

#: What stands between the words of one number: a space, or a little word between them.
_BETWEEN = re.compile(r"\s+(?:\w{1,3}\s+)?")
_TENS = 20


class Spelled:
    """Finds the numbers in words of one language, from the words of its file."""

    def __init__(self, words: str) -> None:
        self.values = {
            form.lower(): str(value)
            for value, forms in zip(NUMBERS, words.split(), strict=False)
            for form in forms.split("/")
        }
        either = "|".join(map(re.escape, sorted(self.values, key=len, reverse=True)))
        self.pattern = re.compile(rf"(?<![\w‑-])(?:{either})(?![\w‑-])", re.IGNORECASE)

    def found(self, said: Said) -> Iterator[tuple[str, str]]:
        """Yield the value of each number in words, and the word."""
        matches = [*self.pattern.finditer(said.text)] if self.values else []
        parts = {
            id(each)
            for one, other in pairwise(matches)
            if self._are_one(said.text, one, other)
            for each in (one, other)
        }
        for match in matches:
            is_large = said.writing.magnitudes.behind(said.text, match.end())
            if id(match) not in parts and not is_large:
                yield self.values[match[0].lower()], match[0]

    def _are_one(self, text: str, one: re.Match[str], other: re.Match[str]) -> bool:
        """Tell whether two words may be those of one number: dos mil, treinta y cinco."""
        between = text[one.end() : other.start()]
        is_apart = len(between.split()) > 0 and int(self.values[one[0].lower()]) < _TENS
        return bool(_BETWEEN.fullmatch(between)) and not is_apart


class _Number(NamedTuple):
    values: frozenset[str]
    written: str


def agrees(written: str, other: Said) -> bool:
    """Tell whether the other text says in words what is `written` in figures in this one."""
    return any(value == written for value, _ in other.writing.spelled.found(other))


def unmatched(mine: Said, theirs: Said) -> tuple[list[str], list[str]]:
    """Return the numbers, in words or small figures, that each of two texts has in place of others.

    They are told where both have as many that the other one has not: neither may be a turn of
    phrase, as “both” is for “les deux”.
    """
    if not (mine.writing.spelled.values and theirs.writing.spelled.values):
        return [], []
    numbers = [[*_numbers(said)] for said in (mine, theirs)]
    known = [_known(said) for said in (mine, theirs)]
    here, there = (
        list(dict.fromkeys(each.written for each in own if not each.values & others))
        for own, others in zip(numbers, reversed(known), strict=True)
    )
    return (here, there) if len(here) == len(there) else ([], [])


def _numbers(said: Said) -> Iterator[_Number]:
    for value, written in said.writing.spelled.found(said):
        yield _Number(frozenset((value,)), written)
    for figure in said.figures:
        if len(figure.parts) == 1 and figure.parts[0].written.isdecimal():
            yield _Number(figure.readings, figure.parts[0].written)


def _known(said: Said) -> set[str]:
    """Return all that a text says, in figures, in words and in numerals."""
    known = {value for value, _ in said.writing.spelled.found(said)} | {*numerals.found(said.text)}
    for figure in said.figures:
        known |= figure.readings
        for part in figure.parts:
            known |= part.readings | part.bare
    return known
