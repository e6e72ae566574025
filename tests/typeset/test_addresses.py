"""Addresses that are longer than a line do not go on over the end of a page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.prove.lines import lines_of, said_by
from communique.typeset.engine import typeset
from communique.typeset.pages.addresses import addresses_on_one_page, addresses_on_one_page_above
from tests.prove.conftest import complaints, composed
from tests.samples import with_body
from tests.typeset.test_patches import plain

if TYPE_CHECKING:
    from pathlib import Path

#: A page of ten lines, each of about so many letters as the address has at least in one part.
PAGES = """
@page { size: 60mm 100mm; margin: 0 }
body, p { margin: 0; font-size: 10pt; line-height: 10mm; orphans: 2; widows: 2 }
"""
PART = "a" * 24
ADDRESS = "<a data-wrap=whole>" + " ".join([PART] * 3) + "</a>"


def on_pages(above: int, after: str = "", style: str = "") -> list[int]:
    """Return on which pages the parts of an address stand, below so many lines."""
    html = f"<p>{'b<br>' * above}{ADDRESS}</p>{after}"
    return [p.page for p in plain(html, PAGES + style).pieces if p.text.startswith("aaa")]


@pytest.mark.parametrize(("above", "pages"), [(7, [0] * 3), (8, [1] * 3), (9, [1] * 3)])
def test_an_address_goes_to_the_next_page_with_all_its_lines(above: int, pages: list[int]) -> None:
    with addresses_on_one_page():
        assert on_pages(above) == pages


def test_the_engine_still_divides_it_over_the_end_of_a_page() -> None:
    assert on_pages(8) == [0, 1, 1]


def test_the_paragraph_goes_along_where_one_line_of_it_would_stay() -> None:
    html = f"<p style='height: 70mm'>c</p><p>bbb<br>{ADDRESS}</p>"
    with addresses_on_one_page():
        found = plain(html, PAGES).pieces
    assert [p.page for p in found if p.text.startswith(("aaa", "bbb"))] == [1] * 4


def test_what_follows_moves_no_end_of_a_page_into_it() -> None:
    after = "<section style='break-before: avoid; break-inside: avoid'>d<br>d</section>"
    with addresses_on_one_page(), addresses_on_one_page_above():
        assert on_pages(6, after) == [1] * 3


def test_one_that_is_longer_than_some_lines_goes_on_there() -> None:
    long = "<a data-wrap=whole>" + " ".join([PART] * 9) + "</a>"
    with addresses_on_one_page():
        found = plain(f"<p>{'b<br>' * 3}{long}</p>", PAGES).pieces
    assert {p.page for p in found if p.text.startswith("aaa")} == {0, 1}


SAID = "Die Talsperren halten, und die Flüsse ziehen wie immer zum Meer hinab. "
URL = "https://www.fluesse.nordland.example/themen/wasserstand/haeufige-fragen/anlieger-2026"


@pytest.mark.parametrize("kind", ["standard", "letter", "a5", "large-print", "clear-print"])
@pytest.mark.parametrize("above", range(1, 5))
def test_no_address_of_questions_and_answers_is_torn(tmp_path: Path, above: int, kind: str) -> None:
    """With a note, whose call goes to the next page with the address."""
    parts = [SAID * above]
    for number in range(1, 13):
        parts += [f"## Wer zahlt für Damm {number}?", f"{SAID * (1 + number % 3)}Siehe {URL}.[^1]"]
    page = composed(
        tmp_path,
        with_body("\n\n".join([*parts, "[^1]: Abgerufen am 1. März 2026."])),
        "a.de.md",
        kind,
    )
    made = typeset(page)
    assert complaints(page, made) == []
    for block in Reading(made.pdf).blocks:
        for line, below in pairwise(lines_of(block)):
            assert line[0].page == below[0].page or not said_by(line).strip().endswith(("/", "-"))
