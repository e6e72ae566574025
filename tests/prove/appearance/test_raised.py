"""Superscripts are raised, subscripts are lowered, and nothing else: pages where it is not so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.pdf_reading.reading import Reading
from communique.typeset.engine import typeset
from tests.prove.conftest import complaints, composed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = """\
---
title: On the river
---

On the 10^th^ day H~2~O was x~max~, and V^AB^ was *little* in the mill and on the weir beside it.
"""
UP, DOWN, ELSE = "this is not raised", "this is not lowered", "this is raised or lowered"


@pytest.fixture(scope="module")
def styled(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    page = composed(tmp_path_factory.mktemp("raised"), TEXT, "river.en.md")

    def told(styles: str) -> list[str]:
        other = replace(page, styles=page.styles + styles)
        return complaints(page, typeset(other))

    return told


@pytest.mark.parametrize(
    ("styles", "wrong"),
    [
        ("", None),
        ("sup { font-variant-position: normal }", f"{UP}: th"),
        ("sub { font-variant-position: normal }", f"{DOWN}: 2"),
        ("sub { font-variant-position: super }", f"{DOWN}: 2"),
        ("sup { font-variant-position: sub }", f"{UP}: th"),
        ("sup.sized { vertical-align: baseline }", f"{UP}: AB"),
        ("sup.sized { vertical-align: -0.3em }", f"{UP}: AB"),
        ("sub.sized { vertical-align: baseline }", f"{DOWN}: max"),
        ("sub.sized { vertical-align: 0.5em }", f"{DOWN}: max"),
        ("em { font-size: 9pt; vertical-align: 0.3em; line-height: 0 }", f"{ELSE}: little"),
        ("em { font-size: 9pt; vertical-align: -0.2em; line-height: 0 }", f"{ELSE}: little"),
    ],
)
def test_what_stands_elsewhere_than_it_should_is_refused(
    styled: Callable[[str], list[str]], styles: str, wrong: str | None
) -> None:
    told = styled(styles)
    assert any(f"shape: page 1: {wrong}" in each for each in told) if wrong else told == []


@pytest.mark.parametrize("kind", ["standard", "clear-print", "large-print"])
def test_a_subscript_is_lowered_in_a_font_whose_small_figures_stand_on_the_line(
    tmp_path: Path, kind: str
) -> None:
    for name, words in (
        (
            "river.ar.md",
            "تحتوي المياه على H~2~O وعلى [CO~2~]{lang=en} في النهر، وعمقها ٥^٢^ و5^2^.",
        ),
        ("river.en.md", "The river has [H~2~O and x~0~]{lang=ar} in it, and **[C~60~]{lang=ar}**."),
    ):
        page = composed(tmp_path, f"---\ntitle: H~2~O\n---\n\n{words}\n", name, kind)
        assert complaints(page, typeset(page)) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("At the mill.[^1]\n\n[^1]: A mill.", "a note is not raised: At the mill.1"),
        ("## The mill[^1]\n\nWe met.\n\n[^1]: A mill.", "a note is not raised: The mill1"),
        ("This is of the Mill-and-weir-keepers^2^", f"{UP}: 2"),
    ],
)
@pytest.mark.parametrize("points", [-8, -11, -14])
def test_a_mark_that_hangs_below_its_line_is_not_taken_for_one_in_the_next(
    tmp_path: Path, words: str, wrong: str, points: int
) -> None:
    page = composed(tmp_path, f"---\ntitle: On the river\n---\n\n{words}\n", "river.en.md")
    styles = f".note::footnote-call, sup {{ vertical-align: {points}pt }}"
    other = replace(page, styles=page.styles + styles)
    assert complaints(page, typeset(page)) == []
    told = [each for each in complaints(other, typeset(other)) if ": shape: " in each]
    assert len(told) == 1
    assert wrong in told[0]


@pytest.mark.parametrize("kind", ["standard", "large-print"])
def test_raised_and_lowered_figures_may_stand_in_the_head_of_a_table_that_goes_on(
    tmp_path: Path, kind: str
) -> None:
    rows = "".join(f"| Gauge {number} | {number} | 1 | 2 | 3 |\n" for number in range(60))
    head = "| Gauge | Flow, m^3^/s | CO~2~ | V^AB^ | Rain[^1] |\n|--|--:|--:|--:|--:|\n"
    text = f"---\ntitle: The weir\n---\n\nWe met.\n\n{head}{rows}\n[^1]: By hand.\n"
    page = composed(tmp_path, text, "weir.en.md", kind)
    made = typeset(page)
    assert made.pages > 1
    assert complaints(page, made) == []


@pytest.mark.parametrize("kind", ["standard", "clear-print", "large-print"])
def test_a_figure_that_is_nearly_as_large_as_its_text_is_not_raised_over_the_line_above(
    tmp_path: Path, kind: str
) -> None:
    page = composed(
        tmp_path, "---\ntitle: 水位\n---\n\n流量为 1,200 m^3^/s。\n", "a.zh-Hans.md", kind
    )
    pieces = Reading(typeset(page).pdf).pieces
    raised = next(index for index, piece in enumerate(pieces) if piece.text == "3")
    text, figure = pieces[raised - 1], pieces[raised]
    over = (figure.baseline - text.baseline) / text.size
    assert 0.25 < over < 0.37
    assert over + 0.73 * figure.size / text.size < 1
