"""Leads: where links lead. On paper a heading of the text is known by its words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.turns.corrigendum.saying import UnsaidError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.turns.corrigendum.places import Step, Unit
    from communique.turns.corrigendum.words import Word

_INSIDE = "#"
_SEVERAL = "a link leads to one of several headings with the same words"


def is_inside(target: str) -> bool:
    """Tell whether a link leads to a heading of its own text."""
    return target.startswith(_INSIDE)


class Leads:
    """Knows to which heading a link of the new version leads."""

    def __init__(self, steps: Iterable[Step]) -> None:
        found = [(step.old, step.new) for step in steps]
        every = [(old, new) for old, new in found if new and new.kind == "heading"]
        self.headings = [new for _, new in every]
        self.earlier = {_anchor(new): _anchor(old) if old else "" for old, new in every}

    def in_earlier(self, target: str) -> str:
        """Return where a link leads that goes to the same heading of the earlier version.

        That is nowhere where there is none; other addresses stay.
        """
        if not is_inside(target):
            return target
        return _INSIDE + self.earlier.get(target.removeprefix(_INSIDE), "")

    def heading(self, target: str, line: int) -> Sequence[Word]:
        """Return the words of the heading to which a link leads.

        Raises `UnsaidError` where another one has the same.
        """
        [own] = [unit for unit in self.headings if _INSIDE + _anchor(unit) == target]
        if sum(unit.words == own.words for unit in self.headings) > 1:
            raise UnsaidError(line, _SEVERAL)
        return own.words


def _anchor(unit: Unit) -> str:
    return str(getattr(unit.node, "anchor", ""))
