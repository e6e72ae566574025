"""Numbers in words: ten, quinze, zwölf, thirty-five, by the list that a language file has of them.

One of several words that the rules of its language do not read is known to be one: nothing is told
of the words beside it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from communique.read.versions.figures import numerals
from communique.read.versions.figures.compounds import Compounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.read.versions.figures.parts import Figure, Said

_WORD = re.compile(r"[^\W\d_]+")
#: What stands between two words of one number.
_BETWEEN = re.compile(r"\s+|[‑-]")
_HYPHENS = ("-", "‑")
_SHORT = 3
"""So many letters has at most a word between two of a number, where no rule says which it is."""
_TEENS_END, _DIGITS_END = 20, 10
_HUNDRED, _THOUSAND = 100, 1000
_GROUPS = re.compile(r"\d{1,3}(?:[.,’'\s]\d{3})+")


class Spelled:
    """Finds the numbers in words of one language, from the words of its file."""

    def __init__(self, words: str, tag: str) -> None:
        self.compounds = Compounds(words, tag)
        self.is_known = bool(words)

    def found(self, said: Said) -> Iterator[tuple[str, str]]:
        """Yield the value of each number in words, and the words; no value where it is unread."""
        text = said.text
        for run in self._runs(text) if self.is_known else ():
            begin, end = run[0].start(), run[-1].end()
            is_part = text[:begin].endswith(_HYPHENS) or text.startswith(_HYPHENS, end)
            if is_part or said.writing.magnitudes.behind(text, end):
                continue
            yield from self._read(text, run)

    def _read(self, text: str, run: Sequence[re.Match[str]]) -> Iterator[tuple[str, str]]:
        """Yield the number that a row of words is, or those that a word such as “and” parts."""
        written = text[run[0].start() : run[-1].end()]
        value = self.compounds.value(written)
        links = [place for place, word in enumerate(run) if not self._is_number(word)]
        if value is None and links:
            cuts = [-1, *links, len(run)]
            rows = [run[one + 1 : other] for one, other in pairwise(cuts)]
            values = [self.compounds.value(text[r[0].start() : r[-1].end()]) for r in rows]
            if self.compounds.rule and all(each and each >= _DIGITS_END for each in values):
                for row in rows:
                    yield from self._read(text, row)
                return
        if value != 1:
            yield str(value or ""), written

    def _runs(self, text: str) -> Iterator[list[re.Match[str]]]:
        """Yield the rows of words that may each be one number."""
        words = [*_WORD.finditer(text)]
        place = 0
        while place < len(words):
            end = place
            while end < len(words) and (size := self._goes_on(text, words, place, end)):
                end += size
            if end > place:
                yield words[place:end]
            place = max(end, place + 1)

    def _goes_on(self, text: str, words: Sequence[re.Match[str]], begin: int, place: int) -> int:
        """Return how many words more a row has at a `place`: one, or two with “and”; 0 for none."""
        if place == begin:
            return int(self._begins(text, words, begin))
        if not self._are_near(text, words, place):
            return 0
        if self._is_number(words[place]):
            return 1
        is_linked = (
            (self.compounds.value(words[place - 1][0]) or 0) >= _TEENS_END
            and self._links(words[place][0].lower())
            and self._are_near(text, words, place + 1)
            and self._is_number(words[place + 1])
        )
        return 2 if is_linked else 0

    def _begins(self, text: str, words: Sequence[re.Match[str]], place: int) -> bool:
        """Tell whether a number begins with a word; one does before a hundred or thousand alone."""
        if words[place][0].lower() not in self.compounds.ones:
            return self._is_number(words[place])
        if not self._are_near(text, words, place + 1):
            return False
        return self.compounds.value(words[place + 1][0]) in (_HUNDRED, _THOUSAND)

    def _is_number(self, word: re.Match[str]) -> bool:
        own = word[0].lower()
        return own in self.compounds.words or self.compounds.value(own) is not None

    def _links(self, word: str) -> bool:
        rule = self.compounds.rule
        return word == rule.link if rule else len(word) <= _SHORT

    def _are_near(self, text: str, words: Sequence[re.Match[str]], place: int) -> bool:
        """Tell whether a word and the one before it may be of one number.

        Behind thousands there may be a comma: one thousand, two hundred.
        """
        if place >= len(words):
            return False
        between = text[words[place - 1].end() : words[place].start()]
        if between == ", ":
            return (self.compounds.value(words[place - 1][0]) or 0) >= _THOUSAND
        return bool(_BETWEEN.fullmatch(between))


class _Number(NamedTuple):
    values: frozenset[str]
    written: str


def agrees(written: str, other: Said) -> bool:
    """Tell whether the other text says in words what is `written` in figures in this one.

    It may where words of its own are a number that is not read.
    """
    figures = re.sub(r"\D", "", written) if _GROUPS.fullmatch(written) else written
    values = {value for value, _ in other.writing.spelled.found(other)}
    return figures in values or ("" in values and figures.isdecimal() and len(figures) > 1)


def unmatched(mine: Said, theirs: Said) -> tuple[list[str], list[str]]:
    """Return the numbers, in words or small figures, that each of two texts has in place of others.

    They are told where both have as many that the other one has not: neither may be a turn of
    phrase, as “both” is for “les deux”. How often one is there counts where both have as many
    numbers. Nothing is told where a number is not read.
    """
    if not (mine.writing.spelled.is_known and theirs.writing.spelled.is_known):
        return [], []
    numbers = [[*_numbers(said)] for said in (mine, theirs)]
    if any("" in each.values for own in numbers for each in own):
        return [], []
    left = _left(*numbers)
    if len(numbers[0]) != len(numbers[1]):
        every = [frozenset[str]().union(*(each.values for each in own)) for own in numbers]
        left = tuple(
            [each for each in own if not each.values & others]
            for own, others in zip(left, reversed(every), strict=True)
        )
    known = [_known(said) for said in (mine, theirs)]
    here, there = (
        list(dict.fromkeys(each.written for each in own if not each.values & others))
        for own, others in zip(left, reversed(known), strict=True)
    )
    return (here, there) if len(here) == len(there) else ([], [])


def _left(here: Sequence[_Number], there: Sequence[_Number]) -> tuple[list[_Number], ...]:
    """Return the numbers of either text that are left where each agrees with one of the other."""
    alone, others = [], [*there]
    for number in here:
        same = next((each for each in others if each.values & number.values), None)
        if same:
            others.remove(same)
        else:
            alone.append(number)
    return alone, others


def _numbers(said: Said) -> Iterator[_Number]:
    again: list[str] = []
    for value, written in said.writing.spelled.found(said):
        yield _Number(frozenset((value,)), written)
        again += re.findall(rf"{re.escape(written)}\s*\(({value or '-'})\)", said.text)[:1]
    for figure in said.figures:
        if _is_small(figure):
            if figure.parts[0].written in again:
                again.remove(figure.parts[0].written)
            else:
                yield _Number(figure.readings, figure.parts[0].written)


def _is_small(figure: Figure) -> bool:
    return len(figure.parts) == 1 and figure.parts[0].written.isdecimal()


def _known(said: Said) -> set[str]:
    """Return what a text says in numerals, and in figures that are more than a number."""
    known = {*numerals.found(said.text)}
    for figure in said.figures:
        if not _is_small(figure):
            known |= figure.readings
        for part in figure.parts:
            known |= part.bare if _is_small(figure) else part.readings | part.bare
    return known
