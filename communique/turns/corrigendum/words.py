"""Words with their looks: what is compared, quoted, and made text again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Look = tuple[str, str]
"""The kind of a node around words, and the language (BCP 47) of a phrase."""
Run = tuple[str, tuple[Look, ...]]
"""Characters, and what is around them, the outermost first."""

_LOOKS = frozenset(("emphasis", "strong", "superscript", "subscript", "phrase"))
#: The end of a line within a paragraph.
LINE_END = "\n"
#: No-break spaces hold words together that stay together where they are quoted.
_SPACES = re.compile("[ \t\n]+")
#: Signs that French and others set off with a space from the word that they belong to.
_OPENING, _CLOSING = frozenset("«‹„“‘(["), frozenset("»›”’)]:;!?%‰")
#: What is stressed in a pattern, and what is filled in.
_PARTS = re.compile(r"\*([^*]+)\*|{([a-z]+)}")


Form = tuple[str | int, tuple[Look, ...], str]
"""A character, or the number of a note that is called within a word; its looks, and where a link
around it leads, also where its own words say that."""


@dataclass(frozen=True)
class Word:
    """What stands between two spaces; two are the same where they have the same characters."""

    runs: tuple[Run, ...] = field(compare=False)
    calls: tuple[int, ...] = field(default=(), compare=False)
    """The numbers of the notes that are called in it or behind it."""
    forms: tuple[Form, ...] = field(default=(), compare=False)
    """All that it consists of."""
    gap: str = field(default=" ", compare=False)
    """What stands before it: a space, or the end of a line."""
    text: str = field(init=False)
    """Its characters."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "".join(text for text, _ in self.runs))

    def part(self, first: int, last: int) -> Word:
        """Return its characters from `first` to before `last`, as they look."""
        every = [(character, looks) for text, looks in self.runs for character in text]
        return Word(tuple(_joined(every[first:last])))


def words(nodes: Iterable[Node]) -> list[Word]:
    """Return the words of inline nodes, without pictures; links and abbreviations are plain."""
    reader = _Reader()
    for node in nodes:
        reader.follow(node, (), "")
    reader.end(" ")
    return _glued(reader.found)


class _Reader:
    """Reads inline nodes word by word."""

    def __init__(self) -> None:
        self.found: list[Word] = []
        self.runs: list[Run] = []
        self.calls: list[int] = []
        self.forms: list[Form] = []
        self.gap = " "

    def end(self, gap: str) -> None:
        """Note that a word ends before that `gap`."""
        if self.runs:
            while self.forms and isinstance(self.forms[-1][0], int):
                self.forms.pop()  # called behind the word
            word = Word(tuple(_joined(self.runs)), tuple(self.calls), tuple(self.forms), self.gap)
            self.found.append(word)
            self.gap = " "
        elif self.calls and self.found:  # a space stands before the call
            last = self.found[-1]
            self.found[-1] = replace(last, calls=(*last.calls, *self.calls))
        self.gap = LINE_END if LINE_END in (gap, self.gap) and self.found else " "
        for each in (self.runs, self.calls, self.forms):
            each.clear()

    def follow(self, node: Node, looks: tuple[Look, ...], target: str) -> None:
        """Read a node with these `looks` around it, in a link that leads to `target`."""
        if node.kind == "text":
            for number, part in enumerate(_SPACES.split(node.text)):
                if number:
                    self.end(" ")
                if part:
                    self.runs.append((part, looks))
                    self.forms.extend((character, looks, target) for character in part)
        elif node.kind == "call":
            self.calls.append(node.number)
            self.forms.append((node.number, (), ""))
        elif node.kind == "break":
            self.end(LINE_END)
        if node.kind in _LOOKS:
            looks = (*looks, (node.kind, node.language))
        if node.kind == "link":
            target = node.target
        for child in node.children:
            self.follow(child, looks, target)


def _glued(every: Sequence[Word]) -> list[Word]:
    """Return the words, each with the signs that stand before or behind it after a space."""
    found: list[Word] = []
    opened = False
    for word in every:
        if found and (opened or word.text in _CLOSING):
            before = found.pop()
            runs = _spaced((before, word))
            space: Form = (word.gap, (), "")
            forms = (*before.forms, space, *word.forms)
            found.append(Word(runs, before.calls + word.calls, forms, before.gap))
        else:
            found.append(word)
        opened = word.text in _OPENING
    return found


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs, those that look alike together."""
    for looks, group in groupby(runs, key=lambda run: run[1]):
        yield "".join(text for text, _ in group), looks


def plain(text: str) -> list[Word]:
    """Return the words of a text without looks."""
    return words([Node("text", 1, text=text)])


def nodes(every: Sequence[Word], line: int) -> tuple[Node, ...]:
    """Return the words as inline nodes, with a space between two of them."""
    return tuple(_around(text, looks, line) for text, looks in _spaced(every))


def _spaced(every: Iterable[Word]) -> tuple[Run, ...]:
    """Return the runs of words with a space between two, which looks like both."""
    runs: list[Run] = []
    for word in every:
        if runs:
            before, after = runs[-1][1], word.runs[0][1]
            common = [one for one, other in zip(before, after, strict=False) if one == other]
            runs.append((" ", tuple(common)))
        runs += word.runs
    return tuple(_joined(runs))


def _around(text: str, looks: Sequence[Look], line: int) -> Node:
    node = Node("text", line, text=text)
    for kind, language in reversed(looks):
        node = Node(kind, line, (node,), language=language)  # type: ignore[arg-type]  # of _LOOKS
    return node


def filled(pattern: str, line: int, **parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return a pattern of the language with `parts` in place of its braces."""
    found: list[Node] = []
    place = 0
    for match in _PARTS.finditer(pattern):
        found += _text(pattern[place : match.start()], line)
        place = match.end()
        if match[1]:
            found.append(Node("emphasis", line, _text(match[1], line)))
        else:
            found += parts[match[2]]
    found += _text(pattern[place:], line)
    return _merged(found)


def _text(words: str, line: int) -> tuple[Node, ...]:
    return (Node("text", line, text=words),) if words else ()


def _merged(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return the nodes, texts that follow one another as one."""
    found: list[Node] = []
    for node in nodes:
        if found and node.kind == found[-1].kind == "text":
            found[-1] = Node("text", node.line, text=found[-1].text + node.text)
        else:
            found.append(node)
    return tuple(found)


def keyed(every: Sequence[Word], keys: Mapping[int, int]) -> list[tuple[int, int]]:
    """Return after how many of the words notes are called, and what `keys` has for each."""
    return [(place, keys[number]) for place, word in enumerate(every, 1) for number in word.calls]
