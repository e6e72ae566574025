"""Which glyphs leave no ink in a font with outlines of PostScript (CFF)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTFont

from communique.pdf_reading.fonts import compact
from communique.pdf_reading.fonts.program import blank, table

#: The outlines of a font by their names.
OUTLINES: dict[str, list[Any]] = {
    ".notdef": [0, "endchar"],
    "space": ["endchar"],
    "wide": [-1000, 0, 300, -300, "rmoveto", "endchar"],
    "box": [0, "hmoveto", 50, 50, -50, "hlineto", "endchar"],
    "far": [700, "hmoveto", 2000, "vlineto", "endchar"],
    "called": [-107, "callsubr", "endchar"],
}


@pytest.fixture(scope="module")
def program() -> bytes:
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(list(OUTLINES))
    builder.setupCharacterMap({0x20: "space", 0x41: "box"})
    drawn = {name: T2CharString(program=list(outline)) for name, outline in OUTLINES.items()}
    builder.setupCFF("Ours", {"version": "1.5", "UnderlineThickness": 50.25}, drawn, {})
    builder.setupHorizontalMetrics(dict.fromkeys(OUTLINES, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Ours", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.font.recalcBBoxes = False  # no outline is called
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def test_what_only_moves_and_ends_leaves_no_ink(program: bytes) -> None:
    with TTFont(BytesIO(program)) as font:
        assert font.getGlyphOrder() == list(OUTLINES)
    names = [list(OUTLINES)[glyph] for glyph in sorted(blank(program, range(len(OUTLINES))))]
    assert names == [".notdef", "space", "wide"]


def test_only_the_glyphs_that_are_asked_for_are_looked_at(program: bytes) -> None:
    assert blank(program, {2, 3}) == {2}


def test_a_damaged_table_says_nothing(program: bytes) -> None:
    outlines = table(program, b"CFF ")
    glyphs = range(len(OUTLINES))
    found = [compact.blank(outlines[:end], glyphs) for end in range(len(outlines))]
    assert set(found) <= {frozenset(), compact.blank(outlines, glyphs)}
    assert compact.blank(outlines, [0x10000]) == frozenset()
