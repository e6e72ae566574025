"""The order of texts on a page: the limits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.pdf_reading.tag_tree import Block, Tag
from communique.prove.appearance import order
from tests.prove.appearance.runs import MM

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

ABOVE = "1: order: page 1: this stands above what is read before it: "


@pytest.mark.parametrize(
    ("left", "baseline", "well"),
    [
        (200.0, 399.9, True),
        (200.0, 400.0, False),
        (303.0, 400.0, True),
        (299.9, 400.0, False),
        (200.0, 450.0, False),
    ],
)
def test_a_text_stands_below_or_beside_the_one_before_it(
    judged: Judge, run: Piece, left: float, baseline: float, *, well: bool
) -> None:
    other = replace(run, left=left, right=left + 50, baseline=baseline, mark=1)
    blocks = [Block("P", (run,)), Block("P", (other,))]
    wrong = "1: order: page 1: this does not stand after what is read before it: {}"
    expected = [] if well else [wrong.format("We thank the millers.")]
    assert judged(order.reading_order, blocks=blocks) == expected


@pytest.mark.parametrize(
    ("roles", "raised", "well"),
    [("P P", 5.0, True), ("P P", 5.1, False), ("TD P", 5.1, False), ("TD TD", 50.0, True)],
)
def test_a_text_beside_the_one_before_it_begins_no_higher(
    judged: Judge, run: Piece, roles: str, raised: float, *, well: bool
) -> None:
    other = replace(run, left=303.0, right=353.0, baseline=run.baseline + raised, mark=1)
    blocks = [Block("P", (replace(run, mark=0),)), Block("P", (other,))]
    parts = [Tag(role, {}, [(0, mark)]) for mark, role in enumerate(roles.split())]
    found = judged(order.reading_order, blocks=blocks, tree=Tag("Document", {}, [*parts]))
    assert found == ([] if well else [f"{ABOVE}We thank the millers."])


@pytest.mark.parametrize(
    ("roles", "spans", "right", "well"),
    [
        ("TD TD", {"/RowSpan": 2}, 197.0, True),
        ("TD TD", {"/RowSpan": 2}, 200.1, False),
        ("TD TD", {}, 197.0, False),
        ("TD P", {"/RowSpan": 2}, 197.0, False),
    ],
)
def test_the_row_after_a_cell_over_several_begins_on_its_other_side(  # noqa: PLR0913  # one column of the table each
    judged: Judge, run: Piece, roles: str, spans: dict[str, int], right: float, *, well: bool
) -> None:
    other = replace(run, left=right - 50, right=right, mark=1)
    blocks = [Block("P", (replace(run, mark=0),)), Block("P", (other,))]
    parts = [Tag(role, {"/A": spans}, [(0, mark)]) for mark, role in enumerate(roles.split())]
    found = judged(order.reading_order, blocks=blocks, tree=Tag("Document", {}, [*parts]))
    assert len(found) == (not well)


@pytest.mark.parametrize(
    ("left", "column", "well"),
    [(303.0, (150.0, 50.0), True), (303.0, (145.0, 50.0), False), (280.0, (145.0, 50.0), True)],
)
def test_a_column_beside_a_text_begins_as_high(
    judged: Judge, run: Piece, left: float, column: tuple[float, ...], *, well: bool
) -> None:
    """What stands in the column is given from its head down, and how far over the first run."""
    texts = [replace(run, baseline=run.baseline + up) for up in column]
    beside = replace(run, left=303.0, right=353.0, baseline=run.baseline + 155.0)
    above = replace(run, left=left, right=left + 10, baseline=run.baseline + 300)
    blocks = [Block("P", (each,)) for each in (above, *texts, beside)]
    found = judged(order.reading_order, blocks=blocks)
    assert found == ([] if well else [f"{ABOVE}We thank the millers."])


def test_a_column_ends_with_its_page(judged: Judge, run: Piece) -> None:
    before = replace(run, page=0, baseline=run.baseline + 300)
    column = replace(run, page=1)
    beside = replace(column, left=303.0, right=353.0, baseline=run.baseline + 20)
    lower = replace(beside, left=301.0, baseline=run.baseline)
    above = "1: order: page 2: this stands above what is read before it: We thank the millers."
    blocks = [Block("P", (before,)), Block("P", (column,)), Block("P", (beside,))]
    assert judged(order.reading_order, blocks=blocks) == [above]
    head = Block("P", (replace(column, baseline=run.baseline + 30),))
    blocks[1:] = [head, Block("P", (column,)), Block("P", (beside, lower))]
    assert judged(order.reading_order, blocks=blocks) == []


def test_larger_letters_may_stand_higher(judged: Judge, run: Piece) -> None:
    large = replace(run, left=306.0, right=353.0, baseline=run.baseline + 10.0, size=20.0)
    blocks = [Block("P", (run,)), Block("P", (large,))]
    assert judged(order.reading_order, blocks=blocks) == []
    blocks[1] = Block("P", (replace(large, baseline=run.baseline + 10.1),))
    assert len(judged(order.reading_order, blocks=blocks)) == 1


@pytest.mark.parametrize(("role", "apart"), [("P", 3.0), ("Lbl", 10.0)])
def test_texts_beside_one_another_are_apart(
    judged: Judge, run: Piece, role: str, apart: float
) -> None:
    def found(gap: float, **fields: Any) -> list[str]:
        other = replace(run, left=300.0 + gap, right=390.0, mark=1, **fields)
        blocks = [Block("Lbl", (run,)), Block(role, (other,))]
        return judged(order.reading_order, blocks=blocks)

    wrong = "1: order: page 1: this is run together with what is read before it: {}"
    assert found(apart) == []
    assert found(apart - 0.04) == []  # to a hundredth of an em
    assert found(apart - 0.06) == found(0.0) == [wrong.format("We thank the millers.")]
    larger = {"P": 5.9, "Lbl": 19.9}[role]
    assert found(larger, size=20.0) != []
    assert found(larger + 0.1, size=20.0) == []


def test_spaces_before_a_text_keep_it_apart(judged: Judge, arabic: Page, run: Piece) -> None:
    for label, right, count in (
        (" .1", 200.0, 0),
        (".1", 200.0, 1),
        (" .1", 201.0, 0),  # letters with marks drift as far as that
        (" .1", 201.1, 1),
    ):
        first = Block("Lbl", (replace(run, glyphs=tuple(label)),))
        other = Block("P", (replace(run, left=100.0, right=right),))
        found = judged(order.reading_order, arabic.content, blocks=[first, other])
        assert len(found) == count


def test_a_text_may_stand_on_a_later_page_and_not_on_an_earlier_one(
    judged: Judge, run: Piece
) -> None:
    later = replace(run, page=1, baseline=700.0)
    assert judged(order.reading_order, blocks=[Block("P", (run,)), Block("P", (later,))]) == []
    assert len(judged(order.reading_order, blocks=[Block("P", (later,)), Block("P", (run,))])) == 1
    spread = Block("P", (run, later))
    for baseline, count in ((699.0, 0), (701.0, 1)):
        after = Block("P", (replace(later, baseline=baseline),))
        assert len(judged(order.reading_order, blocks=[spread, after])) == count


@pytest.mark.parametrize(
    ("left", "baseline", "count"),
    [(299.0, 400.0, 0), (298.9, 400.0, 1), (298.9, 395.0, 1), (298.9, 394.9, 0), (310.0, 400.0, 0)],
)
def test_a_part_of_a_line_does_not_begin_before_what_is_read_first(
    judged: Judge, run: Piece, left: float, baseline: float, count: int
) -> None:
    first = replace(run, left=300.0, right=350.0, size=10.0)
    other = replace(first, left=left, right=left + 20, baseline=baseline)
    found = judged(order.reading_order, blocks=[Block("P", (first, other))])
    wrong = "1: order: page 1: a part of a line stands before what is read before it: {}"
    assert found == [wrong.format("We thank the millers.")] * count


def test_parts_of_one_line_may_have_two_sizes_and_are_on_one_page(
    judged: Judge, run: Piece
) -> None:
    first = replace(run, left=300.0, right=350.0, size=10.0)
    large = replace(first, left=200.0, baseline=390.0, size=20.0)
    for other, count in (
        (large, 1),
        (replace(large, baseline=389.9), 0),
        (replace(large, page=1), 0),
    ):
        assert len(judged(order.reading_order, blocks=[Block("P", (first, other))])) == count


def test_parts_from_right_to_left_go_on_to_the_left(
    judged: Judge, arabic: Page, run: Piece
) -> None:
    first = replace(run, left=300.0, right=350.0)
    other = replace(run, left=200.0, right=250.0)
    hebrew = replace(other, glyphs=tuple("ריהנ"))
    assert judged(order.reading_order, arabic.content, blocks=[Block("P", (first, other))]) == []
    assert judged(order.reading_order, blocks=[Block("P", (first, hebrew))]) == []


def test_in_arabic_a_text_stands_beside_on_the_left(
    judged: Judge, arabic: Page, run: Piece
) -> None:
    for right, count in ((197.0, 0), (197.1, 1)):
        other = Block("P", (replace(run, left=100.0, right=right),))
        blocks = [Block("P", (run,)), other]
        assert len(judged(order.reading_order, arabic.content, blocks=blocks)) == count


def test_a_text_is_compared_by_its_first_line_and_all_of_the_one_before(
    judged: Judge, arabic: Page, run: Piece
) -> None:
    beside = replace(run, left=303.0, right=340.0)
    wrapped = Block("P", (beside, replace(run, baseline=386.0)))
    assert judged(order.reading_order, blocks=[Block("P", (run,)), wrapped]) == []
    two = Block("P", (replace(run, left=400.0, right=450.0), run))
    for right, count in ((197.0, 0), (297.0, 1)):
        other = Block("P", (replace(run, left=100.0, right=right),))
        assert len(judged(order.reading_order, arabic.content, blocks=[two, other])) == count


def test_columns_of_two_languages_are_compared_each_by_itself(
    judged: Judge, page: Page, run: Piece
) -> None:
    both = replace(page.content, versions=page.content.versions * 2)
    middle = 105 * MM
    right = Block("P", (replace(run, left=middle, right=400.0, baseline=500.0),))
    left = Block("P", (replace(run, left=middle - 0.1, right=400.0, baseline=500.0),))
    assert judged(order.reading_order, both, blocks=[Block("P", (run,)), right]) == []
    assert len(judged(order.reading_order, both, blocks=[Block("P", (run,)), left])) == 1
    assert len(judged(order.reading_order, blocks=[Block("P", (run,)), right])) == 1


def test_each_column_has_the_direction_of_its_language(
    judged: Judge, page: Page, arabic: Page, run: Piece
) -> None:
    both = replace(page.content, versions=page.content.versions + arabic.content.versions)
    for column, turned in ((0.0, False), (105 * MM, True)):
        left = replace(run, left=column + 10, right=column + 90)
        right = replace(run, left=column + 110, right=column + 190)
        for pieces, well in (((left, right), not turned), ((right, left), turned)):
            blocks = [Block("P", (each,)) for each in pieces]
            assert (judged(order.reading_order, both, blocks=blocks) == []) == well


def test_lines_stand_below_one_another(judged: Judge, run: Piece) -> None:
    for raised, count in ((5.0, 0), (5.1, 1)):
        lines = Block("P", (run, replace(run, baseline=400.0 + raised)))
        found = judged(order.reading_order, blocks=[lines])
        assert len(found) == count
    assert found == [
        "1: order: page 1: a line does not stand below the one before it: We thank the millers."
    ]
    over = Block("P", (run, replace(run, page=1, baseline=700.0)))
    assert judged(order.reading_order, blocks=[over]) == []


def test_notes_are_compared_among_themselves(judged: Judge, run: Piece) -> None:
    note = replace(run, baseline=100.0, mark=7)
    lower = replace(run, baseline=90.0, mark=8)
    text = replace(run, baseline=300.0, mark=1)
    inner = Tag("P", {}, [(0, 8)])
    tree = Tag("Document", {}, [Tag("Note", {}, [(0, 7)]), Tag("FENote", {}, [inner])])
    blocks = [Block("P", (each,)) for each in (run, note, text, lower)]
    assert judged(order.reading_order, blocks=blocks, tree=tree) == []
    assert len(judged(order.reading_order, blocks=blocks, tree=Tag("Document", {}))) == 1
    turned = [blocks[0], blocks[3], blocks[2], blocks[1]]
    assert len(judged(order.reading_order, blocks=turned, tree=tree)) == 1
    ignored = [
        Block("P", (replace(run, baseline=900.0, pictured=True),)),
        Block("P", (replace(run, baseline=900.0, glyphs=(" ",)),)),
    ]
    assert judged(order.reading_order, blocks=[*blocks, *ignored], tree=tree) == []


def test_a_text_is_compared_with_the_last_line_and_the_widest_of_the_one_before(
    judged: Judge, run: Piece
) -> None:
    lines = Block("P", (run, replace(run, right=350.0, baseline=386.0)))
    for left, baseline, count in ((200.0, 385.0, 0), (200.0, 390.0, 1), (320.0, 390.0, 1)):
        other = Block("P", (replace(run, left=left, right=400.0, baseline=baseline),))
        found = judged(order.reading_order, blocks=[lines, other])
        assert len(found) == count
    assert found == [
        "1: order: page 1: this does not stand after what is read before it: We thank the millers."
    ]
