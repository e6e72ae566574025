"""Facts whose values stand at another name than their own are reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.tag_tree import Tag
from communique.prove.arrangement import terms

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge, Spoil

AWAY = "1: facts: page 1: this value does not stand at the name that it belongs to: "
BESIDE = (
    ".facts dl { display: table } .facts dt { float: left; clear: left; width: 40pt }"
    ".facts { font-size: 6pt }"
    ".facts dd { margin-left: 45pt; top: @ } .facts dt:nth-of-type(2) { width: 30pt }"
)


@pytest.mark.parametrize(
    ("styles", "well"),
    [
        (f"{BESIDE}".replace("@", "0"), True),
        (f"{BESIDE}".replace("@", "16pt"), False),
        (".facts dl { display: grid; grid-template-columns: 1fr 1fr }", True),
        (
            ".facts dl { display: grid; grid: repeat(3, auto) / 1fr 1fr; grid-auto-flow: column }",
            False,
        ),
        (".facts dl { display: grid } .facts dt:first-child { grid-row: 3 }", False),
        (".facts dl { display: grid } .facts dd { grid-column: 1 } dt { grid-column: 2 }", False),
        (".facts dd { top: 3pt }", True),
        (".facts dd { top: 5pt }", False),
        (".facts dd:last-child { top: 7pt }", False),
        (".facts dd { margin-left: 2em }", True),
    ],
)
def test_values_at_another_name_are_reported(reset: Spoil, styles: str, *, well: bool) -> None:
    found = reset(styles=styles)
    assert found == [] if well else any(each.startswith(AWAY) for each in found)


def facts(*pairs: tuple[int, int], numbering: str = "None") -> Tag:
    """Return a list of names and values with these MCIDs."""
    items = [
        Tag("LI", {}, [Tag("Lbl", {}, [(0, one)]), Tag("LBody", {}, [(0, other)])])
        for one, other in pairs
    ]
    return Tag("L", {"/A": {"/ListNumbering": f"/{numbering}"}}, list(items))


def away(judged: Judge, *pieces: Piece, tree: Tag | None = None) -> list[str]:
    """Return what is said of names and values, one after the other."""
    every = [replace(piece, mark=number) for number, piece in enumerate(pieces)]
    pairs = [(number, number + 1) for number in range(0, len(pieces), 2)]
    return judged(terms.beside_their_names, tree=tree or facts(*pairs), pieces=every)


@pytest.mark.parametrize(
    ("fields", "well"),
    [
        ({"baseline": 401.0}, True),
        ({"baseline": 401.1}, False),
        ({"baseline": 380.0}, True),
        ({"baseline": 379.9}, False),
        ({"left": 500.0, "right": 550.0, "baseline": 399.0}, True),
        ({"left": 500.0, "right": 550.0, "baseline": 398.9}, False),
        ({"left": 240.0, "right": 350.0, "baseline": 390.0}, True),
        ({"left": 240.1, "right": 350.0, "baseline": 390.0}, False),
        ({"left": 160.0, "right": 350.0, "baseline": 390.0}, True),
        ({"left": 159.9, "right": 350.0, "baseline": 390.0}, False),
        ({"left": 100.0, "right": 260.0, "baseline": 390.0}, True),
        ({"left": 100.0, "right": 259.9, "baseline": 390.0}, False),
    ],
)
def test_a_value_stands_at_its_name(
    judged: Judge, run: Piece, fields: dict[str, Any], *, well: bool
) -> None:
    found = away(judged, run, replace(run, **fields))
    assert found == ([] if well else [f"{AWAY}{run.text}"])


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [((260, 300), (100, 190), (190, 300)), ((100, 140), (210, 300), (100, 210))],
    ids=["from right to left", "from left to right"],
)
def test_a_line_may_be_drawn_in_several_parts(
    judged: Judge, run: Piece, name: tuple[float, float], first: Any, second: Any
) -> None:
    """What is drawn first of it may be its end, as often in Arabic."""

    def part(edges: tuple[float, float], mark: int, **fields: Any) -> Piece:
        there = replace(run, left=edges[0], right=edges[1], mark=mark, baseline=400 - 15 * mark)
        return replace(there, **fields)

    def found(*pieces: Piece) -> list[str]:
        return judged(terms.beside_their_names, tree=facts((0, 1)), pieces=list(pieces))

    assert found(part(name, 0), part(first, 1), part(second, 1)) == []
    assert found(part(first, 0), part(second, 0), part(name, 1)) == []
    for other in ({}, {"page": 1}, {"baseline": 384.9}):
        rest = [part(second, 1, **other)] if other else []
        assert found(part(name, 0), part(first, 1), *rest) != []


def test_a_value_stands_on_the_page_of_its_name(judged: Judge, run: Piece) -> None:
    over = Tag("LI", {}, [Tag("Lbl", {}, [(0, 0)]), Tag("LBody", {}, [(1, 1)])])
    tree = replace(facts(), kids=[over])
    wrong = f"{AWAY}{run.text}".replace("page 1", "page 2")
    assert away(judged, run, replace(run, page=1), tree=tree) == [wrong]


def test_sizes_are_those_of_the_larger_one(judged: Judge, run: Piece) -> None:
    below = replace(run, baseline=378.0)
    assert len(away(judged, run, below)) == 1
    assert away(judged, run, replace(below, size=11.0)) == []
    assert away(judged, replace(run, size=11.0), below) == []


@pytest.mark.parametrize(
    ("baseline", "fields", "count"),
    [
        (376.0, {}, 1),
        (375.9, {}, 0),
        (376.0, {"left": 201.0, "right": 350.0}, 1),
        (376.0, {"left": 201.1, "right": 350.0}, 0),
        (376.0, {"left": 100.0, "right": 301.0}, 1),
        (376.0, {"left": 100.0, "right": 301.1}, 0),
        (401.0, {}, 1),
    ],
)
def test_a_value_is_nearer_to_its_name_than_to_the_next(
    judged: Judge, run: Piece, baseline: float, fields: dict[str, Any], count: int
) -> None:
    value, after = replace(run, baseline=388.0), replace(run, baseline=baseline, **fields)
    last = replace(after, baseline=after.baseline - 1)
    assert len(away(judged, run, value, after, last)) == count


def test_names_of_another_page_are_not_nearer(judged: Judge, run: Piece) -> None:
    over = Tag("LI", {}, [Tag("Lbl", {}, [(1, 2)]), Tag("LBody", {}, [(1, 3)])])
    tree = facts((0, 1))
    tree.kids.append(over)
    value, after = replace(run, baseline=388.0), replace(run, baseline=380.0, page=1)
    assert away(judged, run, value, after, after, tree=tree) == []


def test_all_lines_of_a_value_stand_above_the_next_name(judged: Judge, run: Piece) -> None:
    tree = Tag("Document", {}, [facts((0, 1), (3, 4))])
    tree.kids[0].kids[0].kids[1].kids.append((0, 2))  # type: ignore[union-attr]
    for last, count in ((371.0, 0), (370.0, 1), (350.0, 1)):
        lines = [replace(run, baseline=each) for each in (400.0, 392.0, last, 370.0, 370.0)]
        assert len(away(judged, *lines, tree=tree)) == count


def test_a_value_stands_at_a_line_of_its_name_or_below(judged: Judge, run: Piece) -> None:
    tree = facts((0, 2))
    tree.kids[0].kids[0].kids.append((0, 1))  # type: ignore[union-attr]
    for height, count in ((401.0, 0), (401.1, 1), (392.0, 0), (365.0, 0), (364.9, 1)):
        lines = [replace(run, baseline=each) for each in (400.0, 385.0, height)]
        assert len(away(judged, *lines, tree=tree)) == count


def test_a_value_above_its_name_may_be_nearer_to_the_next(judged: Judge, run: Piece) -> None:
    value, last = replace(run, baseline=401.0), replace(run, baseline=399.0)
    assert len(away(judged, run, value, replace(run, baseline=400.5), last)) == 1
    assert away(judged, run, value, replace(run, baseline=399.5), last) == []


def test_a_value_that_is_far_and_nearer_to_another_name_is_told_once(
    judged: Judge, run: Piece
) -> None:
    value, after = replace(run, baseline=376.0), replace(run, baseline=378.0)
    assert len(away(judged, run, value, after, after)) == 1


def test_each_line_of_a_name_keeps_its_value(judged: Judge, run: Piece) -> None:
    tree = facts((0, 2), (3, 4))
    tree.kids[0].kids[0].kids.append((0, 1))  # type: ignore[union-attr]
    for height, after, count in ((400.0, 372.0, 0), (375.0, 366.0, 1), (376.0, 366.0, 0)):
        lines = [replace(run, baseline=each) for each in (400.0, 385.0, height, after, after)]
        assert len(away(judged, *lines, tree=tree)) == count


def test_each_fault_is_told_once(judged: Judge, run: Piece) -> None:
    far, after = replace(run, baseline=360.0), replace(run, baseline=362.0)
    assert len(away(judged, run, far, after, after)) == 1


def test_points_and_lists_without_names_are_no_facts(judged: Judge, run: Piece) -> None:
    far = replace(run, baseline=300.0)
    assert away(judged, run, far, tree=facts((0, 1), numbering="Decimal")) == []
    names = Tag("LI", {}, [Tag("LBody", {}, [(0, 1)])])
    half = Tag("LI", {}, [Tag("Lbl", {}, [(0, 0)])])
    for item in (names, half):
        assert away(judged, run, far, tree=replace(facts(), kids=[item])) == []
    for pieces in ((run, replace(far, glyphs=(" ",))), (replace(run, glyphs=(" ",)), far)):
        assert away(judged, *pieces) == []
