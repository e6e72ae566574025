"""Text that was left in the other language: how much of it is enough to be told."""

from __future__ import annotations

import pytest

from communique.read.versions.untranslated import Languages
from communique.read.versions.untranslated import told as told_of


def told(one: str, other: str, mine: str, theirs: str, *, alike: float | None = None) -> str:
    """Return what is told of two texts, in languages that usually share so much."""
    return told_of(Languages(one, other, alike), mine, theirs)


def words(text: str) -> list[str]:
    return text.split()


ENGLISH = words("the ships of the two countries will be in the harbour and they will not leave")
NAMED = words("lamp tower stone harbour bridge boat captain winter storm island")
FRENCH = words("lampe phare pierre port pont bateau capitaine hiver orage île")
SAME = words("delta gamma omega sigma kappa lambda")
CHINESE = "海港的灯塔今年将要更新完毕"


def joined(*parts: list[str]) -> str:
    return " ".join(word for part in parts for word in part)


@pytest.mark.parametrize(("number", "same"), [(4, False), (5, True), (12, True)])
def test_five_words_that_are_all_of_both_texts_are_told(number: int, *, same: bool) -> None:
    text = joined(ENGLISH[:number])
    assert told("en", "fr", text, text) == ("the same words as in @" if same else "")
    assert told("en", "en", text, text) == ""


@pytest.mark.parametrize(("number", "same"), [(8, False), (9, True)])
def test_nine_letters_without_spaces_are_told(number: int, *, same: bool) -> None:
    text = CHINESE[:number]
    assert told("zh-Hans", "ja", text, text) == ("the same words as in @" if same else "")


@pytest.mark.parametrize(("capitals", "same"), [(5, True), (6, False)])
def test_names_may_be_the_same_as_long_as_they_are_most(capitals: int, *, same: bool) -> None:
    text = joined(["Delta"] * capitals, SAME[:5])
    assert told("en", "fr", text, text) == ("the same words as in @" if same else "")


@pytest.mark.parametrize(("number", "enough"), [(10, False), (11, False), (12, True), (13, True)])
def test_of_twelve_words_the_language_is_told(number: int, *, enough: bool) -> None:
    text = joined(ENGLISH[:number])
    assert told("en", "fr", "x", text) == ("@ seems to be in English" if enough else "")
    assert told("fr", "en", text, "x") == ("this seems to be in English" if enough else "")
    assert told("en", "fr", text, "x") == ""


@pytest.mark.parametrize(("little", "is_in"), [(2, False), (3, True), (4, True)])
def test_one_in_four_is_a_little_word_of_a_language(little: int, *, is_in: bool) -> None:
    text = joined(["the"] * little, ["xylo"] * (12 - little))
    assert told("en", "fr", "x", text) == ("@ seems to be in English" if is_in else "")


def test_little_words_of_the_own_language_are_few_in_a_text_of_another_one() -> None:
    english = ["the", "xylo"] * 6
    assert told("en", "fr", "x", joined(["le"], english)) == "@ seems to be in English"  # 1 of 13
    parted = joined(english[:6], ["le"], english[:5])
    assert told("en", "fr", "x", parted) == ""  # 1 of 12


@pytest.mark.parametrize(
    ("number", "little", "enough"), [(8, 3, False), (9, 3, True), (10, 2, False), (8, 4, True)]
)
def test_a_clause_of_twelve_words_is_told_where_a_quarter_of_them_is_little_ones(
    number: int, little: int, *, enough: bool
) -> None:
    clause, own = ["xylo"] * number + ["the"] * little, ["le"] * 6
    shown = "“xylo xylo xylo xylo xylo xylo xylo xylo …” of @ seems to be in English"
    assert told("en", "fr", "x", joined(own, clause, own)) == (shown if enough else "")
    shown = shown.replace(" of @", "")
    assert told("fr", "en", joined(own, clause, own), "x") == (shown if enough else "")


@pytest.mark.parametrize(
    ("number", "others", "said"),
    [
        (4, 9, ""),
        (5, 7, ""),
        (5, 8, "“delta gamma omega sigma kappa” is the same in @"),
        (6, 8, "“delta gamma omega sigma kappa lambda” is the same in @"),
    ],
)
def test_five_words_among_others_are_told_where_enough_others_differ(
    number: int, others: int, said: str
) -> None:
    texts = (joined(words[:others], SAME[:number]) for words in (NAMED, FRENCH))
    assert told("en", "fr", *texts) == said


@pytest.mark.parametrize(
    ("others", "shared", "apart"), [(8, 1, True), (8, 2, False), (10, 1, True), (10, 2, False)]
)
def test_of_the_other_words_hardly_any_may_be_shared(
    others: int, shared: int, *, apart: bool
) -> None:
    """One of eight or ten: less than 0.15 of them."""
    there = joined(NAMED[:shared], FRENCH[: others - shared], SAME[:5])
    said = "“delta gamma omega sigma kappa” is the same in @" if apart else ""
    assert told("en", "fr", joined(NAMED[:others], SAME[:5]), there) == said


def test_capitals_are_no_other_words() -> None:
    named, french = ([word.title() for word in each[:8]] for each in (NAMED, FRENCH))
    assert told("en", "fr", joined(named, SAME[:5]), joined(french, SAME[:5])) == ""


def test_an_at_sign_of_an_author_is_no_place() -> None:
    text = joined(["the", "Xylo@a.org"], ENGLISH[:11])
    assert "@" not in told("en", "fr", text, "x")


def test_words_that_near_languages_share_are_no_remark() -> None:
    text = "vi skal møde ham og dem i dag her"
    assert told("da", "nb", text, text) == ""


@pytest.mark.parametrize(
    ("little", "number", "foreign"),
    [
        (["the"], 11, True),  # 1 of 12
        (["the"], 12, False),  # 1 of 13
        (["the", "the"], 23, False),  # 0.08
        (["the", "the", "le"], 4, True),  # half as many of the other language
        (["the", "le"], 4, False),
        (["le"], 5, True),
    ],
)
def test_words_that_are_the_same_and_of_one_language_are_told(
    little: list[str], number: int, *, foreign: bool
) -> None:
    same = joined(little, [f"xyl{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"[:number]])
    found = told("en", "fr", f"Yes {same}", f"Oui {same}")
    assert found.endswith(" is the same in @") is foreign
    assert bool(found) is foreign


@pytest.mark.parametrize(
    ("little", "number", "foreign"),
    [(["the", "the", "le"], 4, True), (["the", "le"], 4, False), (["the", "le"], 24, True)],
)
def test_words_that_may_be_those_of_two_near_languages_are_not_told(
    little: list[str], number: int, *, foreign: bool
) -> None:
    same = joined(little, ["xylo"] * number)
    assert told("en", "fr", same, same) == ("the same words as in @" if foreign else "")


@pytest.mark.parametrize(
    ("rest", "there", "apart"),
    [("甲乙", "", True), ("", "甲乙", True), ("甲乙", "丙丁", False), ("甲乙", "abc", True)],
)
def test_letters_without_spaces_are_told_where_one_text_has_no_others(
    rest: str, there: str, *, apart: bool
) -> None:
    same = CHINESE[:9]
    said = f"“{same}” is the same in @" if apart else ""
    assert told("zh-Hans", "ja", f"{same}。{rest}", f"{same}。{there}x") == said


def test_both_texts_have_enough_other_words() -> None:
    texts = joined(NAMED[:8], SAME[:5]), joined(FRENCH[:7], SAME[:5])
    assert told("en", "fr", *texts) == told("en", "fr", *texts[::-1]) == ""


def test_little_words_before_a_clause_are_not_counted_with_it() -> None:
    assert told("en", "fr", "x", joined(["the", "le"] * 3, ["xylo"] * 12)) == ""


def test_a_clause_may_be_the_end_of_a_text() -> None:
    text = joined(["le"] * 6, ["xylo"] * 9, ["the"] * 3)
    assert told("en", "fr", "x", text).endswith(" of @ seems to be in English")


@pytest.mark.parametrize(("number", "whole"), [(8, True), (9, False)])
def test_of_a_text_with_letters_without_spaces_only_a_clause_is_told(
    number: int, *, whole: bool
) -> None:
    found = told("en", "fr", "x", joined(ENGLISH[:12], [CHINESE[:number]]))
    assert (found == "@ seems to be in English") is whole
    assert found.endswith("@ seems to be in English")
