"""Addresses in values: which are found, where they end, and where they lead."""

from __future__ import annotations

import pytest

from communique.model.addresses import within


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Press office, press@example.org.", [("press@example.org", "mailto:press@example.org")]),
        ("a.b+c@mail.example.org;d@e.example", [
            ("a.b+c@mail.example.org", "mailto:a.b+c@mail.example.org"),
            ("d@e.example", "mailto:d@e.example"),
        ]),
        ("See https://example.org/a_b?c=1#d.", [("https://example.org/a_b?c=1#d",) * 2]),
        ("(www.example.org/)", [("www.example.org/", "https://www.example.org/")]),
        ("Tel. +45 12 34 56 78, Oslo", [("+45 12 34 56 78", "tel:+4512345678")]),
        ("+44 (0)20 7946 0958", [("+44 (0)20 7946 0958", "tel:+442079460958")]),
        ("+1 (202) 555-0100", [("+1 (202) 555-0100", "tel:+12025550100")]),
        ("+49-30-1234.567", [("+49-30-1234.567", "tel:+49301234567")]),
        ("المكتب press@example.org، هنا", [("press@example.org", "mailto:press@example.org")]),
        ("ב-press@example.org", [("press@example.org", "mailto:press@example.org")]),
    ],
)  # fmt: skip
def test_an_address_leads_where_it_says(words: str, found: list[tuple[str, str]]) -> None:
    assert [(words[begin:end], target) for begin, end, target in within(words)] == found


@pytest.mark.parametrize(
    "words",
    [
        "Ada Holm",
        "02 541 41 00",
        "GS/2026/7",
        "a @ b",
        "@press",
        "+5 %",
        "+2026",
        "A+45",
        "wwwx.org",
    ],
)
def test_other_words_are_no_address(words: str) -> None:
    assert list(within(words)) == []
