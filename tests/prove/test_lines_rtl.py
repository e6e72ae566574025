"""Lines of texts that run from right to left, where not every glyph is a letter of theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.pdf_reading.tag_tree import Block
from communique.prove.lines import calls_in, says
from tests.prove.texts import text

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece


def lines(piece: Piece, *drawn: str) -> Block:
    """Return a text of these lines, as they are drawn from left to right."""
    return Block(
        "P",
        tuple(
            replace(piece, glyphs=tuple(each), left=50, right=250, baseline=700.0 - 14 * number)
            for number, each in enumerate(drawn)
        ),
    )


def test_what_paper_does_not_show_takes_no_letter_from_the_next_line(piece: Piece) -> None:
    drawn = lines(piece, "ה\u200bד לע", "ריהנ")
    assert says(drawn, text("על דה נהיר", rtl=True))
    assert not says(drawn, text("על דהנהיר נ", rtl=True))


def test_figures_alone_on_a_line_stand_in_the_order_of_its_text(piece: Piece) -> None:
    drawn = lines(piece, ")41( 24")
    assert says(drawn, text("24 (41)", rtl=True))
    assert not says(drawn, text("24 (41)"))
    assert not says(drawn, text("42 (41)", rtl=True))


def test_of_notes_that_are_called_together_the_first_stands_on_the_right(piece: Piece) -> None:
    def called(role: str, *numbers: str) -> Block:
        """Return a text with these numbers at its end, from left to right, `role` around each."""
        parts = [*reversed([*numbers, ".םימה"])]
        pieces = [
            replace(piece, glyphs=tuple(text), left=200.0 - 9 * n, right=209.0 - 9 * n, mark=n)
            for n, text in enumerate(parts)
        ]
        tagged = tuple((role, n, n + 1) for n in range(1, len(parts)))
        return Block("P", tuple(pieces), inner=tagged)

    for role in ("Reference", "Span"):
        two = text("המים.12", rtl=True, calls=((5, 6), (6, 7)))
        assert says(called(role, "2", "1"), two)
        assert not says(called(role, "1", "2"), two)
        assert says(called(role, "11", "10"), text("המים.1011", rtl=True, calls=((5, 7), (7, 9))))
    assert says(called("Strong", "1", "2"), text("המים.12", rtl=True))
    assert not says(called("Strong", "2", "1"), text("המים.12", rtl=True))


def test_a_call_is_made_of_figures_alone(piece: Piece) -> None:
    parts = [replace(piece, glyphs=(text,), mark=number) for number, text in enumerate("G71")]
    inner = (("Span", 0, 2), ("Span", 2, 3))
    assert calls_in(Block("P", tuple(parts), inner=inner)) == {(piece.page, 2)}
