from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import Faults
from communique.prove import ink

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece

    from .conftest import Judge


def test_a_character_that_is_not_in_the_source_is_named_at_its_beginning(
    judged: Judge, piece: Piece
) -> None:
    absent = frozenset({"𞤀", "𓀀\u0301", *"𐤀𐤁𐤂"})
    assert judged(ink.glyphs, pieces=[piece, replace(piece, absent=absent)]) == [
        "1: ink: no font of the page has a glyph for 𐤀 𐤁 𐤂 𓀀\u0301 𞤀 "
        "(U+10900, U+10901, U+10902, U+13000 U+0301, U+1E900)",
    ]


def test_a_letter_without_glyphs_is_named_once_and_never_as_nothing(
    judged: Judge, piece: Piece
) -> None:
    thai = replace(piece, glyphs=("\u0e33", ""), absent=frozenset({"\u0e33", ""}))
    nothing = replace(thai, absent=frozenset({""}))
    said = ["1: ink: no font of the page has a glyph for \u0e33 (U+0E33)"]
    assert judged(ink.glyphs, pieces=[thai]) == judged(ink.glyphs, pieces=[nothing]) == said


def test_a_character_is_named_in_the_version_that_has_it(
    page: Page, arabic: Page, piece: Piece
) -> None:
    both = replace(page.content, versions=page.content.versions + arabic.content.versions)
    paths = [version.statement.path for version in both.versions]
    for text, path, line in (("ن", paths[1], 2), ("W", paths[0], 12), ("---", paths[0], 1)):
        faults = Faults(paths[0])
        reading = SimpleNamespace(pieces=[replace(piece, absent=frozenset({text}))])
        ink.glyphs(both, reading, faults)  # type: ignore[arg-type]
        assert [(fault.path, fault.line) for fault in faults] == [(path, line)]


@pytest.mark.parametrize(
    "name",
    [
        *("Source-Serif-4", "ABCDEF+Source-Serif-4", "Source-Serif-4-Italic", "Source-Serif-4,"),
        *("Source-Serif-4-Semi-Bold-Italic", "Source-Serif-4,Bold", "Source-Serif-4-Regular"),
        *("Source-Serif-4-Normal", "Source-Serif-4-Oblique", "Source-Serif-4-SemiBold"),
    ],
)
def test_a_font_of_the_page_may_be_bold_and_italic(judged: Judge, piece: Piece, name: str) -> None:
    here = replace(piece, font=replace(piece.font, name=name))
    assert judged(ink.fonts, pieces=[here]) == []


@pytest.mark.parametrize(
    "name",
    [
        *("Source-Serif-4-Caption", "Source-Serif-4-Bold-Condensed", "Source-Serif-40"),
        *("Source-Serif", "Other-Source-Serif-4", "Bold", "DejaVu-Sans", ""),
    ],
)
def test_a_font_of_another_name_is_reported(judged: Judge, piece: Piece, name: str) -> None:
    other = replace(piece, font=replace(piece.font, name=name))
    assert judged(ink.fonts, pieces=[piece, other]) == [
        f"1: ink: the font {name} is not of a family that the page names"
    ]


def test_a_font_that_is_not_in_the_file_is_reported(judged: Judge, piece: Piece) -> None:
    missing = replace(piece, font=replace(piece.font, name="A", embedded=False))
    assert judged(ink.embedding, pieces=[piece]) == []
    assert judged(ink.embedding, pieces=[piece, missing]) == ["1: ink: the font A is not embedded"]


def test_type_is_too_small_below_the_least_of_the_edition(judged: Judge, piece: Piece) -> None:
    small = replace(piece, size=7.94, page=1)
    assert judged(ink.sizes, pieces=[replace(piece, size=8 - 0.05)]) == []
    assert judged(ink.sizes, pieces=[replace(small, glyphs=(" ",))]) == []
    assert len(judged(ink.sizes, pieces=[replace(small, size=7 + n / 1000) for n in (1, 4)])) == 1
    assert judged(ink.sizes, pieces=[piece, small]) == [
        "1: ink: page 2: We thank the millers. is set in 7.94 pt"
    ]
