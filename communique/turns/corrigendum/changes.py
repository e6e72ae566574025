"""The changes of a text: their places in the earlier version, and what is to be done there."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from communique.turns.corrigendum import hunks, levels, notes_called, order, places
from communique.turns.corrigendum.hunks import UnnamedError
from communique.turns.corrigendum.levels import Levels
from communique.turns.corrigendum.looks import forms
from communique.turns.corrigendum.looks.leads import Leads
from communique.turns.corrigendum.looks.marks import Marks, marks
from communique.turns.corrigendum.places import Step
from communique.turns.corrigendum.saying import PARTS, Change, Sayings, UnsaidError
from communique.turns.corrigendum.seats import Seats
from communique.turns.corrigendum.words import keyed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.design.language import Language
    from communique.difference import Difference
    from communique.difference.model import NotePair, Pair
    from communique.model.body import Node
    from communique.turns.corrigendum.places import Unit
    from communique.turns.corrigendum.words import Form

#: What no words can insert or delete, and how authors call it.
_NAMES = {"table": "table", "figure": "picture"}
_ELSEWHERE = "a {} stands in another part, or is set otherwise"


def changes(difference: Difference, language: Language) -> list[Change]:
    """Return the changes of the text and its notes, in the order of the earlier version.

    Raises `UnsaidError` at the first that no corrigendum can say.
    """
    return _Changes(difference, language).found()


class _Changes:
    def __init__(self, difference: Difference, language: Language) -> None:
        self.difference, self.say = difference, Sayings(language)
        sides = difference.old, difference.new
        self.old, self.new = (places.units(side, language) for side in sides)
        pairs = list(enumerate(difference.notes))
        self.keys = (
            {pair.old.number: key for key, pair in pairs if pair.old},
            {pair.new.number: key for key, pair in pairs if pair.new},
        )
        both = [pair.old and pair.new for pair in difference.notes]
        kept = {number: key for number, key in self.keys[0].items() if both[key]}
        self.called = kept, self.keys[1]
        self.seats = Seats(difference, self.old)
        self.text = levels.rejoined(list(self.steps(difference.blocks)))
        notes = [step for note in difference.notes for step in self.steps(note.pairs)]
        versions = [(step.old, step.new) for step in (*self.text, *notes)]
        self.changed = [(a, b) for a, b in versions if a and b and a.words != b.words]
        self.leads = Leads(self.text)
        self.marks = Marks(self.say, self.leads)
        self.levels = Levels(self.text, self.say)
        self.made: list[Change] = []
        self.gone: set[str] = set()
        marked = [pair for pair in difference.walk() if pair.marker_changed]
        self.odd = [pair.node.line for pair in marked if not self.seats.is_in_order(pair)]
        self.renumbered = {self.seats.list_of(pair): pair.node.line for pair in marked}

    def found(self) -> list[Change]:
        self.part(self.text)
        if lines := [*self.odd, *self.renumbered.values()]:
            raise UnsaidError(min(lines), "points are numbered or lettered otherwise")
        for pair in self.difference.notes:
            self.note(pair)
        self.marks.end()
        return order.in_order(self.made, self.old)

    def note(self, pair: NotePair) -> None:
        if pair.kind == "deleted" and pair.old:
            units = [step.old for step in self.steps(pair.pairs) if step.old]
            going = sum(len(unit.words) for unit in units)
            self.add(units[0].place, pair.old.line, going, self.say("delete_all", pair.old.line))
        elif pair.kind == "changed":
            self.part(list(self.steps(pair.pairs)))

    def steps(self, pairs: Iterable[Pair], fate: str = "same") -> Iterator[Step]:
        """Yield the parts that hold words, moved ones where they are now.

        What is in a block has its fate.
        """
        for pair in pairs:
            if pair.kind == "moved" and not pair.new:
                continue
            own = fate if fate != "same" else {"changed": "same"}.get(pair.kind, pair.kind)
            if pair.node.kind in ("table", "figure") and own != "same":
                what = f"a {_NAMES[pair.node.kind]} was {own}"
                raise UnsaidError(pair.node.line, what, is_old=pair.new is None)
            if pair.pairs:
                yield from self.steps(pair.pairs, own)
            elif id(pair.old) in self.old or id(pair.new) in self.new:
                yield Step(self.old.get(id(pair.old)), self.new.get(id(pair.new)), own)

    def part(self, steps: Sequence[Step]) -> None:
        """Note the changes of the text, or of a note."""
        anchor: Unit | None = None
        grouped = groupby(
            steps,
            key=lambda step: step.fate in ("added", "moved") and bool(step.new),
        )
        runs = [(is_new, list(run)) for is_new, run in grouped]
        for (is_new, run), (_, then) in pairwise([*runs, (False, [])]):
            if is_new:
                self.inserted(run, anchor, then[0].old if then else None)
                continue
            for step in run:
                if step.fate == "same" and step.old and step.new:
                    self.corrected(step.old, step.new)
                    anchor = step.old
                elif step.fate == "deleted" and step.old:
                    self.deleted(step.old)
                    anchor = step.old

    def inserted(self, steps: Sequence[Step], before: Unit | None, after: Unit | None) -> None:
        """Note what comes, or was moved, between the parts `before` and `after` it."""
        parts = [step.new for step in steps if step.new]
        line = parts[0].line
        for unit in parts:
            if wrong := forms.unsaid_of_part(unit):
                raise UnsaidError(unit.line, wrong)
        found = self.seats.beside(parts, before, after)
        named = [each for each in found if not self.seats.is_shared(each.unit)]
        if not named:
            what = self.alone(found[0].unit) if found else f"a {parts[0].kind} was added"
            raise UnsaidError(line, f"{what} where no part beside it can be named")
        unit, comes = named[0]
        name = unit.name
        [step, *others] = steps
        if step.old and step.new and not others and unit is before and not unit.row:
            self.corrected(step.old, step.new, moved=True)
            moved = self.say("move", line, place=self.say.place(unit, step.old))
            self.add(self.alone(step.old), step.old.line, 0, moved)
            self.renumber(step.old, self.seats.of_old(step.old))
            return
        for each in steps:
            if each.fate == "moved" and each.old:
                self.deleted(each.old, renumbers=order.is_before(each.old, unit, self.old))
        calls = [(unit.line, key) for unit in parts for _, key in keyed(unit.words, self.keys[1])]
        notes_called.check_added(self.difference, calls)
        coming = sum(len(unit.words) for unit in parts)
        said = self.say(comes, line, new=self.say.parts(parts))
        self.add(name, line, coming, said)
        for part in parts:
            self.add(name, line, 0, *self.levels.of_new(part, parts))
            self.renumber(part, self.seats.of_new(part))
            self.marked(name, part, forms.plain(part.words))
            self.marks.read(part, name)
            self.new_notes(name, part, set())

    def deleted(self, unit: Unit, *, renumbers: bool = True) -> None:
        """Note that a part goes, a row with all of its cells, and maybe `renumbers` points."""
        if unit.kind not in (*PARTS, "note"):
            raise UnsaidError(unit.line, f"a {unit.kind} was deleted", is_old=True)
        name = self.alone(unit)
        if unit.row and name in self.gone:
            self.made[-1].words += len(unit.words)
            return
        self.gone.add(name)
        self.add(name, unit.line, len(unit.words), self.say("delete_all", unit.line))
        self.renumber(unit, self.seats.of_old(unit) if renumbers else None)

    def renumber(self, unit: Unit, seat: int | None) -> None:
        """Say once, where a point came or went, that others of its list are marked otherwise."""
        if unit.marker and seat and self.renumbered.pop(seat, None):
            self.made[-1].instructions.append(self.say("renumbered", unit.line))

    def alone(self, unit: Unit) -> str:
        """Return what a part, or its row, is called, if no other one is called so."""
        name = unit.name
        if self.seats.is_shared(unit):
            what = f"“{name}” is the place of several parts"
            raise UnsaidError(unit.line, what, is_old=True)
        return name

    def corrected(self, old: Unit, new: Unit, *, moved: bool = False) -> None:
        """Note how the words of a part change."""
        if not (moved or self.seats.is_kept(old, new)):
            raise UnsaidError(new.line, _ELSEWHERE.format(new.kind))
        calls = keyed(old.words, self.keys[0]), keyed(new.words, self.keys[1])
        notes_called.check(self.difference, new.line, *calls)
        if old.words == new.words:
            notes_called.check_same(new.line, *calls)
        found = hunks.hunks(old.words, new.words, calls)
        if wrong := forms.unsaid(old.words, new.words, found, self.called):
            raise UnsaidError(new.line, wrong)
        place = [unit.words for unit in self.old.values() if unit.is_called(old.place)]
        try:
            others = [b.words for a, b in self.changed if a is not old and a.is_called(old.place)]
            every = hunks.corrections(found, old.words, new.words, place, others)
        except UnnamedError:
            wrong = f"the words that changed stand several times in {old.place}"
            raise UnsaidError(new.line, wrong) from None
        if any(each.kind == "insert" for each in every) and len(place) > 1:
            what = f"“{old.place}” is the place of several parts"
            raise UnsaidError(old.line, what, is_old=True)
        for each in every:
            self.add(old.place, new.line, 0, self.say.correction(each, new.line))
        if every:
            self.made[-1].words += sum(hunk.size for hunk in found)
        if level := self.levels.of_kept(old, new, is_alone=len(place) == 1):
            self.add(old.place, new.line, 1, *level)
        self.marked(old.place, new, forms.by_hand(old.words, new.words, found, self.called))
        self.marks.read(new, old.place, old.name)
        self.new_notes(old.place, new, {key for _, key in calls[0]})

    def marked(self, place: str, unit: Unit, by_hand: Iterable[set[Form]]) -> None:
        """Note which words of a part do not look as they do where they are written by hand."""
        for mark in marks(by_hand, unit.words, unit.line, self.leads):
            self.add(place, unit.line, 0)
            self.marks.add(self.made[-1], mark, unit)

    def new_notes(self, name: str, unit: Unit, before: set[int]) -> None:
        """Note the notes that are called in a part and were not `before`."""
        texts = [[word.text for word in each.words] for each in self.new.values()]
        own = [word.text for word in unit.words]
        for place, key in keyed(unit.words, self.keys[1]):
            note = self.difference.notes[key]
            if key in before or note.kind != "added" or not note.new:
                continue
            before.add(key)
            first = notes_called.first_before(own, place, texts)
            if first is None:
                raise UnsaidError(unit.line, "the call of a footnote cannot be told from others")
            steps = list(self.steps(note.pairs))
            every = steps[0].new.words if len(steps) == 1 and steps[0].new else ()
            wrong = forms.unsaid_of_new(every) if every else "a footnote of several parts came"
            if wrong or marks(forms.plain(every), every, unit.line, self.leads):
                raise UnsaidError(note.new.line, wrong or "a footnote came with stress or a link")
            after, new = (
                self.say.quoted(each, unit.line) for each in (unit.words[first:place], every)
            )
            said = self.say("insert_note", unit.line, words=after, new=new)
            self.add(name, unit.line, len(every), said)

    def add(self, place: str, line: int, count: int, *said: tuple[Node, ...]) -> None:
        """Note what is to be done at a place, with what else is to be done there."""
        if not self.made or self.made[-1].place != place:
            self.made.append(Change(place, line))
        self.made[-1].instructions += said
        self.made[-1].words += count
