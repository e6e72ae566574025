"""Marks: words that are stressed, raised or linked otherwise than where they are written by hand.

After the words of a place are corrected, each is said with the words around it, in which it stands
once, as those do in the corrected text of that place.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.model.body import Node
from communique.turns.corrigendum import hunks
from communique.turns.corrigendum.looks.forms import is_seen
from communique.turns.corrigendum.saying import UnsaidError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from communique.turns.corrigendum.places import Unit
    from communique.turns.corrigendum.saying import Change, Sayings
    from communique.turns.corrigendum.words import Form, Word

_LINK, _UNLINK = "link", "unlink"
#: How words that have these looks are called; they have no others.
_KINDS = {
    frozenset[str](): "plain",
    frozenset(("emphasis",)): "emphasis",
    frozenset(("strong",)): "strong",
    frozenset(("emphasis", "strong")): "both",
    frozenset(("superscript",)): "superscript",
    frozenset(("subscript",)): "subscript",
}
_NAMELESS = "words came that are stressed, and raised or lowered as well"
_SEVERAL = "words that look otherwise stand several times in {}"


class Mark(NamedTuple):
    """Characters of a part, from `first` to before `last`, and how they look in the new version."""

    kind: str
    first: int
    last: int
    address: str = ""
    """Where a link leads."""


class Marks:
    """The marks of a text, which are said once all words of their places are known."""

    def __init__(self, say: Sayings) -> None:
        self.say = say
        self.texts: dict[str, list[list[str]]] = {}
        self.left: list[tuple[Change, int, Mark, Unit]] = []

    def read(self, unit: Unit, *names: str) -> None:
        """Note that a part of the new version is found by these names."""
        for name in {name.casefold() for name in names}:
            self.texts.setdefault(name, []).append([word.text for word in unit.words])

    def add(self, change: Change, mark: Mark, unit: Unit) -> None:
        """Keep a place for a mark among what is to be done."""
        self.left.append((change, len(change.instructions), mark, unit))
        change.instructions.append(())
        change.words += 1

    def end(self) -> None:
        """Say them all; raises `UnsaidError` where one cannot be told from others."""
        for change, number, mark, unit in self.left:
            texts = self.texts[change.place.casefold()]
            said = _said(mark, unit.words, texts, self.say, unit.line)
            if said is None:
                raise UnsaidError(unit.line, _SEVERAL.format(change.place))
            change.instructions[number] = said


def marks(by_hand: Iterable[set[Form]], words: Sequence[Word], line: int) -> list[Mark]:
    """Return what is to be said of the new `words`, whose characters get the forms `by_hand`.

    Raises `UnsaidError` where that has no name.
    """
    every = list(zip(_placed(words), by_hand, strict=True))
    found = []
    for kind in (_stress, _link):
        runs = groupby(every, key=lambda each: _wanted(kind, each[0][1], each[1]))
        for wanted, run in runs:
            if wanted is not None:
                places = [place for (place, _), _ in run]
                found.append(_mark(wanted, places[0], places[-1] + 1, line))
    return sorted(found, key=lambda mark: mark.first)


def _placed(words: Sequence[Word]) -> Iterator[tuple[int, Form]]:
    """Yield the characters that are seen, each with its place among all with their spaces."""
    place = 0
    for word in words:
        for form in word.forms:
            if is_seen(form):
                yield place, form
            place += isinstance(form[0], str)
        place += 1


def _wanted(kind: Callable[[Form], object], own: Form, by_hand: set[Form]) -> object:
    """Return what a character has of its own, None where it gets that."""
    return None if {kind(form) for form in by_hand} == {kind(own)} else kind(own)


def _stress(form: Form) -> frozenset[str]:
    return frozenset(kind for kind, _ in form[1] if kind != "phrase")


def _link(form: Form) -> str:
    return form[2]


def _mark(wanted: object, first: int, last: int, line: int) -> Mark:
    if isinstance(wanted, str):
        return Mark(_LINK if wanted else _UNLINK, first, last, wanted)
    if wanted not in _KINDS:
        raise UnsaidError(line, _NAMELESS)
    return Mark(_KINDS[wanted], first, last)


def _said(
    mark: Mark, words: Sequence[Word], texts: Sequence[Sequence[str]], say: Sayings, line: int
) -> tuple[Node, ...] | None:
    """Return the correction that says a mark on `words`; `texts` are all those of its place.

    None where it cannot be told from others there.
    """
    ends = _ends(words)
    first = next(n for n, end in enumerate(ends) if mark.first < end)
    last = next(n for n, end in enumerate(ends) if mark.last <= end) + 1
    part = _part(mark, words[first:last], (ends[first - 1] + 1) if first else 0)
    grown = _grown(" ".join(word.text for word in part), words, (first, last), texts)
    if grown is None:
        return None
    around = say.quoted(words[slice(*grown)], line)
    address = (Node("text", line, text=mark.address),)
    return say.mark(mark.kind, line, words=around, new=say.quoted(part, line), address=address)


def _ends(words: Sequence[Word]) -> list[int]:
    """Return where each word ends, and the space behind it begins."""
    ends: list[int] = []
    for word in words:
        ends.append((ends[-1] + 1 if ends else 0) + len(word.text))
    return ends


def _part(mark: Mark, words: Sequence[Word], begin: int) -> list[Word]:
    """Return the marked characters of `words`, the first of which begins at `begin`."""
    found = []
    for word in words:
        found.append(word.part(max(mark.first - begin, 0), max(mark.last - begin, 0)))
        begin += len(word.text) + 1
    return found


def _grown(
    part: str, words: Sequence[Word], ends: tuple[int, int], texts: Sequence[Sequence[str]]
) -> tuple[int, int] | None:
    """Return the words around a part with as many more as are needed, if it is found in them."""
    (first, last), every = ends, [word.text for word in words]

    def fits(first: int, last: int) -> bool:
        around = " ".join(every[first:last])
        return around.find(part) == around.rfind(part)

    turn = True
    while not (last - first >= hunks.LEAST and hunks.is_clear(every[first:last], texts)):
        wider = [(first - 1, last)] * (first > 0) + [(first, last + 1)] * (last < len(every))
        wider = [each for each in (wider if turn else wider[::-1]) if fits(*each)]
        if not wider:
            break
        (first, last), turn = wider[0], not turn
    is_found = hunks.count(every[first:last], texts) == 1 and fits(first, last)
    return (first, last) if is_found else None
