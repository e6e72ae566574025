"""Letters from right to left and the marks over them: each has to be drawn, and be copied."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.prove.letters import characters
from tests.prove.letters.test_characters_limits import font_of

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge

#: What a glyph says, and what it stands for: characters, or several texts.
Glyph = tuple[str, str | list[str]]
_ALEF, _LAM, _BOTH, _FATHA, _DAMMA = "ا", "ل", "لا", "\u064e", "\u064f"
_WAW, _HAMZA = "و", "\u0654"
_SILENT, _LIGATURE = ("", _FATHA), (_LAM, [_BOTH])
#: What an empty glyph says.
_EMPTY = (_ALEF, ""), (_FATHA, ""), (_DAMMA, ""), (_HAMZA, "")


def found(judged: Judge, run: Piece, *glyphs: Glyph) -> list[str]:
    """Return the faults of glyphs in a row, each given by what it says and what it stands for."""
    font = font_of(run, *glyphs)
    empty = [number for number, each in enumerate(glyphs) if each in _EMPTY]
    vars(font)["blank"] = frozenset(empty)
    font.widths = dict.fromkeys(empty, 0)
    said, codes = tuple(each for each, _ in glyphs), tuple(range(len(glyphs)))
    faults = judged(
        characters.own_characters, pieces=[replace(run, font=font, glyphs=said, codes=codes)]
    )
    return [fault.removeprefix("1: letters: page 1: ") for fault in faults]


def test_letters_of_one_glyph_and_the_mark_between_them_are_drawn(
    judged: Judge, run: Piece
) -> None:
    assert found(judged, run, _SILENT, _EMPTY[0], _EMPTY[1], _LIGATURE) == []
    assert found(judged, run, _EMPTY[0], _LIGATURE) == []


def test_a_mark_may_be_part_of_the_glyph_of_its_letter(judged: Judge, run: Piece) -> None:
    assert found(judged, run, _EMPTY[1], (_LAM, [f"{_LAM}{_FATHA}"])) == []


def test_a_mark_that_is_drawn_by_an_empty_glyph_is_named(judged: Judge, run: Piece) -> None:
    wrong = [f"nothing is drawn and copied as {_FATHA}"]
    assert found(judged, run, _EMPTY[1], (_LAM, _LAM)) == wrong
    assert found(judged, run, _EMPTY[0], _EMPTY[1], _LIGATURE) == wrong


def test_a_mark_that_is_drawn_as_another_one_is_named(judged: Judge, run: Piece) -> None:
    wrong = [f"{_FATHA} is drawn and copied as {_DAMMA}"]
    assert found(judged, run, _SILENT, _EMPTY[0], _EMPTY[2], _LIGATURE) == wrong


def test_one_of_two_marks_that_is_not_drawn_is_named(judged: Judge, run: Piece) -> None:
    marks = _EMPTY[2], _EMPTY[1]
    wrong = [f"{_FATHA} is drawn and copied as {_FATHA}{_DAMMA}"]
    assert found(judged, run, _SILENT, _EMPTY[0], *marks, _LIGATURE) == wrong
    both = ("", [f"{_FATHA}{_DAMMA}"])
    assert found(judged, run, both, _EMPTY[0], *marks, _LIGATURE) == []
    assert found(judged, run, ("", ""), _EMPTY[0], *marks, _LIGATURE) == []  # nothing is known


@pytest.mark.parametrize("after", [(_LAM, _LAM), (_ALEF, _ALEF)])
def test_a_mark_that_is_copied_as_nothing_is_named(judged: Judge, run: Piece, after: Glyph) -> None:
    assert found(judged, run, _SILENT, after) == [f"{_FATHA} is drawn and copied as nothing"]
    assert found(judged, run, after, _SILENT) == [f"{_FATHA} is drawn and copied as nothing"]


def test_a_letter_that_an_empty_glyph_says_behind_the_last_one_is_named(
    judged: Judge, run: Piece
) -> None:
    assert found(judged, run, (_LAM, _LAM), _EMPTY[0]) == [
        f"nothing is drawn and copied as {_ALEF}"
    ]


def test_a_glyph_of_two_marks_may_say_one_and_that_of_the_letter_the_other(
    judged: Judge, run: Piece
) -> None:
    both, letter = [f"{_FATHA}{_DAMMA}"], (_LAM, _LAM)
    assert found(judged, run, (_DAMMA, both), _EMPTY[1], letter) == []
    wrong = [f"nothing is drawn and copied as {_FATHA}"]
    assert found(judged, run, (_DAMMA, _DAMMA), _EMPTY[1], letter) == wrong


def test_a_mark_may_be_drawn_as_its_form_that_stands_alone(judged: Judge, run: Piece) -> None:
    alone = ("", "\ufe76")
    assert found(judged, run, alone, _EMPTY[0], _EMPTY[1], _LIGATURE) == []
    wrong = [f"\ufe76 is drawn and copied as {_DAMMA}"]
    assert found(judged, run, alone, _EMPTY[0], _EMPTY[2], _LIGATURE) == wrong


def test_a_mark_that_makes_another_letter_may_be_part_of_a_glyph_of_which_nothing_is_known(
    judged: Judge, run: Piece
) -> None:
    assert found(judged, run, _EMPTY[3], (_WAW, "")) == []
    wrong = [f"nothing is drawn and copied as {_FATHA}"]
    assert found(judged, run, _EMPTY[1], (_WAW, "")) == wrong


def test_a_letter_may_be_drawn_with_the_mark_that_another_glyph_says(
    judged: Judge, run: Piece
) -> None:
    with_hamza = _ALEF, ["أ"]
    wrong = f"أ is drawn and copied as {_ALEF}{_DAMMA}"
    assert wrong in found(judged, run, (_DAMMA, ""), with_hamza)
    assert wrong not in found(judged, run, (_HAMZA, [_DAMMA]), (_DAMMA, ""), with_hamza)
