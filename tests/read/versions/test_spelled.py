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
        ("fr", "two sides, two texts", "deux parties, trois textes", ["two"], ["trois"]),
        ("fr", "10 days, then 10 days", "dix jours, puis quinze jours", ["10"], ["quinze"]),
        ("de", "two sides, 2 texts", "zwei Seiten, drei Texte", ["2"], ["drei"]),
        ("fr", "within fifteen days", "dans les vingt-cinq jours", ["fifteen"], ["vingt-cinq"]),
        ("fr", "twenty-five days", "les quinze jours", ["twenty-five"], ["quinze"]),
        ("de", "21 days", "zweiundzwanzig Tage", ["21"], ["zweiundzwanzig"]),
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
        ("fr", "ten (10) days, both sides", "dix jours, les deux parties"),
        ("fr", "ten days, as many again", "dix jours, encore dix"),
        ("fr", "two dozen ships", "vingt-quatre navires"),
        ("fr", "twenty or thirty days", "vingt ou trente jours"),
        ("de", "nineteen hundred ships", "tausend Schiffe"),  # it is not read
        ("ru", "ten days", "пятнадцать дней"),  # it has no list
    ],
)
def test_the_same_number_and_turns_of_phrase_are_not_told(tag: str, mine: str, theirs: str) -> None:
    assert told(tag, mine, theirs) == ([], [])


@pytest.mark.parametrize(
    ("tag", "value", "written"),
    [
        ("en", "45", "forty-five"),
        ("en", "1300", "one thousand, three hundred"),
        ("en", "205", "two hundred and five"),
        ("fr", "21", "vingt et un"),
        ("fr", "97", "quatre-vingt-dix-sept"),
        ("fr", "71", "soixante et onze"),
        ("fr", "120", "cent vingt"),
        ("fr", "2500", "deux mille cinq cents"),
        ("de", "25", "fünfundzwanzig"),
        ("de", "101", "hunderteins"),
        ("de", "12000", "zwölftausend"),
        ("es", "45", "cuarenta y cinco"),
        ("es", "23", "veintitrés"),
        ("es", "1550", "mil quinientos cincuenta"),
        ("pt", "125", "cento e vinte e cinco"),
        ("it", "28", "ventotto"),
        ("it", "183", "centottantatré"),
        ("nl", "22", "tweeëntwintig"),
        ("da", "45", "femogfyrre"),
        ("da", "121", "hundrede og enogtyve"),
        ("nb", "25", "tjuefem"),
        ("nb", "25", "femogtyve"),
        ("nn", "21", "tjueein"),
        ("sv", "31", "trettioett"),
        ("sv", "21000", "tjugoettusen"),
        ("hr", "45", "četrdeset pet"),
        ("hr", "245", "dvjesto četrdeset i pet"),
    ],
)
def test_a_number_of_several_words_is_read(tag: str, value: str, written: str) -> None:
    said = figures.said(f"Xx {written} zzz.", writing(tag))
    assert [*said.writing.spelled.found(said)] == [(value, written)]
    assert spelled.agrees(value, said)
    assert not spelled.agrees("46", said)


def test_a_figure_in_groups_agrees_and_any_does_with_a_number_that_is_not_read() -> None:
    assert spelled.agrees("2,500", figures.said("deux mille cinq cents", writing("fr")))
    assert spelled.agrees("1900", figures.said("nineteen hundred ships", writing("en")))


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
