"""A minus is as wide as a plus, in each script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition, templates
from communique.pdf_reading.reading import Reading
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints
from tests.samples import with_body

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Write

MINUS, PLUS = "\u2212", "+"
#: All that are shipped but for that of hyphens.
FONTS = [path for path in templates.shipped_fonts() if "Communique" not in path.stem]


@pytest.mark.parametrize("kind", ["standard", "large-print"])
@pytest.mark.parametrize("name", ["a.he.md", "a.ar.md", "a.en.md", "a.el.md", "a.ru.md"])
def test_a_minus_is_not_drawn_as_a_hyphen(statement: Write, name: str, kind: str) -> None:
    body = f"A {MINUS}5, **{MINUS}6**.\n\n| B | C |\n|---|---|\n| {MINUS}7 | D |"
    page = compose(content_of(read(statement(with_body(body), name)), edition.load(kind)))
    pdf = typeset(page)
    assert complaints(page, pdf) == []
    fonts = {p.font.name for p in Reading(pdf.pdf).pieces if MINUS in p.text}
    assert fonts
    assert not any("Hebrew" in font for font in fonts)


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_each_other_font_has_a_minus_about_as_wide_as_its_plus(path: Path) -> None:
    font = TTFont(path)
    glyphs, characters = font.getGlyphSet(), font.getBestCmap()
    minus, plus = (glyphs[characters[ord(sign)]].width for sign in (MINUS, PLUS))
    is_hyphen = minus < 0.8 * plus
    assert is_hyphen == ("Hebrew" in path.stem)  # for these templates/fonts/fonts.conf has a rule
