"""The box around what a path paints: lines are as thick as they are, and end at their ends."""

from __future__ import annotations

import io

import pydyf
import pypdfium2 as pdfium
import pypdfium2.raw as c
import pytest

from communique.pdf_reading.drawing.page_objects import painted

BUTT, ROUND, SQUARE = 0, 1, 2


def box(path: str, cap: int = BUTT) -> list[float]:
    """Return the box around a line of 2 pt with such caps along a path."""
    pdf, file = pydyf.PDF(), io.BytesIO()
    contents = pydyf.Stream([f"{cap} J 2 w {path} S".encode()])
    pdf.add_object(contents)
    page = {"Type": "/Page", "Parent": pdf.pages.reference, "Contents": contents.reference}
    pdf.add_page(pydyf.Dictionary({**page, "MediaBox": pydyf.Array([0, 0, 90, 90])}))
    pdf.write(file)
    with pdfium.PdfDocument(file.getvalue()) as document:
        front = document[0]
        found = painted(c.FPDFPage_GetObject(front, 0))
    assert found
    return [round(each, 3) for each in found]


@pytest.mark.parametrize(("cap", "ends"), [(BUTT, 0), (ROUND, 1), (SQUARE, 1)])
def test_a_line_ends_where_its_path_does_but_for_its_caps(cap: int, ends: int) -> None:
    assert box("10 20 m 50 20 l", cap) == [10 - ends, 19, 50 + ends, 21]
    assert box("10 20 m 10 50 l", cap) == [9, 20 - ends, 11, 50 + ends]


def test_a_line_that_is_neither_level_nor_upright_is_wider_by_half_of_it() -> None:
    assert box("10 20 m 50 20 l 50 60 l") == [9, 19, 51, 61]
