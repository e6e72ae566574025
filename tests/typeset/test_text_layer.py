"""The text layer is the statement, character for character, whatever shares a glyph in it."""

from __future__ import annotations

import re
import shutil
import unicodedata
from contextlib import nullcontext
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest
from weasyprint import HTML

from communique.pdf_reading.reading import Reading
from communique.typeset import engine, patches
from communique.typeset.text_layer.codes import FontCodes
from communique.typeset.text_layer.shaped import parts, plain
from tests.conformance.copying import by_poppler

if TYPE_CHECKING:
    from pathlib import Path

    from communique.pdf_reading.piece import Piece

_SERIF, _ARABIC, _HEBREW = "Source Serif 4", "Amiri", "Noto Serif Hebrew"
_PLEX = "IBM Plex Sans Arabic"
#: What PDFium copies for a mark that says nothing.
_UNSEEN = re.compile("[\ufe00-\ufe0f]")
#: Those of Arabic.
_LETTERS = [chr(code) for code in (*range(0x621, 0x63B), *range(0x641, 0x64B))]
#: Letters with a mark; as a letter and a mark they are drawn with the same glyph.
_MARKED = "".join(
    chr(code)
    for code in range(0x00C0, 0x0180)
    if len(unicodedata.normalize("NFD", chr(code))) > 1 and chr(code) not in "ĢģĶķĻļŅņŖŗ"
)


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


LEFT_TO_RIGHT = {
    "quotation marks": "‘x’ of Hawaiʻi and ʼOʼ, ‘y’ again",
    "micro sign and mu": "μέτρο και 5 µm, μ",
    "ohm and omega": "Ω και \u2126, ∆ και Δ",
    "hyphens": "a-b a\u2010b a\u2011b a-b",
    "ligatures": "first ﬁrst office oﬀice ﬂag flag",
    "decomposed first": f"{nfd('Dvořák')} a Dvořák",
    "composed first": f"Nguyễn và {nfd('Nguyễn')}",
    "stacked marks": "Ọ̀ṣọ́ àti Ẹ̀gbẹ́,",
    "stacked marks, decomposed": nfd("Ọ̀ṣọ́ àti Ẹ̀gbẹ́,"),
    "marks in no normal form": "o\u0300\u0323 ê\u0323 e\u0302\u0323 và ệ",
    "Cyrillic with accents": "за\u0301мок и замо\u0301к, \u0451ж и \u0435\u0308ж",
    "more than one part of a table": nfd(_MARKED) + _MARKED,
}
#: PDFium misplaces such marks as the engine draws them, so the looks are not compared.
RAISED = {"marks over marks": "x m̀̄ x Ẽ̂ nā̂mą, k̈ Ẽ̂ ǐm̀̄ sĩ̀"}
RIGHT_TO_LEFT = {
    "Hebrew with vowels": (_HEBREW, "בְּרֵאשִׁית בָּרָא אֱלֹהִים שָׁלוֹם"),
    "Arabic with vowels": (_ARABIC, "وُلِدَتِ الأُمَّةُ حُرَّةً لَا"),
    "Arabic with vowels in one glyph": (_PLEX, "وُلِدَتِ الأُمَّةُ حُرَّةً لَا"),
    "Arabic letters in one glyph": (_PLEX, "إلى الموانئ لا ملاجئ دافئ سيئ"),
    "Arabic": (_ARABIC, "الكرامة لكل إنسان لمل الله"),
    "letters of several glyphs": (_ARABIC, "لكن الكرامة ملكي"),
    "brackets": (_HEBREW, "נהיר (קטן) (גדול)"),
}


def made(body: str, font: str = _SERIF, *, plain_engine: bool = False) -> bytes:
    """Return a PDF made by the engine, with its text layer put right or plain."""
    styles = f"body {{ font-family: '{font}', '{_SERIF}' }} @page {{ size: 400mm 100mm }}"
    html = f"<html lang=en><title>T</title><style>{styles}</style><body>{body}"
    with nullcontext() if plain_engine else patches.writing():
        done = HTML(string=html).write_pdf(
            pdf_variant="pdf/ua-1", pdf_tags=True, font_config=engine._fonts()
        )
    assert isinstance(done, bytes)
    return done


def pieces(pdf: bytes) -> list[Piece]:
    reading = Reading(pdf)
    found = reading.pieces
    assert reading.unexpected == []
    return found


def said(pdf: bytes) -> str:
    return "".join(piece.text for piece in pieces(pdf))


def second_reading(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


@pytest.mark.parametrize("text", [*LEFT_TO_RIGHT.values(), *RAISED.values()])
def test_each_character_is_said_as_it_is_written(text: str) -> None:
    assert said(made(f"<p>{text}")) == text


@pytest.mark.parametrize("text", [*LEFT_TO_RIGHT.values(), *RAISED.values()])
def test_a_second_reader_copies_what_is_written(text: str) -> None:
    known = str.maketrans({"ﬁ": "fi", "ﬀ": "ff", "ﬂ": "fl"})  # PDFium takes ligatures apart
    assert second_reading(made(f"<p>{text}")) == text.translate(known)


@pytest.mark.parametrize(("font", "text"), RIGHT_TO_LEFT.values(), ids=RIGHT_TO_LEFT)
def test_right_to_left_each_character_is_said_where_it_is_drawn(font: str, text: str) -> None:
    assert said(made(f"<p dir=rtl>{text}", font))[::-1] == text


@pytest.mark.parametrize("font", [_ARABIC, _PLEX])
@pytest.mark.parametrize("last", "ئؤأإيىةان")
def test_letters_that_one_glyph_draws_are_copied_in_their_order(font: str, last: str) -> None:
    words = [f"{first}{letter}{last}" for letter in _LETTERS for first in ("", "ب", "ل")]
    pdf = made("".join(f"<p dir=rtl>{word}" for word in words), font)
    assert "".join(second_reading(pdf).split()) == "".join(words)


@pytest.mark.parametrize("mark", ["\u064b", "\u064e", "\u0650", "\u0651", "\u0652", "\u064e\u0651"])
@pytest.mark.parametrize("last", "اآأإ")
def test_letters_that_one_glyph_draws_are_copied_in_order_with_the_marks_between(
    last: str, mark: str
) -> None:
    text = f"بل{mark}{last}"
    found = _UNSEEN.sub("", second_reading(made(f"<p dir=rtl>{text}", _PLEX))).split()
    assert [unicodedata.normalize("NFC", each) for each in found] == [
        unicodedata.normalize("NFC", text)
    ]


@pytest.mark.parametrize("text", ["لَأَ", "لِإِ", "لَآَ"])
def test_a_mark_that_stands_twice_on_the_letters_of_one_glyph_is_copied_twice(text: str) -> None:
    pdf = made(f"<p dir=rtl>{text}", _PLEX)
    assert said(pdf)[::-1] == text
    assert sorted(_UNSEEN.sub("", second_reading(pdf)).strip()) == sorted(text)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize("text", ["أولًا", "كلًّا", "لَا", "مثلًا", "جليلًا", "إلَّا", "لَآ", "سلَامة"])
def test_poppler_copies_such_words_as_they_are_written(text: str, tmp_path: Path) -> None:
    path = tmp_path / "word.pdf"
    path.write_bytes(made(f"<p dir=rtl>{text}", _PLEX))
    assert by_poppler(path).strip() == text


def test_a_font_has_codes_that_nobody_sees_for_few_glyphs_that_say_nothing() -> None:
    codes = FontCodes(SimpleNamespace(tables=["glyf"], glyph_count=100))
    found = [codes.unseen(b"%04x" % glyph) for glyph in range(17)]
    assert found == [*(b"fe%02x" % number for number in range(16)), None]
    assert codes.unseen(b"0003") == b"fe03"
    assert FontCodes(SimpleNamespace(tables=["glyf"], glyph_count=0xFE00)).unseen(b"0003") is None


@pytest.mark.parametrize("name", [name for name in RIGHT_TO_LEFT if "vowels" not in name])
def test_right_to_left_a_second_reader_copies_what_is_written(name: str) -> None:
    font, text = RIGHT_TO_LEFT[name]
    turned = str.maketrans("()", ")(") if name == "brackets" else {}
    assert second_reading(made(f"<p dir=rtl>{text}", font)).translate(turned) == text


def test_a_font_without_an_empty_glyph_has_codes_for_what_it_draws() -> None:
    codes = FontCodes(SimpleNamespace(tables=[], glyph_count=1))
    assert codes.empty is None
    assert codes.code(b"0001", "لا") == b"0001"


def test_a_second_engine_draws_what_follows_a_mark_in_its_place() -> None:
    pdf = made("<p dir=rtl><b>וְאֵת אוֹר מַבְדִּיל חֻקֵּיךָ בְּרֵאשִׁית</b> יוֹם מַבְדִּיל", _HEBREW)
    [view] = Reading(pdf).views
    letters = [seen for seen in view.texts if seen.piece.glyphs[0].isalpha()]
    assert len(letters) > 4
    for seen in letters:
        assert seen.box.left == pytest.approx(seen.piece.left, abs=0.1 * seen.piece.size)


def test_a_no_break_space_is_copied_as_a_space_wherever_it_comes_from() -> None:
    assert said(made("<p>10\u00a0000 men")) == "10 000 men"
    assert said(made("<p>ten men and 10\u00a0000")) == "ten men and 10 000"


@pytest.mark.parametrize("text", LEFT_TO_RIGHT.values(), ids=LEFT_TO_RIGHT)
def test_the_page_looks_as_the_engine_draws_it(text: str) -> None:
    before, after = made(f"<p>{text}", plain_engine=True), made(f"<p>{text}")
    assert before != after
    images = []
    for pdf in (before, after):
        document = pdfium.PdfDocument(pdf)
        images.append(document[0].render(scale=2).to_pil().tobytes())
        document.close()
    assert images[0] == images[1]
    assert len(set(images[0])) > 1


def test_a_word_with_stacked_marks_is_one_span_and_others_are_none() -> None:
    found = pieces(made("<p>The Mr Ọ̀ṣọ́, is here"))
    spans = {piece.span for piece in found} - {0}
    assert spans == {1}
    assert "".join(piece.text for piece in found if piece.span) == "Ọ̀ṣọ́,"


def test_words_with_stacked_marks_that_follow_one_another_are_one_span() -> None:
    found = pieces(made("<p>The Mr Ẽ̂ nā̂mą is k̈ here"))
    spans = ["".join(p.text for p in found if p.span == number) for number in (1, 2, 3)]
    assert spans == ["Ẽ̂ nā̂mą", "k̈", ""]


def test_what_needs_no_second_code_is_written_as_the_engine_writes_it() -> None:
    assert made("<p>plain words, twice: plain words") == made(
        "<p>plain words, twice: plain words", plain_engine=True
    )


def test_the_same_text_gives_the_same_bytes() -> None:
    text = " ".join(LEFT_TO_RIGHT.values())
    assert made(f"<p>{text}") == made(f"<p>{text}")


def test_two_documents_share_no_codes() -> None:
    alone = made("<p>5 µm")
    made("<p>μέτρο")
    assert made("<p>5 µm") == alone


@pytest.mark.parametrize(
    ("text", "glyphs", "shared"),
    [
        ("a", 1, ["a"]),
        ("ab", 1, ["ab"]),
        ("abc", 2, ["ab", "c"]),
        ("ab", 2, ["a", "b"]),
        ("a", 3, ["a", "", ""]),
        ("abc", 3, ["a", "b", "c"]),
    ],
)
def test_the_first_glyph_of_a_cluster_says_most(text: str, glyphs: int, shared: list[str]) -> None:
    assert parts(text, glyphs) == shared


def test_the_hyphen_at_the_end_of_a_line_is_copied_as_one_that_divides_a_word() -> None:
    assert plain("exam\ue0ad") == "exam\u00ad"
