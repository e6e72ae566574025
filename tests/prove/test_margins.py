"""The margins of every page say what they have to, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.model.faults import Faults
from communique.pdf_reading.reading import Reading
from communique.prove.margins import every_margin
from communique.typeset.engine import typeset

from .conftest import complaints, composed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communique.compose.page import Page
    from communique.pdf_reading.piece import Piece

    Margins = Callable[..., list[str]]

TEXT = """\
---
title: On the river
symbol: R/1
issued: 2024-05-02
---

We met.

## Fish

{fish}

## Boats

The boats.

| Place | Depth |
|---|---|
{rows}

## Bells

The bells.

## Oars

The oars.
"""
ROWS = "\n".join(f"| Weir {number} | 41 |" for number in range(40))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    text = TEXT.format(fish="The nets and the lines. " * 220, rows=ROWS)
    return composed(tmp_path_factory.mktemp("margins"), text, "river.en.md")


@pytest.fixture
def margins(page: Page) -> Margins:
    """Set the page with more styles or other HTML, and return what the proof says."""

    def spoiled(styles: str = "", old: str = "", new: str = "") -> list[str]:
        assert old in page.html
        html = page.html.replace(old, new, 1)
        other = replace(page, html=html, styles=page.styles + styles)
        return complaints(page, typeset(other))

    return spoiled


def test_pages_with_all_they_have_to_say_are_proven(margins: Margins) -> None:
    assert margins() == []


@pytest.mark.parametrize(
    ("styles", "complaint"),
    [
        ("@page { @top-left { content: none } }", "1: words: page 2 does not say On the river"),
        ("@page { @top-right { content: none } }", "1: words: page 2 does not say Fish"),
        (
            "@page { @bottom-left { content: none } }",
            "1: words: page 1 does not say R/1 · 2 May 2024",
        ),
        (
            "@page { @top-right { content: string(section, last) } }",
            "1: words: on page 4 but not in the text: Oars",
        ),
        (
            "@page :first { @top-left { content: 'On the river' } }",
            "1: words: on page 1 but not in the text: On the river",
        ),
        (
            "@page { @bottom-center { content: 'R/1 · 2 May 2024' } }",
            "1: words: on page 1 but not in the text: R/1 · 2 May 2024",
        ),
        (
            "@page { @bottom-center { content: 'Weir 1' } }",
            "1: words: on page 1 but not in the text: Weir 1",
        ),
    ],
)
def test_what_a_margin_lacks_or_says_besides_is_named(
    margins: Margins, styles: str, complaint: str
) -> None:
    assert complaint in margins(styles)


def test_a_page_names_the_first_section_that_begins_on_it(margins: Margins) -> None:
    found = margins(old='data-section="Boats"', new='data-section="Bells"')
    assert found
    assert all("Boats" in each or "Bells" in each for each in found)


def test_heads_of_tables_are_repeated(page: Page) -> None:
    assert page.html.count("Depth") == 1
    assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("@page :first { @top-left { content: 'Depth'; margin: 60mm -40mm -60mm 0 } }", "Depth"),
        ("@page { @bottom-left { margin: -150mm 0 150mm 0 } }", "R/1 · 2 May 2024"),
        ("@page { @top-center { content: 'Depth' } }", "Depth"),
        ("@page { @top-center { content: 'Place'; margin: 60mm 0 -60mm 0 } }", "Place"),
    ],
)
def test_words_of_margins_within_the_text_and_heads_of_tables_elsewhere_are_named(
    margins: Margins, place: str, said: str
) -> None:
    assert f"1: words: on page 1 but not in the text: {said}" in margins(place)


def test_a_repeated_head_is_whole_in_its_place_and_over_the_rows_of_its_table(page: Page) -> None:
    made = typeset(page)
    changes: tuple[Callable[[Piece], Piece | None], ...] = (
        lambda piece: None if piece.text == "Place" else piece,
        lambda piece: replace(piece, left=piece.left + 9),
        lambda piece: replace(piece, baseline=piece.baseline - (piece.text == "Place") * 9),
        lambda piece: replace(piece, baseline=piece.baseline - 60),
        lambda piece: replace(piece, page=piece.page - 1),
        lambda piece: replace(piece, page=0),
    )
    for change in changes:
        reading = Reading(made.pdf)
        heads = [piece for piece in reading.artifacts if piece.text in ("Place", "Depth")]
        assert heads
        changed = [change(piece) if piece in heads else piece for piece in reading.pieces]
        vars(reading)["pieces"] = [piece for piece in changed if piece]
        faults = Faults(page.content.statement.path)
        every_margin(page.content, reading, faults)
        assert any("Depth" in fault.wrong for fault in faults)


def test_heads_are_repeated_over_rows_without_words(tmp_path: Path) -> None:
    text = TEXT.format(fish="Nets.", rows="\n".join(["| | |"] * 140))
    page = composed(tmp_path, text, "forms.en.md")
    made = typeset(page)
    assert sum(piece.text == "Depth" for piece in Reading(made.pdf).artifacts) > 0
    assert complaints(page, made) == []
