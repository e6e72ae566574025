from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import NameObject

from communique.prove import ink
from communique.prove.ink import _belongs
from communique.typeset.engine import typeset

from .conftest import STATEMENT, Spoil, complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PdfWriter

    from communique.compose.page import Page

    from .conftest import Judge


def test_a_character_without_a_glyph_is_named_with_its_line(tmp_path: Path) -> None:
    page = composed(tmp_path, STATEMENT.replace("the dams hold", "the dams hold 𓀀"), "river.en.md")
    found = complaints(page, typeset(page))
    assert "16: ink: no font of the page has a glyph for 𓀀 (U+13000)" in found


def test_a_font_that_nobody_named_is_reported(judged: Judge, page: Page) -> None:
    theme = page.content.theme
    fonts = theme.fonts.model_copy(update={"sans": theme.fonts.text})
    content = replace(page.content, theme=theme.model_copy(update={"fonts": fonts}))
    assert {complaint.split("+")[-1] for complaint in judged(ink.fonts, content)} == {
        "Source-Sans-3, is not of a family that the page names",
        "Source-Sans-3-Semi-Bold is not of a family that the page names",
    }


def test_small_type_on_a_later_page_is_reported(reset: Spoil) -> None:
    style = "break-before: page; font-size: 7.9pt"
    found = reset("<p>We thank", f'<p style="{style}">We <br>thank')
    assert "1: ink: page 2: We is set in 7.9 pt" in found


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("ABCDEF+Source-Serif-4-Semi-Bold-Italic", True),
        ("ABCDEF+Source-Serif-4", True),
        ("ABCDEF+Source-Serif-4,Bold", True),
        ("ABCDEF+Source-Serif-4-Fancy", False),
        ("ABCDEF+Source-Serif-40", False),
        ("ABCDEF+My-Source-Serif-4", False),
        ("", False),
    ],
)
def test_a_font_is_of_a_family_by_its_name_and_known_styles(name: str, right: bool) -> None:
    assert _belongs(name, "Source-Serif-4") is right


def test_a_font_of_another_name_is_reported(altered: Spoil) -> None:
    def rename(writer: PdfWriter) -> None:
        for each in writer._objects:
            font: Any = each
            if isinstance(font, dict) and font.get("/Subtype") == "/Type0":
                font[NameObject("/BaseFont")] = NameObject("/ABCDEF+Arial")

    found = altered(rename)
    assert found == ["1: ink: the font ABCDEF+Arial is not of a family that the page names"]
