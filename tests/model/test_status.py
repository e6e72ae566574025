"""Drafts and embargoes in the front matter: every way to write one, and to get it wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from communique.read.source import read
from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write

CITY = "write 2026-03-12 16:00 Europe/Copenhagen for the clocks there, or 2026-03-12 16:00 +01:00"
HOURS = "for hours and minutes ahead of UTC"
GROUP = "write draft: {version: 1, at: 2026-03-12 21:00}"

FAULTS = {
    "a draft needs a version": (
        "draft: {at: 2026-03-12}",
        "3: draft.version: it is missing; add a line `version: …`",
    ),
    "a number alone is told with its key": (
        "draft: 3",
        "3: draft: it does not say which version it is; "
        "write draft: {version: 3, at: 2026-03-12 21:00}",
    ),
    "true is no version": (
        "draft: true",
        f"3: draft: it does not say which version it is; {GROUP}",
    ),
    "nothing is no version": (
        "draft:",
        f"3: draft: it does not say which version it is; {GROUP}, or leave the key out",
    ),
    "a version without its colon is told": (
        "draft: version 2",
        "3: draft: a colon is missing after the key; write version: 2",
    ),
    "no version is the zeroth": (
        "draft: {version: 0}",
        "3: draft.version: '0' is no whole number from 1 on; write 1, 2 and so on",
    ),
    "no version is a half": (
        "draft: {version: 1.5}",
        "3: draft.version: '1.5' is no whole number from 1 on; write 1, 2 and so on",
    ),
    "no version is a word": (
        "draft: {version: final}",
        "3: draft.version: 'final' is no whole number from 1 on; write 1, 2 and so on",
    ),
    "no version is a list": (
        "draft: {version: [1, 2]}",
        "3: draft.version: it is no whole number from 1 on; write 1, 2 and so on",
    ),
    "the time of a draft is one": (
        "draft: {version: 1, at: 12.3.2026}",
        "3: draft.at: '12.3.2026' is not a date; write 2026-03-12 or 2026-12-03: year, month, day",
    ),
    "a time without a zone ends no embargo": (
        "embargo: 2026-03-12 16:00",
        f"3: embargo: it has no zone; {CITY} {HOURS}",
    ),
    "a day ends no embargo": (
        "embargo: 2026-03-12",
        f"3: embargo: '2026-03-12' is no time with its zone; {CITY} {HOURS}",
    ),
    "an abbreviation is no zone": (
        "embargo: 2026-03-12 16:00 CET",
        f"3: embargo: '2026-03-12 16:00 CET' is no time with its zone; {CITY} {HOURS}",
    ),
    "an embargo of nothing is none": (
        "embargo:",
        f"3: embargo: it is no time with its zone; {CITY} {HOURS}",
    ),
    "an embargo of keys is none": (
        "embargo: {until: 2026-03-12}",
        f"3: embargo: it is no time with its zone; {CITY} {HOURS}",
    ),
    "a mistyped city is told": (
        "embargo: 2026-03-12 16:00 Europe/Copenhagn",
        "3: embargo: there is no zone Europe/Copenhagn; did you mean Europe/Copenhagen?",
    ),
    "a city that nobody knows is told with hours": (
        "embargo: 2026-03-12 16:00 Qqqqq/Zzzzzzzz",
        "3: embargo: there is no zone Qqqqq/Zzzzzzzz; "
        "write hours and minutes ahead of UTC, such as +01:00",
    ),
    "a zone whose sign is turned is none": (
        "embargo: 2026-03-12 16:00 Etc/GMT+12345678",
        "3: embargo: there is no zone Etc/GMT+12345678; "
        "write hours and minutes ahead of UTC, such as +01:00",
    ),
    "a path is no zone": (
        "embargo: 2026-03-12 16:00 ../etc/passwd",
        f"3: embargo: '2026-03-12 16:00 ../etc/passwd' is no time with its zone; {CITY} {HOURS}",
    ),
    "a day that is not in the calendar ends no embargo": (
        "embargo: 2026-02-30 16:00 Europe/Copenhagen",
        "3: embargo: there is no such day or time as 2026-02-30 16:00 Europe/Copenhagen from 1973 "
        "on; write it as 2026-03-12 16:00 Europe/Copenhagen",
    ),
    "a zone 25 hours ahead is none": (
        "embargo: 2026-03-12 16:00 +25:00",
        "3: embargo: there is no such day or time as 2026-03-12 16:00 +25:00 from 1973 on; "
        "write it as 2026-03-12 16:00 Europe/Copenhagen",
    ),
    "a time that no clock shows is told with those around it": (
        "embargo: 2026-03-29 02:30 Europe/Copenhagen",
        "3: embargo: no clock in Europe/Copenhagen shows 2026-03-29 02:30, since they are put "
        "forward then; write 2026-03-29 01:30 Europe/Copenhagen, or 03:30",
    ),
    "a time that clocks show twice is told with both zones": (
        "embargo: 2026-10-25 02:30 Europe/Copenhagen",
        "3: embargo: clocks in Europe/Copenhagen show 2026-10-25 02:30 twice, since they are put "
        "back then; write 2026-10-25 02:30 +02:00 for the first time, or +01:00 for the second",
    ),
}


@pytest.mark.parametrize(("front", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_front_matter_is_refused(refusal: Refusal, front: str, message: str) -> None:
    assert refusal(with_front(f"title: A\n{front}")) == [message]


def test_a_draft_under_embargo_is_refused_with_both_lines(refusal: Refusal) -> None:
    front = "title: A\ndraft: {version: 1}\nkind: letter\nembargo: 2026-03-12 16:00 Z"
    assert refusal(with_front(front)) == [
        "5: embargo: it is given, and draft on line 3: a draft is not published at any time; "
        "leave one of lines 3 and 5 out"
    ]


@pytest.mark.parametrize(
    ("written", "utc", "zone"),
    [
        ("2026-03-12 16:00 Europe/Copenhagen", 15, "Europe/Copenhagen"),
        ("2026-07-12 16:00 Europe/Copenhagen", 14, "Europe/Copenhagen"),
        ("2026-03-12T16:00 America/Argentina/Buenos_Aires", 19, "America/Argentina/Buenos_Aires"),
        ("2026-03-12 16:00+0100", 15, "UTC+01:00"),
        ("2026-03-12 16:00 -05:00", 21, "UTC-05:00"),
        ("2026-03-12T16:00Z", 16, "UTC"),
        ("2026-03-12 16:00 UTC", 16, "UTC"),
        ("2026-03-12 16:00 GMT", 16, "UTC"),
    ],
)
def test_an_embargo_ends_at_one_instant(
    statement: Write, written: str, utc: int, zone: str
) -> None:
    matter = read(statement(with_front(f"title: A\nembargo: {written}"))).matter
    assert matter.embargo is not None
    assert matter.embargo.astimezone(UTC).hour == utc
    assert matter.embargo.tzname() == zone
    assert matter.filed_as == "embargoed"


def test_zones_are_not_those_of_the_machine(
    statement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = SimpleNamespace(from_file=ZoneInfo.from_file)  # else it looks for the machine's own
    monkeypatch.setattr("zoneinfo.ZoneInfo", alone)
    path = statement(with_front("title: A\nembargo: 2026-03-12 16:00 Europe/Copenhagen"))
    assert read(path).matter.embargo == datetime(2026, 3, 12, 15, tzinfo=UTC)


def test_a_draft_has_its_number_and_perhaps_its_time(statement: Write) -> None:
    matter = read(statement(with_front("title: A\ndraft: {version: 12}"))).matter
    assert (matter.filed_as, str(matter.draft)) == ("draft-12", "version 12")
    matter = read(statement(with_front("title: A\ndraft:\n  version: 1\n  at: 2026-03-12"))).matter
    assert (matter.filed_as, str(matter.draft)) == ("draft-1", "version 1 of 2026-03-12")
    assert read(statement(with_front("title: A"))).matter.filed_as == ""
