"""Contrast and letters: how much is enough, and how little is reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.prove.appearance import (
    contrast,
    letters,
)
from tests.prove.appearance.runs import seen, view

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge


def grey(luminance: float) -> tuple[float, float, float]:
    """Return a colour of this relative luminance (WCAG 2.1)."""
    part = 12.92 * luminance if luminance <= 0.0031 else 1.055 * luminance ** (1 / 2.4) - 0.055
    return part, part, part


@pytest.mark.parametrize(("size", "least"), [(10.0, 4.5), (17.99, 4.5), (18.0, 3.0), (40.0, 3.0)])
def test_text_stands_out_by_so_much(judged: Judge, run: Piece, size: float, least: float) -> None:
    for ratio, well in ((least + 0.01, True), (least - 0.01, False)):
        piece = replace(run, size=size, colour=grey(1.05 / ratio - 0.05))
        found = judged(contrast.standing_out, views=[view(seen(piece))])
        wrong = "1: contrast: page 1: this hardly stands out: We thank the millers."
        assert found == ([] if well else [wrong])


def test_the_contrast_asked_for_is_enough(
    judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size, least in ((10.0, 4.5), (18.0, 3.0)):
        monkeypatch.setattr(contrast, "ratio", lambda *_, least=least: least)
        shown = view(seen(replace(run, size=size)))
        assert judged(contrast.standing_out, views=[shown]) == []


def test_spaces_need_no_contrast(judged: Judge, run: Piece) -> None:
    blank = seen(replace(run, glyphs=(" ",), colour=None))
    assert judged(contrast.standing_out, views=[view(blank)]) == []
    assert len(judged(contrast.standing_out, views=[view(seen(replace(run, colour=None)))])) == 1


def test_what_a_second_engine_reads_is_compared_by_letters(judged: Judge, run: Piece) -> None:
    def found(words: str, read: str) -> list[str]:
        text = seen(replace(run, glyphs=tuple(words)), letters=read)
        return judged(letters.second_reading, views=[view(text)])

    assert found("ﬁrst (one)", "first )one(") == []
    assert found("(one", ")one") == []  # brackets of text that runs from right to left
    assert found("in or-der", "rdeino r") == []
    assert found("بيان", "xyz") == []
    assert found("one", "two") == [
        "1: letters: page 1: a second engine reads other letters: one is read as two"
    ]
    assert found("oone", "one") != []


def test_a_page_that_a_second_engine_does_not_see_whole_is_reported(judged: Judge) -> None:
    assert judged(letters.second_reading, views=[view(complete=False, number=2)]) == [
        "1: letters: page 3: two engines do not see as many texts: all of it"
    ]
