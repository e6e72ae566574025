"""Notes called: which notes a part calls in either version, and behind which of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.turns.corrigendum import finder
from communique.turns.corrigendum.saying import UnsaidError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.difference import Difference
    from communique.turns.corrigendum.hunks import Call

_ELSEWHERE = "a footnote is called at another place"


def check(difference: Difference, line: int, old: Sequence[Call], new: Sequence[Call]) -> None:
    """Refuse that a note which is still there is called no more in a part, or elsewhere in it.

    Raises `UnsaidError` with the `line` of the part.
    """
    one, other = ([key for _, key in each] for each in (old, new))
    kept = [[key for key in a if key in b] for a, b in ((one, other), (other, one))]
    lost = [key for key in one if key not in other]
    if kept[0] != kept[1] or any(difference.notes[key].new for key in lost):
        raise UnsaidError(line, _ELSEWHERE)
    check_added(difference, [(line, key) for key in other if key not in one])


def check_same(line: int, old: Sequence[Call], new: Sequence[Call]) -> None:
    """Refuse so that a note of both versions of a part with the same words stands elsewhere."""
    both = {key for _, key in old} & {key for _, key in new}
    places = [{call for call in each if call[1] in both} for each in (old, new)]
    if places[0] != places[1]:
        raise UnsaidError(line, _ELSEWHERE)


def check_added(difference: Difference, calls: Sequence[tuple[int, int]]) -> None:
    """Refuse that a note is called where it was not before; each has its line."""
    for line, key in calls:
        if difference.notes[key].old:
            raise UnsaidError(line, _ELSEWHERE)


def first_before(words: Sequence[str], place: int, texts: Sequence[Sequence[str]]) -> int | None:
    """Return from which word on to before `place` they stand in the `texts` once, if they do."""
    first = max(place - finder.LEAST, 0)
    while first and not finder.is_clear(words[first:place], texts):
        first -= 1
    return first if finder.count(words[first:place], texts) == 1 else None
