"""High boxes beside a text that is not clear, and flat ones over it: values at the limits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.prove.arrangement import in_text
from tests.prove.appearance.runs import seen, view

from .conftest import shape

if TYPE_CHECKING:
    from communique.pdf_reading.content_stream.path import Shape
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

SAID = ["We thank the millers."]
#: Beside the text, and higher than a line.
HIGH = shape(195, 390, 196, 420)
#: This is not seen on the page, so it is only asked for where something else is.
WHITE = shape(195, 398, 196, 411, colour=(1, 1, 1))


@pytest.fixture
def found(judged: Judge, run: Piece) -> Judge:
    """Return the texts that shapes are in, or those that are not clear and have a high one."""

    def complaints(
        *shapes: Shape, pieces: tuple[Piece, ...] = (run,), unclear: tuple[Piece, ...] = ()
    ) -> list[str]:
        texts = [seen(each) for each in pieces] + [seen(each, clear=False) for each in unclear]
        found = {"shapes": [*shapes], "pieces": [*pieces], "views": [view(*texts)]}
        return [each.split(": ")[-1] for each in judged(in_text.nothing_drawn, **found)]

    return complaints


@pytest.fixture
def beside(found: Judge, run: Piece) -> Judge:
    """Return the same where the text is not clear."""

    def complaints(*shapes: Shape) -> list[str]:
        return found(*shapes, unclear=(run,))

    return complaints


def test_a_high_box_is_wrong_where_the_text_beside_it_is_not_clear(
    found: Judge, run: Piece
) -> None:
    assert found(HIGH) == []
    assert found(HIGH, unclear=(run,)) == SAID
    assert found(unclear=(run,)) == found(shape(10, 10, 11, 11), unclear=(run,)) == []
    assert found(shape(10, 10, 11, 11), HIGH, unclear=(run,)) == SAID
    assert found(HIGH._replace(page=1), unclear=(run,)) == []


def test_a_box_that_is_found_itself_is_enough(found: Judge, run: Piece) -> None:
    other = replace(run, glyphs=("A",), baseline=430.0)
    dash = shape(301, 433, 306, 434)
    assert found(HIGH, dash, pieces=(run, other), unclear=(run,)) == ["A"]


@pytest.mark.parametrize("glyphs", [(), (" ",)])
def test_spaces_are_no_text_that_is_not_clear(
    found: Judge, run: Piece, glyphs: tuple[str, ...]
) -> None:
    assert found(HIGH, unclear=(replace(run, glyphs=glyphs),)) == []


@pytest.mark.parametrize(("left", "told"), [(188.9, []), (189.1, SAID), (309.9, SAID), (310.1, [])])
def test_a_high_box_is_less_than_an_em_away(beside: Judge, left: float, told: list[str]) -> None:
    assert beside(HIGH._replace(left=left, right=left + 1)) == told


@pytest.mark.parametrize(
    ("bottom", "top", "told"),
    [(380, 399.9, []), (380, 400.1, SAID), (406.9, 430, SAID), (407.1, 430, [])],
)
def test_a_high_box_reaches_to_the_letters(
    beside: Judge, bottom: float, top: float, told: list[str]
) -> None:
    assert beside(HIGH._replace(bottom=bottom, top=top)) == told


@pytest.mark.parametrize(("height", "told"), [(0, []), (11.9, []), (12.1, SAID), (30, SAID)])
def test_a_high_box_is_as_high_as_a_line(beside: Judge, height: float, told: list[str]) -> None:
    assert beside(WHITE._replace(top=WHITE.bottom + height)) == told


def test_a_high_box_is_not_all_cut_off_nor_transparent(beside: Judge) -> None:
    assert beside(WHITE._replace(clip=(0, 398, 500, 409))) == []
    assert beside(HIGH._replace(opacity=0)) == []
    assert beside(HIGH._replace(opacity=0.01)) == SAID


@pytest.mark.parametrize(("height", "told"), [(0, SAID), (2.4, SAID), (2.6, []), (5, [])])
def test_a_line_over_a_text_is_flat(found: Judge, height: float, told: list[str]) -> None:
    assert found(shape(200, 409 - height / 2, 300, 409 + height / 2)) == told


@pytest.mark.parametrize(("baseline", "told"), [(390.0, []), (396.4, []), (396.6, SAID)])
def test_a_line_over_two_texts_is_over_two_of_one_line(
    found: Judge, run: Piece, baseline: float, told: list[str]
) -> None:
    title = replace(run, glyphs=("A",), size=30.0, baseline=600.0)  # so that more lines are near
    call = replace(run, glyphs=("1",), left=300.0, right=304.0, baseline=baseline)
    before = replace(call, left=196.0, right=200.0)
    assert found(shape(200, 409, 304, 409), pieces=(run, call, title)) == told
    assert found(shape(196, 409, 300, 409), pieces=(run, before, title)) == told


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (200.3, 202, []),
        (200.2, 202, SAID),
        (200, 201.7, []),
        (200, 201.8, SAID),
        (203.2, 205, []),
        (197, 198.8, []),
        (197, 205, SAID),
    ],
)
def test_a_line_over_a_narrow_text_is_over_a_part_of_it(
    found: Judge, run: Piece, left: float, right: float, told: list[str]
) -> None:
    narrow = replace(run, left=200.0, right=202.0)
    assert found(shape(left, 410.5, right, 410.5), pieces=(narrow,)) == told


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (196.4, 300, []), (196.6, 300, SAID), (203.4, 300, SAID), (203.6, 300, []),
        (200, 296.4, []), (200, 296.6, SAID), (200, 303.4, SAID), (200, 303.6, []),
    ],
)  # fmt: skip
def test_a_line_over_a_text_ends_where_its_letters_do(
    found: Judge, left: float, right: float, told: list[str]
) -> None:
    assert found(shape(left, 409, right, 409)) == told
