"""Texts that are printed on one another: where that begins."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.prove.appearance import visible
from tests.prove.appearance.runs import seen, view

if TYPE_CHECKING:
    from communique.pdf_reading.drawing.view import SeenText
    from communique.pdf_reading.piece import Piece
    from tests.prove.conftest import Judge


def test_ink_on_other_ink_is_reported(judged: Judge, run: Piece) -> None:
    one, hebrew = seen(run), seen(replace(run, glyphs=tuple("נהר")))
    both = "1: width: page 1: text is printed on other text: We thank the millers. / "

    def found(part: float, depth: float, other: SeenText = one) -> list[str]:
        return judged(visible.overprints, views=[view(overlaps=((one, other, part, depth),))])

    assert found(0.02, 0.2) == []
    assert found(0.021, 0) == found(0, 0.201) == [f"{both}We thank the millers."]
    assert found(0, 0.9, hebrew) == []
    assert found(0.05, 0, hebrew) == []
    assert found(0.051, 0, hebrew) == [f"{both}נהר"]


@pytest.mark.parametrize(("rise", "key"), [(0.19, "width"), (0.2, "place")])
def test_of_two_texts_in_one_line_one_is_too_wide(
    judged: Judge, run: Piece, rise: float, key: str
) -> None:
    one, other = (seen(replace(run, baseline=baseline)) for baseline in (0.0, rise))
    (found,) = judged(visible.overprints, views=[view(overlaps=((one, other, 0.5, 0.5),))])
    assert found.startswith(f"1: {key}: page 1: text is printed on other text: ")


@pytest.mark.parametrize(("words", "least"), [("river", 10.0), ("نهر", 12.0)])
def test_boxes_and_marks_of_two_lines_may_meet(
    judged: Judge, run: Piece, words: str, least: float
) -> None:
    """Letters that reach down far, and marks above them, need room; solid lines have it."""

    def found(distance: float, part: float, depth: float) -> int:
        below = seen(replace(run, glyphs=tuple(words), baseline=run.baseline - distance))
        overlaps = ((seen(run), below, part, depth),)
        return len(judged(visible.overprints, views=[view(overlaps=overlaps)]))

    touches = 0.9 if words == "نهر" else 0.02
    assert found(least, touches, 0.3) == found(least, 0.02, 0.9) == 0
    assert found(least - 0.1, 0.06, 0.3) == 1
    assert found(-least, touches, 0.3) == 0


@pytest.mark.parametrize(
    ("words", "most"), [(") and", 0.25), ("يوم", 0.25), ("’s", 0.25), ("’", 0.8), ("”.", 0.8)]
)
def test_a_letter_may_hang_over_the_one_beside_it(
    judged: Judge, run: Piece, words: str, most: float
) -> None:
    def found(part: float = 0.2, depth: float = 0.15, gap: float = 0.0, rise: float = 0.0) -> int:
        there = replace(run, left=run.right + gap, right=run.right + 50, glyphs=tuple(words))
        beside = seen(replace(there, baseline=run.baseline + rise))
        overlaps = ((seen(run), beside, part, depth),)
        return len(judged(visible.overprints, views=[view(overlaps=overlaps)]))

    assert found() == found(part=most, depth=0.3) == found(gap=-0.1) == 0
    assert found(part=most + 0.01) == found(depth=0.31) == found(gap=-0.3) == found(rise=0.3) == 1


def test_ink_of_latin_letters_on_other_ink_is_reported_at_any_distance(
    judged: Judge, run: Piece
) -> None:
    below = seen(replace(run, baseline=run.baseline - 20))
    overlaps = ((seen(run), below, 0.03, 0.1),)
    assert len(judged(visible.overprints, views=[view(overlaps=overlaps)])) == 1


def test_the_larger_of_two_texts_says_how_far_lines_are_apart(judged: Judge, run: Piece) -> None:
    heading = seen(replace(run, size=20.0, baseline=run.baseline + 19))
    overlaps = ((heading, seen(run), 0.0, 0.3),)
    assert len(judged(visible.overprints, views=[view(overlaps=overlaps)])) == 1


def test_texts_on_one_another_are_shown_without_spaces_and_cut(judged: Judge, run: Piece) -> None:
    one = seen(replace(run, glyphs=tuple(f" {'x' * 40} ")))
    (found,) = judged(visible.overprints, views=[view(overlaps=((one, one, 0.5, 0),))])
    assert found.endswith(f"other text: {'x' * 30} / {'x' * 30}")


def test_letters_are_beside_one_another_up_to_a_limit(run: Piece) -> None:
    def printed(right: float, baseline: float) -> bool:
        one = replace(run, left=0.0, right=right, baseline=0.0)
        other = replace(run, left=0.0, right=50.0, baseline=baseline)
        return visible._is_printed_on(one, other, 0.2, 0.15)

    assert not printed(right=0.19, baseline=0.19)
    assert printed(right=0.2, baseline=0.19)
    assert printed(right=0.19, baseline=0.2)


def test_the_larger_of_two_texts_says_how_far_one_reaches_into_the_other(run: Piece) -> None:
    one = replace(run, left=0.0, right=0.3, size=20.0)
    other = replace(run, left=0.0, right=50.0)
    assert not visible._is_printed_on(one, other, 0.2, 0.15)
    assert not visible._is_printed_on(other, one, 0.2, 0.15)
