"""Where annexes begin, where notes and pictures stand, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.content.content import Content, content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Block, Tag
from communique.prove import place
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.samples import png

from .conftest import complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece
    from communique.typeset.engine import Typeset

    from .conftest import Judge

ANNEX = """\
---
title: A plan
contents: {}
---

One.

## Two

Three.

## Annex 1. The gauges of the river and of all its mills

Five.
"""
WRONG = "12: place: page 2: Annex 1. The gauges of the river and of  does not begin a page"


def content(folder: Path, contents: str = "false") -> Content:
    (folder / "plan.en.md").write_text(ANNEX.format(contents), "utf-8")
    return content_of(read(folder / "plan.en.md"), edition.load("standard"))


@pytest.fixture
def annex(piece: Piece) -> Piece:
    return replace(piece, page=1, baseline=600.0)


@pytest.mark.parametrize(
    ("other", "begins"),
    [
        ((601.0, 1, 9), True),
        ((601.1, 1, 9), False),
        ((500.0, 1, 9), True),
        ((700.0, 0, 9), True),
        ((700.0, 2, 9), True),
        ((700.0, 1, "Pagination"), True),
    ],
)
def test_an_annex_begins_a_page_where_no_text_stands_above_it(
    judged: Judge, tmp_path: Path, annex: Piece, other: tuple[float, int, Any], *, begins: bool
) -> None:
    blocks = [Block("H2", (replace(annex, page=0),)), Block("H2", (annex,))]
    baseline, number, mark = other
    there = replace(annex, baseline=baseline, page=number, mark=mark)
    below = replace(annex, baseline=400.0)
    found = judged(place.annexes, content(tmp_path), blocks=blocks, pieces=[annex, there, below])
    assert found == ([] if begins else [WRONG])


def test_the_heading_of_the_contents_is_none_of_the_text(
    judged: Judge, tmp_path: Path, annex: Piece
) -> None:
    above = replace(annex, baseline=700.0)
    blocks = [Block("H2", (replace(annex, page=0),))] * 2 + [Block("H2", (annex,))]
    found = judged(place.annexes, content(tmp_path, "true"), blocks=blocks, pieces=[annex, above])
    assert found == [WRONG]


@pytest.mark.parametrize("at_end", [True, False])
@pytest.mark.parametrize("noted", [True, False])
def test_the_annex_of_the_second_of_two_texts_begins_a_page_in_its_own_column(
    judged: Judge, tmp_path: Path, annex: Piece, *, at_end: bool, noted: bool
) -> None:
    """Notes at the end of a text, where there are some, have a heading before the second text."""
    texts = []
    for name in ("plan.en.md", "plan.de.md"):
        text = ANNEX.format("false")
        if noted:
            text = text.replace("One.", "One.[^1]") + "\n[^1]: Six.\n"
        (tmp_path / name).write_text(text, "utf-8")
        texts.append(read(tmp_path / name))
    both = replace(texts[0], beside=texts[1])
    parallel = replace(edition.load("parallel"), notes="end" if at_end else "foot")
    content = content_of(both, parallel)
    right = replace(annex, left=300.0)
    headings = [Block("H2", (replace(annex, page=0),))]
    before = headings * (4 if at_end and noted else 3)  # two, and its own first one, of the other
    for above, told in ((right, True), (annex, False)):
        pieces = [right, replace(above, baseline=700.0)]
        blocks = [*before, Block("H2", (right,)), *headings]
        found = judged(place.annexes, content, blocks=blocks, pieces=pieces)
        assert [WRONG in each for each in found] == [True] * told


SHORTER = "write it shorter, or with ordinary spaces, at which its lines may end"


def test_where_a_table_is_too_wide_its_author_is_told_what_to_do(
    page: Page, made: Typeset, piece: Piece
) -> None:
    reading, faults = Reading(made.pdf), Faults(page.content.statement.path)
    cell = next(each for each in reading.pieces if each.text.strip() == "Weir")
    vars(reading)["pieces"] = [
        replace(cell, left=-50.0),
        replace(cell, baseline=-50.0),
        replace(piece, left=-50.0),
    ]
    place.areas(page.content, reading, faults)
    assert {fault.line for fault in faults if "Weir" in fault.wrong} == {21}
    assert {(fault.key, fault.wrong[-12:]): fault.instead for fault in faults} == {
        ("width", "e side: Weir"): "give the table there fewer columns or shorter words",
        ("place", "s area: Weir"): "give the table there fewer columns or shorter words",
        ("width", "the millers."): SHORTER,
    }


def test_a_note_without_a_call_before_it_is_none_that_strayed(judged: Judge) -> None:
    note: Any = Tag("Note", {}, [(3, 2)])
    call: Any = Tag("Reference", {}, [(1, 1)])
    for kids in ([(1, 0), note, (1, 4)], [call, (1, 4), note]):
        assert judged(place.notes, tree=Tag("Document", {}, [Tag("P", {}, kids)])) == []


def test_a_picture_may_stand_between_a_text_and_a_break(tmp_path: Path) -> None:
    (tmp_path / "gauge.png").write_bytes(png(40, 30))
    text = "---\ntitle: A\n---\n\nOne.\n\n---\n\n![A gauge](gauge.png)\n\nTwo.\n"
    page = composed(tmp_path, text, "river.en.md")
    assert complaints(page, typeset(page)) == []
