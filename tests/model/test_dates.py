"""Dates of the front matter: every way to write one, and to get it wrong."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from communique.read.source import read
from tests.samples import with_front

if TYPE_CHECKING:
    from tests.conftest import Refusal, Write

DATE = "write it as 2023-09-29, or with a time as 2023-09-29 16:06"

FAULTS: dict[str, tuple[str, list[str]]] = {
    "a year before 1000 is a slip": (
        "title: A\nissued: 0026-03-12",
        [
            "3: issued: 0026 is no year from 1000 on; "
            "write it as 2023-09-29, or with a time as 2023-09-29 16:06"
        ],
    ),
    "a day that is not in the calendar is reported": (
        "title: A\nissued: 2023-02-30",
        [f"3: issued: there is no such day or time as 2023-02-30; {DATE}"],
    ),
    "a thirteenth month is reported": (
        "title: A\nissued: 2023-13-01",
        [f"3: issued: there is no such day or time as 2023-13-01; {DATE}"],
    ),
    "a twenty-fifth hour is reported": (
        "title: A\nissued: 2023-09-29 25:00",
        [f"3: issued: there is no such day or time as 2023-09-29 25:00; {DATE}"],
    ),
    "a year alone is no date": (
        "title: A\nissued: 2023",
        [f"3: issued: '2023' is not a date; {DATE}"],
    ),
    "a date in words is no date": (
        "title: A\nupdated: 29 September 2023",
        [f"3: updated: '29 September 2023' is not a date; {DATE}"],
    ),
    "a date with one digit for the month is no date": (
        "title: A\nissued: 2023-9-29",
        [f"3: issued: '2023-9-29' is not a date; {DATE}"],
    ),
    "nothing is no date": (
        "title: A\nissued:",
        [f"3: issued: '' is not a date; {DATE}"],
    ),
    "a list is no date": (
        "title: A\nissued: [2023-09-29]",
        [f"3: issued: a list is not a date; {DATE}"],
    ),
    "an update before the issue is reported on its own line": (
        "title: A\nupdated: 2023-09-28\nissued: 2023-09-29",
        ["3: updated: 2023-09-28 is before issued, 2023-09-29; correct one of the two dates"],
    ),
    "an update a minute before the issue is reported": (
        "title: A\nissued: 2023-09-29 16:06\nupdated: 2023-09-29 16:05",
        [
            "4: updated: 2023-09-29 16:05 is before issued, 2023-09-29 16:06; "
            "correct one of the two dates"
        ],
    ),
    "an update before the issue is seen through time zones": (
        "title: A\nissued: 2023-09-29T16:06+02:00\nupdated: 2023-09-29T14:05Z",
        [
            "4: updated: 2023-09-29T14:05Z is before issued, 2023-09-29T16:06+02:00; "
            "correct one of the two dates"
        ],
    ),
}


@pytest.mark.parametrize(("front", "messages"), FAULTS.values(), ids=list(FAULTS))
def test_a_date_is_refused(refusal: Refusal, front: str, messages: list[str]) -> None:
    assert refusal(with_front(front)) == messages


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2023-09-29", date(2023, 9, 29)),
        ("'2023-09-29'", date(2023, 9, 29)),
        ('"2023-09-29"', date(2023, 9, 29)),
        ("2023-09-29 # the day after", date(2023, 9, 29)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2023-09-29 16:06", datetime(2023, 9, 29, 16, 6)),
        ("2023-09-29T16:06", datetime(2023, 9, 29, 16, 6)),
        ("'2023-09-29 16:06:07'", datetime(2023, 9, 29, 16, 6, 7)),
        ("2023-09-29T16:06Z", datetime(2023, 9, 29, 16, 6, tzinfo=UTC)),
        ("2023-09-29 16:06 Z", datetime(2023, 9, 29, 16, 6, tzinfo=UTC)),
        (
            "2023-09-29T16:06:07+02:00",
            datetime(2023, 9, 29, 16, 6, 7, tzinfo=timezone(timedelta(hours=2))),
        ),
        (
            "2023-09-29 16:06 -0530",
            datetime(2023, 9, 29, 16, 6, tzinfo=timezone(-timedelta(hours=5, minutes=30))),
        ),
    ],
)
def test_a_date_may_be_written_in_these_ways(statement: Write, written: str, value: date) -> None:
    matter = read(statement(with_front(f"title: A\nissued: {written}"))).matter
    assert matter.issued == value
    assert type(matter.issued) is type(value)


@pytest.mark.parametrize(
    ("issued", "updated"),
    [
        ("2023-09-29", "2023-09-29"),
        ("2023-09-29 16:06", "2023-09-29"),
        ("2023-09-29", "2023-09-29 00:00"),
        ("2023-09-29T16:06+02:00", "2023-09-29T14:06Z"),
        ("2023-09-29T16:06+02:00", "2023-09-29 14:00"),
    ],
)
def test_an_update_on_the_same_day_is_not_before_the_issue(
    refusal: Refusal, issued: str, updated: str
) -> None:
    assert refusal(with_front(f"title: A\nissued: {issued}\nupdated: {updated}")) == []


@pytest.mark.parametrize("moment", ["2023-09-29T16:06+99:00", "٢٠٢٣-٠٩-٢٩"])
def test_an_impossible_date_is_reported_in_plain_words(refusal: Refusal, moment: str) -> None:
    (message,) = refusal(with_front(f"title: A\nissued: {moment}"))
    assert "timedelta" not in message
    assert "isoformat" not in message
