"""How far a superscript is raised and a subscript lowered: the limits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.drawing.view import Height
from communique.pdf_reading.tag_tree import Block, Tag
from communique.prove.appearance import raised

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

UP, DOWN, ELSE = "this is not raised", "this is not lowered", "this is raised or lowered"
SUP, SUB = "/Sup", "/Sub"


def told(judged: Judge, pieces: list[Piece], *inner: tuple[str, int, int], due: str = "") -> object:
    """Return what is said of a line of `pieces`, of which the second is a superscript or so."""
    font = replace(pieces[0].font, unicode=dict(enumerate("xpqhj")))
    fonts = [replace(piece, font=font, mark=n) for n, piece in enumerate(pieces)]
    tags = [Tag("Span", {"/A": {"/TextPosition": due}} if due else {}, [(0, 1)])]
    there = {(font, 0): Height(0.0, 0.5), (font, 1): Height(-0.2, 0.5)}
    there |= {(font, 3): Height(0.15, 0.8), (font, 4): Height(-0.05, 0.5)}
    found = judged(
        raised.raised_and_lowered,
        blocks=[Block("P", tuple(fonts), inner=inner)],
        tree=Tag("P", {}, [(0, 0), *tags]),
        heights=there,
    )
    return [each.removeprefix("1: shape: page 1: ") for each in found]


def beside(run: Piece, codes: tuple[int, ...], rise: float, size: float = 5.0) -> list[Piece]:
    """Return a long text of 10 pt and what is raised beside it, so far, in pt."""
    text = replace(run, glyphs=("x",) * 9, codes=(0,) * 9, right=300.0)
    other = replace(run, glyphs=("2",) * len(codes), codes=codes, left=301.0, right=306.0)
    return [text, replace(other, baseline=run.baseline + rise, size=size)]


@pytest.mark.parametrize(
    ("due", "codes", "rises"),
    [
        (SUP, (0,), (1.51, 1.49)),  # x
        (SUP, (1,), (2.51, 2.49)),  # p reaches 0.2 em of its 5 pt below the line
        (SUP, (0, 1), (1.51, 1.49)),  # the highest of them is raised
        (SUB, (0,), (-0.51, -0.49)),
        (SUB, (1,), (0.49, 0.51)),
        (SUB, (0, 1), (0.49, 0.51)),
        (SUP, (2,), (0.0, None)),  # of q nothing is known
        (SUB, (2,), (0.0, None)),
        ("", (0,), (0.09, 0.11)),
        ("", (0,), (-0.09, -0.11)),
    ],
)
def test_what_is_raised_or_lowered_is_so_far_enough_and_nothing_else_is(
    judged: Judge, run: Piece, due: str, codes: tuple[int, ...], rises: tuple[float, float | None]
) -> None:
    well, ill = rises
    assert told(judged, beside(run, codes, well), due=due) == []
    wrong = {SUP: UP, SUB: DOWN, "": ELSE}[due]
    if ill is not None:
        said = [f"{wrong}: {'2' * len(codes)}"]
        assert told(judged, beside(run, codes, ill), due=due) == said


def test_at_the_limit_nothing_is_raised_or_lowered(judged: Judge, run: Piece) -> None:
    run = replace(run, baseline=0.0)
    assert told(judged, beside(run, (3,), 0.0, size=10.0), due=SUP) == [f"{UP}: 2"]
    assert told(judged, beside(run, (4,), 0.0, size=10.0), due=SUB) == [f"{DOWN}: 2"]
    assert told(judged, beside(run, (0,), 0.1)) == []


def test_the_call_of_a_note_may_be_raised(judged: Judge, run: Piece) -> None:
    pieces = beside(run, (0,), 3.0)
    assert told(judged, pieces) == [f"{ELSE}: 2"]
    assert told(judged, pieces, ("Reference", 1, 2)) == []


def test_a_superscript_larger_than_its_line_is_raised_over_that(judged: Judge, run: Piece) -> None:
    assert told(judged, beside(run, (0,), 3.0, size=15.0), due=SUP) == []


def test_a_superscript_in_a_line_of_its_own_is_not_raised(judged: Judge, run: Piece) -> None:
    assert told(judged, beside(run, (0,), -20.0), due=SUP) == [f"{UP}: 2"]
