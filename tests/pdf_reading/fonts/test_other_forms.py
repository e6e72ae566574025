"""Which characters old-style figures, small capitals and ligatures of a font stand for."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from communique.pdf_reading.fonts.other_forms import other_forms
from communique.pdf_reading.fonts.program import full_name
from communique.store.paths import TEMPLATES

if TYPE_CHECKING:
    from pathlib import Path

FONTS = sorted((TEMPLATES / "fonts").glob("*/*.ttf"))
_NAMES = ["six", "nine", "f", "i", "six.lf", "six.tf", "nine.lf", "f_i", "alt", "f_f_i", "acute"]
_CHARACTERS = {0x36: "six", 0x39: "nine", 0x66: "f", 0x69: "i"}


def font(features: str, characters: dict[int, str] = _CHARACTERS) -> bytes:
    """Return a font of the names above with these features."""
    builder = FontBuilder(1000)
    order = [".notdef", *_NAMES]
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(characters)
    builder.setupGlyf({name: Glyph() for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": "Ink", "styleName": "Semibold", "fullName": "Ink Demi"})
    builder.setupOS2()
    builder.setupPost()
    addOpenTypeFeaturesFromString(builder.font, features)
    data = io.BytesIO()
    builder.save(data)
    return data.getvalue()


def forms(features: str, characters: dict[int, str] = _CHARACTERS) -> dict[str, set[str]]:
    found = other_forms(font(features, characters))
    return {_NAMES[glyph - 1]: set(texts) for glyph, texts in found.items()}


@pytest.mark.parametrize(
    ("features", "found"),
    [
        ("feature lnum { sub six by six.lf; } lnum;", {"six.lf": {"6"}}),
        (
            "feature lnum { sub six by six.lf; sub nine by nine.lf; sub f by alt; } lnum;",
            {"six.lf": {"6"}, "nine.lf": {"9"}, "alt": {"f"}},
        ),
        ("feature salt { sub f from [alt six.lf]; } salt;", {"alt": {"f"}, "six.lf": {"f"}}),
        ("feature liga { sub f i by f_i; } liga;", {"f_i": {"fi"}}),
        (
            "feature liga { sub f f i by f_f_i; sub f i by f_i; } liga;",
            {"f_i": {"fi"}, "f_f_i": {"ffi"}},
        ),
        (
            "lookup one useExtension { sub six by six.lf; } one;feature lnum { lookup one; } lnum;",
            {"six.lf": {"6"}},
        ),
        # a form of a form
        (
            "feature lnum { sub six by six.lf; } lnum;feature tnum { sub six.lf by six.tf; } tnum;",
            {"six.lf": {"6"}, "six.tf": {"6"}},
        ),
        # one form of two characters
        ("feature smcp { sub f by alt; sub i by alt; } smcp;", {"alt": {"f", "i"}}),
        # only where another glyph stands beside it
        (
            "lookup one { sub f by alt; } one; feature calt { sub f' lookup one i; } calt;",
            {"alt": {"f"}},
        ),
    ],
)
def test_a_form_stands_for_what_its_font_replaces_by_it(
    features: str, found: dict[str, set[str]]
) -> None:
    assert forms(features) == found


def test_a_glyph_with_a_character_of_its_own_is_no_other_form() -> None:
    assert forms("feature lnum { sub six by nine; } lnum;") == {}


def test_a_glyph_that_is_a_part_of_another_one_is_left_out() -> None:
    both = "feature ccmp { sub i by alt acute; } ccmp; feature salt { sub f by alt; } salt;"
    assert forms(both) == {}
    assert forms("feature salt { sub f by alt; } salt;") == {"alt": {"f"}}


def test_a_form_of_very_many_texts_is_left_out() -> None:
    many = {**_CHARACTERS, **dict.fromkeys(range(0x4E00, 0x4E10), "f")}
    assert forms("feature salt { sub f by alt; } salt;", many) == {}
    few = {code: name for code, name in many.items() if code != 0x4E00}
    assert len(forms("feature salt { sub f by alt; } salt;", few)["alt"]) == 16


def test_a_font_without_substitutions_has_no_other_forms() -> None:
    assert forms("") == {}
    assert other_forms(b"") == {}


def test_a_font_that_ends_too_soon_is_an_error_of_its_format() -> None:
    whole = font("feature liga { sub f f i by f_f_i; } liga;")
    with TTFont(io.BytesIO(whole)) as read:
        entry = read.reader.tables["GSUB"]
    cut = whole[: entry.offset + entry.length // 2]
    with pytest.raises(struct.error):
        other_forms(cut)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_what_replaces_one_glyph_is_what_another_reader_finds(path: Path) -> None:
    """Single substitutions of glyphs with characters, as fontTools reads them."""
    found = other_forms(path.read_bytes())
    with TTFont(path) as read:
        tables = [table for lookup in _lookups(read) for table in lookup.SubTable]
        inner = [getattr(table, "ExtSubTable", table) for table in tables]
        cmap = read.getBestCmap()
        texts = {name: {chr(code) for code in cmap if cmap[code] == name} for name in cmap.values()}
        pairs = {
            (read.getGlyphID(other), text)
            for table in inner
            for name, other in (getattr(table, "mapping", None) or {}).items()
            if isinstance(other, str)
            for text in texts.get(name, ())
        }
    assert {(glyph, text) for glyph, text in pairs if glyph in found} == {
        (glyph, text) for glyph, text in pairs if text in found.get(glyph, ())
    }


def _lookups(read: TTFont) -> list[Any]:
    return list(read["GSUB"].table.LookupList.Lookup) if "GSUB" in read else []


def test_the_full_name_of_a_font_is_the_one_that_it_gives_itself() -> None:
    assert full_name(font("")) == "Ink Demi"
    assert full_name(b"") == ""


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_the_full_name_is_that_of_another_reader(path: Path) -> None:
    with TTFont(path) as read:
        wanted = read["name"].getName(4, 3, 1)
    assert full_name(path.read_bytes()) == (wanted.toUnicode() if wanted else "")
