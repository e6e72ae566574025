"""What is hidden or struck through: where that begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from communique.model.faults import Faults
from communique.pdf_reading.drawing.view import SeenPicture
from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Tag
from communique.prove.appearance import visible
from tests.prove.appearance.runs import BOX, WHITE, seen, view

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.pdf_reading.drawing.box import Box
    from communique.pdf_reading.drawing.view import SeenText
    from communique.pdf_reading.piece import Piece
    from communique.typeset.engine import Typeset
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


@pytest.mark.parametrize(
    ("mark", "frame", "whole", "noted"),
    [
        (0, None, False, True),
        (0, None, False, False),
        (0, None, True, True),
        (0, BOX, False, True),
        (7, None, False, True),
    ],
)
def test_what_a_drawing_that_was_noted_seems_to_hide_is_not_noted_again(  # noqa: PLR0913, PLR0917  # a case
    page: Page,
    made: Typeset,
    run: Piece,
    mark: int,
    frame: Box | None,
    whole: bool,
    noted: bool,
) -> None:
    reading, faults = Reading(made.pdf), Faults(page.content.statement.path)
    picture: Any = SeenPicture(mark=mark, box=BOX, whole=whole, upright=True, frame=frame)
    hidden = seen(run, whole=False)
    vars(reading)["tree"] = Tag("Figure", {"/Alt": "A mill"}, [(0, 0)])
    vars(reading)["views"] = [view(hidden, pictures=(picture,)), view(hidden, number=1)]
    if noted:
        faults.add(7, "pictures", "the picture is cut off", "nothing was delivered")
    visible.nothing_hidden(page.content, reading, faults)
    pages = [fault.wrong[:6] for fault in faults if fault.key == "visible"]
    first = [] if (mark, frame, whole, noted) == (0, None, False, True) else ["page 1"]
    assert pages == [*first, "page 2"]
