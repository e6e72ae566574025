"""Fonts of a project: which files of a family a look needs, and what they may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from communique.model.faults import DesignError, ProofError
from communique.store.paths import TEMPLATES

from .conftest import WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Look

OURS = TEMPLATES / "fonts/source-serif-4"
STYLES = {"Regular": "Regular", "Italic": "It", "Bold": "Semibold", "BoldItalic": "SemiboldIt"}
STRESSED = WORDS.replace("nine lights", "*nine* lights")
STRONG = WORDS.replace("nine lights", "**nine** lights")
PLACE = "templates/themes/own.yaml:{}: fonts.{}.1: Harbour Serif has no"
BESIDE = "beside the others in templates/fonts"


def put(project: Path, *styles: str) -> None:
    """Let the project have these fonts of a family Harbour Serif."""
    folder = project / "templates/fonts/harbour-serif"
    folder.mkdir(parents=True)
    for style in styles:
        with TTFont(OURS / f"SourceSerif4-{STYLES[style]}.ttf") as font:
            for record in font["name"].names:
                record.string = str(record).replace("Source Serif 4", "Harbour Serif")
            font.save(folder / f"HarbourSerif-{style}.ttf")


@pytest.mark.parametrize(("key", "line"), [("text", 10), ("small", 11), ("sans", 12)])
def test_text_needs_a_file_that_is_neither_bold_nor_slanted(
    look: Look, project: Path, key: str, line: int
) -> None:
    put(project, "Bold", "BoldItalic")
    with pytest.raises(DesignError) as refused:
        look("", first={key: "Harbour Serif"})
    said = f"{PLACE.format(line, key)} Regular file, so all text would be bold or slanted"
    assert str(refused.value) == f"{said}; put its Regular file {BESIDE}"


def test_a_title_is_bold_in_any_case(look: Look, project: Path) -> None:
    put(project, "Bold")
    assert look("", first={"title": "Harbour Serif"}).pages


@pytest.mark.parametrize(
    ("there", "words", "lacking"),
    [
        (("Regular", "Bold"), STRESSED, "Italic"),
        (("Regular", "Italic"), STRONG, "Bold"),
        (("Regular",), STRESSED, "Italic and no Bold"),
    ],
)
def test_stress_that_no_file_of_its_font_shows_is_told_of_the_theme_once(
    look: Look, project: Path, there: tuple[str, ...], words: str, lacking: str
) -> None:
    put(project, *there)
    with pytest.raises(DesignError) as refused:
        look("", first={"text": "Harbour Serif"}, words=f"{words}\nAnd *this* **too**.\n")
    said = f"{PLACE.format(10, 'text')} {lacking} file, so stress is not seen"
    assert str(refused.value) == f"{said}; put it {BESIDE}"


def test_a_family_with_all_its_files_shows_all_stress(look: Look, project: Path) -> None:
    put(project, *STYLES)
    words = f"{STRESSED}\nAnd **this** too.\n"
    fonts = {p.font.name for p in look("", first={"text": "Harbour Serif"}, words=words).pieces}
    assert {"Harbour-Serif", "Harbour-Serif-Italic", "Harbour-Serif-Semi-Bold"} <= {
        name.partition("+")[2] for name in fonts
    }


def test_stress_that_a_stylesheet_takes_away_is_told_with_its_line(
    look: Look, project: Path
) -> None:
    put(project, *STYLES)
    with pytest.raises(ProofError) as refused:
        look("", "em { font-style: normal }", first={"text": "Harbour Serif"}, words=STRESSED)
    assert "stress is not seen" in str(refused.value)
    assert "templates/styles/own.css:1 font-style: normal" in str(refused.value)


def test_a_font_of_postscript_outlines_is_read(look: Look, project: Path) -> None:
    folder = project / "templates/fonts/harbour-serif"
    folder.mkdir(parents=True)
    with TTFont(OURS / "SourceSerif4-Semibold.ttf") as font:
        outlines(font, "Harbour Serif", folder / "HarbourSerif-Bold.otf")
    reading = look("", first={"title": "Harbour Serif"})
    (title,) = {p.font.name for p in reading.pieces if p.text.startswith("Lights")}
    assert "Harbour-Serif" in title


@pytest.mark.parametrize("letter", ["h", ","])
def test_a_letter_that_such_a_font_draws_with_no_ink_is_told(
    look: Look, project: Path, letter: str
) -> None:
    folder = project / "templates/fonts/harbour-serif"
    folder.mkdir(parents=True)
    with TTFont(OURS / "SourceSerif4-Semibold.ttf") as font:
        outlines(font, "Harbour Serif", folder / "HarbourSerif-Bold.otf", empty=letter)
    words = WORDS.replace("Grey Strait", "Strait, the grey one")
    with pytest.raises(ProofError) as refused:
        look("", first={"title": "Harbour Serif"}, words=words)
    assert f"page 1: nothing is drawn and copied as {letter}" in str(refused.value)


def outlines(font: TTFont, family: str, path: Path, *, empty: str = "") -> None:
    """Write the letters of a TrueType font to `path` in outlines of PostScript (CFF).

    The letter `empty` gets none.
    """
    characters = {code: name for code, name in font.getBestCmap().items() if code < 0x7F}
    names = [".notdef", *characters.values()]
    glyphs, widths = font.getGlyphSet(), font["hmtx"].metrics
    drawn = {}
    for name in names:
        pen = T2CharStringPen(widths[name][0], glyphs)
        if name != characters.get(ord(empty or " ")):
            glyphs[name].draw(pen)
        drawn[name] = pen.getCharString()
    builder = FontBuilder(font["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(characters)
    builder.setupCFF(f"{family.replace(' ', '')}-Bold", {}, drawn, {})
    builder.setupHorizontalMetrics({name: widths[name] for name in names})
    head = font["hhea"]
    builder.setupHorizontalHeader(ascent=head.ascent, descent=head.descent)
    builder.setupNameTable({"familyName": family, "styleName": "Bold"})
    builder.setupOS2(usWeightClass=700, sTypoAscender=head.ascent, sTypoDescender=head.descent)
    builder.setupPost()
    builder.save(path)
