"""What an earlier version is called, and what is told of the front matter that it had."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.content.content import content_of
from communique.design import edition
from communique.model.faults import Faults
from communique.prove.changes import front
from communique.prove.changes.facts import Facts
from communique.prove.lines import folded
from tests.prove.changes.conftest import facts

DRAFT = "title: T\nissued: 2026-03-11\ndraft:\n  version: {}"


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        (DRAFT.format(1), DRAFT.format(2), "Draft 1"),
        (DRAFT.format(1), "title: T\nissued: 2026-03-11", "Draft 1"),
        (DRAFT.format(1), DRAFT.format(1), "old.en.md"),
        (DRAFT.format(1), DRAFT.format(1).replace("-11", "-12"), "11 March 2026"),
        ("title: T\nissued: 2026-03-11", DRAFT.format(1), "old.en.md"),
    ],
)
def test_an_earlier_version_is_called_by_its_draft_where_the_later_one_is_another(
    old: str, new: str, name: str
) -> None:
    found = facts(old, new)
    assert front._named(found.earlier, found.later, found.language) == name


@pytest.mark.parametrize(
    ("field", "is_printed"),
    [("place", True), ("draft", True), ("issuers", True), ("language", False), ("theme", False)],
)
def test_a_field_is_printed_where_a_value_of_it_stands_on_the_page(
    field: str, *, is_printed: bool
) -> None:
    assert front.is_printed(field) is is_printed


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("formerly Ann", True),
        ("formerly Ann, Bob", True),
        ("formerly Bob, Ann", True),
        ("formerly Anna, Ann", True),
        ("formerly Anna", False),
    ],
)
def test_one_of_several_values_is_told_where_it_stands_between_commas(
    said: str, *, is_told: bool
) -> None:
    same = facts("title: T", "title: T")
    found = replace(same, told={same.due("editors"): said})
    assert front._is_told(found, "editors", "Ann") is is_told


@pytest.mark.parametrize(
    ("status", "formerly"),
    [
        (
            "embargo: 2026-03-12 16:00 Europe/Copenhagen",
            "Embargoed until 12 March 2026, 16:00 (Copenhagen, UTC+01:00), 15:00 UTC",
        ),
        ("draft:\n  version: 1", "Draft 1 · not for release"),
    ],
)
def test_of_an_embargo_or_a_draft_that_ended_all_is_told_that_was_said_of_it(
    monkeypatch: pytest.MonkeyPatch, status: str, formerly: str
) -> None:
    ended = facts(f"title: T\n{status}", "title: T")
    content = content_of(ended.later, edition.load("standard"))
    for said, is_told in ((formerly, True), (formerly[:-1], False)):
        found = replace(ended, told={ended.due("embargo"): folded(f"formerly {said}")})
        monkeypatch.setattr(Facts, "every", lambda *_, found=found: [found])
        faults = Faults(ended.later.path)
        front.values_told(content, None, faults)
        assert (not [*faults]) is is_told


@pytest.mark.parametrize(
    ("zone", "formerly", "is_told"),
    [
        ("Europe/Paris", "Copenhagen", True),
        ("Europe/Paris", "Paris", False),
        ("Europe/Paris", "", False),
        ("Europe/Copenhagen", "", True),
        ("Europe/Copenhagen", "Copenhagen", False),
    ],
)
def test_the_zone_of_an_embargo_is_told_where_it_is_another_one(
    zone: str, formerly: str, *, is_told: bool
) -> None:
    head = "title: T\nembargo: 2026-03-12 16:00 "
    found = facts(f"{head}Europe/Copenhagen", f"{head}{zone}")
    line = f"formerly Embargoed until 12 March 2026, 16:00 ({formerly}, UTC+01:00), 15:00 UTC"
    told = {found.due("embargo"): folded(line)} if formerly else {}
    faults = Faults(found.later.path)
    front._note_untold(replace(found, told=told), faults)
    assert any(faults) is not is_told
