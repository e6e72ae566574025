"""The margins of every page say what they have to, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.typeset.engine import typeset

from .conftest import complaints, composed

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.compose.page import Page

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
