"""Text that was left in a language near its own, such as Danish in a Norwegian text.

Two such texts may well have a sentence that is the same in both, and little words say nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from communique.read import versions
from communique.read.source import read
from communique.read.versions.untranslated import Languages
from tests.read.versions.test_untranslated import FRENCH, SAME, joined, told

if TYPE_CHECKING:
    from communique.model.faults import Fault
    from tests.conftest import Write

DANISH = [f"ord{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]


@pytest.mark.parametrize(
    ("alike", "number", "is_told"),
    [
        (0.2, 10, False),
        (0.2, 11, True),
        (0.4, 10, False),
        (0.4, 11, True),
        (0.5, 14, False),
        (0.5, 15, True),
        (0.6, 20, False),
        (0.6, 21, True),
        (0.8, 26, False),
    ],
)
def test_near_languages_have_no_longer_row_of_the_same_words_by_chance(
    alike: float, number: int, *, is_told: bool
) -> None:
    """Where every second word is the same, of a thousand texts of 15 words not one is."""
    same = joined(["og"], DANISH[:number])
    assert bool(told("da", "nb", same, same, alike=alike)) is is_told


@pytest.mark.parametrize(("number", "is_told"), [(12, False), (17, True)])
def test_a_row_of_words_among_others_is_told_of_near_languages(
    number: int, *, is_told: bool
) -> None:
    same = DANISH[:number]
    found = told("da", "nb", joined(["jeg"], same, ["nu"]), joined(["eg"], same, ["no"]), alike=0.5)
    assert found.endswith(" is the same in @") is is_told
    assert bool(found) is is_told


def test_how_near_languages_are_is_what_most_texts_show() -> None:
    texts = [(joined(DANISH[:10]), joined(DANISH[:n], FRENCH[: 10 - n])) for n in (4, 5, 6)]
    assert Languages.of("da", "nb", texts) == ("da", "nb", 0.5)
    assert Languages.of("da", "nb", [*texts, ("ord", "ord"), ("", "")]).alike == 0.5
    untranslated_one = (joined(DANISH), joined(DANISH))
    assert Languages.of("da", "nb", [*texts, untranslated_one, untranslated_one]).alike == 0.6


def test_of_two_texts_the_one_that_differs_more_tells_how_near_languages_are() -> None:
    texts = [(joined(DANISH[:10]), joined(DANISH[:n])) for n in (10, 5)]
    assert Languages.of("da", "nb", texts) == ("da", "nb", 0.5)


def test_where_all_is_the_same_or_short_nobody_knows() -> None:
    same = [(joined(DANISH), joined(DANISH))]
    assert Languages.of("da", "nb", same) == Languages.of("da", "nb", []) == ("da", "nb", None)
    short = [(joined(DANISH[:10]), joined(DANISH[:4]))] * 3
    assert Languages.of("da", "nb", short).alike is None


def test_of_a_language_whose_words_nobody_knows_no_text_is_said_to_be_in_the_other() -> None:
    """Galician has the little words of Portuguese: those of its own are not known here."""
    text = "os barcos do rio e o mar não para o porto da costa em uma noite"
    assert told("gl", "pt", text, "x") == told("gl", "pt", text, "x", alike=0.4) == ""
    assert told("fr", "pt", text, "x") == "this seems to be in Portuguese"


@pytest.mark.parametrize(("alike", "is_told"), [(None, False), (0.1, True), (0.4, False)])
def test_of_such_a_language_the_same_words_are_told_where_it_is_not_near(
    alike: float | None, *, is_told: bool
) -> None:
    same = joined(SAME)
    assert bool(told("gl", "pt", same, same, alike=alike)) is is_told


def test_a_text_in_a_near_language_is_not_named() -> None:
    """Portuguese has some words for little ones of its own that Spanish has for others."""
    spanish = "nadie a o ni e de que a penas o tratos crueles a o"
    assert told("pt", "es", "x", spanish, alike=0.2) == ""


@pytest.mark.parametrize("line", range(4))
@pytest.mark.parametrize(("one", "other"), [("da", "nb"), ("nb", "da")])
def test_a_paragraph_left_in_a_near_language_is_told_and_true_ones_are_not(
    statement: Write, one: str, other: str, line: int
) -> None:
    texts = {tag: list(each) for tag, each in NEAR.items()}
    assert remarks(statement, one, other, texts) == ()
    texts[other][line] = texts[one][line]
    (remark,) = remarks(statement, one, other, texts)
    assert remark.wrong.startswith("the same words as in ")


def test_a_sentence_left_in_a_near_language_is_told(statement: Write) -> None:
    texts = {tag: list(each) for tag, each in NEAR.items()}
    texts["nb"][0] += f" {texts['da'][1]}"
    texts["da"][0] += f" {texts['da'][1]}"
    (remark,) = remarks(statement, "da", "nb", texts)
    assert "is the same in" in remark.wrong


def remarks(
    statement: Write, one: str, other: str, texts: dict[str, list[str]]
) -> tuple[Fault, ...]:
    both = []
    for tag in (one, other):
        text = "\n\n".join((HEAD, *texts[tag])) + "\n"
        both.append(read(statement(text, f"near.{tag}.md")))
    return versions.check(replace(both[0], beside=both[1]))


HEAD = "---\ntitle: Fyr\nkind: joint statement\nissuers: [{country: Norland}]\n---"
NEAR = {
    "da": (
        "De to regeringer mødtes i marts for at tale om fyrene i sundet og om de skibe, der hver "
        "dag sejler forbi dem uden at kunne se land.",
        "Ministrene blev enige om, at hvert fyr skal efterses mindst én gang om året, og at "
        "udgifterne skal deles ligeligt mellem landene.",
        "Ingen af dem ønsker at lukke noget fyr, før søfolkene har haft lejlighed til at sige "
        "deres mening om, hvad det kommer til at betyde.",
        "Efter mødet takkede ministeren byen for dens gæstfrihed og lovede at komme igen, når det "
        "nye fyr på øen var færdigt og den gamle mole var bygget op.",
    ),
    "nb": (
        "De to regjeringene møttes i mars for å snakke om fyrene i sundet og om skipene som hver "
        "dag seiler forbi dem uten å kunne se land.",
        "Ministrene ble enige om at hvert fyr skal kontrolleres minst én gang i året, og at "
        "utgiftene skal deles likt mellom landene.",
        "Ingen av dem ønsker å stenge noe fyr før sjøfolkene har fått anledning til å si sin "
        "mening om hva det kommer til å bety.",
        "Etter møtet takket ministeren byen for dens gjestfrihet og lovet å komme tilbake når det "
        "nye fyret på øya var ferdig og den gamle moloen var bygd opp.",
    ),
}
