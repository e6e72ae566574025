"""What is drawn, and so copied, in another order than it is read is reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.tag_tree import Block, Tag
from communique.prove.arrangement import copying
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints
from tests.samples import MEETINGS

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge, Spoil

LATE = "1: order: page 1: this is drawn, and so copied, after what is read later: "


@pytest.mark.parametrize(
    ("styles", "text"),
    [
        ("main span { position: relative }", "dams"),
        ("main span { display: block; overflow: hidden }", "dams"),
        ("main > p { z-index: 1 }", "We met at the mill and spoke about the w"),
        ("main > p:last-child { position: static }", "Issued"),
        ("h2 { z-index: -1 }", "Upland · Lowland"),
        ("tbody th { position: relative }", "Weir"),
        ("main li p { position: static }", "Issued"),
        (".facts dd { position: static }", "Issued"),
    ],
)
def test_texts_that_are_copied_in_another_order_are_reported(
    reset: Spoil, styles: str, text: str
) -> None:
    found = reset("the dams hold.", "the <span>dams</span> hold.", styles=styles)
    assert any(each.startswith(f"{LATE}{text.strip()}") for each in found)


@pytest.mark.parametrize(
    "styles",
    [
        "main > p { overflow: hidden }",
        "tbody :is(th, td) { position: relative }",
        ".note { position: relative; z-index: -1 }",
        ".masthead, .title, .facts, main, .after { z-index: 0 }",
    ],
)
def test_texts_may_be_positioned_where_their_order_stays(reset: Spoil, styles: str) -> None:
    assert reset(styles=styles) == []


def test_two_languages_are_copied_each_in_its_order() -> None:
    english, arabic = (read(MEETINGS / f"meeting.{tag}.md") for tag in ("en", "ar"))
    both = replace(english, beside=arabic)
    page = compose(content_of(both, edition.load("parallel")))
    assert complaints(page, typeset(page)) == []
    late = ".list li > div > * { position: static }"
    found = complaints(page, typeset(replace(page, styles=page.styles + late)))
    assert len(found) == 1
    assert found[0].startswith(LATE)


def tagged(*kids: Tag) -> Tag:
    return Tag("Document", {}, list(kids))


def late(judged: Judge, tree: Tag, pieces: list[Piece], order: list[int]) -> list[str]:
    """Return what is said of pieces that are drawn as they are given, and read in this order."""
    blocks = [Block("P", (pieces[number],)) for number in order]
    return judged(copying.drawn_in_order, tree=tree, pieces=pieces, blocks=blocks)


def test_a_text_is_drawn_after_what_is_read_before_it(judged: Judge, run: Piece) -> None:
    tree = tagged(Tag("P", {}, [(0, 0), (0, 1), (0, 2)]))
    first, second, third = pieces = [
        replace(run, mark=number, glyphs=(name,)) for number, name in enumerate("abc")
    ]
    assert late(judged, tree, pieces, [0, 1, 2]) == []
    assert late(judged, tree, pieces, [2, 0, 1]) == [f"{LATE}c"]
    assert late(judged, tree, pieces, [1, 2, 0]) == [f"{LATE}b"]
    assert late(judged, tree, pieces, [2, 1, 0]) == [f"{LATE}b and 1 more"]
    assert late(judged, tree, [first, first, second, third], [0, 2, 3]) == []


def test_pages_notes_and_versions_are_compared_each_by_itself(judged: Judge, run: Piece) -> None:
    one, other = replace(run, mark=1), replace(run, mark=2)
    note = Tag("Note", {}, [Tag("P", {}, [(0, 1)])])
    alone = tagged(Tag("P", {}, [(0, 1), (0, 2), (1, 1)]))
    beside = tagged(Tag("Part", {}, [(0, 2)]), Tag("Part", {}, [(0, 1)]))
    for tree, count in (
        (alone, 1),
        (Tag("Document", {}, [(0, 1), (0, 2)]), 1),
        (tagged(Tag("P", {}, [(0, 2), note])), 0),
        (tagged(Tag("P", {}, [(0, 2), replace(note, role="FENote")])), 0),
        (beside, 0),
        (tagged(Tag("Part", {}, [(0, 2), note])), 0),
        (tagged(Tag("Part", {}, [note]), Tag("Part", {}, [Tag("FENote", {}, [(0, 2)])])), 0),
        (tagged(Tag("Sect", {}, [(0, 2)]), Tag("Sect", {}, [(0, 1)])), 1),
        (tagged(note, Tag("FENote", {}, [(0, 2)])), 1),
    ):
        assert len(late(judged, tree, [one, other], [1, 0])) == count
    assert late(judged, alone, [replace(one, page=1), other], [1, 0]) == []


def test_what_is_no_text_of_the_document_is_not_compared(judged: Judge, run: Piece) -> None:
    one, other = replace(run, mark=1), replace(run, mark=2)
    tree = tagged(Tag("P", {}, [(0, 1), (0, 2)]))
    for changed in (
        replace(other, glyphs=(" ",)),
        replace(other, pictured=True),
        replace(other, mark="Artifact"),
    ):
        assert late(judged, tree, [one, changed], [1, 0]) == []
        assert late(judged, tree, [changed, one], [1, 0]) == []
