"""Lines that are as even as can be: all their ends are chosen at once, not one after the other.

Of all ways to part a text into so many lines that one is found in which fewest end within a word,
are a lone word or end in a little one, and of these the one whose lines differ least (the least sum
of squares, as in D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines, 1981). The last line
is rather short than long.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint.text.line_break import get_log_attrs, split_first_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    #: What is as small as can be: ends within a word, lone words, little ones at ends, unevenness.
    Cost = tuple[int, int, int, float]

#: A word of so many letters leads to the next one.
_LITTLE = 3
#: Between two Chinese or Japanese characters a line may end, and no space is printed there.
SQUARE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_APART = re.compile(rf"\s|[{SQUARE}]")
_NO_BREAK, _BETWEEN = "\u00a0", re.compile(r"(?<=\S) +(?=\S)")
#: A line may be so much (px) wider than it was measured.
_ROUNDING = 0.1
#: So much worse a last line is that is longer than the others, or shorter.
_LONGER, _SHORTER = 2, 0.5


class _Place(NamedTuple):
    """Where a line may end: before so many characters; its last word and the next begin at (px)."""

    number: int
    end: float
    begin: float


def is_alone(words: str) -> bool:
    """Tell whether the words of a line are a single one."""
    return not _APART.search(words)


def is_little(word: str) -> bool:
    """Tell whether a word is one that leads to the next one, such as an article."""
    return len(word) <= _LITTLE and word.isalpha() and word.islower()


def unevenness(width: float, mean: float, *, is_last: bool = False) -> float:
    """Return how far a line is from being as wide as the `mean` of its text (px), squared."""
    weight = (_LONGER if width > mean else _SHORTER) if is_last else 1
    return float(weight * (width - mean) ** 2)


def bound_evenly(texts: Sequence[Any], count: int, full: float, context: Any) -> float | None:
    """Bind the words of each of so many even lines of `texts`, the boxes of a title.

    Returns how wide (px) the widest is, or None, and changes nothing, where `count` lines, none of
    them wider than `full` (px), are not to be had.
    """
    whole = "".join(box.text for box in texts)
    places = list(_places(texts, whole, context))
    chosen = None if "\n" in whole else _chosen(places, whole, count, full)  # a break of its author
    if chosen is None:
        return None
    _bind(texts, whole, {places[end].number for end in chosen})
    return max(places[b].end - places[a].begin for a, b in pairwise(chosen)) + _ROUNDING


def bound_in_fewest(texts: Sequence[Any], full: float, context: Any) -> None:
    """Bind the words of each line of `texts`, which are even and as few as `full` (px) lets be."""
    whole = "".join(box.text for box in texts)
    places = list(_places(texts, whole, context))
    every = (_chosen(places, whole, count, full) for count in range(1, len(places)))
    chosen = next(filter(None, every), None)
    if chosen:
        _bind(texts, whole, {places[end].number for end in chosen})


def _bind(texts: Sequence[Any], whole: str, ends: Set[int]) -> None:
    """Let no line of `texts` end but behind so many characters of the `whole`."""
    bound = _BETWEEN.sub(
        lambda space: space[0] if space.end() in ends else _NO_BREAK * len(space[0]), whole
    )
    begins = [*accumulate((len(box.text) for box in texts), initial=0)]
    for box, (begin, end) in zip(texts, pairwise(begins), strict=True):
        box.text = bound[begin:end]


def _places(texts: Sequence[Any], whole: str, context: Any) -> Iterator[_Place]:
    """Yield the beginning of a text, where its lines may end, and its end."""
    attributes = get_log_attrs(whole, texts[0].style["lang"])
    numbers = [n for n in range(1, len(whole)) if attributes[n].is_line_break]
    before, left = 0, 0.0
    yield _Place(0, 0.0, 0.0)
    for box in texts:
        after = before + len(box.text)
        for number in (n for n in numbers if before < n <= after):
            part = box.text[: number - before]
            widths = (_width(each, box.style, context) for each in (part.rstrip(" "), part))
            yield _Place(number, *(left + width for width in widths))
        left += _width(box.text, box.style, context)
        before = after
    yield _Place(len(whole), left, left)


def _width(text: str, style: Any, context: Any) -> float:
    """Return how wide (px) a text is on one line, with its last spaces."""
    return float(split_first_line(text, style, context, None, 0)[3]) if text else 0.0


def _chosen(places: Sequence[_Place], whole: str, count: int, full: float) -> list[int] | None:
    """Return at which of the `places` so many lines begin, and the last one ends."""
    last, mean = len(places) - 1, places[-1].end / count
    found: dict[int, tuple[Cost, list[int]]] = {0: ((0, 0, 0, 0.0), [0])}
    for line in range(1, count + 1):
        better: dict[int, tuple[Cost, list[int]]] = {}
        for begin, (before, ends) in found.items():
            for end in range(begin + 1, last + 1):
                width = places[end].end - places[begin].begin
                if width > full:
                    break
                if (end == last) is not (line == count):
                    continue
                words = whole[places[begin].number : places[end].number]
                uneven = unevenness(width, mean, is_last=end == last)
                cost = (*_faults(words, is_last=end == last), uneven)
                total = tuple(map(sum, zip(before, cost, strict=True)))
                if end not in better or total < better[end][0]:
                    better[end] = total, [*ends, end]  # type: ignore[assignment]
        found = better
    return found[last][1] if last in found else None


def _faults(words: str, *, is_last: bool) -> tuple[int, int, int]:
    """Return whether a line ends within a word, is a lone one, or ends in a little one."""
    said = words.strip()
    within = not is_last and said == words and not re.search(rf"[{SQUARE}]\Z", said)
    little = not is_last and any(map(is_little, said.split()[-1:]))
    return int(within), int(is_alone(said)), int(little)
