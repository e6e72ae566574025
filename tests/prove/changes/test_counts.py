"""How many words and paragraphs differ is counted, at least and at most, and said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model.body import Node
from communique.prove.changes import counts
from communique.prove.lines import folded
from tests.prove.changes.conftest import facts


def count_of(words: str, kind: str, move: int = 0) -> counts._Count:
    """Return what is counted of a paragraph that has only these words, inserted or deleted."""
    inside = Node(kind, 1, (Node("text", 1, text=words),))  # type: ignore[arg-type]
    count = counts._Count()
    counts._count_unit(Node("paragraph", 1, (inside,), move=move), count)
    return count


@pytest.mark.parametrize("kind", ["inserted", "deleted"])
@pytest.mark.parametrize(
    ("words", "move", "least", "more"),
    [
        ("two lights", 0, 2, 0),
        ("well-known lights", 0, 2, 1),
        ("on 11 March 2026", 0, 1, 3),
        ("two lights", 1, 0, 2),
        ("well-known lights", 1, 0, 3),
    ],
)
def test_words_that_may_be_one_or_that_moved_may_be_counted_besides(
    kind: str, words: str, move: int, least: int, more: int
) -> None:
    count = count_of(words, kind, move)
    assert (count.least[f"{kind} words"], count.more[f"{kind} words"]) == (least, more)


def test_of_what_moved_the_words_with_signs_of_their_own_are_counted() -> None:
    text = Node("text", 1, text="two lights")
    words = Node("inserted", 1, (Node("inserted", 1, (text,)),))
    same = Node("inserted", 1, (replace(text, text="by May"),))
    count = counts._Count()
    for children in ((same, words, same), (same,)):
        paragraph = Node("paragraph", 1, children, change="moved here", move=1)
        counts._count_moved(paragraph, count)
    assert {name: number for name, number in count.least.items() if number} == {
        "moved": 2,
        "inserted words": 2,
    }
    assert not any(count.more.values())


def test_of_versions_that_are_the_same_it_is_said_that_nothing_differs() -> None:
    found = facts("title: T", "title: T")
    none, details = folded(found.words.none), folded(found.words.details)
    assert counts._says(none, counts._Count(), found)
    assert counts._says(details, counts._Count(), found)
    assert not counts._says("", counts._Count(), found)
    assert not counts._says(none, counts._Count(former=True), found)


def test_where_a_fact_tells_what_differs_no_more_is_said() -> None:
    same = facts("title: T", "title: T")
    found = replace(same, told={same.due("place"): "formerly Mill"})
    assert counts._says("", counts._Count(), found)
    assert not counts._says(folded(found.words.none), counts._Count(), found)
