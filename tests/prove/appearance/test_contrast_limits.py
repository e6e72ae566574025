"""Contrast: how much is enough, and how little is reported."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from communique.design import theme
from communique.pdf_reading.drawing.ground import Ground
from communique.prove.appearance import contrast
from tests.prove.appearance.runs import seen, view

if TYPE_CHECKING:
    from communique.compose.page import Page
    from communique.content.content import Content
    from communique.model.faults import Faults
    from communique.pdf_reading.piece import Piece
    from communique.pdf_reading.reading import Reading
    from tests.prove.conftest import Judge


def grey(luminance: float) -> tuple[float, float, float]:
    """Return a colour of this relative luminance (WCAG 2.1)."""
    part = 12.92 * luminance if luminance <= 0.0031 else 1.055 * luminance ** (1 / 2.4) - 0.055
    return part, part, part


GREY = grey(0.5)


@pytest.mark.parametrize(("size", "least"), [(10.0, 4.5), (17.99, 4.5), (18.0, 3.0), (40.0, 3.0)])
def test_text_stands_out_by_so_much(judged: Judge, run: Piece, size: float, least: float) -> None:
    for ratio, well in ((least + 0.01, True), (least - 0.01, False)):
        piece = replace(run, size=size, colour=grey(1.05 / ratio - 0.05))
        found = judged(contrast.standing_out, views=[view(seen(piece))])
        wrong = "1: contrast: page 1: this hardly stands out: We thank the millers."
        assert found == ([] if well else [wrong])


def test_the_contrast_asked_for_is_enough(
    judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    for size, least in ((10.0, 4.5), (18.0, 3.0)):
        monkeypatch.setattr(contrast, "ratio", lambda *_, least=least: least)
        shown = view(seen(replace(run, size=size)))
        assert judged(contrast.standing_out, views=[shown]) == []


def test_a_colour_of_the_theme_is_told_at_its_line(judged: Judge, run: Piece) -> None:
    of_lines = (0.5412, 0.5765, 0.6392)  # as it is written in a PDF
    of_paper = "1: contrast: page 1: this hardly stands out: We thank the millers."
    of_theme = "6: contrast: text in #8a93a3 hardly stands out"
    for colour, said in ((of_lines, of_theme), ((1.0, 1.0, 1.0), of_paper)):
        found = judged(contrast.standing_out, views=[view(seen(replace(run, colour=colour)))])
        assert found == [said]


def test_a_colour_of_the_theme_is_told_once_for_all_pages(judged: Judge, run: Piece) -> None:
    of_lines = replace(run, colour=(0.5412, 0.5765, 0.6392))
    for colour, times in ((of_lines.colour, 1), ((1.0, 1.0, 1.0), 2)):
        shown = view(seen(replace(run, colour=colour)))
        views = [replace(shown, number=number) for number in range(2)]
        assert len(judged(contrast.standing_out, views=views)) == times


def test_a_contrast_is_told_as_less_than_what_it_is_below(judged: Judge, run: Piece) -> None:
    messages: list[str] = []

    def rule(content: Content, reading: Reading, faults: Faults) -> None:
        contrast.standing_out(content, reading, faults)
        messages.extend(fault.instead for fault in faults)

    judged(rule, views=[view(seen(replace(run, colour=grey(1.05 / 4.49 - 0.05))))])
    assert messages[0].startswith("4.4 to 1 is too little: give it a colour with at least 4.5 to 1")


def test_a_dark_ground_is_no_fault_of_the_theme(judged: Judge, run: Piece) -> None:
    on_black = replace(seen(replace(run, colour=(0.0, 0.0, 0.0))), ground=Ground(0.0, 1.0))
    found = judged(contrast.standing_out, views=[view(on_black)])
    assert found == ["1: contrast: page 1: this hardly stands out: We thank the millers."]


def test_a_colour_that_stands_out_from_white_paper_is_no_fault_of_the_theme(
    judged: Judge, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "place", lambda *_: (Path("theme.yaml"), 5))
    for ratio, line in ((4.6, 1), (4.4, 5)):
        there = seen(replace(run, colour=grey(1.05 / ratio - 0.05)))
        on_grey = replace(there, ground=Ground(0.4, 1.0))
        (found,) = judged(contrast.standing_out, views=[view(on_grey)])
        assert found.startswith(f"{line}: contrast: ")


def test_of_a_colour_that_is_not_given_in_rgb_that_is_told(judged: Judge, run: Piece) -> None:
    found = judged(contrast.standing_out, views=[view(seen(replace(run, colour=None)))])
    wrong = "its colour is not given in RGB, so its contrast is not known: We thank the millers."
    assert found == [f"1: contrast: page 1: {wrong}"]


def test_a_colour_is_looked_for_in_the_theme_of_the_statement(
    judged: Judge, page: Page, run: Piece, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = {theme.DEFAULT: 5, "river": 7}
    monkeypatch.setattr(theme, "place", lambda name, _: (Path(f"{name}.yaml"), lines[name]))
    version = page.content.versions[0]
    for name, line in ((None, 5), ("river", 7)):
        matter = version.statement.matter.model_copy(update={"theme": name})
        own = replace(version, statement=replace(version.statement, matter=matter))
        content, there = (
            replace(page.content, versions=(own,)),
            seen(replace(run, colour=GREY)),
        )
        (found,) = judged(contrast.standing_out, content, views=[view(there)])
        assert found.startswith(f"{line}: contrast: ")


def test_spaces_need_no_contrast(judged: Judge, run: Piece) -> None:
    blank = seen(replace(run, glyphs=(" ",), colour=GREY))
    assert judged(contrast.standing_out, views=[view(blank)]) == []
    assert len(judged(contrast.standing_out, views=[view(seen(replace(run, colour=GREY)))])) == 1


@pytest.mark.parametrize(("ground", "is_lighter"), [(0.0, True), (0.5, False)])
def test_the_colour_that_would_do_is_lighter_on_a_dark_ground(
    run: Piece, ground: float, *, is_lighter: bool
) -> None:
    told = contrast._stronger((0.4, 0.4, 0.4), [seen(run, ground=Ground(ground, ground))])
    (colour,) = re.findall("#([0-9a-f]{6})", told)
    assert (int(colour[:2], 16) > 0.4 * 255) == is_lighter


@pytest.mark.parametrize(
    ("start", "ground", "colour"),
    [
        (0.9, Ground(1.0, 1.0), "#737373"),  # 25 of 50 steps; #767676 is the lightest that does
        (119 / 255, Ground(1.0, 1.0), "#757575"),  # #777777 has 4.48 to 1
        (118 / 255, Ground(0.99046, 0.99046), "#767676"),  # 4.501 to 1
        (0.5, Ground(0.1751, 0.9), "#000000"),  # the last step; 4.502 to 1
        (0.5, Ground(0.1, 0.1), "#d1d1d1"),  # it would not be enough as black
        (0.5, Ground(0.1, 0.5), "another one"),
    ],
)
def test_the_colour_that_would_do_is_the_nearest_of_its_kind(
    run: Piece, start: float, ground: Ground, colour: str
) -> None:
    told = contrast._stronger((start,) * 3, [seen(run, ground=ground)])
    assert told.rpartition("such as ")[2] == colour


def test_the_text_that_stands_out_least_says_how_much_is_needed(run: Piece) -> None:
    colour = grey(0.2)
    small = seen(run, ground=Ground(0.25, 0.25))  # 1.2 to 1, where 4.5 are asked for
    large = seen(replace(run, size=20.0), ground=Ground(0.675, 0.675))  # 2.9 to 1, of 3
    for texts in ([small, large], [large, small]):
        told = contrast._stronger(colour, texts)
        assert told.startswith("1.2 to 1 is too little: give it a colour with at least 4.5 to 1")
