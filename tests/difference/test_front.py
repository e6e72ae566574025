"""What changed in the front matter, value by value."""

from __future__ import annotations

from datetime import date

import pytest

from communique.difference import Summary, Value, difference
from communique.model.values import Phrase
from tests.difference.reading import shown, version

TITLE = "title: A title"


def values(old: str, new: str) -> tuple[Value, ...]:
    """Return what differs between two front matters below the same title."""
    one, other = (
        version("Some words.", head=f"---\n{TITLE}\n{lines}\n---\n\n") for lines in (old, new)
    )
    return difference(one, other).front


def told(old: str, new: str) -> list[tuple[str, str, object, object]]:
    return [(each.key, each.who, each.old, each.new) for each in values(old, new)]


def test_a_date_changes_is_added_or_deleted_as_a_whole() -> None:
    first, second = date(2026, 3, 12), date(2026, 3, 13)
    assert told("issued: 2026-03-12", "issued: 2026-03-13") == [("issued", "", first, second)]
    assert told("", "issued: 2026-03-13") == [("issued", "", None, second)]
    assert told("issued: 2026-03-12", "") == [("issued", "", first, None)]
    assert values("issued: 2026-03-12", "issued: 2026-03-13")[0].pieces == ()


@pytest.mark.parametrize("key", ["subtitle", "place", "event", "byline", "contact", "short_title"])
def test_texts_have_their_words(key: str) -> None:
    (value,) = values(f"{key}: The old house", f"{key}: The new house")
    assert (value.key, shown(value.pieces)) == (key, "The [-old-]{+new+} house")
    (value,) = values("", f"{key}: The new house")
    assert shown(value.pieces) == "{+The new house+}"


def test_parties_are_told_by_their_names() -> None:
    old = "issuers:\n  - country: Norland\n    name: Ada Berg\n  - country: Valdore"
    new = "issuers:\n  - country: Norland\n    name: Eva Holm\n  - country: Sudland"
    assert [(key, who, bool(one), bool(other)) for key, who, one, other in told(old, new)] == [
        ("issuers", "Norland", True, True),
        ("issuers", "Valdore", True, False),
        ("issuers", "Sudland", False, True),
    ]


def test_two_issuers_of_one_party_are_told_apart() -> None:
    issuer = "\n  - country: Norland\n    name: "
    old = f"issuers:{issuer}Ada Berg{issuer}Eva Holm"
    assert [who for _, who, _, _ in told(old, old.replace("Holm", "Holt"))] == ["Norland (2)"]


def test_parties_in_another_order_are_told_as_a_whole() -> None:
    old, new = (
        "issuers:\n  - country: {}\n  - country: {}".format(*names)
        for names in (("A", "B"), ("B", "A"))
    )
    ((key, who, one, other),) = told(old, new)
    assert (key, who) == ("issuers", "")
    assert one == other[::-1]  # type: ignore[index]


def test_signatures_are_told_value_by_value() -> None:
    who = "\n    - name: Ada Berg\n      office: Minister"
    old = f"signatures:\n  date: 2026-03-12\n  signatories:{who}"
    new = old.replace("03-12", "03-13").replace("Minister", "Envoy")
    assert [(key, who) for key, who, _, _ in told(old, new)] == [
        ("signatures.date", ""),
        ("signatures.signatories", "Ada Berg"),
    ]
    assert [key for key, *_ in told("", old)] == ["signatures.date", "signatures.signatories"]


def test_notes_to_editors_are_paired_by_their_words() -> None:
    old = 'editors: ["The lights were built in 1871.", "A picture is on the web."]'
    new = 'editors: ["The lights were built in 1872.", "Call the office."]'
    assert [shown(value.pieces) for value in values(old, new)] == [
        "The lights were built in [-1871-]{+1872+}.",
        "{+Call the office.+}",
        "[-A picture is on the web.-]",
    ]
    order = 'editors: ["Second.", "First."]'
    assert [value.key for value in values('editors: ["First.", "Second."]', order)] == ["editors"]


def test_abbreviations_are_told_one_by_one_and_change_no_word() -> None:
    one, other = (
        version("The EU and the UN.", head=f"---\n{TITLE}\nabbreviations:\n{lines}---\n\n")
        for lines in ("  EU: European Union\n", "  EU: the Union\n  UN: United Nations\n")
    )
    found = difference(one, other)
    assert [(value.who, value.old, value.new) for value in found.front] == [
        ("EU", "European Union", "the Union"),
        ("UN", None, "United Nations"),
    ]
    assert [pair.kind for pair in found.blocks] == ["same"]


def test_three_issuers_of_one_party_are_told_apart() -> None:
    issuer = "\n  - country: Norland\n    name: "
    old = f"issuers:{issuer}Ada Berg{issuer}Eva Holm{issuer}Ida Lund"
    assert [who for _, who, _, _ in told(old, old.replace("Lund", "Lind"))] == ["Norland (3)"]


def test_what_is_false_is_as_good_as_nothing() -> None:
    assert told("numbered: true", "numbered: false") == [("numbered", "", True, None)]
    assert told("", "numbered: false") == []


def test_abbreviations_in_another_order_are_the_same() -> None:
    old = "abbreviations:\n  A: Alpha\n  title: Titles"
    new = "abbreviations:\n  title: Titles\n  A: Alpha"
    one, other = (
        version("A and title.", head=f"---\n{TITLE}\n{lines}\n---\n\n") for lines in (old, new)
    )
    assert difference(one, other).front == ()


def test_flags_are_values_and_values_are_counted_but_not_their_words() -> None:
    assert told("", "numbered: true") == [("numbered", "", None, True)]
    old, new = (
        version("Some words.", head=f"---\ntitle: {title}\n---\n\n") for title in ("A b", "A c")
    )
    found = difference(old, new)
    assert found.summary == Summary(values=1)
    assert not found.is_none
    assert found.front[0].old == Phrase(text="A b")


def test_one_moment_in_another_zone_is_another_value() -> None:
    embargo = "embargo: 2026-03-12 16:00 {}"
    old, new = embargo.format("Europe/Copenhagen"), embargo.format("Europe/Paris")
    assert [(value.key, value.old == value.new) for value in values(old, new)] == [
        ("embargo", True)
    ]
    assert values(old, old) == ()
