"""Which lines run under a text: where that ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.drawing.box import Box
from communique.pdf_reading.drawing.underlines import underlines
from communique.pdf_reading.fonts import Font
from communique.pdf_reading.piece import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

PIECE = Piece(tuple("jetty"), 0, 0, Font("A", True, {}, {}, frozenset()), 10.0, 100.0, 200.0, 50.0)
INK = Box(100.0, 47.6, 200.0, 57.3)


def _found(*lines: Box, texts: Sequence[tuple[Piece, Box]] = ((PIECE, INK),)) -> list[int]:
    return list(underlines(lines, texts))


def _line(bottom: float, top: float) -> Box:
    return Box(90.0, bottom, 210.0, top)


def test_a_line_runs_under_a_text_where_it_lies_below_its_baseline() -> None:
    assert _found(_line(49.0, 50.0)) == [0]
    assert _found(_line(49.0, 50.01)) == []
    assert _found(_line(55.0, 56.0)) == []


def test_lines_under_a_text_are_thin_and_so_are_all_together() -> None:
    assert _found(_line(48.7, 50.0)) == [0]
    assert _found(_line(48.6, 50.0)) == []
    assert _found(_line(49.5, 50.0), _line(48.0, 48.7)) == [0, 1]
    assert _found(_line(49.3, 50.0), _line(48.0, 48.7)) == []


def test_lines_side_by_side_are_no_thicker_than_one() -> None:
    left, right = Box(90.0, 49.0, 150.0, 50.0), Box(150.0, 49.0, 210.0, 50.0)
    assert _found(left, right) == [0, 1]


def test_a_line_that_touches_no_ink_may_be_as_thick_as_it_likes() -> None:
    assert _found(_line(43.0, 47.6), Box(200.0, 40.0, 204.0, 60.0)) == [0, 1]
    assert _found(_line(43.0, 47.7)) == []


def test_a_line_that_is_far_from_all_texts_is_none_of_theirs() -> None:
    assert _found(_line(45.0, 46.2)) == [0]
    assert _found(_line(45.0, 46.0)) == []
    assert _found(_line(49.0, 50.0), texts=[(replace(PIECE, glyphs=(" ",)), INK)]) == []


def test_a_line_under_one_text_may_not_cross_another() -> None:
    below = (replace(PIECE, baseline=44.0), Box(100.0, 41.6, 200.0, 49.5))
    assert _found(_line(49.0, 50.0), texts=[(PIECE, INK), below]) == []
    assert _found(_line(49.5, 50.0), texts=[(PIECE, INK), below]) == [0]


def test_a_line_under_arabic_lies_below_its_dots_and_above_those_of_the_next_line() -> None:
    tall = Box(100.0, 42.0, 200.0, 60.0)
    arabic = [(replace(PIECE, glyphs=tuple("بيان")), tall)]
    below, above = ((44.0, 44.5), (57.5, 58.0))
    assert _found(_line(*below), texts=arabic) == _found(_line(*above), texts=arabic) == [0]
    for bottom, top in ((44.1, 44.6), (57.4, 57.9), (49.0, 49.5)):
        assert _found(_line(bottom, top), texts=arabic) == []


@pytest.mark.parametrize("text", ["gặp", "ṣọ́", "بيان", "עַל", "ça", "dį́į́ʼ"])
def test_a_line_through_marks_below_letters_is_part_of_their_ground(text: str) -> None:
    assert _found(_line(49.0, 50.0), texts=[(replace(PIECE, glyphs=tuple(text)), INK)]) == []


@pytest.mark.parametrize("text", ["jetty", "é", "שלום", "Ñ", "река"])  # Cyrillic
def test_marks_above_letters_are_not_hidden_by_a_line_under_them(text: str) -> None:
    assert _found(_line(49.0, 50.0), texts=[(replace(PIECE, glyphs=tuple(text)), INK)]) == [0]


def test_a_line_through_what_is_struck_ends_beside_what_is_not() -> None:
    struck = (replace(PIECE, struck=True), INK)
    sign = (replace(PIECE, size=8.0, left=200.0, right=208.0), Box(200.0, 48.0, 208.0, 57.0))
    through = Box(100.0, 52.5, 200.0, 53.1)
    assert _found(through, texts=[struck, sign]) == [0]
    assert _found(through._replace(right=200.39), texts=[struck, sign]) == [0]
    assert _found(through._replace(right=200.41), texts=[struck, sign]) == []
    assert _found(through, texts=[(PIECE, INK), sign]) == []


def test_a_line_through_what_is_struck_may_be_thick_no_more_than_one_under_a_text() -> None:
    struck = [(replace(PIECE, struck=True), INK)]
    assert _found(_line(52.0, 53.3), texts=struck) == [0]
    assert _found(_line(52.0, 53.4), texts=struck) == []
