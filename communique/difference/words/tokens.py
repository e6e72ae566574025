"""Tokens: the inline nodes of a block as a row of segments, and nodes made of such a row again."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.difference.words.segments import UNSPACED, segments
from communique.model.body import Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

#: What is no mark on the page: the nodes of these kinds are compared by their words alone.
_UNPRINTED = "abbreviation"
#: What weighs as much as words that are never taken for an accident.
_HEAVY = 1_000
#: What a space may stand in at the edge, where it is hardly seen.
_SPACED = frozenset(("emphasis", "strong", "phrase", "link", "abbreviation"))
_CHARACTERS = re.compile(f"[{UNSPACED}]")


class Fragment(NamedTuple):
    """A part of a text, a call, picture or line end, and what is around it, the outer first."""

    leaf: Node
    text: str
    """The part of the leaf's text, where it has one."""
    around: tuple[Node, ...]


class Token(NamedTuple):
    """A segment of a text with its marks, or a call, picture or line end."""

    text: str
    fragments: tuple[Fragment, ...]
    """What it is made of: more than one where its marks change within it, as in CO₂."""
    key: object
    """Two tokens are the same where their keys are."""

    @property
    def is_space(self) -> bool:
        """Whether it is nothing but spaces."""
        return self.text.isspace()

    @property
    def weight(self) -> int:
        """How much it matters that it stands in both versions: its characters."""
        return len(self.text) or _HEAVY


def words(tokens: Sequence[Token]) -> int:
    """Return how many words, figures and dates there are; in scripts without spaces characters."""
    return sum(
        len(_CHARACTERS.findall(token.text)) or any(map(str.isalnum, token.text))
        for token in tokens
    )


def tokens(nodes: Sequence[Node], tag: str, identity: Callable[[Node], object]) -> list[Token]:
    """Return the tokens of inline `nodes` in the language `tag` (BCP 47).

    `identity` says of a call or picture what makes it the same as another one.
    """
    found: list[Token] = []
    for is_text, run in groupby(fragments(nodes, ()), lambda each: each.leaf.kind == "text"):
        if is_text:
            found += _of_text(list(run), tag)
        else:
            found += (
                Token("", (each,), (each.leaf.kind, identity(each.leaf), marks(each.around)))
                for each in run
            )
    return found


def fragments(nodes: Sequence[Node], around: tuple[Node, ...]) -> Iterator[Fragment]:
    """Yield what inline `nodes` hold at their ends, each with what is `around` it."""
    for node in nodes:
        if node.children and node.kind != "image":
            yield from fragments(node.children, (*around, node))
        else:
            yield Fragment(node, node.text, around)


def marks(around: Sequence[Node]) -> tuple[tuple[str, str, str], ...]:
    """Return what the nodes `around` a text make of it, in whichever order they stand."""
    return tuple(
        sorted(
            (node.kind, node.target, node.language) for node in around if node.kind != _UNPRINTED
        )
    )


def _of_text(run: list[Fragment], tag: str) -> Iterator[Token]:
    """Yield the tokens of texts that stand beside one another, whatever is around each."""
    if len(run) == 1:  # nearly always
        leaf, text, around = run[0]
        mark = marks(around)
        for segment in segments(text, tag):
            key = (segment, mark) if mark and not segment.isspace() else segment
            yield Token(segment, (Fragment(leaf, segment, around),), key)
        return
    rest = iter(run)
    fragment, begin = next(rest), 0
    for segment in segments("".join(each.text for each in run), tag):
        parts: list[Fragment] = []
        left = len(segment)
        while left:
            words = fragment.text[begin : begin + left]
            if words:
                parts.append(Fragment(fragment.leaf, words, fragment.around))
                begin, left = begin + len(words), left - len(words)
            else:
                fragment, begin = next(rest), 0
        yield Token(segment, tuple(parts), _key(segment, parts))


def _key(segment: str, parts: Sequence[Fragment]) -> object:
    if segment.isspace():
        return segment  # its marks are not seen, and the reader moves it into those before it
    if len(parts) == 1:
        found = marks(parts[0].around)
        return (segment, found) if found else segment
    return tuple((part.text, marks(part.around)) for part in parts)


def nodes(tokens: Sequence[Token]) -> tuple[Node, ...]:
    """Return the inline nodes that `tokens` are made of; what was around some of them is parted."""
    return _built([part for token in tokens for part in token.fragments], 0)


def _built(fragments: Sequence[Fragment], depth: int) -> tuple[Node, ...]:
    found: list[Node] = []

    def outer(fragment: Fragment) -> int:
        return id(fragment.around[depth]) if len(fragment.around) > depth else 0

    for is_marked, group in groupby(fragments, outer):
        inside = list(group)
        if is_marked:
            children = _built(inside, depth + 1)
            found.append(replace(inside[0].around[depth], children=children))
        else:
            found += (
                replace(leaf, text="".join(each.text for each in parts))
                for leaf, parts in _by_leaf(inside)
            )
    return joined(found)


def _by_leaf(fragments: Sequence[Fragment]) -> Iterator[tuple[Node, list[Fragment]]]:
    """Yield each leaf, a text only once for all that is there of it."""
    for _, group in groupby(fragments, lambda each: id(each.leaf)):
        parts = list(group)
        yield parts[0].leaf, parts


def joined(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return inline `nodes` with texts that stand beside one another joined to one.

    A space that is left alone goes into what is before it, or at the beginning into what is behind
    it: the engine would not draw it, and a screen reader would run the words around it together (as
    in `read.markdown.inline`).
    """
    found: list[Node] = []
    for node in nodes:
        last = found[-1] if found else None
        if node.kind == "text" and last and last.kind == "text":
            found[-1] = replace(last, text=last.text + node.text)
        elif node.kind == "text" and node.text.isspace() and last and _holds_words(last):
            found[-1] = replace(last, children=joined([*last.children, node]))
        elif last and len(found) == 1 and last.text.isspace() and _holds_words(node):
            found[-1] = replace(node, children=joined([last, *node.children]))
        else:
            found.append(node)
    return tuple(found)


def _holds_words(node: Node) -> bool:
    return bool(node.children) and node.kind in _SPACED
