"""What is copied from the page and what its glyphs stand for: what is alike, and what is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.prove.letters import characters

if TYPE_CHECKING:
    from communique.pdf_reading.fonts import Font
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge


def font_of(run: Piece, *glyphs: tuple[str, str | list[str]], looked_into: bool = True) -> Font:
    """Return a font of glyphs with the codes 0, 1 …: what each says, and what it stands for.

    A glyph may stand for several characters.
    """
    numbers = tuple(range(len(glyphs)))
    said = dict(enumerate(said for said, _ in glyphs))
    font = replace(run.font, unicode=said, glyphs=numbers if looked_into else None, compact=False)
    vars(font)["characters"] = {n: frozenset(stands) for n, (_, stands) in enumerate(glyphs)}
    vars(font)["blank"] = frozenset()
    return font


def drawn(
    run: Piece, *glyphs: tuple[str, str | list[str]], looked_into: bool = True, span: int = 0
) -> Piece:
    """Return a run of glyphs, each given by what it says and what it stands for."""
    font = font_of(run, *glyphs, looked_into=looked_into)
    texts, codes = tuple(said for said, _ in glyphs), tuple(range(len(glyphs)))
    return replace(run, font=font, glyphs=texts, codes=codes, span=span)


def said_of(judged: Judge, *pieces: Piece) -> list[str]:
    return judged(characters.own_characters, pieces=list(pieces))


def wrong(drawn: str, said: str, page: int = 1) -> str:
    return f"1: letters: page {page}: {drawn} is drawn and copied as {said}"


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("a", "a"),
        ("a", "ab"),
        ("e\u0301", "é"),
        ("é", ["e\u0301"]),
        ("ب", "ا"),  # letters that join: one may be several glyphs
        ("ş", "ș"),
        ("Ţ", "Ț"),
        ("a", "\ue000"),
        ("a", ""),  # nothing is known
    ],
)
def test_a_glyph_may_be_copied_as_what_it_stands_for(
    judged: Judge, run: Piece, said: str, stands: str
) -> None:
    assert said_of(judged, drawn(run, (said, stands))) == []
    assert said_of(judged, drawn(run, (said, stands), span=1)) == []


@pytest.mark.parametrize(("said", "stands"), ["()", "«»", "≤≥", "⟨⟩"])
@pytest.mark.parametrize("span", [0, 1])
def test_a_mirror_image_is_copied_as_itself_only_beside_letters_from_right_to_left(
    judged: Judge, run: Piece, said: str, stands: str, span: int
) -> None:
    one = drawn(run, (said, stands), span=span)
    assert said_of(judged, one, replace(run, glyphs=("ב",), codes=())) == []
    assert said_of(judged, one) == [wrong(stands, said)]


@pytest.mark.parametrize("span", [0, 1])
def test_a_glyph_that_is_copied_as_something_else_is_named_once(
    judged: Judge, run: Piece, span: int
) -> None:
    one = drawn(run, ("c", "ba"), span=span)
    assert said_of(judged, one) == [wrong("a", "c")]
    again = replace(one, page=1)
    assert said_of(judged, one, again) == [wrong("a", "c"), wrong("a", "c", page=2)][: 1 + span]


def test_letters_from_right_to_left_have_a_code_each_where_a_font_has_codes_for_them(
    judged: Judge, run: Piece
) -> None:
    one = drawn(run, ("\u05d1\u05bc", "\u05d1"))
    assert said_of(judged, one) == [wrong("\u05d1\u05bc", "\u05bc\u05d1")]
    vars(one.font)["compact"] = True
    assert said_of(judged, one) == []


def test_a_font_without_second_codes_is_looked_into(judged: Judge, run: Piece) -> None:
    one = drawn(run, ("9", "6"), looked_into=False)
    assert said_of(judged, one) == [wrong("6", "9")]
    assert said_of(judged, replace(one, pictured=True)) == []
    vars(one.font)["compact"] = True
    assert said_of(judged, one) == [wrong("6", "9")]


def test_a_span_says_all_that_its_glyphs_stand_for_in_any_order(judged: Judge, run: Piece) -> None:
    def found(*glyphs: tuple[str, str]) -> list[str]:
        return said_of(judged, drawn(run, *glyphs, span=1))

    assert found(("b", "a"), ("a", "b")) == []
    assert found(("ab", "a")) == [wrong("a", "ab")]
    for unknown in ("", "ا"):  # what is not known may stand for the rest
        assert found(("ab", "a"), ("", unknown)) == []
    assert found(("", "a")) == [wrong("a", "nothing")]
    assert found(("a", "a"), ("", "b")) == [wrong("ab", "a")]
