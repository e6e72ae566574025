"""Links and bookmarks: where they lead, and on which words links lie."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from communique.compare.difference import LINKS, Difference, quoted
from communique.pdf_reading.document import acting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.compare.pair import Pair


def links(pair: Pair) -> Iterator[Difference]:
    """Yield the links and bookmarks that lead elsewhere, were added, are missing, or moved."""
    if pair.due is None:
        return
    there, due = acting.links(pair.there), acting.links(pair.due)
    if pair.alike:
        goals = {(link.page, link.place): link.goal for link in due}
        known = set(goals.values())
        for link in sorted(set(there) - set(due)):
            goal = goals.get((link.page, link.place))
            if goal is not None:
                what = f"a link leads to {quoted(link.goal)} and should lead to {quoted(goal)}"
            elif link.goal in known:
                what = f"a link to {quoted(link.goal)} lies at another place than it should"
            else:
                what = f"a link to {quoted(link.goal)} was added"
            yield Difference(LINKS, f"page {link.page}: {what}")
    else:
        for goal in sorted({link.goal for link in there} - {link.goal for link in due}):
            yield Difference(LINKS, f"a link leads to {quoted(goal)}, and none should")
    left = Counter(link.goal for link in due) - Counter(link.goal for link in there)
    replaced = Counter(link.goal for link in there) - Counter(link.goal for link in due)
    if not replaced:
        for goal in sorted(left):
            yield Difference(LINKS, f"no link leads to {quoted(goal)}, and one should")
    yield from _goals(pair)


def _goals(pair: Pair) -> Iterator[Difference]:
    """Yield the bookmarks that are not due, and the names that lead to other places."""
    if pair.due is None:
        return
    there, due = ([(each.label, each.page) for each in r.outline] for r in (pair.there, pair.due))
    places = pair.alike
    if [each if places else each[0] for each in there] != [
        each if places else each[0] for each in due
    ]:
        labels = ", ".join(quoted(label) for label, _ in there) or "none"
        yield Difference(LINKS, f"the bookmarks are others than they should be: {labels}")
    if not pair.alike:
        return
    there_at, due_at = pair.there.destinations, pair.due.destinations
    for name in sorted(there_at.keys() | due_at.keys()):
        if there_at.get(name) != due_at.get(name):
            yield Difference(LINKS, f"links to the place {quoted(name)} lead elsewhere")
