"""Notes: which note became which, by what they say and not by their numbers."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from communique.difference.model import NotePair
from communique.difference.pairing.blocks import paired
from communique.difference.pairing.likeness import aligned, likeness
from communique.difference.pairing.side import alone
from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.difference.model import Pair
    from communique.difference.pairing.side import Side
    from communique.model.body import Note

    Match = tuple[int, int]

#: Notes are this much alike where they changed their order.
_ALIKE = 0.5


def note_pairs(sides: tuple[Side, Side]) -> dict[Match, NotePair]:
    """Return the notes of both versions, by the places of both, -1 where there is none.

    From now on both `sides` know which calls are the same.
    """
    old, new = (side.statement.body.notes for side in sides)
    found = {match: _pair(sides, old[match[0]], new[match[1]]) for match in _matches(sides)}
    gone = set(range(len(old))) - {i for i, _ in found}
    come = set(range(len(new))) - {j for _, j in found}
    found |= {(i, -1): _alone(old[i], added=False) for i in gone}
    found |= {(-1, j): _alone(new[j], added=True) for j in come}
    sides[0].calls = {old[i].number: name for name, (i, _) in enumerate(found, 1) if i >= 0}
    sides[1].calls = {new[j].number: name for name, (_, j) in enumerate(found, 1) if j >= 0}
    return found


def _matches(sides: tuple[Side, Side]) -> list[Match]:
    """Return the places of notes that are versions of one another."""
    old, new = (_as_blocks(side.statement.body.notes) for side in sides)
    found = aligned(sides, old, new, "")
    gone = sorted(set(range(len(old))) - {i for i, _ in found})
    come = sorted(set(range(len(new))) - {j for _, j in found})
    shares = likeness(sides, [old[n] for n in gone], [new[n] for n in come], _ALIKE)
    taken: tuple[set[int], set[int]] = (set(), set())
    for i, j in sorted(shares, key=lambda match: (-shares[match], match)):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            found.append((gone[i], come[j]))
    return sorted(found)


def _as_blocks(notes: Sequence[Note]) -> list[Node]:
    """Return notes as blocks, which are compared as any other."""
    return [Node("quote", note.line, note.children) for note in notes]


def _pair(sides: tuple[Side, Side], old: Note, new: Note) -> NotePair:
    pairs = tuple(paired(sides, old.children, new.children, "item"))
    same = all(each.kind == "same" for each in pairs)
    return NotePair("same" if same else "changed", old, new, pairs)


def _alone(note: Note, *, added: bool) -> NotePair:
    pairs = tuple(alone(block, added=added) for block in note.children)
    return NotePair("added", None, note, pairs) if added else NotePair("deleted", note, None, pairs)


def called(pairs: Sequence[Pair]) -> Iterator[tuple[bool, Node]]:
    """Yield each call in both texts, in reading order; and whether it is of the new version."""
    for pair in pairs:
        if pair.kind == "moved":
            version = pair.new or pair.old
            assert version is not None  # noqa: S101  # a pair has one of them
            yield from ((pair.new is not None, call) for call in _calls([version]))
        elif pair.pairs:
            yield from called(pair.pairs)
        else:
            for piece in pair.pieces:
                yield from ((bool(piece.new), call) for call in _calls(piece.nodes))


def _calls(nodes: Sequence[Node]) -> Iterator[Node]:
    return (each for node in nodes for each in node.walk() if each.kind == "call")


def in_order(
    pairs: Sequence[Pair], notes: dict[Match, NotePair], sides: tuple[Side, Side]
) -> tuple[NotePair, ...]:
    """Return the notes in the order in which they are first called in both texts together."""
    order: dict[int, int] = {}
    numbers = count(1)
    for is_new, call in called(pairs):
        name = sides[is_new].calls.get(call.number)
        if name is not None and name not in order:
            order[name] = next(numbers)
    named = enumerate(notes.values(), 1)
    return tuple(pair for _, pair in sorted(named, key=lambda each: order.get(each[0], len(notes))))
