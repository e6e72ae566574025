from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.typeset.engine import Typeset, typeset

from .conftest import STATEMENT, complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from communique.compose.page import Page


def test_a_character_without_a_glyph_is_named_with_its_line(tmp_path: Path) -> None:
    page = composed(tmp_path, STATEMENT.replace("the dams hold", "the dams hold 𓀀"), "river.en.md")
    found = complaints(page, typeset(page))
    assert "16: ink: no font of the page has a glyph for 𓀀 (U+13000)" in found


def test_a_face_that_nobody_named_is_reported(page: Page, made: Typeset) -> None:
    theme = page.content.theme
    faces = theme.faces.model_copy(update={"sans": theme.faces.text})
    content = replace(page.content, theme=theme.model_copy(update={"faces": faces}))
    found = complaints(replace(page, content=content), made)
    assert {complaint.split("+")[-1] for complaint in found} == {
        "Source-Sans-3, is not of a family that the page names",
        "Source-Sans-3-Semi-Bold is not of a family that the page names",
    }
