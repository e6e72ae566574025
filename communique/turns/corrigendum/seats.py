"""Seats: beside which part of the earlier text a part of the new one comes, if that can be said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from communique.read.markdown.points.markers import marker
from communique.turns.corrigendum.saying import PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from communique.difference import Difference
    from communique.difference.model import Pair
    from communique.model.body import Node, Note
    from communique.turns.corrigendum.places import Unit


class Beside(NamedTuple):
    """A part of the earlier text beside which others come."""

    unit: Unit
    said: str
    """How it is said that others come: follow, precede, or at_end where it is the last one."""


class Seats:
    """Knows which lists, tables and other parts of either version are the same."""

    def __init__(self, difference: Difference, old: Mapping[int, Unit]) -> None:
        self.old = old
        self._became: dict[int, int] = {0: 0}
        self._pairs(difference.blocks)
        for pair in difference.notes:
            if pair.old and pair.new:
                self._became[id(pair.new)] = id(pair.old)
            self._pairs(pair.pairs)
        every: list[Node | Note] = []
        for body in (difference.old.body, difference.new.body):
            every += [*body.walk(), *body.notes]
        self._above = {id(node): above for above in every for node in above.children}

    def _pairs(self, pairs: Iterable[Pair]) -> None:
        for pair in pairs:
            if pair.old and pair.new:
                self._became[id(pair.new)] = id(pair.old)
            self._pairs(pair.pairs)

    def of_old(self, unit: Unit) -> int:
        """Return in what a part of the earlier text stands; 0 in none."""
        return id(unit.seat) if unit.seat else 0

    def of_new(self, unit: Unit) -> int | None:
        """Return so of a part of the new text; None where the earlier one does not have that."""
        return self._became.get(id(unit.seat) if unit.seat else 0)

    def is_shared(self, unit: Unit) -> bool:
        """Tell whether other parts, or other rows, have the same place."""
        like = [each for each in self.old.values() if each.name.casefold() == unit.name.casefold()]
        rows = {id(self._above.get(id(each.node))) if each.row else id(each) for each in like}
        return len(rows) > 1

    def is_kept(self, old: Unit, new: Unit) -> bool:
        """Tell whether a part is of the same kind in the same part, and looks alike as a whole."""
        looks = [
            (unit.kind, *(getattr(unit.node, key, "") for key in ("align", "head")))
            for unit in (old, new)
        ]
        return looks[0] == looks[1] and self.of_old(old) == self.of_new(new)

    def list_of(self, pair: Pair) -> int:
        """Return which earlier list has a point of both versions."""
        return id(self._above.get(id(pair.old)))

    def is_in_order(self, pair: Pair) -> bool:
        """Tell whether a point is marked now as the earlier one was that stood at its place.

        Points further on than any was have to count on.
        """
        old, new = self._above.get(id(pair.old)), self._above.get(id(pair.new))
        if old is None or new is None or self._became.get(id(new)) != id(old):
            return False
        place = next(n for n, item in enumerate(new.children) if item is pair.new)
        if place < len(old.children):
            return old.children[place].marker == pair.node.marker
        before, now = (
            marker(f"{new.children[n].marker} x", numbers=True) for n in (place - 1, place)
        )
        return bool(before and now and not now.addition and now.goes_on([before]))

    def beside(
        self, parts: Sequence[Unit], before: Unit | None, after: Unit | None
    ) -> list[Beside]:
        """Return beside what these `parts` of the new text come, which stand between two parts.

        The best comes first; there is none where no words could say where they come.
        """
        tops = [unit for unit in parts if not self._is_of_new_list(unit)]
        first = tops[0] if tops else parts[0]
        seats = {self.of_new(unit) for unit in tops} or {self._outer(first)}
        if len(seats) > 1 or None in seats or self._runs_on(parts, tops, before, after):
            return []
        [seat] = seats
        if self._is_edge_of_quote(seat, before, after):
            return []
        kind = parts[0].kind
        found = []
        if before and before.kind in PARTS and self.of_old(before) == seat:
            found.append(Beside(before, "follow"))
        elif before and kind == "point" and (point := self._point_above(before, seat)):
            found.append(Beside(point, "follow"))
        if after and after.kind in PARTS and self.of_old(after) == seat:
            found.append(Beside(after, "precede"))
        if before and before.table and self._table_above(before) == seat and kind != "row":
            found.append(Beside(replace(before, place=before.table, row=""), "follow"))
        if before and not (found or after) and seat == 0 and self._may_end(before, parts):
            found.append(Beside(replace(before), "at_end"))
        return found

    def _may_end(self, last: Unit, parts: Sequence[Unit]) -> bool:
        """Tell whether `parts` can be said to come at the end of the text, after its last one.

        At the end of a quotation they could stand in it as well.
        """
        above = self._above.get(id(last.node))
        while above is not None:
            if getattr(above, "kind", "") == "quote":
                return False
            above = self._above.get(id(above))
        is_plain = all(unit.kind in ("paragraph", "heading") for unit in parts)
        return is_plain and last.kind != "note" and bool(last.place)

    def _is_edge_of_quote(self, seat: int | None, *around: Unit | None) -> bool:
        """Tell whether what comes could stand before or behind a quotation as well as in it."""
        inside = [unit for unit in around if unit and self.of_old(unit) == seat]
        quoted = [unit for unit in inside if getattr(unit.seat, "kind", "") == "quote"]
        return len(quoted) == 1

    def _is_of_new_list(self, unit: Unit) -> bool:
        return unit.kind == "point" and self.of_new(unit) is None

    def _outer(self, unit: Unit) -> int | None:
        """Return in what the list of a point stands."""
        outer = self._above.get(id(unit.seat))
        return self._became.get(id(outer) if outer else 0)

    def _runs_on(
        self, parts: Sequence[Unit], tops: Sequence[Unit], before: Unit | None, after: Unit | None
    ) -> bool:
        """Tell whether points of a new list cannot be told from those of another one."""
        listed = [unit for unit in parts if self._is_of_new_list(unit)]
        if not listed:
            return False
        edges = [each for each, one in ((before, parts[0]), (after, parts[-1])) if one in listed]
        around = [each.kind for each in edges if each]
        outer = {self._outer(unit) for unit in listed}
        return (
            len({id(unit.seat) for unit in listed}) > 1
            or bool(tops and outer != set(map(self.of_new, tops)))
            or any(unit.kind == "point" for unit in tops)
            or "point" in around
        )

    def _table_above(self, unit: Unit) -> int:
        """Return in what the table stands to which a part belongs."""
        node: Node | Note | None = self._above.get(id(unit.node))
        while node is not None and getattr(node, "kind", "") != "table":
            node = self._above.get(id(node))
        outer = self._above.get(id(node))
        return id(outer) if outer else 0

    def _point_above(self, unit: Unit, seat: int | None) -> Unit | None:
        """Return the point of a list in which a part stands deeper."""
        node: Node | Note | None = unit.node
        while node is not None:
            above = self._above.get(id(node))
            if id(above) == seat and getattr(node, "kind", "") == "item":
                return self.old.get(id(node.children[0]))
            node = above
        return None
