"""The negotiation print: paragraphs have numbers, and words in square brackets are marked as such.

Not one character is changed. How it looks, with the numbers of lines and the wide margin, is in
``templates/styles/turns/negotiation.css``.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from communique.design import language as languages
from communique.design import negotiation
from communique.model.body import Node
from communique.model.drafts import brackets
from communique.model.statement import Statement, Turned
from communique.read.drafts.brackets import check, heads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from communique.model.body import Body
    from communique.model.drafts.brackets import Brackets

_UNSAID = (
    "it does not say that it is a print to negotiate with, and the facts do not count the "
    "brackets, since no words for that are known in {}; write them under negotiation: in {}, as "
    "in en.yaml"
)

#: What is not torn apart.
_WHOLE = frozenset(("link", "abbreviation"))


class _State(NamedTuple):
    """How a character is to be shown."""

    passages: tuple[int, ...] = ()
    """The passages that it is in, the outer ones first."""
    is_bracket: bool = False
    """Whether it is a bracket of the last one, or of who proposes that."""


def turned(statement: Statement, name: str, earlier: Statement | None) -> Statement:  # noqa: ARG001  # one signature
    """Return `statement` as it is negotiated, and the one beside it likewise.

    Raises `StatementError` where brackets are not in pairs.
    """
    made, *beside = (_version(each, name) for each in statement.versions)
    return replace(made, beside=beside[0] if beside else None)


def _version(statement: Statement, name: str) -> Statement:
    body = statement.body.with_numbers()
    over = heads(statement)
    found = brackets.found(body, **over)
    check(statement, found)
    own = languages.load(statement.language)
    how = Turned(name, statement, heads={kind: _head(kind, over[kind], found) for kind in over})
    if says := own.file.negotiation:
        fact = negotiation.fact(says, own, len(found.passages), found.paragraphs)
        how = replace(how, facts=(fact,), said=says.kind, label=says.kind)
    else:
        unsaid = _UNSAID.format(languages.english_name(own.tag), languages.file_of(own.tag).name)
        how = replace(how, remarks=(unsaid,))
    return replace(statement, body=marked(body, found), turned=how, beside=None)


def marked(body: Body, found: Brackets) -> Body:
    """Return a text in which what was `found` in it is bracketed (see `Node`)."""
    states = iter(_states(found, *brackets.WORDED, "note"))
    children = tuple(_block(node, states) for node in body.children)
    notes = tuple(
        replace(note, children=tuple(_block(node, states) for node in note.children))
        for note in body.notes
    )
    return replace(body, children=children, notes=notes)


def _head(kind: str, words: str, found: Brackets) -> tuple[Node, ...]:
    """Return the `words` of a title or subtitle bracketed likewise; nothing where none are."""
    [states] = _states(found, kind)
    node = _block(Node("heading", 1, (Node("text", 1, text=words),)), iter([states]))
    return node.children if any(state.passages for state in states) else ()


def _states(found: Brackets, *kinds: str) -> list[list[_State]]:
    """Return how each character of each part of these `kinds` is to be shown."""
    states = [[_State()] * len(part.text) for part in found.parts]
    for number, passage in enumerate(found.passages):
        (first, begin, _), (last, end, _) = passage.begin, passage.end
        heads = begin + 1 + brackets.head(found.parts[first].text[begin + 1 :])[2]
        for part in range(first, last + 1):
            start = begin if part == first else 0
            stop = end + 1 if part == last else len(states[part])
            for place in range(start, stop):
                is_bracket = (part == first and place < heads) or (part, place) == (last, end)
                around = states[part][place].passages
                states[part][place] = _State((*around, number), is_bracket)
    return [own for own, part in zip(states, found.parts, strict=True) if part.kind in kinds]


def _block(node: Node, states: Iterator[list[_State]]) -> Node:
    """Return a block with its words marked; `states` are those of its parts and of later ones."""
    if node.kind in brackets.WORDED:
        return replace(node, children=_joined(_inline(node.children, _States(next(states)))))
    return replace(node, children=tuple(_block(child, states) for child in node.children))


class _States:
    """The states of the characters of a part, which are taken one after the other."""

    def __init__(self, states: Sequence[_State]) -> None:
        self._states = iter(states)
        self.last = _State()

    def take(self, text: str) -> Iterator[tuple[_State, str]]:
        """Yield the parts of the next words that are in one state."""
        pairs = ((next(self._states), character) for character in text)
        for state, group in groupby(pairs, key=lambda pair: pair[0]):
            self.last = state
            yield state, "".join(character for _, character in group)


def _inline(nodes: Iterable[Node], states: _States) -> Iterator[tuple[_State, Node]]:
    """Yield inline nodes each with its state, parted where that changes in a text.

    What is not torn apart is in the state of all it holds where that is one; else these are marked
    within it.
    """
    for node in nodes:
        if node.kind == "text":
            for state, text in states.take(node.text):
                yield state, replace(node, text=text)
        elif node.kind == "break":
            (state, _), *_ = states.take(" ")
            yield state, node
        elif node.kind == "image" or not node.children:
            yield states.last, node
        elif node.kind in _WHOLE:
            inside = list(_inline(node.children, states))
            found = {state for state, _ in inside}
            if len(found) == 1:
                yield found.pop(), node
            else:
                yield _State(), replace(node, children=_joined(inside))
        else:
            yield from _parted(node, _inline(node.children, states))


def _parted(node: Node, inside: Iterable[tuple[_State, Node]]) -> Iterator[tuple[_State, Node]]:
    """Yield the parts of a node, such as stress, that are in the same passages each.

    So a passage is one piece of a page, and none of its ground is drawn over a slanted letter.
    """
    for passages, group in groupby(inside, key=lambda pair: pair[0].passages):
        run = list(group)
        is_bracket = all(state.is_bracket for state, _ in run)
        words = tuple(inner for _, inner in run)
        children = words if is_bracket else _joined(run, len(passages))
        yield _State(passages, is_bracket), replace(node, children=children)


def _joined(nodes: Iterable[tuple[_State, Node]], level: int = 0) -> tuple[Node, ...]:
    """Return `nodes`, which are in so many passages, with those of each further one in a node."""
    result: list[Node] = []
    for inner, group in groupby(nodes, key=lambda pair: pair[0].passages[level : level + 1]):
        if inner:
            own = _joined(group, level + 1)
            result.append(Node("bracketed", own[0].line, own, level=level + 1))
            continue
        for is_bracket, run in groupby(group, key=lambda pair: pair[0].is_bracket):
            words = tuple(node for _, node in run)
            result += [Node("bracket", words[0].line, words)] if is_bracket else words
    return tuple(result)
