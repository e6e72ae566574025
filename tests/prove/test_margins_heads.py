"""Heads of tables that are repeated on the next page: what is one, and what is not."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.document.pages import Annotation
from communique.pdf_reading.tag_tree import Tag
from communique.prove import margins
from communique.prove.lines import block_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.pdf_reading.piece import Piece

    Left = Callable[..., list[str]]


def cell(piece: Piece, text: str, place: tuple[int, int], left: float, baseline: float) -> Piece:
    """Return a text at a place, page and MCID, whose left edge and baseline are given in pt."""
    there = replace(piece, page=place[0], mark=place[1], left=left, right=left + 40.0)
    return replace(there, glyphs=tuple(text), size=10.0, baseline=baseline)


@pytest.fixture
def table(piece: Piece) -> list[Piece]:
    """Return what is written in a table: the head, in two lines, and a row on each of two pages."""
    return [
        cell(piece, "Place", (0, 0), 100.0, 600.0),
        cell(piece, "Depth", (0, 1), 200.0, 599.0),
        cell(piece, "in ells", (0, 1), 200.0, 588.0),
        cell(piece, "Weir", (0, 2), 100.0, 570.0),
        cell(piece, "41", (0, 3), 200.0, 570.0),
        cell(piece, "Ford", (1, 4), 100.0, 660.0),
        cell(piece, "7", (1, 5), 200.0, 660.0),
    ]


@pytest.fixture
def again(table: list[Piece]) -> list[Piece]:
    """Return the head as it is repeated on the second page, 100 pt higher."""
    return [
        replace(each, page=1, mark="Artifact", baseline=each.baseline + 100.0) for each in table[:3]
    ]


@pytest.fixture
def left(table: list[Piece]) -> Left:
    """Return the words, of those that stand in the text and are none of it, that are no head."""

    def found(
        *pieces: Piece,
        others: tuple[Piece, ...] = (),
        row: Any = ((0, 2), (0, 3)),
        last: Any = ((1, 4), (1, 5)),
        note: bool = False,
        role: str = "Table",
    ) -> list[str]:
        first: list[Any] = [(0, 0), *([Tag("Note", {}, [(0, 9)])] if note else [Annotation(5, {})])]
        rows = [
            Tag("TR", {}, [Tag("TH", {}, first), Tag("TH", {}, [Tag("Span", {}, [(0, 1)])])]),
            *(Tag("TR", {}, [Tag("TD", {}, [place]) for place in each]) for each in (row, last)),
        ]
        body = Tag("TBody", {}, list(rows))
        tree = Tag("Document", {}, [Tag("Table", {}, []), Tag(role, {}, [body])])
        reading: Any = SimpleNamespace(tree=tree, pieces=[*table, *pieces, *others])
        blocks = margins._no_heads(pieces, reading)
        return [word for page in blocks.values() for block in page for word in block_words(block)]

    return found


HEAD = ["Place", "Depth", "in", "ells"]


def test_a_head_that_is_repeated_where_its_table_goes_on_is_none_too_many(
    left: Left, again: list[Piece]
) -> None:
    assert left(*again) == []
    assert left() == []


def test_what_stands_beside_a_repeated_head_is_too_much(
    left: Left, again: list[Piece], piece: Piece
) -> None:
    stray = replace(cell(piece, "Stray", (1, 0), 300.0, 700.0), mark="Artifact")
    assert left(*again, stray) == ["Stray"]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_repeated_head_is_whole_and_says_the_same_in_the_same_place(
    left: Left, again: list[Piece], number: int
) -> None:
    def moved(**fields: Any) -> list[str]:
        pieces = list(again)
        pieces[number] = replace(again[number], **fields)
        return left(*pieces)

    one = again[number]
    assert moved(left=one.left + 0.4) == moved(baseline=one.baseline + 0.4) == []
    for wide in (-0.5, 0.5):
        assert sorted(moved(left=one.left + wide)) == sorted(HEAD)
    assert moved(baseline=one.baseline - 0.5) == HEAD
    assert "Other" in moved(glyphs=tuple("Other"))
    for looks in (
        {"codes": (3,)},
        {"size": one.size - 1},
        {"font": replace(one.font, name="Other")},
    ):
        assert sorted(moved(**looks)) == sorted(HEAD)
    assert left(*again[:number], *again[number + 1 :]) != []


def test_a_head_is_repeated_on_pages_after_its_own_that_have_rows(
    left: Left, again: list[Piece]
) -> None:
    def on(page: int, **others: Any) -> list[str]:
        return left(*[replace(each, page=page) for each in again], **others)

    assert on(1) == []
    assert on(0) == on(2) == HEAD
    assert on(1, row=((1, 2), (1, 3)), last=((2, 4),)) == []
    assert on(2, last=()) == []  # an empty row may be anywhere
    assert on(1, last=((0, 4), (0, 5))) == HEAD


def test_nothing_stands_over_a_repeated_head(left: Left, again: list[Piece], piece: Piece) -> None:
    over = cell(piece, "Over it", (1, 8), 120.0, 688.0)
    assert left(*again, others=(over,)) == HEAD
    for other in (
        replace(over, baseline=687.9),
        replace(over, page=0),
        replace(over, mark="Artifact"),
        replace(over, left=240.0, right=250.0),
        replace(over, left=60.0, right=100.0),
    ):
        assert left(*again, others=(other,)) == []
    for left_edge, right_edge in ((239.9, 250.0), (60.0, 100.1)):
        other = replace(over, left=left_edge, right=right_edge)
        assert left(*again, others=(other,)) == HEAD


def test_the_note_of_a_head_is_not_repeated(left: Left, again: list[Piece], piece: Piece) -> None:
    note = cell(piece, "A note", (0, 9), 100.0, 100.0)
    assert left(*again, others=(note,), note=True) == []


def test_only_tables_have_heads(left: Left, again: list[Piece]) -> None:
    assert left(*again, role="Sect") == HEAD


def test_two_heads_on_two_pages_are_both_none_too_many(left: Left, again: list[Piece]) -> None:
    further = [replace(each, page=2) for each in again]
    assert left(*again, *further, last=((1, 4), (2, 5))) == []
    assert left(*again, *further) == HEAD


def test_a_head_of_spaces_is_none(left: Left, again: list[Piece], table: list[Piece]) -> None:
    table[0] = replace(table[0], glyphs=(" ",))
    assert left(*again[1:]) == []
    table[1:3] = [replace(each, glyphs=(" ",)) for each in table[1:3]]
    assert left(*again) == HEAD


def test_the_lines_of_a_repeated_head_are_compared_with_the_first_of_them(
    left: Left, again: list[Piece]
) -> None:
    one, two, three = again
    higher = replace(two, baseline=two.baseline + 0.4)
    assert left(one, higher, replace(three, baseline=three.baseline - 0.4)) == []


def test_a_head_may_have_one_cell(left: Left, again: list[Piece], table: list[Piece]) -> None:
    del table[1:3]
    assert left(again[0]) == []
    assert left(again[1]) == ["Depth"]


def test_a_head_that_says_one_cell_twice_is_none(left: Left, again: list[Piece]) -> None:
    one, two, three = again
    twice = replace(one, baseline=two.baseline)
    assert left(one, twice, three) == ["Place", "Place", "in", "ells"]
