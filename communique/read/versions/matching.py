"""Which figures of a text have no counterpart in the other one, and which of these to tell of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communique.read.versions import numerals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeVar

    from communique.read.versions.figures import Figure, Part

    F = TypeVar("F", Figure, Part)


class Unmatched(NamedTuple):
    """What each of two texts has and the other has not, as written."""

    mine: list[str]
    theirs: list[str]


def unmatched(mine: Sequence[Figure], theirs: Sequence[Figure], text: str, other: str) -> Unmatched:
    """Return the figures of a `text` and of the `other` one that have no counterpart.

    One up to twelve may be in words in the other language, and a month may have another name there:
    they are told where the other text has something in their place. What that has in numerals is
    counterpart enough.
    """
    left, right = _rest(mine, theirs)
    if not (left or right):
        return Unmatched([], [])
    parts = _rest(*([part for each in side for part in each.parts] for side in (left, right)))
    one, two = _without(parts[0], other), _without(parts[1], text)
    if not (one and two):  # what is only said once more is no other figure
        one, two = _new(one, theirs), _new(two, mine)
    is_named = any(part.is_month for part in (*one, *two))
    months = [[part for part in side if is_named and part.may_be_month] for side in (one, two)]
    others = [
        [part for part in side if part not in named]
        for side, named in zip((one, two), months, strict=True)
    ]
    if not _as_many(*months):
        months = [[], []]
    if not _as_many(*others):
        others = [[part for part in side if part.firm] for side in others]
    every = zip(months, others, strict=True)
    return Unmatched(*(list(dict.fromkeys(_written([*m, *rest]))) for m, rest in every))


def _as_many(mine: Sequence[Part], theirs: Sequence[Part]) -> bool:
    """Tell whether there is something in both, and in as many figures."""
    return bool(mine) and len({*_written(mine)}) == len({*_written(theirs)})


def _written(parts: Sequence[Part]) -> Iterator[str]:
    return (part.written for part in parts)


def _rest(mine: Sequence[F], theirs: Sequence[F]) -> tuple[list[F], list[F]]:
    """Return what is left of both once those that have a reading in common are taken out."""
    left, right = [], list(theirs)
    for one in mine:
        for place, each in enumerate(right):
            if one.readings & each.readings:
                del right[place]
                break
        else:
            left.append(one)
    return left, right


def _new(parts: list[Part], figures: Sequence[Figure]) -> list[Part]:
    """Return the `parts` that agree with none of the `figures`."""
    said = {reading for figure in figures for part in figure.parts for reading in part.readings}
    return [part for part in parts if not part.readings & said]


def _without(parts: list[Part], other: str) -> list[Part]:
    """Return the `parts` that are no numerals in the `other` text, either."""
    values = set(numerals.found(other)) if parts else set()
    return [part for part in parts if not part.readings & values]
