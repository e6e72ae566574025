"""What is hidden or struck through: where that begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from communique.prove.appearance import visible
from tests.prove.appearance.runs import BOX, WHITE, seen, view

if TYPE_CHECKING:
    from communique.pdf_reading.drawing.view import SeenText
    from communique.pdf_reading.piece import Piece
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
