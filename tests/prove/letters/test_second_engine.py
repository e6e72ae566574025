"""What a second engine reads: what is alike, and what is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.prove.letters import second_engine
from tests.prove.appearance.runs import seen, view

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge


def test_what_a_second_engine_reads_is_compared_by_letters(judged: Judge, run: Piece) -> None:
    def found(words: str, read: str, *, compact: bool = False) -> list[str]:
        font = replace(run.font, compact=compact)
        text = seen(replace(run, glyphs=tuple(words), font=font), letters=read)
        return judged(second_engine.second_reading, views=[view(text)])

    assert found("ﬁrst (one)", "first )one(") == []
    assert found("(one", ")one") == []  # brackets of text that runs from right to left
    assert found("≤ ½ ≠ ⟨1⟩ ®", "® ⟩1⟨ =/ 1/2 ≥".replace("®", "R")) == []
    assert found("in or-der", "rdeino r") == []
    assert found("بيان", "xyz", compact=True) == []
    assert found("بيان", "xyz") != []
    assert found("one", "two") == [
        "1: letters: page 1: a second engine reads other letters: one is read as two"
    ]
    assert found("oone", "one") != []


def test_a_page_that_a_second_engine_does_not_see_whole_is_reported(judged: Judge) -> None:
    assert judged(second_engine.second_reading, views=[view(complete=False, number=2)]) == [
        "1: letters: page 3: two engines do not see as many texts: all of it"
    ]


def test_a_text_with_a_font_in_place_of_its_own_is_reported(judged: Judge, run: Piece) -> None:
    found = judged(second_engine.second_reading, views=[view(seen(run, own=False))])
    assert found == [f"1: letters: page 1: a second engine cannot use the font of this: {run.text}"]


def test_runs_are_compared_one_by_one_and_those_of_a_span_together(
    judged: Judge, run: Piece
) -> None:
    def found(*texts: tuple[str, str], span: int = 0) -> list[str]:
        pieces = [replace(run, glyphs=tuple(text), span=span) for text, _ in texts]
        views = [seen(piece, letters=read) for piece, (_, read) in zip(pieces, texts, strict=True)]
        return judged(second_engine.second_reading, views=[view(*views)])

    wrong = "1: letters: page 1: a second engine reads other letters: "
    assert found(("one", "two"), ("two", "one")) == [f"{wrong}one is read as two and 1 more"]
    assert found(("one", "two"), ("one", "two")) == [f"{wrong}one is read as two and 1 more"]
    assert found(("on", "one"), ("e", ""), span=1) == []
    assert found(("on", "two"), ("e", ""), span=1) == [f"{wrong}one is read as two"]
