"""Words with their looks: what is compared, quoted, and made text again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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
#: No-break spaces hold words together that stay together where they are quoted.
_SPACES = re.compile("[ \t\n]+")
#: Signs that French and others set off with a space from the word that they belong to.
_OPENING, _CLOSING = frozenset("«‹„“‘(["), frozenset("»›”’)]:;!?%‰")
#: What is stressed in a pattern, and what is filled in.
_PARTS = re.compile(r"\*([^*]+)\*|{([a-z]+)}")


@dataclass(frozen=True)
class Word:
    """What stands between two spaces; two are the same where letters and stress are the same."""

    runs: tuple[Run, ...]
    calls: tuple[int, ...] = field(default=(), compare=False)
    """The numbers of the notes that are called in it or behind it."""
    targets: tuple[str, ...] = field(default=(), compare=False)
    """Where links in it lead."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(text for text, _ in self.runs)


def words(nodes: Iterable[Node]) -> list[Word]:
    """Return the words of inline nodes, without pictures; links and abbreviations are plain."""
    found: list[Word] = []
    runs: list[Run] = []
    calls: list[int] = []
    targets: list[str] = []

    def end() -> None:
        if runs:
            found.append(Word(tuple(_joined(runs)), tuple(calls), tuple(dict.fromkeys(targets))))
        elif calls and found:  # a space stands before the call
            last = found[-1]
            found[-1] = Word(last.runs, (*last.calls, *calls), last.targets)
        for each in (runs, calls, targets):
            each.clear()

    def follow(node: Node, looks: tuple[Look, ...], target: str) -> None:
        if node.kind == "text":
            for number, part in enumerate(_SPACES.split(node.text)):
                if number:
                    end()
                if part:
                    runs.append((part, looks))
                    targets.extend([target] * bool(target))
        elif node.kind == "call":
            calls.append(node.number)
        elif node.kind == "break":
            end()
        if node.kind in _LOOKS:
            looks = (*looks, (node.kind, node.language))
        for child in node.children:
            follow(child, looks, node.target if node.kind == "link" else target)

    for node in nodes:
        follow(node, (), "")
    end()
    return _glued(found)


def _glued(every: Sequence[Word]) -> list[Word]:
    """Return the words, each with the signs that stand before or behind it after a space."""
    found: list[Word] = []
    opened = False
    for word in every:
        if found and (opened or word.text in _CLOSING):
            before = found.pop()
            runs = _spaced((before, word))
            calls, targets = before.calls + word.calls, before.targets + word.targets
            found.append(Word(runs, calls, targets))
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
