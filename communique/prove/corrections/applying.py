"""Applying: an earlier text becomes another one, correction by correction, as a reader would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove.corrections.finding import cells_of, check_quote, heading_of, span_of, where
from communique.prove.corrections.forms import UnclearError, marked, written
from communique.prove.corrections.leads import addressed
from communique.prove.corrections.part import Part, Token
from communique.prove.corrections.sentences import Asked, coming
from communique.prove.lines import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.design.language import Language

#: The level of a heading where there was none.
_SECTION = 2


class Copy:
    """The earlier text, in which corrections are entered."""

    def __init__(self, parts: Sequence[Part], language: Language) -> None:
        self.parts, self.language = list(parts), language
        self.last: dict[Part, Part] = {}
        self.edits: dict[Part, list[tuple[int, int, list[Token]]]] = {}
        self.notes: list[tuple[str, Asked]] = []
        self.moves: list[tuple[Part, Part]] = []
        self.marks: list[tuple[str, Asked]] = []
        self.levels: list[tuple[str, list[str], Part]] = []
        """Where a heading comes, or is, its words when all is done, and what it is like."""
        self.finished: list[Part] = []
        self.renumbered: set[int] = set()
        """The lists of which it was said that points have other numbers."""
        self.markers = {
            each: [part.marker for part in self.parts if part.of_list == each]
            for each in {part.of_list for part in self.parts}
        }
        """How the points of each list were marked."""

    def named(self, name: str) -> list[Part]:
        """Return the parts of that name, which may be written with a capital at its head."""
        return [part for part in self.parts if any(_is(name, own) for own in part.names)]

    def tables(self, name: str) -> list[Part]:
        """Return all parts of the table of that name."""
        return [part for part in self.parts if part.table and _is(name, part.table)]

    def alone(self, name: str) -> list[Part]:
        """Return the part of that name, or all cells of a row."""
        found = [part for part in self.named(name) if not part.coming]
        rows = {part.row or id(part) for part in found}
        if len(rows) != 1:
            raise UnclearError(f"{len(rows)} parts are called {name}")
        return found

    def enter(self, name: str, asked: Asked) -> None:
        """Enter a correction at the place of that `name`; raises `UnclearError`."""
        if not (self.named(name) or self.tables(name)):
            raise UnclearError(f"the earlier version has no place called {name}")
        match asked.kind:
            case "delete_all":
                found = self.named(name)
                for part in found if found[0].kind in ("note", "value") else self.alone(name):
                    part.gone = True
            case "insert":
                self.fill(name, asked)
            case "renumbered":
                self.renumbered |= {part.of_list for part in self.alone(name)}
            case "level":
                like = heading_of([p for p in self.parts if not p.coming], asked.old)
                self.levels.append((name, asked.new, like))
            case "insert_note":
                self.notes.append((name, asked))
            case "follow" | "precede" | "at_end":
                self.come(name, asked)
            case "move":
                part = self.alone(name)[0]
                self.moves.append((part, self.anchor(part, asked.rest)))
            case "replace" | "delete" | "insert_after" | "insert_before":
                self.edit(name, asked)
            case _:
                self.marks.append((name, asked))

    def fill(self, name: str, asked: Asked) -> None:
        """Enter the words of a place that has none."""
        part, *others = self.named(name)
        if others:
            raise UnclearError(f"{1 + len(others)} parts are called {name}")
        if part.tokens:
            raise UnclearError(f"{name} is not empty")
        part.tokens = [*written([], asked.new, None, None)]

    def come(self, name: str, asked: Asked) -> None:
        """Enter parts that come after a place, or before the first one."""
        says = self.language.file.corrigendum
        told = coming(asked.rest, says, self.language) if says else []
        if not told:
            raise UnclearError(f"it is not clear what comes at {name}")
        found, every = self.tables(name) or self.alone(name), list[Part]()
        if asked.kind == "at_end":
            text = [part for part in self.parts if part.kind != "note"]
            self.parts[len(text) : len(text)] = [self.last_new(name, *one) for one in told]
            return
        like = found[0]
        for kind, words in told:
            for own, cell in cells_of(words, found) if kind == "row" else [(like, words)]:
                every.append(self.new(name, kind, cell, own))
            like = every[-1]
        if asked.kind == "precede":
            place = self.parts.index(found[0])
        else:
            place = self.parts.index(self.last.get(found[-1], self.end(found[-1], every[0]))) + 1
            self.last[found[-1]] = every[-1]
        check_quote(found[0], self.parts[place - 1 : place + 1])
        self.parts[place:place] = every

    def last_new(self, name: str, kind: str, words: Sequence[str]) -> Part:
        """Return a part that comes at the end of the text, and stands in nothing."""
        if kind not in ("paragraph", "heading"):
            raise UnclearError(f"a {kind} cannot come at the end of the text")
        part = self.new(name, kind, words, self.alone(name)[0])
        part.above = ()
        return part

    def new(self, name: str, kind: str, words: Sequence[str], like: Part) -> Part:
        """Return a part that comes after, or before, another one and stands where that stands."""
        above = like.above
        if kind == "point" and like.kind != "point":
            above = (*above, "list")
        elif kind != "point" and like.kind == "point" and like.coming:
            above = above[:-1]
        levels = {part.looks[0] for part in self.parts if part.kind == "heading"} or {_SECTION}
        level = max(levels) if kind == "heading" and len(levels) == 1 else 0
        align = like.looks[1] if kind == "row" else ""
        tokens: list[Token] = [*written([], words, None, None)]
        own = like.of_list if kind == "point" else 0
        looks = (level, align, 1, 1)
        return Part((name,), kind, tokens, coming=True, looks=looks, above=above, of_list=own)

    def end(self, part: Part, coming: Part) -> Part:
        """Return the last part of a point, after which another point comes; else that part."""
        if (part.kind, coming.kind) != ("point", "point"):
            return part
        return [each for each in self.parts if part.items[-1] in each.items][-1]

    def anchor(self, moved: Part, name: str) -> Part:
        """Return the part after which one is moved.

        Raises `UnclearError` where a number without a section could be of that of the moved one.
        """
        begun = [part for part in self.parts if self.is_begun(part, name)]
        found = begun if len(begun) == 1 else self.alone(name)
        if moved.under and not (begun or found[-1].under or found[-1].kind == "heading"):
            raise UnclearError(f"{name} could be that {moved.under}")
        return found[-1]

    def is_begun(self, part: Part, name: str) -> bool:
        """Tell whether `name` is one of a part with its first words in quotation marks."""
        says = self.language.file.corrigendum
        words = [*map(str, part.words)]
        return says is not None and any(
            _is(name, f"{own}{self.language.file.comma}{says.quote.format(words=begin)}")
            for own in part.names
            if name.casefold().startswith(own.casefold())
            for begin in (" ".join([*words[:n], "…"]) for n in range(1, len(words) + 1))
        )

    def edit(self, name: str, asked: Asked) -> None:
        """Enter that words of a place become others."""
        part, first, last = where([p for p in self.named(name) if not p.coming], asked.old, name)
        new = list(asked.new)
        calls_first = asked.kind != "replace"
        if asked.kind == "insert_after":
            first = last
        elif asked.kind == "insert_before":
            last = first
        else:
            while new and first < last and part.words[first] == new[0]:
                first, new = first + 1, new[1:]
            while new and first < last and part.words[last - 1] == new[-1]:
                last, new, calls_first = last - 1, new[:-1], True
        words = part.words
        before = words[first - 1] if first else None
        after = words[last] if last < len(words) else None
        coming = written(words[first:last], new, before, after)
        span = span_of(part, first, last, after_calls=calls_first)
        self.edits.setdefault(part, []).append((*span, [*coming]))

    def finish(self) -> list[Part]:
        """Return the text in which all is done."""
        for part, edits in self.edits.items():
            for first, last, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
                part.tokens[first:last] = new
        for name, asked in self.notes:
            part, _, last = where(self.named(name), asked.old, name)
            place, _ = span_of(part, last, last, after_calls=False)
            part.tokens.insert(place, tuple(written([], asked.new, None, None)))
        for part, anchor in self.moves:
            self.parts.remove(part)
            self.parts.insert(self.parts.index(anchor) + 1, part)
        gone = {part.number for part in self.parts if part.gone and part.number}
        for part in self.parts:
            part.tokens = [token for token in part.tokens if token not in gone]
        self.set_levels()
        here = [part for part in self.parts if not part.gone]
        for name, asked in self.marks:
            own = [part for part in self.named(name) if not part.gone]
            _mark(own, addressed(asked, here), name)
        self.finished = [part for part in self.parts if not part.gone or part.kind == "value"]
        return self.finished

    def set_levels(self) -> None:
        """Set headings like others; raises `UnclearError` where these do not stay as they are."""
        every = [
            (heading_of([part for part in self.named(name) if not part.gone], words), like)
            for name, words, like in self.levels
        ]
        moved = [part for part, _ in self.moves]
        for heading, like in every:
            if like.gone or like in (*self.edits, *moved, *(part for part, _ in every)):
                raise UnclearError(f"“{' '.join(like.words)}” does not stay as it is")
            heading.looks = (like.looks[0], *heading.looks[1:])


def _is(name: str, own: str) -> bool:
    return folded(name).casefold() == folded(own).casefold()


def _mark(parts: Sequence[Part], asked: Asked, name: str) -> None:
    """Let words among others look as it is said."""
    part, first, last = where(parts, asked.old, name)
    around, own = " ".join(asked.old), " ".join(asked.new)
    begin = around.find(own)
    if begin < 0 or begin != around.rfind(own):
        raise UnclearError(f"“{own}” does not stand in “{around}” once")
    end = begin + len(own)
    for word in part.words[first:last]:
        word.looks = tuple(
            marked(look, asked.kind, asked.rest) if begin <= place < end else look
            for place, look in enumerate(word.looks)
        )
        begin, end = begin - len(word) - 1, end - len(word) - 1
