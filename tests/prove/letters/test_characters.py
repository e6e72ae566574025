"""What is copied from the page is what its glyphs stand for."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import DecodedStreamObject, NameObject

from communique.pdf_reading.reading import Reading
from communique.prove.letters.characters import _seen
from communique.typeset.engine import typeset
from communique.typeset.text_layer.codes import FontCodes
from tests.prove.appearance.spoiling import drawn
from tests.prove.conftest import changed, complaints, composed
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pypdf import PdfWriter

    from communique.compose.page import Page
    from communique.typeset.engine import Typeset
    from tests.prove.conftest import Spoil

    Change = Callable[[PdfWriter], object]

_NOT_DRAWN = (
    "1: drawing: page 1: this is not followed by the proof: a span that says what is not drawn"
)
_SHOWN = re.compile(rb"\[[^\]]*\] TJ")


def spanned(text: str) -> Change:
    """Return a change that encloses the first text of the page in a span that says `text`."""
    begin = b"/Span <</ActualText <feff%s>>> BDC " % text.encode("utf-16-be").hex().encode()
    return drawn(lambda data: _SHOWN.sub(lambda shown: begin + shown[0] + b" EMC", data, count=1))


def fonts(writer: PdfWriter) -> list[Any]:
    found: Any = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    return [found[name].get_object() for name in found]


def said_as(old: str, new: str) -> Change:
    """Return a change that lets the glyphs which say `old` say `new`."""
    one, other = (text.encode("utf-16-be").hex().encode() for text in (old, new))

    def change(writer: PdfWriter) -> None:
        for font in fonts(writer):
            stream = font["/ToUnicode"].get_object()
            stream.set_data(stream.get_data().replace(b"<%s>\n" % one, b"<%s>\n" % other))

    return change


def leading(code_of: str, glyph_of: str) -> Change:
    """Return a change that draws the glyph of one letter wherever another one is written."""

    def change(writer: PdfWriter) -> None:
        for font in fonts(writer):
            data = font["/ToUnicode"].get_object().get_data().decode("ascii")
            codes = {text: int(code, 16) for code, text in re.findall(r"<(\w+)> <(\w+)>", data)}
            one, other = (codes.get(f"{ord(letter):04x}") for letter in (code_of, glyph_of))
            if one and other:
                glyphs = {**dict(enumerate(range(0x0800))), one: other}
                stream = DecodedStreamObject()
                stream.set_data(b"".join(each.to_bytes(2, "big") for each in glyphs.values()))
                inner = font["/DescendantFonts"][0].get_object()
                inner[NameObject("/CIDToGIDMap")] = writer._add_object(stream)

    return change


@pytest.fixture(scope="module")
def yoruba(tmp_path_factory: pytest.TempPathFactory) -> Page:
    front = "---\ntitle: Visit\nissued: 2024-05-02\n---\n\n"
    text = f"{front}The President, Mr Ọ̀ṣọ́, is *here, Mr Ọ̀ṣọ́*, too.\n"
    return composed(tmp_path_factory.mktemp("visit"), text, "visit.en.md")


def test_a_span_that_says_other_words_than_its_glyphs_is_refused(altered: Spoil) -> None:
    assert _NOT_DRAWN in altered(spanned("The water of the mill is ours"))


def test_a_span_that_says_the_words_backwards_is_refused(altered: Spoil, made: Typeset) -> None:
    first = Reading(made.pdf).pieces[0].text
    assert altered(spanned(first)) == []
    assert altered(spanned(first[::-1])) == [_NOT_DRAWN]


@pytest.mark.parametrize(("old", "new"), [("P", "B"), ("i", "l"), (".", ":"), ("e", "é")])
def test_a_glyph_that_is_copied_as_another_character_is_named(
    yoruba: Page, old: str, new: str
) -> None:
    found = complaints(yoruba, changed(typeset(yoruba), said_as(old, new)))
    assert f"1: letters: page 1: {old} is drawn and copied as {new}" in found


def test_a_glyph_that_is_copied_as_nothing_is_named(yoruba: Page) -> None:
    found = complaints(yoruba, changed(typeset(yoruba), said_as("P", "")))
    assert "1: letters: page 1: P is drawn and copied as nothing" in found


def test_figures_that_are_copied_as_one_another_are_named(altered: Spoil) -> None:
    """The page has no glyph with several codes."""
    found = altered(lambda writer: [said_as(*each)(writer) for each in ("4?", "14", "?1")])
    wrong = "1: letters: page 1: {} is drawn and copied as {}"
    assert {wrong.format(*each) for each in ("41", "14")} <= set(found)


def test_a_letter_that_is_drawn_as_another_one_is_named(altered: Spoil) -> None:
    found = altered(leading("e", "o"))
    assert "1: letters: page 1: o is drawn and copied as e" in found


def test_words_with_stacked_marks_are_printed_and_proven(yoruba: Page) -> None:
    assert complaints(yoruba, typeset(yoruba)) == []


@pytest.mark.parametrize(
    ("drawn_as", "said", "alike"),
    [
        ("\u0131\u0300", "i\u0300", True),
        ("\u0131\u0323\u0301", "i\u0323\u0301", True),
        ("\u0237\u0301", "j\u0301", True),
        ("\u012f\u0301", "i\u0328\u0301", True),
        ("\u0131\u0301", "\u0456\u0301", True),
        ("\u0237\u0301", "\u0458\u0301", True),
        ("\u0131", "i", False),
        ("\u0131\u0323", "i\u0323", False),
        ("\u0131\u0300", "a\u0300", False),
    ],
)
def test_a_letter_has_no_dot_under_a_mark(drawn_as: str, said: str, *, alike: bool) -> None:
    assert (_seen(drawn_as) == _seen(said)) is alike


def test_a_letter_with_stacked_marks_that_is_copied_as_another_one_is_named(yoruba: Page) -> None:
    def change(writer: PdfWriter) -> None:
        drawn(lambda data: data.replace(b"1ecc", b"1eb8"))(writer)
        said_as("Ọ", "Ẹ")(writer)

    found = complaints(yoruba, changed(typeset(yoruba), change))
    assert any(re.match("1: letters: page 1: .*O.* is drawn and copied as .*E", e) for e in found)


def test_words_of_another_direction_and_their_brackets_are_what_they_are(arabic: Page) -> None:
    assert complaints(arabic, typeset(arabic)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("visit.en.md", "O\u0331\u0301 and O\u0301\u0327, E\u0331\u0300 and I\u0307\u0327"),
        ("visit.uk.md", "ї\u0301жак і\u0301скра і\u0308\u0301 є"),
        ("visit.he.md", "של ‘x’ ועוד “של” ‘של’"),
    ],
)
def test_marks_in_any_order_and_quotation_marks_in_both_directions_are_well(
    tmp_path: Path, name: str, text: str
) -> None:
    page = composed(tmp_path, with_body(text), name)
    assert complaints(page, typeset(page)) == []


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Page:
    text = "---\ntitle: الموانئ\nissued: 2024-05-02\n---\n\nإلى الموانئ.\n"
    return composed(tmp_path_factory.mktemp("ports"), text, "ports.ar.md", "large-print")


def test_letters_that_readers_would_copy_backwards_are_named(
    arabic: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert complaints(arabic, typeset(arabic)) == []
    monkeypatch.setattr(FontCodes, "empty", None)  # as the engine writes them
    found = complaints(arabic, typeset(arabic))
    assert "1: letters: page 1: نئ is drawn and copied as ئن" in found
    assert "1: letters: page 1: لى is drawn and copied as ىل" in found


def test_a_letter_that_no_glyph_draws_is_named(arabic: Page) -> None:
    found = complaints(arabic, changed(typeset(arabic), said_as("ئ", "ؤ")))
    assert "1: letters: page 1: نئ is drawn and copied as نؤ" in [
        unicodedata.normalize("NFKC", each) for each in found
    ]
