"""The order of writing on a page: parts of a text that run against what is around them are marked.

The engine puts the boxes of a line in the order of the direction around them, and gives each to
Pango by itself, for each line anew; no box knows what stands before it. So the levels of the whole
text are found here (UAX 9), and what is deeper than its surroundings becomes a passage of its own,
which is put in its place as one and cut at a line's end like any other. Upstream:
https://github.com/Kozea/WeasyPrint/issues/106.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from communique.bidi.paragraph import CONTROLS, Paragraph, Span, levels
from communique.compose.inline.bound_nodes import SAID, bound, said
from communique.compose.inline.parting import WHOLE, spaced, split, without_ends
from communique.design import language as languages
from communique.model.body import Node
from communique.model.characters import RTL_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.compose.inline.bound_nodes import Bind

_DIRECTIONS = ("ltr", "rtl")
_CONTROLS = re.compile(f"[{CONTROLS}]")
#: A number in the figures of Arabic.
_ARABIC = "[٠-٩]+(?:[.,:/٫٬][٠-٩]+)*"
#: Words that Pango puts in their place by itself, wherever a line ends: those of one script, and
#: numbers, if no sign beside them may belong to them (UAX 9, W4 to W7).
_SIMPLE = {
    "ltr": re.compile(rf"[{RTL_LETTERS}]+(?!\W*\d)|{_ARABIC}"),
    "rtl": re.compile(rf"[^\W\d_{RTL_LETTERS}]\w*|[0-9]+(?:[.,:/][0-9]+)*|{_ARABIC}"),
}
_BELONGING = frozenset(("ES", "ET", "CS", "EN", "AN", "BN"))
#: Figures of Arabic in a row, which turn around what stands between them in any direction.
_FIGURES = re.compile(f"({_ARABIC})")
_SEVERAL = 3
_CONTAINERS = WHOLE | {"emphasis", "strong", "phrase", "superscript", "subscript"}
_CONTAINERS |= {"bracketed", "bracket", "inserted", "deleted", "sign"}


def directed(
    nodes: Sequence[Node], direction: str, *, arabic: bool, bind: Bind, all_apart: bool = False
) -> list[Node]:
    """Return the inline `nodes` of a text with its passages marked and its spaces bound.

    The text runs in this `direction`, "ltr" or "rtl", and is `arabic` if its figures are those of
    an Arabic text. `bind` changes the spaces of each text. Where `all_apart`, words that Pango
    would put in their place by itself are passages, too: a browser orders a paragraph as a whole,
    and only what it is told apart keeps its place whatever stands beside it (UAX 9, 2.4).
    """
    text = "".join(map(said, nodes))
    isolates = tuple(_isolates(nodes, 0, direction))
    paragraph = Paragraph(text, direction, arabic, isolates)
    if not paragraph.turns:
        return bound(spaced(nodes), bind)
    nodes = list(without_ends(nodes))
    held = bound(nodes, bind)
    whole, isolates = tuple(_whole(nodes, 0)), tuple(_isolates(nodes, 0, direction))
    level, found = _DIRECTIONS.index(direction), list[int]()
    for part in text.split(SAID["break"]):
        begin, end = len(found), len(found) + len(part)
        inside = tuple((a - begin, b - begin) for a, b in whole if begin <= a < b <= end)
        apart = tuple(_clipped(isolates, begin, end))
        found += [*levels(paragraph._replace(text=part, whole=inside, isolates=apart)), level]
    return _Levels("".join(map(said, held)), found[:-1], all_apart).nested(held, 0, level)


def _whole(nodes: Sequence[Node], begin: int) -> Iterator[tuple[int, int]]:
    """Yield where links and abbreviations begin and end in a text that begins at `begin`."""
    for node in nodes:
        end = begin + len(said(node))
        if node.kind in WHOLE:
            yield begin, end
        if node.kind in _CONTAINERS:
            yield from _whole(node.children, begin)
        begin = end


def _isolates(nodes: Sequence[Node], begin: int, direction: str) -> Iterator[Span]:
    """Yield the words in another language that run against the `direction` around them."""
    for node in nodes:
        end, own = begin + len(said(node)), direction
        if node.kind == "phrase" and (own := languages.direction(node.language)) != direction:
            yield Span(begin, end, own, languages.is_arabic(node.language))
        yield from _isolates(node.children, begin, own)
        begin = end


def _clipped(spans: Sequence[Span], begin: int, end: int) -> Iterator[Span]:
    """Yield what lies between two places of each of the `spans`, as counted from the first."""
    for span in spans:
        first, last = max(span.begin, begin), min(span.end, end)
        if first < last:
            yield span._replace(begin=first - begin, end=last - begin)


@dataclass(frozen=True)
class _Levels:
    """A text as it is printed and the level of each of its characters."""

    text: str
    levels: Sequence[int]
    all_apart: bool

    def nested(self, nodes: Sequence[Node], begin: int, level: int) -> list[Node]:
        """Return `nodes`, which stand at `level` from the place `begin` on, with their passages."""
        ends = list(accumulate((len(said(node)) for node in nodes), initial=begin))
        edges = frozenset(ends)
        result: list[Node] = []
        rest = list(nodes)
        for start, end in self._runs(begin, ends[-1], level):
            if any(start < edge < end for edge in edges):
                before, rest = split(rest, start - begin)
                inside, rest = split(rest, end - start)
                result += self._each(before, begin, level)
                result.append(self._passage(inside, start, end))
                begin = end
        return [*result, *self._each(rest, begin, level)]

    def _runs(self, begin: int, end: int, level: int) -> Iterator[tuple[int, int]]:
        """Yield where between two places something deeper than `level` begins and ends."""
        for deeper, places in groupby(range(begin, end), lambda at: self.levels[at] > level):
            if deeper:
                every = list(places)
                yield every[0], every[-1] + 1

    def _passage(self, nodes: Sequence[Node], begin: int, end: int) -> Node:
        level = min(self.levels[begin:end])
        return _passage(_DIRECTIONS[level % 2], *self.nested(nodes, begin, level))

    def _each(self, nodes: Sequence[Node], begin: int, level: int) -> Iterator[Node]:
        """Yield nodes of which each holds the passages in it."""
        for node in nodes:
            if node.kind == "text":
                yield from self._text(node, begin, level)
            elif node.kind in _CONTAINERS:
                yield replace(node, children=tuple(self.nested(node.children, begin, level)))
            else:
                yield node
            begin += len(said(node))

    def _text(self, node: Node, begin: int, level: int) -> Iterator[Node]:
        """Yield a text in parts, without what only says which way it runs."""
        place, end = begin, begin + len(node.text)
        for start, stop in self._runs(begin, end, level):
            if not self._is_simple(start, stop, level):
                yield from _plain(node, node.text[place - begin : start - begin], level)
                inside = replace(node, text=node.text[start - begin : stop - begin])
                yield self._passage([inside], start, stop)
                place = stop
        yield from _plain(node, node.text[place - begin :], level)

    def _is_simple(self, begin: int, end: int, level: int) -> bool:
        """Tell whether Pango puts a run in its place by itself, as it does with most words."""
        if self.all_apart:
            return False
        match = _SIMPLE[_DIRECTIONS[level % 2]].match(self.text, begin)
        if not match or match.end() != end:
            return False
        before = self.text[max(begin - 1, 0) : begin] if self.text[begin].isdigit() else ""
        after = self.text[end : end + 1] if self.text[end - 1].isdigit() else ""
        return not any(unicodedata.bidirectional(each) in _BELONGING for each in before + after)


def _plain(node: Node, text: str, level: int) -> Iterator[Node]:
    """Yield a text without passages; of several Arabic figures each one by itself."""
    drawn = _CONTROLS.sub("", text)
    parts = [part for part in _FIGURES.split(drawn) if part]
    if level % 2 or len(parts) < _SEVERAL:
        parts = [drawn] if drawn else []
    for part in parts:
        shown = replace(node, text=part)
        lone = len(parts) > 1 and _FIGURES.match(part)
        yield _passage("ltr", shown) if lone else shown


def _passage(direction: str, *nodes: Node) -> Node:
    return Node("passage", nodes[0].line if nodes else 0, nodes, direction=direction)
