"""Statements that are not what was written: each differs in one place from what was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.model.values import Model

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from communique.model.body import Body, Node
    from communique.model.statement import FrontMatter

    Change = Callable[[Node], tuple[Node, ...]]


def becomes(*others: Node) -> Change:
    """Return the change of a node to these `others`."""
    return lambda _: others


def nodes(text: Body) -> list[Node]:
    """Return every node of a text, and of its notes."""
    return list(text.walk())


def changed(text: Body, node: Node, change: Change) -> Body:
    """Return the text with `node` replaced by what `change` makes of it."""

    def every(children: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(
            other
            for child in children
            for other in (
                change(child)
                if child is node
                else (replace(child, children=every(child.children)),)
            )
        )

    notes = tuple(replace(note, children=every(note.children)) for note in text.notes)
    return replace(text, children=every(text.children), notes=notes)


def of_words(words: str, rng: random.Random) -> Iterator[str]:
    """Yield `words` with a character or a run dropped, doubled, swapped, moved or replaced."""
    start = rng.randrange(len(words))
    end = min(len(words), start + rng.choice((1, 1, 2, 5, 20)))
    run, rest = words[start:end], words[:start] + words[end:]
    there = rng.randrange(len(rest) + 1)
    yield rest
    yield words[:end] + run + words[end:]
    yield rest[:there] + run + rest[there:]
    yield words[:start] + rng.choice("ax *_\\&.,1") + words[start + 1 :]
    other = rng.randrange(len(words))
    low, high = sorted((start, other))
    if low < high:
        swapped = [words[:low], words[high], words[low + 1 : high], words[low], words[high + 1 :]]
        yield "".join(swapped)


def of_node(node: Node, rng: random.Random) -> Iterator[Change]:
    """Yield what may go wrong with a node: it is lost, doubled, flattened, or its parts change."""
    if node.kind != "text" or node.text:
        yield becomes()
        yield becomes(node, node)
    for words in of_words(node.text, rng) if node.text else ():
        yield becomes(replace(node, text=words))
    if node.marker:
        yield becomes(replace(node, marker=node.marker + "1"))
    if node.target and node.kind != "abbreviation":
        yield becomes(replace(node, target=node.target[:-1]))
    if node.kind in ("emphasis", "strong", "quote", "list") or (
        node.kind == "link" and node.target != node.plain
    ):
        yield becomes(*node.children)
    for index in range(len(node.children) - 1):
        one, two = node.children[index : index + 2]
        if one != two:
            swapped = (*node.children[:index], two, one, *node.children[index + 2 :])
            yield becomes(replace(node, children=swapped))


def of_body(text: Body, rng: random.Random, count: int) -> Iterator[Body]:
    """Yield `count` texts or a few more, each with one node of the `text` changed."""
    found = nodes(text)
    made = 0
    while made < count:
        node = rng.choice(found)
        for change in of_node(node, rng):
            mutant = changed(text, node, change)
            if mutant != text:
                made += 1
                yield mutant


def of_notes(text: Body) -> Iterator[Body]:
    """Yield the text without one of its notes, and with two of them in the wrong order."""
    for index, note in enumerate(text.notes):
        yield replace(text, notes=(*text.notes[:index], *text.notes[index + 1 :]))
        wrong = replace(note, number=note.number + 1)
        yield replace(text, notes=(*text.notes[:index], wrong, *text.notes[index + 1 :]))
    if len(text.notes) > 1:
        one, two, *others = text.notes
        swapped = (replace(one, children=two.children), replace(two, children=one.children))
        yield replace(text, notes=(*swapped, *others))


def of_matter(matter: FrontMatter, rng: random.Random) -> Iterator[FrontMatter]:
    """Yield the front matter with one of its values lost or changed, wherever it lies."""
    yield from _models(matter, rng)  # type: ignore[misc]


def _values(value: Any, rng: random.Random) -> Iterator[Any]:
    """Yield other values than this one."""
    match value:
        case None | "" | ():
            yield "something"
        case bool():
            yield not value
        case int():
            yield from (None, value + 1)
        case str():
            yield from (words for words in of_words(value, rng) if words.split() != value.split())
        case tuple():
            yield from (value[1:], (*value, value[-1]))
            for index, inner in enumerate(value):
                for other in _values(inner, rng):
                    yield (*value[:index], other, *value[index + 1 :])
        case dict():
            for key, inner in value.items():
                yield {other: text for other, text in value.items() if other != key}
                yield {**value, key: f"{inner}s"}
        case Model():
            yield from (None, *_models(value, rng))
        case _:
            yield from (None, value.replace(day=value.day % 28 + 1))


def _models(value: Model, rng: random.Random) -> Iterator[Model]:
    """Yield groups of keys of which one has another value."""
    for key in type(value).model_fields:
        for other in _values(getattr(value, key), rng):
            yield value.model_copy(update={key: other})


def of_characters(words: str, rng: random.Random) -> Iterator[str]:
    """Yield `words` with one character dropped, doubled, moved, or swapped with the next one."""
    at = rng.randrange(len(words))
    sign, rest = words[at], words[:at] + words[at + 1 :]
    there = rng.randrange(len(words))
    yield rest
    yield words[:at] + sign + words[at:]
    yield rest[:there] + sign + rest[there:]
    yield words[:at] + words[at : at + 2][::-1] + words[at + 2 :]
