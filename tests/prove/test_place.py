from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pypdf.generic import NameObject

from communique.typeset.engine import typeset
from tests.samples import with_body

from .conftest import STATEMENT, Spoil, changed, complaints, composed

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PdfWriter


def test_text_that_runs_out_at_the_side_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="margin-left: 90mm; white-space: nowrap">We thank')
    assert found == ["1: width: page 1: text runs out at the side: We thank the millers."]


def test_text_below_the_type_area_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="position: fixed; bottom: -12mm">We thank')
    assert "1: place: page 1: text runs out of its area: We thank the millers." in found


def test_an_empty_page_is_reported(reset: Spoil) -> None:
    empty = '<div style="break-before: page; break-after: page; height: 10mm"></div>'
    assert reset("<h2", empty + "<h2") == ["1: place: page 2: the page is empty"]


def test_a_last_page_of_one_line_is_reported(reset: Spoil) -> None:
    found = reset("<p>We thank", '<p style="break-before: page">We thank')
    assert found == ["1: layout: page 2: the last page holds a single line"]


@pytest.mark.parametrize(
    ("style", "where"),
    [
        ("margin-left: -46mm", "out at the side"),
        ("position: fixed; top: -6mm", "out of its area"),
        ("position: fixed; left: -46mm", "out at the side"),
    ],
)
def test_text_beyond_an_edge_of_the_type_area_is_reported(
    reset: Spoil, style: str, where: str
) -> None:
    found = reset("<p>We thank", f'<p style="{style}">We thank')
    assert any(f"page 1: text runs {where}: We thank" in each for each in found)


@pytest.mark.parametrize(
    "styles",
    [
        "@page { @bottom-right { padding-top: 23mm } }",
        "@page { @bottom-right { margin-right: -30mm } }",
    ],
)
def test_a_page_number_off_the_paper_is_reported(reset: Spoil, styles: str) -> None:
    assert any(
        "page 1: text runs out" in each and "Page 1 of 1" in each for each in reset(styles=styles)
    )


def test_a_note_far_from_its_call_is_reported(tmp_path: Path) -> None:
    text = STATEMENT.replace("We thank the millers.", "We thank the millers.\n\n" * 99)
    page = composed(tmp_path, text, "river.en.md")
    made = typeset(page)
    assert complaints(page, made) == []

    def move(writer: PdfWriter) -> None:
        last: Any = writer.pages[-1].indirect_reference
        for each in writer._objects:
            element: Any = each
            if isinstance(element, dict) and element.get("/S") == "/Note":
                for kid in element["/K"]:
                    kid.get_object()[NameObject("/Pg")] = last

    found = complaints(page, changed(made, move))
    number = made.pages
    assert f"1: place: page {number}: a note stands more than a page away from its call" in found


def test_a_text_that_begins_with_an_annex_begins_beneath_its_title(tmp_path: Path) -> None:
    page = composed(tmp_path, with_body("## Annex 1\n\nA text.\n\n## Annex 2\n\nWords."), "a.en.md")
    made = typeset(page)
    assert complaints(page, made) == []
    assert made.pages == 2


def test_an_annex_that_begins_no_page_is_reported(tmp_path: Path) -> None:
    text = STATEMENT.replace("## What we found", "## Annex: What we found")
    page = composed(tmp_path, text, "river.en.md")
    assert complaints(page, typeset(page)) == []
    html = page.html.replace('class="annex"', 'class="section"')
    assert html != page.html
    found = complaints(page, typeset(replace(page, html=html)))
    assert found == ["14: place: page 1: Annex: What we found does not begin a page"]
