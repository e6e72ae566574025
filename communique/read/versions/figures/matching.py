"""Which figures of a text have no counterpart in the other one, and which of these to tell of."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from communique.read.versions.figures import numerals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeVar

    from communique.read.versions.figures.parts import Figure, Part, Said

    Told = tuple[list[Part], list[Part]]
    F = TypeVar("F", Figure, Part)


class Unmatched(NamedTuple):
    """What each of two texts has and the other has not, as written."""

    mine: list[str]
    theirs: list[str]
    more: tuple[list[str], list[str]] = ([], [])
    """What either has more often than the other."""


class _Side:
    """One of the two texts, with what has no counterpart in the other one."""

    def __init__(self, said: Said) -> None:
        self.said = said
        self.figures = list(said.figures)
        self.parts: list[Part] = []
        self.large = list(said.large)
        self.more: list[Part] = []

    @property
    def is_done(self) -> bool:
        return not (self.figures or self.parts or self.large)

    def without_numerals_of(self, other: _Side) -> None:
        """Leave out the parts that are numerals in the other text."""
        values = set(numerals.found(other.said.text)) if self.parts else set()
        self.parts = [part for part in self.parts if not (part.readings | part.bare) & values]

    def without_said_by(self, other: _Side) -> None:
        """Leave out the parts that the other text says, too: they are more, and no other ones."""
        said = {
            reading for each in other.said.figures for p in each.parts for reading in p.readings
        }
        every = self.parts
        self.parts = [part for part in every if not part.readings & said]
        repeated = [part for part in every if part.readings & said]
        self.more = [part for part in repeated if part.firm and not part.is_once]

    def months_missing_in(self, other: _Side) -> list[Part]:
        """Return the months that the other text certainly has not."""
        may_have = other.said.writing.months.may_have
        named = [part for part in self.parts if part.is_month]
        return [each for each in named if not may_have(other.said.text, int(*each.bare))]

    def large_missing_in(self, other: _Side) -> list[Part]:
        """Return the large numbers of which the other text has no word."""
        every = [*self.large, *(part for part in self.parts if part.zeros)]
        may_have = other.said.writing.magnitudes.may_have
        return [each for each in every if not may_have(other.said.text, each.zeros)]


def unmatched(mine: Said, theirs: Said) -> Unmatched:
    """Return the figures of two texts that have no counterpart in the other one.

    One up to twelve may be in words in the other language, and so may a large number behind it:
    they are told where the other text has something in their place. What that has in numerals is
    counterpart enough.
    """
    one, two = _Side(mine), _Side(theirs)
    one.figures, two.figures = _rest(one.figures, two.figures, one, two)
    if one.is_done and two.is_done:
        return Unmatched([], [])
    every = ([part for each in side.figures for part in each.parts] for side in (one, two))
    one.parts, two.parts = _rest(next(every), next(every), one, two)
    one.without_numerals_of(two)
    two.without_numerals_of(one)
    if not (one.parts and two.parts):
        one.without_said_by(two)
        two.without_said_by(one)
    told = _months(one, two), _large(one, two), _numbers(one, two)
    here, there = (_written(chain(*sides)) for sides in zip(*told, strict=True))
    return Unmatched(here, there, (_written(one.more), _written(two.more)))


def _rest(
    mine: Sequence[F], theirs: Sequence[F], one: _Side, two: _Side
) -> tuple[list[F], list[F]]:
    """Return what is left of both once those that agree are taken out.

    Of one that has a large number behind it, and of the other not, the large number is kept.
    """
    left, right = list(mine), list(theirs)
    for agree in (_same, _but_for_words):
        every, left = left, []
        for each in every:
            place = next((n for n, other in enumerate(right) if agree(each, other)), None)
            if place is None:
                left.append(each)
                continue
            other = right.pop(place)
            if agree is _but_for_words:
                one.large += [part for part in each.parts if part.zeros]
                two.large += [part for part in other.parts if part.zeros]
    return left, right


def _same(one: F, other: F) -> bool:
    return bool(one.readings & other.readings)


def _but_for_words(one: F, other: F) -> bool:
    """Tell whether they agree, were there no million, or a month in letters were one in figures."""
    return bool((one.bare & other.readings) or (one.readings & other.bare))


def _months(one: _Side, two: _Side) -> Told:
    """Return the months to tell of; all that may be one is taken out of the parts."""
    sides = one, two
    if not any(part.is_month for side in sides for part in side.parts):
        return [], []
    mine, theirs = ([part for part in side.parts if part.may_be_month] for side in sides)
    if not _as_many(mine, theirs):
        mine, theirs = one.months_missing_in(two), two.months_missing_in(one)
    for side in sides:
        side.parts = [part for part in side.parts if not part.may_be_month]
    return mine, theirs


def _large(one: _Side, two: _Side) -> Told:
    """Return the large numbers to tell of: they are taken out of the parts."""
    mine, theirs = one.large_missing_in(two), two.large_missing_in(one)
    if mine and theirs:
        for side, told in ((one, mine), (two, theirs)):
            side.parts = [part for part in side.parts if part not in told]
        return mine, theirs
    known = [side.said.writing.magnitudes.known for side in (two, one)]
    mine, theirs = (
        [part for part in side.large if part in told and part.firm and part.zeros in zeros]
        for side, told, zeros in zip((one, two), (mine, theirs), known, strict=True)
    )
    return mine, theirs


def _numbers(one: _Side, two: _Side) -> Told:
    """Return the other figures to tell of."""
    if _as_many(one.parts, two.parts):
        return one.parts, two.parts
    mine, theirs = ([part for part in side.parts if part.firm] for side in (one, two))
    return mine, theirs


def _as_many(mine: Sequence[Part], theirs: Sequence[Part]) -> bool:
    """Tell whether there is something in both, and in as many figures."""
    return bool(mine) and len({*_written(mine)}) == len({*_written(theirs)})


def _written(parts: Iterable[Part]) -> list[str]:
    """Return what parts stand in, each once."""
    return list(dict.fromkeys(part.written for part in parts))
