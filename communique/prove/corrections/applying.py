"""Applying: an earlier text becomes another one, correction by correction, as a reader would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.prove.corrections.parts import Part, Token
from communique.prove.corrections.sentences import Asked, coming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.design.language import Language

_CUT = "…"


class UnclearError(Exception):
    """A correction does not say what is to be done, or where."""


class Copy:
    """The earlier text, in which corrections are entered."""

    def __init__(self, parts: Sequence[Part], language: Language) -> None:
        self.parts, self.language = list(parts), language
        self.last: dict[Part, Part] = {}
        self.edits: dict[Part, list[tuple[int, int, list[Token]]]] = {}
        self.notes: list[tuple[str, Asked]] = []
        self.moves: list[tuple[Part, Part]] = []
        self.renumbered = False
        """Whether it was said that points have other numbers."""

    def named(self, name: str) -> list[Part]:
        """Return the parts of that name, which may be written with a capital at its head."""
        return [part for part in self.parts if any(_is(name, own) for own in part.names)]

    def alone(self, name: str) -> list[Part]:
        """Return the part of that name, or all cells of a row."""
        found = [part for part in self.named(name) if not part.coming]
        rows = {part.names[-1] for part in found} if found and found[0].kind == "row" else found
        if len(rows) != 1:
            raise UnclearError(f"{len(rows)} parts are called {name}")
        return found

    def enter(self, name: str, asked: Asked) -> None:
        """Enter a correction at the place of that `name`; raises `UnclearError`."""
        if not self.named(name):
            raise UnclearError(f"the earlier version has no place called {name}")
        match asked.kind:
            case "delete_all":
                found = self.named(name)
                for part in found if found[0].kind in ("note", "value") else self.alone(name):
                    part.gone = True
            case "insert":
                [part] = self.alone(name)
                if part.tokens:
                    raise UnclearError(f"{name} is not empty")
                part.tokens = [*asked.new]
            case "renumbered":
                self.renumbered = True
            case "insert_note":
                self.notes.append((name, asked))
            case "follow" | "precede":
                self.come(name, asked)
            case "move":
                self.moves.append((self.alone(name)[0], self.alone(asked.rest)[-1]))
            case "replace" | "delete" | "insert_after" | "insert_before":
                self.edit(name, asked)

    def come(self, name: str, asked: Asked) -> None:
        """Enter parts that come after a place, or before the first one."""
        says = self.language.file.corrigendum
        told = coming(asked.rest, says, self.language) if says else []
        if not told:
            raise UnclearError(f"it is not clear what comes at {name}")
        found, every = self.alone(name), list[Part]()
        for kind, words in told:
            for cell in _cells(words) if kind == "row" else [words]:
                every.append(Part((name,), kind, [*cell], coming=True))
        if asked.kind == "precede":
            place = self.parts.index(found[0])
        else:
            place = self.parts.index(self.last.get(found[-1], found[-1])) + 1
            self.last[found[-1]] = every[-1]
        self.parts[place:place] = every

    def edit(self, name: str, asked: Asked) -> None:
        """Enter that words of a place become others."""
        part, first, last = _found([p for p in self.named(name) if not p.coming], asked.old, name)
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
        self.edits.setdefault(part, []).append(
            (*_span(part, first, last, after_calls=calls_first), [*new])
        )

    def finish(self) -> list[Part]:
        """Return the text in which all is done."""
        for part, edits in self.edits.items():
            for first, last, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
                part.tokens[first:last] = new
        for name, asked in self.notes:
            part, _, last = _found(self.named(name), asked.old, name)
            place, _ = _span(part, last, last, after_calls=False)
            part.tokens.insert(place, tuple(asked.new))
        for part, anchor in self.moves:
            self.parts.remove(part)
            self.parts.insert(self.parts.index(anchor) + 1, part)
        gone = {part.number for part in self.parts if part.gone and part.number}
        for part in self.parts:
            part.tokens = [token for token in part.tokens if token not in gone]
        return [part for part in self.parts if not part.gone or part.kind == "value"]


def _is(name: str, own: str) -> bool:
    name, own = (" ".join(each.split()) for each in (name, own))
    return name in (own, own[:1].upper() + own[1:])


def _cells(words: Sequence[str]) -> Iterator[list[str]]:
    """Yield the words of each cell of a row; a dash stands for none."""
    cell: list[str] = []
    for word in (*words, "|"):
        if word == "|":
            yield [] if cell == ["–"] else cell
            cell = []
        else:
            cell.append(word)


def _found(parts: Sequence[Part], words: Sequence[str], name: str) -> tuple[Part, int, int]:
    """Return where words stand, once, among `parts`: the first of them, and the one behind them."""
    found = [
        (part, place, place + len(words))
        for part in parts
        for place in range(len(part.words) - len(words) + 1)
        if part.words[place : place + len(words)] == list(words)
    ]
    if not found and _CUT in words:
        cut = list(words).index(_CUT)
        begin = _found(parts, words[:cut], name)
        end = _found(parts, words[cut + 1 :], name)
        if begin[0] is end[0] and begin[2] <= end[1]:
            return begin[0], begin[1], end[2]
    if len(found) != 1:
        raise UnclearError(f"“{' '.join(words)}” stands {len(found)} times in {name}")
    return found[0]


def _span(part: Part, first: int, last: int, *, after_calls: bool) -> tuple[int, int]:
    """Return where among the tokens these words stand; between two words, before or after calls."""
    places = [place for place, token in enumerate(part.tokens) if isinstance(token, str)]
    if first < last:
        return places[first], places[last - 1] + 1
    if after_calls:
        place = places[first] if first < len(places) else len(part.tokens)
    else:
        place = places[first - 1] + 1 if first else 0
    return place, place
