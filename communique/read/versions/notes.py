"""The notes of two versions: which have no counterpart, and which are called elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.read.versions import aligning
from communique.read.versions.aligning import Block, Step
from communique.read.versions.difference import CORRECT, Difference, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.model.body import Note
    from communique.read.versions.blocks import Blocks
    from communique.read.versions.version import Version

    Pair = tuple[Note, Note]


class Notes:
    """Puts the notes of two versions beside one another, by where they are called."""

    def __init__(self, one: Version, other: Version, blocks: Blocks) -> None:
        self._versions = one, other
        self._notes = one.statement.body.notes, other.statement.body.notes
        self._blocks = blocks
        self._texts = tuple(blocks.texts)
        self._places = self._called(0), self._called(1)

    def compare(self) -> Iterator[Difference]:
        """Yield what differs in the number of notes, and in where they are called.

        What differs in their words is left with the blocks.
        """
        mine, theirs = ([*self._known(side)] for side in (0, 1))
        steps = _by_marks(mine, theirs) if len(mine) == len(theirs) else self._steps(mine, theirs)
        for step in steps:
            one, other = (
                notes[places[0]] if places else None
                for notes, places in zip(self._notes, step, strict=True)
            )
            if one and other:
                self._blocks.compare(one.children, other.children, (one.line, other.line))
                yield from self._calls(one.number, other.number)
            else:
                yield self._alone(one, other)

    def _called(self, side: int) -> dict[int, list[int]]:
        """Return the places of the texts that call each note."""
        found: dict[int, list[int]] = {}
        for place, texts in enumerate(self._texts):
            for number in texts[side].calls:
                found.setdefault(number, []).append(place)
        return found

    def _known(self, side: int) -> Iterator[Block]:
        """Yield by what each note is known: its marks, and where it is called first."""
        version = self._versions[side]
        for note in self._notes[side]:
            place = self._places[side].get(note.number, [-1])[0]
            yield Block("note", version.size(note), version.marks(note) | {f"at {place}"})

    def _steps(self, mine: Sequence[Block], theirs: Sequence[Block]) -> list[Step]:
        """Return which notes belong together, in their order, where one text has more."""
        found = aligning.steps(mine, theirs, self._blocks.ratio)
        if found is not None:
            return found
        less = min(len(mine), len(theirs))
        more = [Step((n,), ()) for n in range(less, len(mine))]
        return [
            *aligning.in_order(less),
            *more,
            *(Step((), (n,)) for n in range(less, len(theirs))),
        ]

    def _alone(self, one: Note | None, other: Note | None) -> Difference:
        """Return that one text has a note more."""
        mine, theirs = map(len, self._notes)
        numbers = f"({count(mine, 'footnote')}, and {theirs} there)"
        if one:
            wrong = f"footnote {one.number} is not in @ {numbers}"
            return Difference(one.line, wrong, self._line(1, one.number), refuses=True)
        assert other is not None  # noqa: S101  # a step has one of the two
        wrong = f"footnote {other.number} of @ is not here {numbers}"
        return Difference(self._line(0, other.number), wrong, other.line, refuses=True)

    def _line(self, side: int, number: int) -> int:
        """Return where the note beside the other text's note of that number is, or would be."""
        notes = self._notes[side]
        texts = self._texts
        places = self._places[1 - side].get(number)
        if places:
            return texts[places[0]][side].line
        return notes[-1].line if notes else 1

    def _calls(self, number: int, there: int) -> Iterator[Difference]:
        """Yield where a note is called in one of the texts alone."""
        mine, theirs = (self._places[side].get(n, []) for side, n in ((0, number), (1, there)))
        here = [place for place in mine if place not in theirs]
        other = [place for place in theirs if place not in mine]
        if here and other:
            wrong = f"footnote {number} is called here, and in the other text at @"
            lines = self._texts[here[0]][0].line, self._texts[other[0]][1].line
        elif here:
            wrong = f"footnote {number} is called here, and not at @"
            lines = self._texts[here[0]][0].line, self._texts[here[0]][1].line
        elif other:
            wrong = f"footnote {there} is called at @, and not here"
            lines = self._texts[other[0]][0].line, self._texts[other[0]][1].line
        else:
            return
        yield Difference(lines[0], wrong, lines[1], CORRECT)


def _by_marks(mine: Sequence[Block], theirs: Sequence[Block]) -> list[Step]:
    """Return which notes belong together: those with the same marks, the others in their order.

    Notes are numbered in the order of their calls, so one that is called elsewhere has another
    number, and others, too.
    """
    left, right = list(range(len(mine))), list(range(len(theirs)))
    found = []
    for with_place in (True, False):
        known: dict[frozenset[str], int] = {}
        for n in right:
            known.setdefault(_known(theirs[n], with_place=with_place), n)
        for n in tuple(left):
            place = known.pop(_known(mine[n], with_place=with_place), None)
            if place is not None and (with_place or _known(mine[n], with_place=False)):
                found.append(Step((n,), (place,)))
                left.remove(n)
                right.remove(place)
    rest = (Step((n,), (m,)) for n, m in zip(left, right, strict=True))
    return sorted([*found, *rest])


def _known(block: Block, *, with_place: bool) -> frozenset[str]:
    return block.marks if with_place else frozenset(m for m in block.marks if m[:3] != "at ")
