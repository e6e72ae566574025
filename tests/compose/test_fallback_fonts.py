"""Characters that no font of the theme has are set in a font for their script, if it is there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdf import PdfReader

from communique.content.content import content_of
from communique.design import edition
from communique.design.writing import fallback_fonts
from communique.model.faults import DesignError
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.run.pipeline import _design_files
from tests.samples import needs_fonts, with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Build, Write

#: Letters of Cherokee, of which no font is named in the templates.
LETTERS = "ᏣᎳᎩ"
FILE = """scripts:
  - script: Cherokee
    characters: 13A0-13FF AB70-ABBF
    fonts: [Test Cherokee]
    package:
      name: fonts-cherokee
      folders: ['{folder}']
      files: [cherokee.ttf]
    sans:
      fonts: [Test Cherokee]
      files: [cherokee.ttf]
"""


@pytest.fixture
def packaged(project: Path, tmp_path: Path) -> Path:
    """Return where a package would put the font that the project's file names."""
    templates = project / "templates"
    templates.mkdir(exist_ok=True)
    folder = tmp_path / "packaged"
    folder.mkdir()
    (templates / fallback_fonts.FILE).write_text(FILE.format(folder=folder), "utf-8")
    return folder / "cherokee.ttf"


def draw(path: Path) -> None:
    """Write a font with the letters, each a bar of its own height."""
    glyphs = {".notdef": 0, "space": 0, "letter0": 500, "letter1": 590, "letter2": 680}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(dict(zip(map(ord, f" {LETTERS}"), [*glyphs][1:], strict=True)))
    builder.setupGlyf({name: bar(height) for name, height in glyphs.items()})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (500, 50)))
    builder.setupHorizontalHeader(ascent=900, descent=-300)
    builder.setupNameTable({"familyName": "Test Cherokee", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-300, usWinAscent=900, usWinDescent=300)
    builder.setupPost()
    builder.font["head"].fontRevision = 3.5
    builder.save(path)


def bar(height: int) -> object:
    pen = TTGlyphPen(None)
    if height:
        pen.moveTo((50, 0))
        for point in ((50, height), (450, height), (450, 0)):
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def test_a_script_has_its_font_on_the_page_and_in_the_metadata(
    packaged: Path, build: Build, statement: Write, tmp_path: Path
) -> None:
    draw(packaged)
    path = statement(
        with_body(f"Ours are {LETTERS} and **{LETTERS}**.").replace("title: ", "title: Ꮳ ")
    )
    assert build(path, "--edition", "all").code == 0
    made = PdfReader(tmp_path / "out" / "meeting.en.pdf")
    assert LETTERS in made.pages[0].extract_text()
    assert "cherokee 3.5" in str(made.xmp_metadata.xmp_creator_tool if made.xmp_metadata else "")
    fonts = made.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    assert any("Test-Cherokee" in str(font.get_object()["/BaseFont"]) for font in fonts.values())


def test_the_font_is_one_of_the_files_that_the_page_is_made_of(
    packaged: Path, project: Path, statement: Write
) -> None:
    draw(packaged)
    content = content_of(read(statement(with_body(LETTERS))), edition.load("standard"))
    file = project / "templates" / fallback_fonts.FILE
    assert _design_files(content)["script Cherokee"] == (str(file), str(packaged))


def test_what_is_not_installed_is_named(packaged: Path, build: Build, statement: Write) -> None:
    assert not packaged.exists()
    path = statement(with_body(f"Ours are {LETTERS[0]} and 😀."))
    other = "or add a font to the theme"
    for verb in ("check", "build"):
        lines = build(verb, path).err
        assert (
            f"glyph for Ꮳ (U+13E3); install fonts-cherokee, or write another character, {other}"
            in lines
        )
        assert f"glyph for 😀 (U+1F600); write words, {other}" in lines


def test_a_text_without_rare_characters_asks_for_no_font(packaged: Path, statement: Write) -> None:
    draw(packaged)
    for words, count in (
        ("“Ærø”, Ωμέγα, Київ, שלום — € → –", 0),
        (f"A {LETTERS}", 1),
        ("&#5091;", 1),
    ):
        content = content_of(read(statement(with_body(words))), edition.load("standard"))
        assert len(content.fallback_fonts) == count, words


def test_a_chinese_name_stands_in_an_english_text(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    needs_fonts("zh-Hans")
    path = statement(with_body("We met 王小明 in *北京*, and in 東京 (とうきょう)."))
    assert build(path, "--edition", "all").code == 0
    text = PdfReader(tmp_path / "out" / "meeting.en.pdf").pages[0].extract_text()
    assert "王小明" in text
    assert "とうきょう" in text


def test_emoji_are_drawn_in_black_where_a_font_has_them(
    build: Build, statement: Write, tmp_path: Path
) -> None:
    path = statement(with_body("We are glad 😀, *glad* 😀 and **glad 😀**."))
    is_missing = fallback_fonts.package("😀") == "fonts-symbola"
    result = build(path, "--edition", "all")
    if is_missing:
        instead = "install fonts-symbola, or write words, or add a font to the theme"
        assert f"glyph for 😀 (U+1F600); {instead}" in result.err
    else:
        assert result.code == 0
        assert "😀" in PdfReader(tmp_path / "out" / "meeting.en.pdf").pages[0].extract_text()


def test_a_faulty_file_is_told_by_its_lines(packaged: Path, project: Path) -> None:
    path = project / "templates" / fallback_fonts.FILE
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("13A0-13FF", "x-13FF").replace("\n    fonts:", "\n    font:"), "utf-8"
    )
    assert not packaged.exists()
    with pytest.raises(DesignError) as refusal:
        fallback_fonts.package("Ꮳ")
    assert str(refusal.value).split("\n") == [
        "templates/fallback-fonts.yaml:3: scripts.1.characters: "
        "x-13FF is no range of characters; write it as 10A0-10FF",
        "templates/fallback-fonts.yaml:4: scripts.1.font: "
        "there is no such key; did you mean fonts?",
    ]


def test_the_scripts_of_our_file_overlap_nowhere() -> None:
    every = sorted(
        each for font in fallback_fonts._load(fallback_fonts.FILE) for each in font.characters
    )
    assert all(one[0] <= one[1] for one in every)
    assert [b for a, b in pairwise(every) if a[1] >= b[0]] == []


@pytest.mark.parametrize("kind", ["clear-print", "large-print"])
def test_a_sign_that_the_sans_lacks_is_in_the_font_of_the_text(
    build: Build, statement: Write, tmp_path: Path, kind: str
) -> None:
    path = statement(with_body("Signs such as ⁂ and ‥ are seen."))
    assert build("build", "--edition", kind, path).code == 0
    reading = Reading((tmp_path / "out" / f"meeting.en.{kind}.pdf").read_bytes())
    fonts = {piece.font.name: piece.text for piece in reading.pieces}
    assert any("Source-Serif" in name and text.strip() in "⁂‥" for name, text in fonts.items())
