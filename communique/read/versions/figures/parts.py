"""What a text says in figures: numbers, dates and times, and words for large numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.read.versions.figures.writing import Writing

_DIGITS = re.compile(r"\d+")
_SMALL = 2
"""A number of so few figures may be an hour or a day, or in words."""


class Part(NamedTuple):
    """One number or month."""

    readings: frozenset[str]
    """What it may stand for: a number with a point before its decimals, m and a month, a time."""
    written: str
    """The figures that it stands in."""
    firm: bool
    """Whether it is in figures in each language: more than twelve, with decimals, of a date."""
    bare: frozenset[str] = frozenset()
    """What it may stand for in figures alone, without a word for a large number, or of a month."""
    zeros: int = 0
    """Those of the word for a large number, where that is written out."""
    is_once: bool = False
    """Whether one language may say once what another repeats: the year of two dates."""

    @property
    def is_month(self) -> bool:
        """Whether it is the name of a month."""
        return min(self.readings).startswith("m")

    @property
    def may_be_month(self) -> bool:
        """Whether it is the name of a month, or one in figures."""
        return max(self.readings).startswith("m")

    @property
    def parts(self) -> tuple[Part, ...]:
        """Itself."""
        return (self,)


class Figure(NamedTuple):
    """What is written with figures, or a month beside them."""

    readings: frozenset[str]
    """What the whole may stand for."""
    parts: tuple[Part, ...]
    """What stands for itself where the other text has no such whole."""

    @property
    def bare(self) -> frozenset[str]:
        """What it may stand for in figures alone."""
        return self.parts[0].bare

    @property
    def marks(self) -> Iterator[str]:
        """By what a text is known that has it: figures without zeros at their ends.

        A small number is none, since it may be an hour or a day, or in words; neither is a time.
        """
        if any(":" in reading for reading in self.readings):
            return
        is_number = max(self.readings).replace(".", "").isdecimal()
        for part in self.parts:
            written = "".join(_DIGITS.findall(part.written)) if is_number else max(part.readings)
            if len(written) > _SMALL and written.isdecimal():
                yield written.strip("0")


class Said(NamedTuple):
    """What a text says in figures, and in words beside them."""

    text: str
    writing: Writing
    figures: list[Figure]
    large: list[Part]
    """Words for large numbers, from a million on, that no figure stands before."""
