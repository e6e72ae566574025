"""Levels of headings: each is said by another heading, which the earlier text has at that level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.model.body import Node
from communique.turns.corrigendum.places import Step
from communique.turns.corrigendum.saying import UnsaidError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.turns.corrigendum.places import Unit
    from communique.turns.corrigendum.saying import Sayings

#: The level of a heading where there was none.
_SECTION = 2
_NONE = "the level of a heading, which no other heading of the earlier text has, or none alone"


def rejoined(steps: Sequence[Step]) -> list[Step]:
    """Return the parts in order, headings of which only the level changed as one in both."""
    found: list[Step] = []
    for step in steps:
        before = found[-1] if found else None
        old, new = (before.old if before else None), step.new
        fates = before and (before.fate, step.fate)
        if fates == ("deleted", "added") and old and new and _same_heading(old, new):
            found[-1] = Step(old, new, "same")
        else:
            found.append(step)
    return found


def _same_heading(old: Unit, new: Unit) -> bool:
    return old.kind == new.kind == "heading" and old.words == new.words


class Levels:
    """Knows which headings the earlier text has at each level."""

    def __init__(self, units: Iterable[Unit], say: Sayings) -> None:
        self.headings = [unit for unit in units if unit.kind == "heading"]
        self.levels = {_level(unit) for unit in self.headings} or {_SECTION}
        self.say = say

    def of_new(self, unit: Unit, beside: Sequence[Unit]) -> list[tuple[Node, ...]]:
        """Return what is said of a part that comes with those `beside` it; nothing of most.

        Raises `UnsaidError` where no heading is like it, or where another one has its words.
        """
        if unit.kind != "heading" or self.levels == {_level(unit)}:
            return []
        alike = [each for each in beside if each.kind == "heading" and each.words == unit.words]
        return [self._said(unit, is_alone=len(alike) == 1)]

    def of_kept(self, old: Unit, new: Unit, *, is_alone: bool) -> list[tuple[Node, ...]]:
        """Return so of a part that was there, perhaps not alone of its name."""
        if old.kind != "heading" or _level(old) == _level(new):
            return []
        return [self._said(new, is_alone=is_alone)]

    def _said(self, unit: Unit, *, is_alone: bool) -> tuple[Node, ...]:
        every = [each.words for each in self.headings]
        for each in self.headings:
            if is_alone and _level(each) == _level(unit) and every.count(each.words) == 1:
                new, like = (self.say.quoted(part.words, unit.line) for part in (unit, each))
                return self.say("level", unit.line, new=new, words=like)
        raise UnsaidError(unit.line, _NONE)


def _level(unit: Unit) -> int:
    return unit.node.level if isinstance(unit.node, Node) else 0
