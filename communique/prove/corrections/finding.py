"""Finding: where the words of a correction stand, once, among the parts of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove.corrections.forms import UnclearError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.prove.corrections.part import Part

_CUT = "…"
#: What stands between the cells of a row: the first of them that is there.
_CELLS = ("¦", "|")


def where(parts: Sequence[Part], words: Sequence[str], name: str) -> tuple[Part, int, int]:
    """Return where words stand, once, among `parts`: the first of them, and the one behind them."""
    found = [
        (part, place, place + len(words))
        for part in parts
        for place in range(len(part.words) - len(words) + 1)
        if part.words[place : place + len(words)] == list(words)
    ]
    if not found and _CUT in words:
        cut = list(words).index(_CUT)
        begin = where(parts, words[:cut], name)
        end = where(parts, words[cut + 1 :], name)
        if begin[0] is end[0] and begin[2] <= end[1]:
            return begin[0], begin[1], end[2]
    if len(found) != 1:
        raise UnclearError(f"“{' '.join(words)}” stands {len(found)} times in {name}")
    return found[0]


def heading_of(parts: Sequence[Part], words: Sequence[str]) -> Part:
    """Return the one heading among `parts` that has these words."""
    found = [part for part in parts if part.kind == "heading" and part.words == [*words]]
    if len(found) != 1:
        raise UnclearError(f"“{' '.join(words)}” is {len(found)} headings")
    return found[0]


def check_quote(beside: Part, around: Sequence[Part]) -> None:
    """Raise `UnclearError` where what comes `beside` a part may be in its quotation, or not."""
    inside = [part for part in around if part.above == beside.above]
    if beside.above[-1:] == ("quote",) and len(inside) == 1:
        raise UnclearError("it is not clear whether what comes stands in the quotation")


def span_of(part: Part, first: int, last: int, *, after_calls: bool) -> tuple[int, int]:
    """Return where among the tokens these words stand; between two words, before or after calls."""
    places = [place for place, token in enumerate(part.tokens) if isinstance(token, str)]
    if first < last:
        return places[first], places[last - 1] + 1
    if after_calls:
        place = places[first] if first < len(places) else len(part.tokens)
    else:
        place = places[first - 1] + 1 if first else 0
    return place, place


def cells_of(words: Sequence[str], like: Sequence[Part]) -> list[tuple[Part, list[str]]]:
    """Return the words of each cell of a row, with that in its column in a row that is there."""
    sign = next((sign for sign in _CELLS if sign in words), "")
    cells: list[list[str]] = [[]]
    for word in words:
        if word == sign:
            cells.append([])
        else:
            cells[-1].append(word)
    if len(cells) == len(like):
        return list(zip(like, cells, strict=True))
    raise UnclearError(f"a row of {len(like)} cells cannot be read from “{' '.join(words)}”")
