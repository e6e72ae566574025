"""The order of writing on a web page: each text is shown in the order in which it is written.

A browser orders each line by the levels of its characters (UAX 9, L2), wherever a line ends. So
they are compared with those of the text in the statement, character by character.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.outputs.web_reading import DRAWN, Isolate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.content.text import Text
    from communique.outputs.web_reading import Said


class Sign(NamedTuple):
    """What is seen at one place of a line."""

    sign: str
    level: int
    isolates: tuple[Isolate, ...] = ()
    ends_line: bool = False
    """Whether it is a space at which a line ends in any case."""


def in_order(text: Text, signs: Sequence[Said]) -> bool:
    """Tell whether the `signs` of a page show a `text` in its order.

    In the text an object (U+FFFC) stands for each picture.
    """
    due, found = list(_seen(_due(text))), list(_seen(_found(signs)))
    if [each.sign for each in due] != [each.sign for each in found]:
        return False
    ends = [one.ends_line or other.ends_line for one, other in zip(due, found, strict=True)]
    one, other = (
        [each for each, end in zip(side, ends, strict=True) if not end] for side in (due, found)
    )
    base = "rtl" if text.rtl else "ltr"
    runs = all(each.base == base for each in signs if not each.sign.isspace())
    return runs and shape(one, base) == shape(other, base)


def shape(signs: Sequence[Sign], base: str) -> list[tuple[int, int]]:
    """Return what puts any part of a line in its order: how deep each sign is, and in which run.

    The line is of a block with the direction `base`.

    A run is named by its first sign. What is two levels deeper than its surroundings runs as they
    do; and what begins or ends an isolate stands where the isolate does (UAX 9, X5a to X6a).
    """
    places = list(_with_ends(signs))
    result: dict[int, tuple[int, int]] = {}

    def fill(begin: int, end: int, around: tuple[int, int]) -> None:
        lowest = min(level for level, _ in places[begin:end])
        deeper = (lowest - around[0]) % 2
        run = (around[0] + deeper, places[begin][1] if deeper else around[1])
        for is_lowest, every in groupby(range(begin, end), lambda at: places[at][0] == lowest):
            inside = list(every)
            if is_lowest:
                result.update((places[at][1], run) for at in inside)
            else:
                fill(inside[0], inside[-1] + 1, run)

    if places:
        fill(0, len(places), (int(base == "rtl"), 0))
    return [result[number] for number in range(len(signs))]


def _with_ends(signs: Sequence[Sign]) -> Iterator[tuple[int, int]]:
    """Yield the level and the number of each sign, and before it those of each isolate's end."""
    before: tuple[Isolate, ...] = ()
    for number, each in enumerate(signs):
        same = sum(1 for one, other in zip(before, each.isolates, strict=False) if one == other)
        for isolate in (*reversed(before[same:]), *each.isolates[same:]):
            yield isolate.level, number
        yield each.level, number
        before = each.isolates


def _due(text: Text) -> Iterator[Sign]:
    """Yield the characters of a text of the statement with their levels.

    The figures that call a note run from left to right, in whatever they stand.
    """
    calls, place = {begin for begin, _ in text.calls}, 0
    ends = {end + text.words.startswith(" ", end) - 1 for end in text.line_ends}
    for characters, level in text.levels():
        apart = (Isolate(place, level),) if place in calls else ()
        for sign in characters:
            own = level + level % 2 if apart else level
            yield Sign(sign, own, apart, place in ends and sign == " ")
        place += len(characters)


def _found(signs: Sequence[Said]) -> Iterator[Sign]:
    """Yield the characters of a part of a page likewise, each picture as one object."""
    for picture, run in groupby(signs, key=lambda each: each.picture):
        every = list(run)
        for each in every[: 1 if picture else None]:
            yield Sign("\ufffc" if picture else each.sign, each.level, each.isolates, each.between)


def _seen(signs: Iterable[Sign]) -> Iterator[Sign]:
    """Yield what is seen: one space for several, and none at the ends."""
    spaces: list[Sign] = []
    begun = False
    for each in signs:
        if each.sign.isspace():
            spaces.append(each)
        elif each.sign.translate(DRAWN):
            if spaces and begun:
                yield spaces[0]._replace(sign=" ", ends_line=any(it.ends_line for it in spaces))
            yield each
            spaces, begun = [], True
