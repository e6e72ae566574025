"""The order of corrections: that in which their places stand in the earlier text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.turns.corrigendum.places import Unit
    from communique.turns.corrigendum.saying import Change


def is_before(one: Unit, other: Unit, old: Mapping[int, Unit]) -> bool:
    """Tell whether a part of the `old` text, by `id` of their nodes, stands before another one."""
    order = [*old]
    return order.index(id(one.node)) < order.index(id(other.node))


def in_order(made: Sequence[Change], old: Mapping[int, Unit]) -> list[Change]:
    """Return the changes of a text in the order of their places, all of one place together.

    A place that is none of a part, such as a table, is where it was found.
    """
    first: dict[str, int] = {}
    for number, unit in enumerate(old.values()):
        for name in (unit.place, unit.name):
            first.setdefault(name, number)
    places = [first.get(each.place) for each in made]
    for number, place in enumerate(places):
        if place is None:
            places[number] = places[number - 1] if number else 0
    ordered = sorted((place or 0, number) for number, place in enumerate(places))
    result: list[Change] = []
    for _, number in ordered:
        change = made[number]
        if result and result[-1].place == change.place:
            result[-1].instructions += change.instructions
            result[-1].words += change.words
        else:
            result.append(change)
    return result
