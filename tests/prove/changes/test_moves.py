"""What moved is at both places alike, each move with its own number."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Protocol

import pytest

from communique.model.body import Body, Node
from communique.model.faults import Faults
from communique.prove.changes import moves
from communique.prove.changes.facts import Facts
from tests.prove.changes.conftest import facts

if TYPE_CHECKING:
    from collections.abc import Sequence


class Told(Protocol):
    def __call__(self, *blocks: Node, signs: Sequence[str] = ()) -> list[str]: ...


def paragraph(words: str) -> Node:
    return Node("paragraph", 1, (Node("text", 1, text=words),))


def inserted(*nodes: Node) -> Node:
    return Node("inserted", 1, nodes)


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("abc", "abc", True),
        ("abc", "xyz", False),
        ("a b, c", "a b,  c", True),
        ("abcd", "abce", False),
        ("", "", True),
    ],
)
def test_blocks_are_alike_where_they_say_the_same(one: str, other: str, *, are_alike: bool) -> None:
    assert moves._are_alike(paragraph(one), paragraph(other)) is are_alike


@pytest.mark.parametrize(
    ("new", "are_alike"), [("", True), ("May", True), ("This is " + "so much longer " * 4, False)]
)
def test_what_has_signs_within_what_moved_may_differ_but_not_most_of_it(
    new: str, *, are_alike: bool
) -> None:
    parts = [inserted(Node("text", 1, text=text)) for text in ("All meet in ", "again.")]
    between = (inserted(inserted(Node("text", 1, text=new))),) if new else ()
    here = Node("paragraph", 1, (parts[0], *between, parts[1]))
    assert moves._are_alike(here, paragraph("All meet in again.")) is are_alike


def signs(*texts: str) -> list[Node]:
    return [Node("sign", 1, (Node("text", 1, text=text),), change="inserted") for text in texts]


def test_what_differs_in_what_moved_and_nothing_else_has_signs_of_its_own() -> None:
    first, last, begin, end = signs("[+ moved here, 1: ", " +]", " [+ ", " +]")
    same = inserted(Node("text", 1, text="by"))
    new = inserted(inserted(Node("text", 1, text="May")))
    for children, are_signed in (
        ((first, same, begin, new, end, same, last), True),
        ((first, same, new, same, last), False),
        ((first, begin, same, end, new, last), False),
        ((first, begin, same, new, end, last), False),
        ((first, same, last), True),
    ):
        assert moves._are_signed(Node("paragraph", 1, children)) is are_signed


def test_the_word_for_where_it_is_stands_with_the_sign_of_what_was_inserted() -> None:
    patterns = re.compile(r"here, (\w)"), re.compile(r"away, (\w)")
    for words, told in (("[+ here, 1:", True), ("[+ away, 1:", False)):
        paragraph = Node("paragraph", 1, tuple(signs(words)))
        assert bool(moves._label(paragraph, patterns)) is told


def moved(change: str, move: int, words: str) -> Node:
    kind, mark = ("inserted", "+") if "here" in change else ("deleted", "−")
    begin = Node("text", 1, text=f"[{mark} {change}, {move}: ")
    sign = Node("sign", 1, (begin,), change=kind)  # type: ignore[arg-type]
    text = Node("text", 1, text=words)
    return Node("paragraph", 1, (sign, text), change=change, move=move)  # type: ignore[arg-type]


FIRST, SECOND = "We thank the hosts.", "All lights are renewed."
HERE = (moved("moved here", 1, FIRST), moved("moved here", 2, SECOND))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Return what is noted of blocks, or of the signs on a page, with what they say."""

    def noted(*blocks: Node, signs: Sequence[str] = ()) -> list[str]:
        found = facts("title: T", "title: T")
        numbered = tuple(replace(block, line=line) for line, block in enumerate(blocks, 1))
        signs = signs or [block.children[0].children[0].text for block in numbered]
        texts = [SimpleNamespace(words=sign, signs=[(0, len(sign))]) for sign in signs]
        version = SimpleNamespace(statement=SimpleNamespace(body=Body(numbered)))
        other = replace(found, version=version, texts=texts)  # type: ignore[arg-type]
        monkeypatch.setattr(Facts, "every", lambda *_: [other])
        faults = Faults(found.later.path)
        moves.in_pairs(None, None, faults)  # type: ignore[arg-type]
        return [f"{fault.line}: {fault.wrong}" for fault in faults]

    return noted


UNPAIRED = "2: what moved is not told at both places with one number, from 1"
UNLIKE = "1: what is said to have moved is not the same at both places"
SECOND_UNLIKE = UNLIKE.replace("1:", "2:")


@pytest.mark.parametrize(
    ("away", "wrong"),
    [
        ((moved("moved away", 1, FIRST), moved("moved away", 2, SECOND)), []),
        ((moved("moved away", 2, SECOND), moved("moved away", 1, FIRST)), []),
        ((moved("moved away", 1, SECOND), moved("moved away", 2, FIRST)), [UNLIKE, SECOND_UNLIKE]),
        ((moved("moved away", 1, FIRST),), [UNPAIRED, SECOND_UNLIKE]),
    ],
)
def test_each_of_several_moves_is_compared_with_the_place_of_its_own_number(
    told: Told, away: tuple[Node, ...], wrong: list[str]
) -> None:
    assert told(*HERE, *away) == wrong


@pytest.mark.parametrize(
    "signs",
    [
        ("[+ moved here, 2:", "[− moved away, 2:"),
        ("[+ moved here, 2:", "[− moved away, 2:", "[+ moved here, 1:", "[− moved away, 1:"),
        ("[+ moved here, 1:", "[+ moved here, 1:", "[− moved away, 1:"),
    ],
)
def test_moves_are_numbered_from_1_as_they_are_read_and_told_once(
    told: Told, signs: tuple[str, ...]
) -> None:
    assert told(signs=signs) == [UNPAIRED]


def test_spaces_of_another_kind_are_the_same_in_a_sign(told: Told) -> None:
    spaced = ("[+\u00a0moved\u00a0 here, 1:", " [− moved\u00a0away, 1:")
    assert told(signs=spaced) == []
    here, away = moved("moved here", 1, FIRST), moved("moved away", 1, FIRST)
    wide = Node("sign", 1, (Node("text", 1, text=spaced[0]),), change="inserted")
    assert told(replace(here, children=(wide, *here.children[1:])), away, signs=spaced) == []


def test_both_places_of_a_move_are_told_with_the_same_number(told: Told) -> None:
    here, away = moved("moved here", 1, FIRST), replace(moved("moved away", 2, FIRST), move=1)
    both = ("[+ moved here, 1:", "[− moved away, 1:")
    assert told(here, away, signs=both) == [UNLIKE]
    silent = replace(here, children=here.children[1:])
    assert told(silent, silent, signs=both) == [UNLIKE]


def test_a_sign_of_what_did_not_change_is_no_label(told: Told) -> None:
    here, away = moved("moved here", 1, FIRST), moved("moved away", 1, FIRST)
    (plain,) = signs("[+ moved here, 7:")
    other = replace(here, children=(replace(plain, change=""), *here.children))
    assert told(other, away, signs=("[+ moved here, 1:", "[− moved away, 1:")) == []


def test_a_move_to_two_places_from_none_is_noted(told: Told) -> None:
    assert UNLIKE in told(moved("moved here", 1, FIRST), moved("moved here", 1, FIRST))


def test_what_differs_in_what_moved_has_signs_of_its_own_at_both_places(told: Told) -> None:
    away = moved("moved away", 1, SECOND)
    begin, *rest = moved("moved here", 1, SECOND).children
    new = inserted(inserted(Node("text", 1, text="Soon ")))
    own, end = signs("[+ ", " +]")
    here = moved("moved here", 1, SECOND)
    assert told(replace(here, children=(begin, own, new, end, *rest)), away) == []
    unsigned = replace(here, children=(begin, new, *rest))
    assert told(unsigned, away) == told(away, unsigned) == [UNLIKE]


@pytest.mark.parametrize(
    ("mark", "other", "wrong"), [("+", "−", []), ("−", "+", [UNPAIRED]), ("+", "+", [UNPAIRED])]
)
def test_each_place_of_a_move_is_told_with_its_own_sign(
    told: Told, mark: str, other: str, wrong: list[str]
) -> None:
    assert told(signs=[f"[{mark} moved here, 1:", f"[{other} moved away, 1:"]) == wrong
