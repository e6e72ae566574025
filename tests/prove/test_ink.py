from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import NameObject

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.pdf_reading.reading import Reading
from communique.prove import ink
from communique.prove.ink import _belongs
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.samples import needs_fonts

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


def chinese_beside_german(tmp_path: Path, first: str) -> Page:
    needs_fonts("zh-Hans")
    bodies = {"zh-Hans": ("骨直宣言", "我们同意。"), "de": ("Erklärung", "Wir stimmen zu.")}
    made = []
    for tag, (title, words) in sorted(bodies.items(), key=lambda body: body[0] != first):
        body = "\n\n".join([words * 9] * 40)
        path = tmp_path / f"declaration.{tag}.md"
        front = f"title: {title}\nissued: 2024-05-02"
        path.write_text(f"---\n{front}\n---\n\n{body}\n", encoding="utf-8")
        made.append(read(path))
    pair = replace(made[0], beside=made[1])
    return compose(content_of(pair, edition.load("parallel")))


@pytest.mark.parametrize("first", ["zh-Hans", "de"])
def test_running_heads_are_in_the_font_of_their_language(tmp_path: Path, first: str) -> None:
    page = chinese_beside_german(tmp_path, first)
    found = typeset(page)
    assert complaints(page, found) == []
    margins = {piece.text: piece.font.name for piece in Reading(found.pdf).artifacts}
    assert margins["骨直宣言"].endswith("Noto-Serif-CJK-SC")
    assert "Source-Sans-3" in margins["Erklärung"]


@pytest.mark.parametrize("first", ["zh-Hans", "de"])
def test_a_running_head_in_a_font_of_another_language_is_reported(
    tmp_path: Path, first: str
) -> None:
    page = chinese_beside_german(tmp_path, first)
    box = "@top-left" if first == "zh-Hans" else "@top-right"
    rule = f"@page {{ {box} {{ font-family: 'Noto Serif CJK JP' }} }}"
    spoiled = replace(page, styles=page.styles + rule)
    wrong = "Noto-Serif-CJK-JP is not of a family that the page names"
    assert any(each.endswith(wrong) for each in complaints(spoiled, typeset(spoiled)))


@pytest.mark.parametrize(("tag", "words"), [("zh-Hans", "第二届骨会议"), ("ja", "第二回骨会議")])
def test_a_value_in_another_language_is_in_the_font_of_that_language(
    tmp_path: Path, tag: str, words: str
) -> None:
    needs_fonts(tag)
    value = f"event: {{text: {words}, language: {tag}}}"
    text = STATEMENT.replace("event: Meeting of the Mill", value)
    page = composed(tmp_path, text, "river.en.md")
    found = typeset(page)
    assert complaints(page, found) == []
    family = {"zh-Hans": "SC", "ja": "JP"}[tag]
    (font,) = {p.font.name for p in Reading(found.pdf).pieces if words in p.text}
    assert font.endswith(f"Noto-Serif-CJK-{family}")
    spoiled = replace(
        page, styles=f"{page.styles}span[lang] {{ font-family: 'Noto Serif CJK TC' }}"
    )
    wrong = "Noto-Serif-CJK-TC is not of a family that the page names"
    assert any(each.endswith(wrong) for each in complaints(spoiled, typeset(spoiled)))


def test_a_value_in_a_language_without_a_file_is_in_the_fonts_of_the_theme(tmp_path: Path) -> None:
    value = "event: {text: Cruinniú na Gaeilge, language: ga}"
    page = composed(tmp_path, STATEMENT.replace("event: Meeting of the Mill", value), "river.en.md")
    assert complaints(page, typeset(page)) == []


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
