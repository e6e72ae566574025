"""Rows of two languages side by side: a gap where one has no block, and notes in their order."""

from __future__ import annotations

import pytest

from communique.compose.rows import note_rows, rows
from communique.model.body import Node, Note


def item(marker: str = "-") -> Node:
    return Node("item", 1, (Node("paragraph", 1),), marker=marker)


GAP = Node("gap", 1)
LIST = Node("list", 1, (item(), item()))


def test_a_list_without_a_list_beside_it_has_a_gap_beside_each_point() -> None:
    found = rows([[LIST], [GAP]])
    assert [[node.kind for node in row.nodes] for row in found] == [["list", "gap"]] * 2
    assert {row.kind for row in found} == {"list"}
    assert len({row.join for row in found}) == 1


def test_a_point_without_a_point_beside_it_has_a_gap() -> None:
    found = rows([[LIST], [Node("list", 1, (item(), GAP))]])
    assert [[node.kind for node in row.nodes] for row in found] == [
        ["list", "list"],
        ["list", "gap"],
    ]


def test_lists_that_begin_on_one_line_of_two_files_are_two() -> None:
    found = rows([[GAP, LIST], [LIST, LIST]])
    assert len({row.join for row in found}) == 2


def notes(*numbers: int) -> list[Note]:
    """Return notes that have these numbers in the new version, 0 where they were deleted."""
    return [
        Note(place, 1, (), "" if number else "deleted", later=number)
        for place, number in enumerate(numbers, 1)
    ]


@pytest.mark.parametrize(
    ("one", "other", "due"),
    [
        ((1, 2), (1, 2), [(1, 1), (2, 2)]),
        ((1, 0, 2), (1, 2), [(1, 1), (2, None), (3, 2)]),
        ((1, 2), (0, 1, 0, 2, 0), [(None, 1), (1, 2), (None, 3), (2, 4), (None, 5)]),
        ((0,), (), [(1, None)]),
        ((1, 2), (2, 1), [(1, None), (2, None), (None, 1), (None, 2)]),
    ],
)
def test_notes_of_the_new_versions_stand_side_by_side(
    one: tuple[int, ...], other: tuple[int, ...], due: list[tuple[int | None, int | None]]
) -> None:
    found = note_rows([notes(*one), notes(*other)])
    assert [tuple(note.number if note else None for note in row) for row in found] == due


def test_notes_of_statements_as_they_are_stand_side_by_side() -> None:
    every = [[Note(1, 1, ()), Note(2, 2, ())]] * 2
    assert [[note.number for note in row if note] for row in note_rows(every)] == [[1, 1], [2, 2]]
