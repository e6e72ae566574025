"""How far letters stand from where their font has them."""

from __future__ import annotations

import pytest

from communique.pdf_reading.piece import Distances, distances

LETTER, SPACE, MARK = (0.5, True), (0.25, False), (0.0, True)


def measured(*glyphs: tuple[float, tuple[float, bool]]) -> Distances:
    return distances((shift, width, inks) for shift, (width, inks) in glyphs)


def test_a_gap_within_a_word_is_measured() -> None:
    found = measured((0, LETTER), (-0.9, LETTER), (0.02, LETTER), (0, LETTER))
    assert found.farthest == 0.9
    assert found.nearest == 0.02
    assert found.closer == pytest.approx(-0.22)


def test_a_letter_that_is_kerned_by_much_counts_for_a_tenth_of_an_em() -> None:
    kerned = measured((0, LETTER), (0.4, LETTER), (0, LETTER))
    assert kerned.closer == pytest.approx(0.4 / 3)
    assert kerned.pushed == pytest.approx(0.1 / 2)
    assert measured((0, LETTER), (0.08, LETTER), (0.08, LETTER)).pushed == pytest.approx(0.08)
    words = [(0, LETTER), (0.08, LETTER), (0, SPACE), (0.08, LETTER), (0.08, LETTER)]
    assert measured(*words).pushed == pytest.approx(0.08)
    assert measured((0.4, LETTER)).pushed == 0.1  # after a mark, in a line of its own
    assert measured((0, LETTER)).pushed == measured((0, SPACE)).pushed == 0.0


def test_where_a_run_begins_and_after_a_space_is_no_gap_within_a_word() -> None:
    found = measured((-0.9, LETTER), (0, SPACE), (-0.9, LETTER), (-0.1, LETTER), (-0.9, MARK))
    assert found.farthest == 0.1


def test_how_much_wider_a_space_is_is_measured_on_both_sides_of_it() -> None:
    wide = [(0, LETTER), (-0.5, SPACE), (0.2, SPACE), (-0.25, LETTER)]
    assert measured(*wide).widened == 0.75
    assert measured(*wide, (-0.1, SPACE), (-0.1, LETTER)).widened == 0.75
    assert measured((0, LETTER), (0.1, SPACE), (0.1, LETTER)).widened == 0.0
    assert measured((0, LETTER), (-0.9, LETTER)).widened == 0.0


def test_a_space_is_wide_beside_the_gaps_of_letters() -> None:
    """Four letters, a space and two letters, each gap wider by 0.1 em; the space is 0.25 em."""
    for lost, narrowest in ((-0.1, 1.0), (0.0, 0.6), (0.1, 0.2)):
        letters = [(0.0, 0.5, True), *[(-0.1, 0.5, True)] * 3]
        run = [*letters, (-0.1, 0.25, False), (lost, 0.5, True), (-0.1, 0.5, True)]
        assert distances(run).narrowest == pytest.approx(narrowest)
    close = [(0.0, 0.5, True), (0.1, 0.5, True), (0.0, 0.25, False), (0.0, 0.5, True)]
    assert distances(close).narrowest == 1.0
    begun = [(-0.1, 0.25, False), *[(-0.1, 0.5, True)] * 3]
    assert distances(begun).narrowest == pytest.approx(1.0)
