"""Saying: what is to be done, in the words of the language."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from communique.model.body import Node
from communique.turns.corrigendum import words
from communique.turns.corrigendum.looks.eye import only_codes
from communique.turns.corrigendum.words import filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.design.language import Language
    from communique.turns.corrigendum.finder import Correction
    from communique.turns.corrigendum.places import Unit
    from communique.turns.corrigendum.words import Word

#: What can be inserted and deleted as a whole.
PARTS = ("paragraph", "heading", "point", "row")
#: Between the cells of a row, the second where the first stands in one of them, and for words that
#: are left out.
_CELLS, _CUT = ("|", "¦"), "…"
#: So many words of a part tell which it is.
_BEGINNING = 4
_UNSEEN = "“{}” and “{}” differ in no sign that an eye can tell ({})"


class UnsaidError(Exception):
    """Something changed that no words can correct: what it is, and its line in either version."""

    def __init__(self, line: int, what: str, *, is_old: bool = False) -> None:
        self.line, self.what, self.is_old = line, what, is_old
        super().__init__(what)


@dataclass
class Change:
    """What is to be done at one place."""

    place: str
    line: int
    instructions: list[tuple[Node, ...]] = field(default_factory=list)
    words: int = 0
    """How many words go and come."""


class Sayings:
    """The patterns of a language, filled with words of a text."""

    def __init__(self, language: Language) -> None:
        says = language.file.corrigendum
        assert says is not None  # noqa: S101  # asked before
        self.says, self.comma = says, language.file.comma

    def __call__(self, kind: str, line: int, **parts: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the pattern of that kind with `parts` in it."""
        return filled(getattr(self.says, kind), line, **parts)

    def mark(self, kind: str, line: int, **parts: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return that words look otherwise, or lead somewhere."""
        return filled(getattr(self.says.marks, kind), line, **parts)

    def correction(self, correction: Correction, line: int) -> tuple[Node, ...]:
        """Return a correction of words; raises `UnsaidError` where it reads the same twice."""
        old, new = correction.old, correction.new
        if correction.kind == "replace":
            both = [" ".join(word.text for word in each) for each in (old, new)]
            if codes := only_codes(*both):
                raise UnsaidError(line, _UNSEEN.format(*both, codes))
        before = self.quoted(old, line, cut=correction.cut) if old else ()
        after = self.quoted(new, line) if new else ()
        return self(correction.kind, line, old=before, words=before, new=after)

    def quoted(self, every: Sequence[Word], line: int, *, cut: bool = False) -> tuple[Node, ...]:
        """Return words in quotation marks, with an ellipsis in the middle where they are cut."""
        if cut:
            half = len(every) // 2
            every = (*every[:half], *words.plain(_CUT), *every[half:])
        return filled(self.says.quote, line, words=words.nodes(every, line))

    def place(self, unit: Unit, moved: Unit) -> tuple[Node, ...]:
        """Return what a part is called after which another one is `moved`.

        Its first words are quoted where it stands before all sections and the other one in one, of
        which a reader would take the number to be; raises `UnsaidError` where it has no words.
        """
        if unit.kind == "heading" or unit.section or not moved.section:
            return text(unit.name, unit.line)
        if not unit.words:
            raise UnsaidError(moved.line, f"a {moved.kind} was moved to follow one without words")
        first = [*unit.words[:_BEGINNING], *words.plain(_CUT)]
        return (*text(f"{unit.name}{self.comma}", unit.line), *self.quoted(first, unit.line))

    def parts(self, units: Sequence[Unit]) -> tuple[Node, ...]:
        """Return parts that come, one after the other; a row has all of its cells."""
        said: list[Node] = []
        for _, group in groupby(units, key=_row):
            first, *others = cells = list(group)
            own = {word.text for cell in cells for word in cell.words}
            between = _CELLS[own & {*_CELLS} == {_CELLS[0]}]
            if others and _CELLS[1] in own:
                raise UnsaidError(first.line, f"a row came with {_CELLS[1]} in a cell")
            every = [*words.plain(first.marker), *first.words]
            for cell in others:
                every += [*words.plain(between), *cell.words]
            pattern = getattr(self.says.parts, cells[0].kind)
            said += text(self.comma, first.line) if said else ()
            said += filled(pattern, first.line, words=self.quoted(every, first.line))
        return tuple(said)


def _row(unit: Unit) -> tuple[str, int]:
    """Return what cells of one row have in common: others may be called so, too."""
    return (unit.row, unit.line if unit.row else id(unit))


def text(said: str, line: int) -> tuple[Node, ...]:
    """Return plain words as the nodes of a paragraph."""
    return (Node("text", line, text=said),)
