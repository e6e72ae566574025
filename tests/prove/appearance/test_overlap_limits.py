"""Texts that are printed on one another: where that begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.prove.appearance import visible
from tests.prove.appearance.runs import seen, view

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.view import SeenText
    from tests.prove.conftest import Judge


def test_ink_on_other_ink_is_reported(judged: Judge, run: Piece) -> None:
    one, hebrew = seen(run), seen(replace(run, glyphs=tuple("נהר")))
    both = "1: place: page 1: text is printed on other text: We thank the millers. / "

    def found(part: float, depth: float, other: SeenText = one) -> list[str]:
        return judged(visible.overprints, views=[view(overlaps=((one, other, part, depth),))])

    assert found(0.02, 0.2) == []
    assert found(0.021, 0) == found(0, 0.201) == [f"{both}We thank the millers."]
    assert found(0, 0.9, hebrew) == []
    assert found(0.05, 0, hebrew) == []
    assert found(0.051, 0, hebrew) == [f"{both}נהר"]


def test_texts_on_one_another_are_shown_without_spaces_and_cut(judged: Judge, run: Piece) -> None:
    one = seen(replace(run, glyphs=tuple(f" {'x' * 40} ")))
    (found,) = judged(visible.overprints, views=[view(overlaps=((one, one, 0.5, 0),))])
    assert found.endswith(f"other text: {'x' * 30} / {'x' * 30}")
