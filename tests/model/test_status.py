"""Drafts and embargoes in the front matter: every way to write one, and to get it wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from communique.content.status.said import status
from communique.design import language
from communique.model.statement import FrontMatter
from communique.model.status import Draft, embargo
from communique.model.values import Phrase
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
        "3: draft: a colon is missing after the key; write draft: {version: 2}",
    ),
    "a version without braces is told": (
        "draft: version: 2",
        "3: draft: its keys are not in braces; write draft: {version: 2}",
    ),
    "a version in quotes is told": (
        "draft: 'version: 2, at: 2026-03-12 21:00'",
        "3: draft: it is text in quotes; write draft: {version: 2, at: 2026-03-12 21:00}",
    ),
    "a text that is no draft needs no word for it": (
        "draft: final",
        f"3: draft: it does not say which version it is; {GROUP}, or leave the key out",
    ),
    "a version and its day need their keys": (
        "draft: version 3, 2026-05-10",
        "3: draft: its keys are not written; write draft: {version: 3, at: 2026-05-10}",
    ),
    "a version and its time need their keys": (
        "draft: version 3, at 2026-05-10 16:00",
        "3: draft: its keys are not written; write draft: {version: 3, at: 2026-05-10 16:00}",
    ),
    "a number and a day in any words are told with their keys": (
        "draft: no. 12 of 2026-05-10",
        "3: draft: it does not say which version it is; write draft: {version: 12, at: 2026-05-10}",
    ),
    "a day alone is no version": (
        "draft: 2026-05-10",
        "3: draft: it does not say which version it is; write draft: {version: 1, at: 2026-05-10}",
    ),
    "a version with a point is no number": (
        "draft: 3.2",
        f"3: draft: it does not say which version it is; {GROUP}",
    ),
    "a version has four figures at most": (
        "draft: {version: 99999}",
        "3: draft.version: '99999' is no whole number from 1 to 9999; write 1, 2 and so on",
    ),
    "a draft of midnight is of the next day": (
        "draft: {version: 1, at: 2026-12-31 24:00}",
        "3: draft.at: no clock shows 24:00, which is the beginning of the next day; "
        "write 2027-01-01 00:00",
    ),
    "a draft without its time is told": (
        "draft: {version: 1, at: }",
        "3: draft.at: it is empty; write it as 2023-09-29, or with a time as 2023-09-29 16:06",
    ),
    "no version is the zeroth": (
        "draft: {version: 0}",
        "3: draft.version: '0' is no whole number from 1 to 9999; write 1, 2 and so on",
    ),
    "no version is a half": (
        "draft: {version: 1.5}",
        "3: draft.version: '1.5' is no whole number from 1 to 9999; write 1, 2 and so on",
    ),
    "no version is a word": (
        "draft: {version: final}",
        "3: draft.version: 'final' is no whole number from 1 to 9999; write 1, 2 and so on",
    ),
    "no version is a list": (
        "draft: {version: [1, 2]}",
        "3: draft.version: it is no whole number from 1 to 9999; write 1, 2 and so on",
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
    "a time of half a day is meant after noon": (
        "embargo: 2026-03-12 4:30 p.m. Paris",
        "3: embargo: '2026-03-12 4:30 p.m. Paris' is no time with its zone; "
        "write 2026-03-12 16:30 Europe/Paris",
    ),
    "an hour with its letter is meant": (
        "embargo: 2026-03-12 9h Europe/Paris",
        "3: embargo: '2026-03-12 9h Europe/Paris' is no time with its zone; "
        "write 2026-03-12 09:00 Europe/Paris",
    ),
    "hours from UTC are written with two figures": (
        "embargo: 2026-03-12 16:00 GMT+2",
        "3: embargo: '2026-03-12 16:00 GMT+2' is no time with its zone; "
        "write 2026-03-12 16:00 +02:00",
    ),
    "a city alone is no zone": (
        "embargo: 2026-03-12 16:00 New York",
        "3: embargo: '2026-03-12 16:00 New York' is no time with its zone; "
        "write 2026-03-12 16:00 America/New_York",
    ),
    "a day is not written first": (
        "embargo: 20.5.2026 9:00 Europe/Berlin",
        "3: embargo: '20.5.2026 9:00 Europe/Berlin' is no time with its zone; "
        "write 2026-05-20 09:00 with its zone",
    ),
    "nor is a day that may be a month": (
        "embargo: 4/5/2026 12:00 UTC",
        "3: embargo: '4/5/2026 12:00 UTC' is no time with its zone; "
        "write 2026-05-04 12:00 or 2026-04-05 12:00 with its zone",
    ),
    "nor one that is in no calendar": (
        "embargo: 31.31.2026 12:00 UTC",
        f"3: embargo: '31.31.2026 12:00 UTC' is no time with its zone; {CITY} {HOURS}",
    ),
    "an embargo of nothing is none": (
        "embargo:",
        f"3: embargo: it is no time with its zone; {CITY} {HOURS}, or leave the key out",
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
        "to 9998; write it as 2026-03-12 16:00 Europe/Copenhagen",
    ),
    "a zone 25 hours ahead is none": (
        "embargo: 2026-03-12 16:00 +25:00",
        "3: embargo: there is no such day or time as 2026-03-12 16:00 +25:00 from 1973 to 9998; "
        "write it as 2026-03-12 16:00 Europe/Copenhagen",
    ),
    "midnight is the beginning of a day": (
        "embargo: 2026-03-12 24:00 Europe/Copenhagen",
        "3: embargo: no clock shows 24:00, which is the beginning of the next day; "
        "write 2026-03-13 00:00 Europe/Copenhagen",
    ),
    "a zone that is not known ends no embargo": (
        "embargo: 2026-03-12 16:00 -00:00",
        "3: embargo: -00:00 says that its zone is not known; write 2026-03-12 16:00 +00:00 for UTC",
    ),
    "no zone is a day away": (
        "embargo: 2026-03-12 16:00 +23:59",
        "3: embargo: no zone is +23:59 from UTC: they are from -12:00 to +14:00; "
        "write 2026-03-12 16:00 Europe/Copenhagen for the clocks there",
    ),
    "a city in small letters is told": (
        "embargo: 2026-03-12 16:00 america/argentina/buenos_aires",
        "3: embargo: there is no zone america/argentina/buenos_aires; "
        "did you mean America/Argentina/Buenos_Aires?",
    ),
    "the last year of all ends no embargo": (
        "embargo: 9999-12-31 23:59 America/New_York",
        "3: embargo: there is no such day or time as 9999-12-31 23:59 America/New_York from 1973 "
        "to 9998; write it as 2026-03-12 16:00 Europe/Copenhagen",
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


YEARS, HOURS_, MINUTES = st.integers(0, 9999), st.integers(0, 25), st.integers(0, 61)
ZONES = st.sampled_from(
    (
        *sorted(available_timezones()),
        "Z",
        "UTC",
        "CET",
        "+01:00",
        "-00:00",
        "+1400",
        "-12:00",
        "-23:59",
    )
)
WRITTEN = st.builds(
    "{:04}-{:02}-{:02}{}{:02}:{:02} {}".format,
    YEARS,
    st.integers(0, 13),
    st.integers(0, 32),
    st.sampled_from(" T"),
    HOURS_,
    MINUTES,
    ZONES,
)
ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=7), inner, max_size=2)
    ),
)


@given(WRITTEN | ODD, st.sampled_from(("en", "fr", "ar", "he", "zh-Hans", "pl")))
@example("9999-12-31 23:59 America/New_York", "en")
@example("1973-01-01 00:00 +14:00", "ar")
def test_whatever_is_written_an_embargo_is_said_or_refused(value: object, tag: str) -> None:
    try:
        end = embargo(value)
    except PydanticCustomError:
        return
    matter = FrontMatter.model_construct(title=Phrase(text="A"), draft=None, embargo=end)
    own = language.load(tag)
    said = status(matter, own)
    assert said is not None
    assert "UTC" in said.words


@given(st.dictionaries(st.sampled_from(("version", "at", "to")), WRITTEN | ODD) | ODD | WRITTEN)
def test_whatever_is_written_a_draft_is_said_or_refused(value: object) -> None:
    try:
        draft = Draft.model_validate(value)
    except ValidationError:
        return
    matter = FrontMatter.model_construct(title=Phrase(text="A"), draft=draft, embargo=None)
    said = status(matter, language.load("en"))
    assert said is not None
    assert said.short == f"Draft {draft.version}"
