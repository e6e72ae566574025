"""Bookmarks and links lead to the line of their heading, and leave the zoom as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import ArrayObject, FloatObject, NameObject, NullObject, NumberObject

from communique.model.body import Node
from communique.pdf_reading.document.outline import Bookmark, top_of
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Block
from communique.prove import form

if TYPE_CHECKING:
    from pypdf import PdfWriter

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from communique.typeset.engine import Typeset

    from .conftest import Judge, Spoil

WRONG = "form: a bookmark or a link leads beside the heading What we found"


def test_a_bookmark_that_leads_to_the_end_of_the_page_is_reported(
    altered: Spoil, made: Typeset
) -> None:
    def lower(writer: PdfWriter) -> None:
        outline: Any = writer.root_object["/Outlines"]
        outline["/First"]["/Dest"][3] = FloatObject(100)

    assert altered(lower) == [f"14: {WRONG}"]
    assert Reading(made.pdf).outline[0].top == pytest.approx(370, abs=200)


@pytest.mark.parametrize(
    ("em", "well"), [(0.5, False), (0.51, True), (2.99, True), (3.0, False), (None, False)]
)
def test_a_heading_is_led_to_at_the_upper_edge_of_its_line(
    judged: Judge, page: Page, piece: Piece, em: float | None, *, well: bool
) -> None:
    lines = (replace(piece, baseline=400.0, size=10.0), replace(piece, baseline=200.0, size=10.0))
    top = None if em is None else 400 + em * 10
    blocks = [Block("P", (piece,)), Block("H2", lines)]
    outline = [Bookmark("What we found", 1, 0, top=top)]
    found = judged(form.landings, blocks=blocks, outline=outline)
    assert found == ([] if well else [f"14: {WRONG}"])
    (version,) = page.content.versions
    link = Node("link", 1, target="#what-we-found")
    body = replace(version.statement.body, children=(*version.statement.body.children, link))
    linked = replace(version, statement=replace(version.statement, body=body))
    content = replace(page.content, versions=(linked,))
    outline = [Bookmark("What we found", 1, 0, top=410.0)]
    tops = {"what-we-found": top}
    assert judged(form.landings, blocks=blocks, outline=outline, tops=tops) == []  # no link
    found = judged(form.landings, content, blocks=blocks, outline=outline, tops=tops)
    assert found == ([] if well else [f"14: {WRONG}"])
    assert judged(form.landings, content, blocks=blocks, outline=outline, tops={}) == [
        f"14: {WRONG}"
    ]


def test_the_heading_of_the_list_of_contents_has_no_bookmark(
    judged: Judge, page: Page, piece: Piece
) -> None:
    (version,) = page.content.versions
    matter = version.statement.matter.model_copy(update={"contents": True})
    listed = replace(version, statement=replace(version.statement, matter=matter))
    content = replace(page.content, versions=(listed,))
    blocks = [
        Block("H2", (replace(piece, baseline=600.0),)),
        Block("H2", (replace(piece, baseline=400.0),)),
    ]
    outline = [Bookmark("What we found", 1, 0, top=410.0)]
    tops = {"what-we-found": 410.0}
    assert judged(form.landings, content, blocks=blocks, outline=outline, tops=tops) == []


@pytest.mark.parametrize(
    ("view", "top"),
    [
        (("/XYZ", 72, 400, 0), 400.0),
        (("/XYZ", None, 400, None), 400.0),
        (("/XYZ", 72, None, 0), None),
        (("/XYZ", 72, 400, 2), None),
        (("/XYZ", 72, 400), None),
        (("/XYZ", 72, 400, 0, 0), None),
        (("/FitR", 72, 400, 0), None),
        (("/Fit",), None),
    ],
)
def test_a_destination_has_a_height_where_it_keeps_the_zoom(view: Any, top: float | None) -> None:
    def written(value: Any) -> Any:
        if isinstance(value, str):
            return NameObject(value)
        return NullObject() if value is None else NumberObject(value)

    assert top_of(ArrayObject([NumberObject(0), *map(written, view)])) == top
    assert top_of(None) is None
