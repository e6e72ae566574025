"""Spaces that are not those of the statement are reported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.content.text import Text
from communique.pdf_reading.tag_tree import Block
from communique.prove.arrangement import spaces

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge, Spoil

OTHER = "spaces: page 1: there are other spaces here than in the statement: "
SEVERAL = "spaces: page 1: there are several spaces here: "


@pytest.mark.parametrize("space", ["\u200a", "\u2009", "\u2003", "\u3000", "\u202f"])
def test_another_space_than_that_of_the_statement_is_reported(reset: Spoil, space: str) -> None:
    found = reset("thank the millers", f"thank{space}the millers")
    assert any(OTHER in each for each in found)


def test_several_spaces_are_reported(reset: Spoil) -> None:
    styles = "main > p { white-space: pre-wrap }"
    assert any(SEVERAL in each for each in reset("the millers", "the   millers", styles))
    assert reset("the millers", "the\u00a0millers") == []


@pytest.mark.parametrize(
    ("role", "words", "drawn", "wrong"),
    [
        ("P", "a\u2009b\u2009c", ["a\u2009b\u2009c"], ""),
        ("P", "a\u2009b\u2009c", ["a\u2009b", "c"], ""),
        ("P", "a\u2009b\u2009c", ["a\u2009b\u200ac"], OTHER),
        ("P", "a b", ["a\u00a0b"], ""),
        ("P", "a b", ["a\u00a0 b"], SEVERAL),
        ("Lbl", "1.", ["1.  "], ""),
        ("P", "Costs 12", ["Costs", "\u200312"], ""),
        ("P", "Costs 12", ["Costs\u2003of 12"], OTHER),
        ("P", "Costs 12", ["Costs", "12\u2003"], OTHER),
    ],
)
def test_which_spaces_are_those_of_the_statement(  # noqa: PLR0913
    judged: Judge,
    run: Piece,
    monkeypatch: pytest.MonkeyPatch,
    *,
    role: str,
    words: str,
    drawn: list[str],
    wrong: str,
) -> None:
    pieces = tuple(replace(run, glyphs=tuple(each)) for each in drawn)
    text = Text(((words, "en"),), role, 7, Path("x.en.md"))
    monkeypatch.setattr(spaces, "expected", lambda *_: (text,))
    monkeypatch.setattr(spaces, "spoken", lambda _: (Block(role, pieces),))
    found = judged(spaces.own_spaces)
    assert found == ([f"7: {wrong}{words}"] if wrong else [])


@pytest.mark.parametrize(("drawn", "right"), [("12\u2003", True), ("\u200312", False)])
def test_from_right_to_left_the_page_of_an_entry_stands_before_its_space(
    judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch, *, drawn: str, right: bool
) -> None:
    pieces = tuple(replace(run, glyphs=tuple(each)) for each in ("תולע", drawn))
    text = Text((("עלות 12", "he"),), "P", 7, Path("x.he.md"), rtl=True)
    monkeypatch.setattr(spaces, "expected", lambda *_: (text,))
    monkeypatch.setattr(spaces, "spoken", lambda _: (Block("P", pieces),))
    assert judged(spaces.own_spaces) == ([] if right else [f"7: {OTHER}עלות 12"])
