"""Which form of a title a running head says, and whether a longer one had room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.design.edition import Paper
from communique.pdf_reading.tag_tree import Block
from communique.prove.arrangement import head_forms
from communique.prove.place import sides
from tests.prove.texts import text

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece

FORMS = tuple(map(text, ("Of fish and nets", "Of fish \u200bnow", "Of fish", "Of nets")))


def head(run: Piece, words: str, *, left: float = 100.0, right: float = 130.0) -> Block:
    return Block("", (replace(run, glyphs=tuple(words), left=left, right=right),))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Of fish and nets", 0),
        ("Of fish now", 1),
        ("Of fish", 2),
        ("Of nets", 3),
        ("Of nest", None),
    ],
)
def test_a_head_says_one_of_the_forms(run: Piece, words: str, number: int | None) -> None:
    assert head_forms.form(head(run, words), FORMS) == number


def test_a_head_has_the_line_between_the_margins_and_no_more_than_what_is_written_there(
    page: Page, run: Piece
) -> None:
    blocks = [head(run, "Of", left=90.0, right=110.0), head(run, "nets", left=200.0, right=350.0)]
    upright = page.content.edition.paper
    assert head_forms.measure(blocks, page.content, upright) == 260.0
    for paper in (upright, Paper(width=upright.height, height=upright.width)):
        left, right = sides(page.content, paper)
        assert left > 0
        wide = head(run, "Of", left=10.0, right=900.0)
        assert head_forms.measure([wide], page.content, paper) == right - left


def test_a_longer_form_is_told_where_it_would_fill_less_than_a_third_of_the_line(
    run: Piece,
) -> None:
    forms = tuple(map(text, ("Of fish nets", "Of fish", "Of")))
    cut = head(run, "Of fish", right=170.0)  # 70 pt, so the longer one would have 120
    inside = head(run, "Of ", right=130.0), head(run, "fish", left=130.0, right=170.0)
    parts = Block("", tuple(piece for block in inside for piece in block.pieces))
    for block in (cut, parts):
        assert head_forms.longer(block, forms, 361.0) == "Of fish nets"
        assert head_forms.longer(block, forms, 360.0) == ""
        assert head_forms.longer(block, forms, 359.0) == ""
    assert head_forms.longer(head(run, "Of fish nets"), forms, 9999.0) == ""
    assert head_forms.longer(head(run, "Of nets"), forms, 9999.0) == ""
