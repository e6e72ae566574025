"""Marks: words that are stressed, raised or linked otherwise than where they are written by hand.

After the words of a place are corrected, each is said with the words around it, in which it stands
once, as those do in the corrected text of that place.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.model.body import Node
from communique.turns.corrigendum import finder
from communique.turns.corrigendum.looks.forms import is_seen
from communique.turns.corrigendum.looks.leads import is_inside
from communique.turns.corrigendum.saying import UnsaidError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from communique.turns.corrigendum.looks.leads import Leads
    from communique.turns.corrigendum.places import Unit
    from communique.turns.corrigendum.saying import Change, Sayings
    from communique.turns.corrigendum.words import Form, Word

_LINK, _REFER, _UNLINK = "link", "refer", "unlink"
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

    def __init__(self, say: Sayings, leads: Leads) -> None:
        self.say, self.leads = say, leads
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
            quoted = _quoted(mark, unit.words, texts)
            if quoted is None:
                raise UnsaidError(unit.line, _SEVERAL.format(change.place))
            change.instructions[number] = self._said(mark, *quoted, unit.line)

    def _said(
        self, mark: Mark, around: Sequence[Word], part: Sequence[Word], line: int
    ) -> tuple[Node, ...]:
        words, new = (self.say.quoted(each, line) for each in (around, part))
        if mark.kind == _REFER:
            heading = self.say.quoted(self.leads.heading(mark.address, line), line)
            return self.say.mark(mark.kind, line, words=words, new=new, heading=heading)
        address = (Node("text", line, text=mark.address),)
        return self.say.mark(mark.kind, line, words=words, new=new, address=address)


def marks(
    by_hand: Iterable[set[Form]], words: Sequence[Word], line: int, leads: Leads
) -> list[Mark]:
    """Return what is to be said of the new `words`, whose characters get the forms `by_hand`.

    `leads` knows which link leads where those of the earlier version do. Raises `UnsaidError` where
    that has no name.
    """
    every = list(zip(_placed(words), by_hand, strict=True))
    found = []
    for kind, earlier in ((_stress, None), (_link, leads.in_earlier)):
        runs = groupby(every, key=lambda each: _wanted(kind, earlier, each[0][1], each[1]))
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


def _wanted(
    kind: Callable[[Form], object],
    earlier: Callable[[str], str] | None,
    own: Form,
    by_hand: set[Form],
) -> object:
    """Return what a character has of its own, None where it gets that."""
    has = kind(own)
    same = earlier(str(has)) if earlier else has
    return None if {kind(form) for form in by_hand} == {same} else has


def _stress(form: Form) -> frozenset[str]:
    return frozenset(kind for kind, _ in form[1] if kind != "phrase")


def _link(form: Form) -> str:
    return form[2]


def _mark(wanted: object, first: int, last: int, line: int) -> Mark:
    if isinstance(wanted, str):
        kind = (_REFER if is_inside(wanted) else _LINK) if wanted else _UNLINK
        return Mark(kind, first, last, wanted)
    if wanted not in _KINDS:
        raise UnsaidError(line, _NAMELESS)
    return Mark(_KINDS[wanted], first, last)


def _quoted(
    mark: Mark, words: Sequence[Word], texts: Sequence[Sequence[str]]
) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """Return those of `words` among which a mark stands, and the marked ones.

    `texts` are all those of its place. None where it cannot be told from others there.
    """
    ends = _ends(words)
    first = next(n for n, end in enumerate(ends) if mark.first < end)
    last = next(n for n, end in enumerate(ends) if mark.last <= end) + 1
    part = _part(mark, words[first:last], (ends[first - 1] + 1) if first else 0)
    grown = _grown(" ".join(word.text for word in part), words, (first, last), texts)
    return (words[slice(*grown)], part) if grown else None


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
    while not (last - first >= finder.LEAST and finder.is_clear(every[first:last], texts)):
        wider = [(first - 1, last)] * (first > 0) + [(first, last + 1)] * (last < len(every))
        wider = [each for each in (wider if turn else wider[::-1]) if fits(*each)]
        if not wider:
            break
        (first, last), turn = wider[0], not turn
    is_found = finder.count(every[first:last], texts) == 1 and fits(first, last)
    return (first, last) if is_found else None
