"""Titles: where their lines may not end, in scripts with spaces and without."""

from __future__ import annotations

import pytest

from communique.compose.inline.line_breaks import NO_BREAK, Typography
from communique.compose.inline.titles import bind, joined
from communique.design import language
from communique.model.body import Node


def bound(text: str, tag: str = "en", *, last: bool = True) -> str:
    """Return a title with ~ for a no-break space and + for a word joiner."""
    words = bind(text, last=last, typography=Typography.of(language.bindings(tag)))
    assert len(words) == len(text), "the levels of its characters are known before"
    found = joined([Node("strong", 1, (Node("text", 1, text=words),))], tag)[0].plain
    return found.replace(NO_BREAK, "~").replace("\u2060", "+")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("On the river", "On the~river"),
        ("River", "River"),
        ("The international conferences", "The international conferences"),
        ("On Article 5", "On~Article~5"),
        ("Port-Saint-Luc today", "Port-+Saint-+Luc~today"),
        ("The Lebensmittel-Kennzeichnung of all", "The Lebensmittel-Kennzeichnung of~all"),
        ("The years - or some of them", "The years - or some of~them"),
    ],
)
def test_the_last_words_and_short_words_with_hyphens_stay_together(title: str, shown: str) -> None:
    assert bound(title) == shown


@pytest.mark.parametrize(
    ("tag", "title", "shown"),
    [
        (
            "fr",
            "Allocution pour les 30 ans de la convention",
            "Allocution pour les 30~ans de la~convention",
        ),
        ("en", "The 30th anniversary of it", "The 30th~anniversary of~it"),
        ("de", "Zum 30. Jahrestag der Brücken", "Zum 30.~Jahrestag der~Brücken"),
        ("en", "Some 1,200 lights of Norland", "Some 1,200~lights of~Norland"),
        ("en", "Article 5 on the lights of Norland", "Article~5 on the lights of~Norland"),
        ("en", "In 2027 the lights of Norland", "In 2027 the lights of~Norland"),
        ("de", "Die 30 Bundeswasserstraßen heute", "Die 30 Bundeswasserstraßen heute"),
    ],
)
def test_a_number_stays_with_what_it_counts(tag: str, title: str, shown: str) -> None:
    assert bound(title, tag) == shown


def test_what_goes_on_may_end_in_a_lone_word() -> None:
    assert bound("On the ", last=False) == "On the "
    assert bound("On the river", last=False) == "On the river"


@pytest.mark.parametrize(
    ("language", "title", "shown"),
    [
        ("ja", "海上の灯火の維持について", "海+上+の灯+火+の維+持+につ+い+て"),
        ("zh-Hans", "加强航行安全的联合声明", "加+强航+行安+全+的联+合声+明"),
        ("zh-Hans", "气候适应论坛上的致辞", "气+候+适+应+论坛+上+的致+辞"),
        ("zh-Hans", "在港口与挪威会面", "在+港+口与+挪+威+会+面"),
        ("zh-Hans", "关于 A/77 的声明", "关+于 A/77 的声+明"),
        ("en", "海上の灯火", "海上の灯火"),
    ],
)
def test_words_without_spaces_are_kept_whole(language: str, title: str, shown: str) -> None:
    found = bound(title, language, last=False)
    assert found.replace("+", "") == title
    assert found == shown
