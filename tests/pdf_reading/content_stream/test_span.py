"""A span says what its glyphs draw, or it is not believed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.content_stream.interpreter import Interpreter
from communique.pdf_reading.content_stream.operators import actual_text, tokens
from communique.pdf_reading.fonts import Font

if TYPE_CHECKING:
    from communique.pdf_reading.piece import Piece

#: The codes of the letters of "tar", of a mark without width, and of a glyph for two characters.
_T, _A, _R, _MARK, _SHARED = range(1, 6)


@pytest.fixture
def font() -> Font:
    said = {_T: "t", _A: "a", _R: "r", _MARK: "\u0301", _SHARED: "\u4e00"}
    widths = {_T: 500.0, _A: 500.0, _R: 500.0, _MARK: 0.0, _SHARED: 1000.0}
    made = Font("F", True, said, widths, frozenset())  # it is embedded
    made.__dict__["characters"] = {_SHARED: frozenset("\u4e00\u2f00")}
    return made


def read(font: Font, stream: str) -> tuple[list[Piece], list[str]]:
    interpreter = Interpreter(0, {"/F": font}, {}, frozenset({9}))
    found = list(interpreter.read(stream.encode("ascii")))
    return found, interpreter.unexpected


def span(text: str, drawn: str) -> str:
    digits = text.encode("utf-16-be").hex()
    return f"/Span <</ActualText <feff{digits}>>> BDC {drawn} EMC"


def line(drawn: str) -> str:
    return f"/P <</MCID 3>> BDC BT /F 10 Tf {drawn} ET EMC"


def test_a_span_that_says_what_is_drawn_is_read_within_its_marked_content(font: Font) -> None:
    found, unexpected = read(font, line("[<0001>] TJ" + span("ar", "[<0002>] TJ [<0003>] TJ")))
    assert [(piece.text, piece.mark, piece.span) for piece in found] == [
        ("t", 3, 0),
        ("a", 3, 1),
        ("r", 3, 1),
    ]
    assert unexpected == []


@pytest.mark.parametrize("text", ["rat", "tax", "ta", "tart", "", "TAR", "t a r"])
def test_a_span_that_says_other_words_is_not_believed(font: Font, text: str) -> None:
    found, unexpected = read(font, line(span(text, "[<000100020003>] TJ")))
    assert [piece.text for piece in found] == ["tar"]
    assert unexpected == ["a span that says what is not drawn"]


def test_a_glyph_that_the_font_has_for_two_characters_may_be_either(font: Font) -> None:
    found, unexpected = read(font, line(span("\u2f00", "[<0005>] TJ")))
    assert [piece.text for piece in found] == ["\u2f00"]
    assert unexpected == []


@pytest.mark.parametrize("text", ["\u4e8c", "\u4e00\u4e00", "a"])
def test_a_glyph_is_no_character_that_the_font_does_not_have_it_for(font: Font, text: str) -> None:
    found, unexpected = read(font, line(span(text, "[<0005>] TJ")))
    assert [piece.text for piece in found] == ["\u4e00"]
    assert len(unexpected) == 1


def test_a_letter_of_which_the_font_says_nothing_is_itself(font: Font) -> None:
    _, unexpected = read(font, line(span("x", "[<0001>] TJ")))
    assert unexpected == ["a span that says what is not drawn"]


@pytest.mark.parametrize(
    ("stream", "what"),
    [
        (line("/Span <</Lang (ar)>> BDC [<0001>] TJ EMC"), "marked content that says something"),
        (line("/Span <</Alt (no)>> BDC [<0001>] TJ EMC"), "marked content that says something"),
        (line("/Span /other BDC [<0001>] TJ EMC"), "marked content that says something"),
        (line("/P <</ActualText <feff0074>>> BDC [<0001>] TJ EMC"), "marked content that says"),
        (line("/Span <</ActualText (t)>> BDC [<0001>] TJ EMC"), "marked content that says"),
        (line(span("t", span("t", "[<0001>] TJ"))), "marked content that says something else"),
        (line(span("t", "/P <</MCID 4>> BDC [<0001>] TJ EMC")), "marked content that says"),
        ("BT /F 10 Tf " + span("t", "[<0001>] TJ") + " ET", "marked content that says"),
        (
            line("/Span <</ActualText <feff0074>>> BDC [<0001>] TJ ET EMC BT"),
            "a span that does not",
        ),
        (
            "/Figure <</MCID 9>> BDC q BT /F 10 Tf " + span("t", "[<0001>] TJ") + " ET Q EMC",
            "marked content that says something else",
        ),
    ],
)
def test_a_span_stands_in_a_line_of_text_and_says_no_more_than_its_text(
    font: Font, stream: str, what: str
) -> None:
    _, unexpected = read(font, stream)
    assert any(each.startswith(what) for each in unexpected)


def test_a_span_that_does_not_end_is_noticed(font: Font) -> None:
    _, unexpected = read(font, "/P <</MCID 3>> BDC BT /Span <</ActualText <feff>>> BDC")
    assert "a state that does not end" in unexpected


def test_a_span_is_written_in_one_way() -> None:
    assert actual_text(tokens(b"/Span <</ActualText <feff0041>>>")) == "A"
    assert actual_text(tokens(b"/Span <</ActualText <FEFFD835DC00>>>")) == "\U0001d400"
    assert actual_text(tokens(b"/Span <</ActualText <0041>>>")) is None
    assert actual_text(tokens(b"/P <</ActualText <feff0041>>>")) is None
    assert actual_text(tokens(b"/Span")) is None


def test_what_moves_a_mark_is_no_distance_between_letters(font: Font) -> None:
    found, _ = read(font, line("[<0001>400<0004>-400<0002>] TJ"))
    assert (found[0].nearest, found[0].farthest, found[0].shift) == (0.0, 0.0, 0.0)
    found, _ = read(font, line("[<0001>400<0004>] TJ [-400<0002>] TJ"))
    assert [(piece.left, piece.right) for piece in found] == [(0.0, 5.0), (5.0, 10.0)]
    assert (found[1].nearest, found[1].farthest, found[1].shift) == (0.0, 0.0, 0.0)


def test_what_a_mark_leaves_behind_is_a_distance(font: Font) -> None:
    found, _ = read(font, line("[<0001>400<0004>-900<0002>] TJ"))
    assert round(found[0].farthest, 6) == 0.5
    found, _ = read(font, line("[<0001>400<0004>] TJ [-900<0002>] TJ"))
    assert [(piece.left, piece.right) for piece in found] == [(0.0, 5.0), (10.0, 15.0)]
    found, _ = read(font, line("[<0001>400<0004>] TJ [-400] TJ [-500<0002>] TJ"))
    assert [piece.left for piece in found if piece.glyphs] == [0.0, 10.0]


def test_a_glyph_that_a_map_leads_elsewhere_is_that_one(font: Font) -> None:
    font.glyphs = (0, 7)
    assert [font.glyph(code) for code in (0, 1, 2)] == [0, 7, 0]
    assert replace(font, glyphs=None).glyph(2) == 2
