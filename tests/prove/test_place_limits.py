"""Where text may lie: pages that are wrong, and how far beyond each limit is too far."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import NameObject

from communique.pdf_reading.tag_tree import Tag
from communique.prove import place
from communique.typeset.engine import typeset

from .conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PdfWriter

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece

    from .conftest import Judge, Spoil

MM = 72 / 25.4
#: The margins of the standard edition, in pt, and its paper.
OUTER, INNER, TOP, FIRST, BOTTOM = 22 * MM, 24 * MM, 27 * MM, 20 * MM, 27 * MM
WIDTH, HEIGHT, EDGE = 210 * MM, 297 * MM, 5 * MM


SIDE = "1: width: page {}: text runs out at the side: {}"
AREA = "1: place: page {}: text runs out of its area: {}"


@pytest.mark.parametrize(
    ("place_of", "measure", "limit"),
    [
        ((0, 1), "left", OUTER - 2),
        ((1, 1), "left", OUTER - 2),
        ((0, ""), "left", OUTER - 2),
        ((0, 1), "right", WIDTH - INNER + 2),
        ((0, "Pagination"), "right", WIDTH - INNER + 2),
        ((0, 1), "baseline", BOTTOM - 2),
        ((0, 1), "baseline", HEIGHT - FIRST + 2 - 5),
        ((1, 1), "baseline", HEIGHT - TOP + 2 - 5),
        ((0, "Pagination"), "baseline", EDGE - 2),
        ((1, "Pagination"), "baseline", HEIGHT - EDGE + 2 - 5),
    ],
)
def test_text_may_reach_two_points_beyond_its_area_and_no_further(
    judged: Judge, piece: Piece, place_of: tuple[int, int | str], measure: str, limit: float
) -> None:
    number, mark = place_of
    middle: dict[str, Any] = {"left": 200.0, "right": 300.0, "baseline": 400.0, "size": 10.0}
    here = replace(piece, page=number, mark=mark, **middle)
    beyond = 0.001 if limit > middle[measure] else -0.001
    near: dict[str, Any] = {measure: limit - beyond}
    far: dict[str, Any] = {measure: limit + beyond}
    assert judged(place.areas, pieces=[replace(here, **near)]) == []
    wrong = (AREA if measure == "baseline" else SIDE).format(number + 1, "We thank the millers.")
    assert judged(place.areas, pieces=[replace(here, **far)]) == [wrong]


def test_spaces_lie_anywhere(judged: Judge, piece: Piece) -> None:
    assert judged(place.areas, pieces=[replace(piece, glyphs=(" ",), left=-90.0)]) == []


def test_margins_change_sides_where_the_text_runs_from_right_to_left(
    judged: Judge, arabic: Page, piece: Piece
) -> None:
    left = replace(piece, left=INNER - 2.001)
    right = replace(piece, right=WIDTH - OUTER + 2.001)
    inside = replace(piece, left=INNER - 1.999, right=WIDTH - OUTER + 1.999)
    assert judged(place.areas, arabic.content, pieces=[inside]) == []
    assert len(judged(place.areas, arabic.content, pieces=[left])) == 1
    assert len(judged(place.areas, arabic.content, pieces=[right])) == 1


def test_a_page_of_margins_alone_is_empty_and_one_with_a_picture_is_not(
    judged: Judge, piece: Piece
) -> None:
    empty = ["1: place: page 1: the page is empty"]
    assert judged(place.empty_pages, pieces=[replace(piece, mark="Pagination")]) == empty
    assert judged(place.empty_pages, pieces=[replace(piece, glyphs=(" ",))]) == empty
    assert judged(place.empty_pages, pieces=[], figures=frozenset({0})) == []
    assert judged(place.empty_pages, pieces=[piece]) == []


def test_only_lines_of_text_on_the_last_page_are_counted(judged: Judge, piece: Piece) -> None:
    there = replace(piece, page=1)
    lower = replace(there, baseline=there.baseline - 14)
    beside = replace(there, left=there.right + 5, baseline=there.baseline + 0.01)
    foot = replace(lower, mark="Pagination")
    single = ["1: layout: page 2: the last page holds a single line"]
    assert judged(place.last_page, pages=[0, 1], pieces=[piece, there, beside, foot]) == single
    shown = frozenset({1})
    assert judged(place.last_page, pages=[0, 1], pieces=[piece, there], figures=shown) == []
    assert judged(place.last_page, pages=[0, 1], pieces=[piece, there, lower]) == []
    assert judged(place.last_page, pages=[0, 1], pieces=[piece]) == []
    assert judged(place.last_page, pages=[0], pieces=[piece]) == []


def test_a_note_that_strayed_from_its_call_is_reported(judged: Judge) -> None:
    def tree(call: int, note: int, role: str = "Note", asks: str = "Reference") -> Tag:
        kids: list[Any] = [Tag(asks, {}, [(call, 1)]), Tag(role, {}, [(note, 2)])]
        return Tag("Document", {}, [Tag("P", {}, kids)])

    strayed = "1: place: page {}: a note stands more than a page away from its call".format
    assert judged(place.notes, tree=tree(1, 1)) == judged(place.notes, tree=tree(1, 2)) == []
    assert judged(place.notes, tree=tree(1, 3)) == [strayed(4)]
    assert judged(place.notes, tree=tree(1, 0)) == [strayed(1)]
    assert judged(place.notes, tree=tree(1, 3, "FENote")) == [strayed(4)]
    assert judged(place.notes, tree=tree(1, 3, "Span")) == []
    assert judged(place.notes, tree=tree(1, 3, "Note", "Note")) == []


def move_note(writer: PdfWriter) -> None:
    """Say that the note stands on the third page."""
    for _ in range(2):
        writer.add_blank_page(WIDTH, HEIGHT)
    for each in writer._objects:  # pypdf has no other way to all of them
        if isinstance(each, dict) and each.get("/S") == "/Note":
            for kid in each["/K"]:
                inner = kid.get_object()
                inner[NameObject("/Pg")] = writer.pages[2].indirect_reference


def test_a_pdf_with_a_note_two_pages_after_its_call_is_reported(altered: Spoil) -> None:
    strayed = "1: place: page 3: a note stands more than a page away from its call"
    assert strayed in altered(move_note)


ANNEX = """\
---
title: A plan
---

One.

## Two

Three.

## Annex 1. Four

Five.
"""


def test_an_annex_that_does_not_begin_a_page_is_reported(tmp_path: Path) -> None:
    page = composed(tmp_path, ANNEX, "plan.en.md")
    assert complaints(page, typeset(page)) == []
    other = replace(page, styles=page.styles + "h2 { break-before: auto !important }")
    found = complaints(other, typeset(other))
    assert found == ["11: place: page 1: Annex 1. Four does not begin a page"]


def test_what_stands_over_or_under_the_type_area_is_in_the_margin(page: Page, piece: Piece) -> None:
    content, ten = page.content, replace(piece, size=10.0)
    for number, top in ((0, HEIGHT - FIRST), (1, HEIGHT - TOP)):
        for baseline, inside in (
            (top - 2 + 0.001, True),
            (top - 2 - 0.001, False),
            (BOTTOM + 2 - 5 - 0.001, True),
            (BOTTOM + 2 - 5 + 0.001, False),
        ):
            there = replace(ten, page=number, baseline=baseline)
            assert place.is_in_margin(there, content, content.edition.paper) is inside
