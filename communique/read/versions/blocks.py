"""The blocks of two versions, put beside one another: which have no counterpart, or another one.

Texts that belong together are kept for those who compare what they say.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from communique.model.body import BLOCKS
from communique.model.faults import cut
from communique.model.paragraphs import is_counted
from communique.read.versions import aligning
from communique.read.versions.aligning import Block
from communique.read.versions.difference import Difference, count, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.model.body import Node, Note
    from communique.read.versions.aligning import Step
    from communique.read.versions.version import Text, Version

    Part = Node | Note

_NAMES = {
    "item": "point",
    "quote": "quotation",
    "figure": "picture",
    "rule": "break",
    "source": "line below the table",
    "note": "footnote",
}
_SHOWN = 40


class Blocks:
    """Puts the blocks of two versions beside one another."""

    def __init__(self, one: Version, other: Version) -> None:
        self._one, self._other = one, other
        self.found: list[Difference] = []
        self.texts: list[tuple[Text, Text]] = []
        """The texts that belong together."""

    @cached_property
    def ratio(self) -> float:
        """How many characters the first language needs for one of the other."""
        mine, theirs = (each.size(each.statement.body) + 1 for each in (self._one, self._other))
        return mine / theirs

    def compare(self, mine: Sequence[Node], theirs: Sequence[Node], above: tuple[int, int]) -> None:
        """Compare blocks that stand one after the other; `above` are the lines of what has them."""
        ours = [Block(node.kind, 0, self._one.marks(node)) for node in mine]
        yours = [Block(node.kind, 0, self._other.marks(node)) for node in theirs]
        steps = self._steps(ours, yours, mine, theirs)
        if steps is None:
            wrong = (
                f"{count(len(mine), 'part')}, and in @ {len(theirs)}, which have little in common"
            )
            self.found.append(Difference(above[0], wrong, above[1], refuses=True))
            return
        is_same = [each.kind for each in ours] == [each.kind for each in yours]
        alone = _Alone(self, mine, theirs, above, refuses=not is_same)
        for one, other in alone.moved(steps, ours, yours):
            self._pair(one, other)
        for step in steps:
            here, there = [mine[n] for n in step.mine], [theirs[n] for n in step.theirs]
            if len(here) == len(there):
                self._pair(here[0], there[0])
            elif here and there:
                alone.merged(here, there)

    def _steps(
        self,
        ours: Sequence[Block],
        yours: Sequence[Block],
        mine: Sequence[Node],
        theirs: Sequence[Node],
    ) -> list[Step] | None:
        """Return which blocks belong together; sizes are asked for only where that is not clear."""
        if aligning.are_alike(ours, yours):
            return aligning.in_order(len(ours))
        one, other = (
            [
                each._replace(size=version.size(node))
                for each, node in zip(known, nodes, strict=True)
            ]
            for version, known, nodes in ((self._one, ours, mine), (self._other, yours, theirs))
        )
        return aligning.steps(one, other, self.ratio)

    def _pair(self, one: Node, other: Node) -> None:
        """Compare two blocks that belong together."""
        if one.kind != other.kind or _paragraph(one) != _paragraph(other):
            self._refuse(one, f"a {_name(one)}, and in @ a {_name(other)}", other)
        elif wrong := self._uneven(one, other):
            self._refuse(one, wrong, other)
        elif one.kind == "row":
            for cell, theirs in zip(one.children, other.children, strict=True):
                self._texts(cell, theirs)
        elif one.kind in ("list", "item", "quote", "table"):
            self.compare(one.children, other.children, (one.line, other.line))
        elif one.kind != "rule":
            self._texts(one, other)

    def _uneven(self, one: Node, other: Node) -> str:
        """Return in what two blocks of a kind differ by themselves, or nothing."""
        if one.kind == "heading":
            return self._heading(one, other)
        if one.kind == "list" and one.ordered != other.ordered:
            kinds = ["numbered" if each.ordered else "not numbered" for each in (one, other)]
            return f"points that are {kinds[0]}, and in @ {kinds[1]}"
        if one.kind == "table" and one.rows and other.rows:
            return _uneven(one.rows[0], other.rows[0], "column")  # missing there, it is in all rows
        return _uneven(one, other, "cell") if one.kind == "row" else ""

    def _heading(self, one: Node, other: Node) -> str:
        if one.level != other.level:
            return f"a heading of level {one.level}, and in @ of level {other.level}"
        if self._one.statement.matter.numbered and one.annex != other.annex:
            return "an annex here or in @, and not in both, and its paragraphs begin at 1"
        return ""

    def _refuse(self, one: Node, wrong: str, other: Node) -> None:
        self.found.append(Difference(one.line, wrong, other.line, refuses=True))

    def _texts(self, one: Node, other: Node) -> None:
        self.texts.append((self._one.text(one), self._other.text(other)))


class _Alone:
    """Tells of what has no counterpart at its place."""

    def __init__(
        self,
        blocks: Blocks,
        mine: Sequence[Node],
        theirs: Sequence[Node],
        above: tuple[int, int],
        *,
        refuses: bool,
    ) -> None:
        self._found = blocks.found
        self._sides, self._above, self._refuses = (mine, theirs), above, refuses

    def moved(
        self, steps: Sequence[Step], ours: Sequence[Block], yours: Sequence[Block]
    ) -> list[tuple[Node, Node]]:
        """Tell of blocks without one beside them; return those that stand elsewhere, in pairs."""
        mine, theirs = self._sides
        missing = [
            (n, _places(steps, at)) for at, s in enumerate(steps) if not s.theirs for n in s.mine
        ]
        added = [
            (n, _places(steps, at)) for at, s in enumerate(steps) if not s.mine for n in s.theirs
        ]
        pairs = []
        for n, (_, there) in missing:
            elsewhere = [m for m in added if ours[n].marks and ours[n][::2] == yours[m[0]][::2]]
            if elsewhere:
                added.remove(elsewhere[0])
                one, other = mine[n], theirs[elsewhere[0][0]]
                self._add(
                    one.line,
                    f"this {_name(one)} stands elsewhere in the other text, at @",
                    other.line,
                )
                pairs.append((one, other))
            else:
                wrong = f"the {_said(mine, n)} is not in @"
                self._add(mine[n].line, wrong, self._line(1, there))
        for m, (here, _) in added:
            wrong = f"the {_said(theirs, m)} of @ is not here"
            self._add(self._line(0, here), wrong, theirs[m].line)
        return pairs

    def merged(self, here: Sequence[Node], there: Sequence[Node]) -> None:
        """Tell of two paragraphs that are one in the other text."""
        wrong = f"{count(len(here), 'paragraph')}, and in @ {len(there)} with the same content"
        self._add(here[0].line, wrong, there[0].line)

    def _line(self, side: int, place: int) -> int:
        """Return the line of what stands at a place of one side, or else of what is before it."""
        nodes = self._sides[side]
        return nodes[min(place, len(nodes) - 1)].line if nodes else self._above[side]

    def _add(self, line: int, wrong: str, there: int) -> None:
        self._found.append(Difference(line, wrong, there, refuses=self._refuses))


def _places(steps: Sequence[Step], at: int) -> tuple[int, int]:
    """Return the places, in either text, of what stands below a step."""
    before = steps[:at]
    return sum(len(step.mine) for step in before), sum(len(step.theirs) for step in before)


def _said(nodes: Sequence[Node], place: int) -> str:
    """Return what a block is, with its beginning, and whether it is there twice."""
    node = nodes[place]
    words = _words(node)
    said = (
        f"{_name(node)} “{quoted(cut(' '.join(words.split()), _SHOWN))}”" if words else _name(node)
    )
    twice = [each.line for each in nodes if each is not node and each.plain == node.plain]
    return f"{said}, which is in line {twice[0]}, too," if words and twice else said


def _words(node: Node) -> str:
    """Return the words of a block, those of the blocks in it apart from one another."""
    between = " | " if node.kind == "row" else " "
    inside = [child for child in node.children if child.kind in BLOCKS]
    return between.join(map(_words, inside)) if inside else node.plain


def _uneven(one: Node, other: Node, name: str) -> str:
    """Return that two rows have not the same number of cells, or nothing."""
    mine, theirs = len(one.children), len(other.children)
    return f"{count(mine, name)}, and in @ {theirs}" if mine != theirs else ""


def _name(node: Node) -> str:
    return _paragraph(node) if node.kind == "paragraph" else _NAMES.get(node.kind, node.kind)


def _paragraph(block: Node) -> str:
    """Return which kind of paragraph a block is; those that are not counted have names."""
    if block.kind != "paragraph" or is_counted(block):
        return "paragraph"
    return "centred line" if block.align else "stage direction"
