"""Where the stylesheets put things, seen on the drawn page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from communique.compose.page import compose
from communique.content.content import content_of
from communique.design import edition
from communique.read.source import read
from communique.typeset.engine import typeset
from tests.samples import with_body

if TYPE_CHECKING:
    from tests.conftest import Write

#: The left and the right edge of the text on A4, in pt; facts stand beside it.
COLUMN = {"en": (187, 527), "ar": (68, 408)}


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize("tag", COLUMN)
def test_a_break_stands_in_the_middle_of_its_column(statement: Write, tag: str) -> None:
    text = read(statement(with_body("a\n\n---\n\nb"), f"break.{tag}.md"))
    pdf = typeset(compose(content_of(text, edition.load("standard")))).pdf
    drawn = pypdfium2.PdfDocument(pdf)[0].render(scale=1, grayscale=True).to_pil()
    ink = drawn.point(lambda value: 255 if value < 250 else 0)
    rows = (ink.crop((0, y, ink.width, y + 1)).getbbox() for y in range(180, 760))  # no title
    left, _, right, _ = max(filter(None, rows), key=lambda box: box[2] - box[0])
    assert right - left == pytest.approx(0.3 * 340, abs=3)
    assert (left + right) / 2 == pytest.approx(sum(COLUMN[tag]) / 2, abs=3)
