"""Lines of texts that run from right to left, where not every glyph is a letter of theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.pdf_reading.tag_tree import Block
from communique.prove.lines import calls_in, says
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed
from tests.prove.texts import text

if TYPE_CHECKING:
    from pathlib import Path

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


@pytest.mark.parametrize(
    ("name", "label", "comma"), [("a.he.md", "דובר", ","), ("a.ar.md", "المتحدث", "،")]
)
def test_of_a_contact_with_a_latin_name_each_part_stands_left_of_the_one_before(
    tmp_path: Path, name: str, label: str, comma: str
) -> None:
    contact = f"{label}: Ada{comma} a@b.example{comma} +972 2 530 1234"
    words = f"---\ntitle: {label}\ncontact: '{contact}'\n---\n\n{label}.\n"
    page = composed(tmp_path, words, name)
    made = typeset(page)
    assert complaints(page, made) == []
    pieces = Reading(made.pdf).pieces
    parts = [next(p for p in pieces if part in p.text) for part in ("Ada", "a@b", "+972")]
    assert len({part.baseline for part in parts}) == 1
    assert parts[0].left > parts[1].right > parts[1].left > parts[2].right
