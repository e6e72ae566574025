"""Levels of headings: each is said by another one, which has that level in both versions."""

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
_NONE = "the level of a heading, which no other one has that stays as it is, or none alone"


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
    """Knows the levels of the earlier text, and the headings by which they can be said.

    Those stay as they are, so that the level is the same whichever correction is done first.
    """

    def __init__(self, steps: Iterable[Step], say: Sayings) -> None:
        every = list(steps)
        versions = [step.old for step in every], [step.new for step in every]
        old, new = ([unit for unit in each if _is_heading(unit)] for each in versions)
        self.levels = {_level(unit) for unit in old if unit} or {_SECTION}
        self.words = [[unit.words for unit in each if unit] for each in (old, new)]
        self.stable = [step.old for step in every if step.old and _stays(step)]
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
        for each in self.stable:
            is_one = all(words.count(each.words) == 1 for words in self.words)
            if is_alone and is_one and _level(each) == _level(unit):
                new, like = (self.say.quoted(part.words, unit.line) for part in (unit, each))
                return self.say("level", unit.line, new=new, words=like)
        raise UnsaidError(unit.line, _NONE)


def _is_heading(unit: Unit | None) -> bool:
    return unit is not None and unit.kind == "heading"


def _stays(step: Step) -> bool:
    """Tell whether it is a heading of both versions that has the same words and level in them."""
    old, new = step.old, step.new
    return bool(
        step.fate == "same"
        and old
        and new
        and _same_heading(old, new)
        and _level(old) == _level(new)
    )


def _level(unit: Unit) -> int:
    return unit.node.level if isinstance(unit.node, Node) else 0
