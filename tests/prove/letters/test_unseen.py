"""A font that draws nothing for a character, and marks that are drawn and not seen, are refused."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from pypdf.generic import FloatObject

from communique.typeset.engine import Typeset, typeset
from tests.prove.appearance.spoiling import drawn, entry, named
from tests.prove.conftest import changed, complaints, composed
from tests.prove.letters.test_characters import fonts
from tests.samples import with_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from pypdf import PdfWriter

    from communique.compose.page import Page

    Change = Callable[[PdfWriter], object]

_ARABIC = "أولًا كلًّا بِلَا سَلَامٌ خَبَرٌ، نَشْرُ (واحد)."
_TEXTS = {
    "latin": ("a.en.md", "standard", "Mr Ọ̀ṣọ́ is here, Q\u0301 at R\u0331\u0301 (one); a-b 5.5."),
    "serifs": ("a.ar.md", "standard", _ARABIC),
    "plain": ("b.ar.md", "large-print", _ARABIC),
    "hebrew": ("a.he.md", "standard", "בְּרֵאשִׁית בָּרָא אֱלֹהִים שָׁלוֹם, תּוֹרָה (אחד)."),
}
#: A mark that is raised, with what moves it; its code.
_RAISED = re.compile(rb"(?!0 Ts)([-\d.]+) Ts\n\[([^\]<]*)<([0-9a-f]{4})>([^\]]*)\] TJ")
_MISSING = "1: letters: page 1: nothing is drawn and copied as "


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Page, Typeset]]:
    folder = tmp_path_factory.mktemp("unseen")
    made = {
        name: composed(folder, with_body(text), file, edition)
        for name, (file, edition, text) in _TEXTS.items()
    }
    return {name: (page, typeset(page)) for name, page in made.items()}


def blanked(text: str) -> Change:
    """Return a change that leaves nothing of the glyphs that say `text`."""

    def glyphs(font: Any) -> set[int]:
        said = font["/ToUnicode"].get_object().get_data().decode("ascii")
        codes = re.findall(f"<(\\w+)> <{text.encode('utf-16-be').hex()}>\n", said)
        numbers = font["/DescendantFonts"][0].get_object().get("/CIDToGIDMap")
        table = numbers.get_object() if numbers is not None else None
        data = getattr(table, "get_data", bytes)()
        found = [int(code, 16) for code in codes]
        return {int.from_bytes(data[2 * n : 2 * n + 2], "big") if data else n for n in found}

    def change(writer: PdfWriter) -> None:
        for font in fonts(writer):
            inner = font["/DescendantFonts"][0].get_object()
            stream = inner["/FontDescriptor"]["/FontFile2"].get_object()
            whole, data = TTFont(io.BytesIO(stream.get_data())), io.BytesIO()
            for glyph in glyphs(font):
                whole["glyf"][whole.getGlyphName(glyph)] = Glyph()
            whole.save(data)
            stream.set_data(data.getvalue())

    return change


def raised(change: Callable[[re.Match[bytes]], bytes]) -> Change:
    """Return a change of the first mark that is raised."""
    return drawn(lambda data: _RAISED.sub(change, data, count=1))


@pytest.mark.parametrize("name", _TEXTS)
def test_a_page_whose_glyphs_are_all_there_is_proven(
    pages: dict[str, tuple[Page, Typeset]], name: str
) -> None:
    assert complaints(*pages[name]) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("latin", text) for text in ("e", "\u0300", "\u0301", "\u0331", ",", "-", "(", "5")),
        *(("serifs", text) for text in ("\u064b", "\u064e", "\u0650", "\u0652", "ل", "ر", "،")),
        *(("plain", text) for text in ("\u064e", "\u0650", "\u064c", "ل", "ا", "(")),
        *(("hebrew", text) for text in ("\u05b0", "\u05bc", "\u05b5", "ש", ",")),
    ],
)
def test_a_font_that_draws_nothing_for_a_character_is_refused(
    pages: dict[str, tuple[Page, Typeset]], name: str, text: str
) -> None:
    page, made = pages[name]
    found = complaints(page, changed(made, blanked(text)))
    assert any(fault.startswith(_MISSING) and text in fault for fault in found)


def test_marks_of_a_ligature_that_a_font_draws_nothing_for_are_refused(
    pages: dict[str, tuple[Page, Typeset]],
) -> None:
    page, made = pages["plain"]
    assert f"{_MISSING}\u064b" in complaints(page, changed(made, blanked("")))


@pytest.mark.parametrize("name", ["serifs", "plain"])
@pytest.mark.parametrize(
    ("way", "key"),
    [
        (lambda found: b"1 1 1 rg\n" + found[0] + b"\n0 0 0 rg", "contrast"),
        (lambda found: b"3 Tr\n" + found[0] + b"\n0 Tr", "drawing"),
        (lambda found: b"0.01 Tz\n" + found[0] + b"\n100 Tz", "drawing"),
        (lambda found: found[0].replace(found[1], b"60", 1), "shape"),
        (lambda found: found[1] + b" Ts\n[-4000<" + found[3] + b">4000] TJ", "shape"),
        (lambda found: found[0].replace(found[3], b"0000"), "ink"),
        (lambda found: b"/thin gs\n" + found[0] + b"\n/full gs", "visible"),
    ],
    ids=["white", "no ink", "no width", "too high", "too far", "notdef", "transparent"],
)
def test_a_mark_that_is_drawn_and_not_seen_is_refused(
    pages: dict[str, tuple[Page, Typeset]],
    name: str,
    way: Callable[[re.Match[bytes]], bytes],
    key: str,
) -> None:
    def change(writer: PdfWriter) -> None:
        for state, opacity in (("thin", 0), ("full", 1)):
            entry(f"Resources/ExtGState/{state}", named(ca=FloatObject(opacity)))(writer)
        raised(way)(writer)

    page, made = pages[name]
    assert key in {fault.split(": ")[1] for fault in complaints(page, changed(made, change))}
