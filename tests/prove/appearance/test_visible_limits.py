"""What is hidden, struck through or printed over: where that begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.prove.appearance import (
    overlap,
    visible,
)
from tests.prove.appearance.runs import BOX, WHITE, seen, view

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.view import SeenText
    from tests.prove.conftest import Judge


def test_what_is_hidden_struck_or_thin_is_reported(judged: Judge, run: Piece) -> None:
    def found(text: SeenText, **fields: Any) -> list[str]:
        return judged(visible.nothing_hidden, views=[view(text, **fields)])

    assert found(seen(run)) == []
    end = "We thank the millers."
    assert found(seen(run, whole=False)) == [
        f"1: visible: page 1: this is covered or cut off: {end}"
    ]
    crossed = WHITE._replace(crossed=True)
    assert found(seen(run, ground=crossed)) == [
        f"1: visible: page 1: this is struck through: {end}"
    ]
    thin = replace(run, opaque=False)
    assert found(seen(thin)) == [f"1: visible: page 1: this is see-through: {end}"]
    blank = replace(thin, glyphs=(" ",))
    assert found(seen(blank, whole=False, ground=crossed)) == []
    (other,) = found(seen(run), other=BOX)
    assert other.startswith("1: visible: page 1: something is drawn over the page")


def test_ink_on_other_ink_is_reported(judged: Judge, run: Piece) -> None:
    one, hebrew = seen(run), seen(replace(run, glyphs=tuple("נהר")))
    both = "1: place: page 1: text is printed on other text: We thank the millers. / "

    def found(part: float, depth: float, other: SeenText = one) -> list[str]:
        return judged(overlap.overprints, views=[view(overlaps=((one, other, part, depth),))])

    assert found(0.02, 0.2) == []
    assert found(0.021, 0) == found(0, 0.201) == [f"{both}We thank the millers."]
    assert found(0, 0.9, hebrew) == []
    assert found(0.021, 0, hebrew) == [f"{both}נהר"]


def test_texts_on_one_another_are_shown_without_spaces_and_cut(judged: Judge, run: Piece) -> None:
    one = seen(replace(run, glyphs=tuple(f" {'x' * 40} ")))
    (found,) = judged(overlap.overprints, views=[view(overlaps=((one, one, 0.5, 0),))])
    assert found.endswith(f"other text: {'x' * 30} / {'x' * 30}")
