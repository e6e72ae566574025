"""Numbers in words are compared between languages that have a list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from communique.design.wording import NUMBERS, LanguageFile
from communique.read.versions import figures
from communique.read.versions.figures import spelled
from communique.read.versions.figures.writing import writing
from tests.read.versions.test_figures import apart

if TYPE_CHECKING:
    from collections.abc import Sequence


def told(tag: str, mine: str, theirs: str) -> tuple[Sequence[str], Sequence[str]]:
    """Return what an English text says in words or small figures otherwise than another one."""
    return spelled.unmatched(figures.said(mine, writing("en")), figures.said(theirs, writing(tag)))


@pytest.mark.parametrize(
    ("tag", "mine", "theirs", "here", "there"),
    [
        ("fr", "within 10 days", "dans les quinze jours", ["10"], ["quinze"]),
        ("fr", "within fifteen days", "dans les 10 jours", ["fifteen"], ["10"]),
        ("fr", "two days", "trois jours", ["two"], ["trois"]),
        ("de", "ninety days", "dreißig Tage", ["ninety"], ["dreißig"]),
        ("da", "sixty days", "halvfems dage", ["sixty"], ["halvfems"]),
        ("hr", "twelve days", "petnaest dana", ["twelve"], ["petnaest"]),
    ],
)
def test_another_number_is_told(
    tag: str, mine: str, theirs: str, here: list[str], there: list[str]
) -> None:
    assert told(tag, mine, theirs) == (here, there)


@pytest.mark.parametrize(
    ("tag", "mine", "theirs"),
    [
        ("fr", "within 15 days", "dans les quinze jours"),
        ("fr", "both sides, ten days", "les deux parties, dix jours"),
        ("fr", "a ten-year plan", "un plan de dix ans"),
        ("fr", "thirty-five days", "trente-cinq jours"),
        ("es", "thirty-five days", "treinta y cinco días"),
        ("es", "two thousand ships", "dos mil buques"),
        ("fr", "two million ships", "deux millions de navires"),
        ("fr", "Part II", "deuxième partie, deux"),
        ("ru", "ten days", "пятнадцать дней"),  # it has no list
    ],
)
def test_the_same_number_and_turns_of_phrase_are_not_told(tag: str, mine: str, theirs: str) -> None:
    assert told(tag, mine, theirs) == ([], [])


def test_a_figure_agrees_with_its_word() -> None:
    assert spelled.agrees("15", figures.said("les quinze jours", writing("fr")))
    assert not spelled.agrees("10", figures.said("les quinze jours", writing("fr")))
    assert apart("en", "fr", "13 ships", "treize navires") == (["13"], [])  # by figures alone


def test_a_list_of_words_is_whole() -> None:
    words = " ".join(map(str, NUMBERS))
    known = LanguageFile.model_fields["numbers"]
    assert known.default == ""
    check = known.metadata[0].func
    assert check(words) == words
    with pytest.raises(ValueError, match="these are words for 1 numbers"):
        check("two")
