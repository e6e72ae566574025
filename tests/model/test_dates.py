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
        [
            "3: issued: there is no such day or time as 2023-02-30; "
            "write a day of 2023-02, which has 28 days"
        ],
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
    "a date in words is told as it is to be written": (
        "title: A\nupdated: 29 September 2023",
        ["3: updated: '29 September 2023' is not a date; write 2023-09-29"],
    ),
    "a date with one digit for the month is told with two": (
        "title: A\nissued: 2023-9-29",
        ["3: issued: '2023-9-29' is not a date; write 2023-09-29"],
    ),
    "the date of signatures is told as it is to be written": (
        "title: A\nsignatures:\n  date: 26/11/2026\n  signatories: [{name: B}]",
        ["4: signatures.date: '26/11/2026' is not a date; write 2026-11-26"],
    ),
    "nothing is no date": (
        "title: A\nissued:",
        [f"3: issued: it is empty; {DATE}"],
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


@pytest.mark.parametrize(
    ("tag", "written", "meant"),
    [
        ("en", "26 November 2026", "2026-11-26"),
        ("en", "November 26th, 2026", "2026-11-26"),
        ("en", "Thursday, 26 Nov. 2026", "2026-11-26"),
        ("en", "26/11/2026", "2026-11-26"),
        ("en", "11/26/2026", "2026-11-26"),
        ("en", "11.11.2026", "2026-11-11"),
        ("en", "2026.11.26", "2026-11-26"),
        ("en", "2026/3/5", "2026-03-05"),
        ("en", "20261126", "2026-11-26"),
        ("en", "26 November 2026 14:30", "2026-11-26 14:30"),
        ("en", "26 November 2026, 9:30", "2026-11-26 09:30"),
        ("en", "26 November 2026 2:30 pm", "2026-11-26 14:30"),
        ("en", "2026-11-26 9:30am", "2026-11-26 09:30"),
        ("en", "26 November 2026, 12.05 a.m.", "2026-11-26 00:05"),
        ("en", "26 November 2026 at 12 PM", "2026-11-26 12:00"),
        ("en", "2026-11-26 09.30", "2026-11-26 09:30"),
        ("de", "12. März 2026, 9.30 Uhr", "2026-03-12 09:30"),
        ("de", "12.3.2026 21 Uhr", "2026-03-12 21:00 or 2026-12-03 21:00: year, month, day"),
        ("fr", "12 mars 2026 à 9 h 30", "2026-03-12 09:30"),
        ("ar", "١٢ مارس ٢٠٢٦", "2026-03-12"),
        ("ar", "٢٠٢٦-٠٣-١٢ ٠٩:٣٠", "2026-03-12 09:30"),
        ("fr", "12 mars 2026", "2026-03-12"),
        ("fr", "1er août 2026", "2026-08-01"),
        ("fr", "12 fevr. 2026", "2026-02-12"),
        ("fr", "12 March 2026", "2026-03-12"),
        ("de", "12. März 2026", "2026-03-12"),
        ("es", "12 de marzo de 2026", "2026-03-12"),
        ("pl", "12 listopada 2026", "2026-11-12"),
        ("hr", "12. listopada 2026.", "2026-10-12"),
        ("hu", "2026. március 12.", "2026-03-12"),
        ("uk", "12 листопада 2026 р.", "2026-11-12"),
        ("el", "12 Μαρτίου 2026", "2026-03-12"),
        ("ar", "12 مارس 2026", "2026-03-12"),
        ("zh", "2026年11月26日", "2026-11-26"),
        ("en", "12/03/2026", "2026-03-12 or 2026-12-03: year, month, day"),
        ("de", "4.5.2026", "2026-04-05 or 2026-05-04: year, month, day"),
    ],
)
def test_a_date_written_otherwise_is_told_as_it_is_to_be_written(
    refusal: Refusal, tag: str, written: str, meant: str
) -> None:
    assert refusal(with_front(f"title: A\nissued: {written}"), f"meeting.{tag}.md") == [
        f"3: issued: '{written}' is not a date; write {meant}"
    ]


@pytest.mark.parametrize("written", ["31 February 2026", "31/02/2026", "February 31, 2026"])
def test_a_day_that_a_month_has_not_is_told_with_its_days(refusal: Refusal, written: str) -> None:
    assert refusal(with_front(f"title: A\nissued: {written}")) == [
        f"3: issued: '{written}' is not a date; write a day of 2026-02, which has 28 days"
    ]


def test_a_year_in_which_nobody_issues_a_statement_has_a_remark(statement: Write) -> None:
    for year, meant in (("1026", "2026"), ("2226", "2026"), ("1500", ""), ("2099", "")):
        read_one = read(statement(with_front(f"title: A\nissued: {year}-03-12")))
        said = [
            f"{each.line}: {each.key}: {each.wrong}; {each.instead}" for each in read_one.remarks
        ]
        assert said == [f"3: issued: its year is {year}; did you mean {meant}?"] * bool(meant)


@pytest.mark.parametrize(
    "written",
    [
        "November 2026",
        "26.11.26",
        "2026/26/11",
        "26 de noviembre de 2026",
        "26 November 2026 to 27 December 2026",
        "26-27 November 2026",
        "26 November and December 2026",
        "26 November 2026 14:30 pm",
        "26 November 2026 25:30",
        "26 November 2026, 9.70",
        "soon",
        "26 November 2026 and many more words than a date has beside it",
        "9" * 400,
    ],
)
def test_a_date_of_which_nobody_knows_which_is_told_with_an_example(
    refusal: Refusal, written: str
) -> None:
    assert refusal(with_front(f"title: A\nissued: {written}")) == [
        f"3: issued: '{written}' is not a date; {DATE}"
    ]
