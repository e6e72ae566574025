"""An earlier version that looks newer is told: the two may have been swapped."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.read.source import read
from communique.turns import newer, turned
from tests.samples import with_front


def said(earlier: str, later: str) -> str:
    old, new = (
        read(Path(f"{name}.en.md"), with_front(f"title: A\n{front}").encode())
        for name, front in (("old", earlier), ("new", later))
    )
    return newer.remark(new, old)


@pytest.mark.parametrize(
    ("earlier", "later", "one", "other", "what"),
    [
        ("draft: {version: 3}", "draft: {version: 2}", "draft 3", "draft 2", "number"),
        (
            "draft: {version: 2, at: 2026-03-05 09:30}",
            "draft: {version: 2, at: 2026-03-05}",
            "of 2026-03-05 09:30:00",
            "of 2026-03-04",
            "date",
        ),
        ("issued: 2026-03-05", "issued: 2026-03-04", "of 2026-03-05", "of 2026-03-04", "date"),
        (
            "issued: 2026-03-01\nupdated: 2026-03-05",
            "issued: 2026-03-01\nupdated: 2026-03-04",
            "of 2026-03-05",
            "of 2026-03-04",
            "date",
        ),
        (
            "issued: 2026-03-05",
            "draft: {version: 2, at: 2026-03-04}",
            "of 2026-03-05",
            "of 2026-03-04",
            "date",
        ),
        (
            "issued: 2026-03-01\nupdated: 2026-03-05",
            "issued: 2026-03-01",
            "of 2026-03-05",
            "of 2026-03-01",
            "date",
        ),
    ],
)
def test_a_later_number_or_date_is_told(
    earlier: str, later: str, one: str, other: str, what: str
) -> None:
    later = later.replace("at: 2026-03-05", "at: 2026-03-04")
    assert said(earlier, later) == (
        f"the earlier version, old.en.md, looks newer: it is {one}, and new.en.md is {other}; "
        f"swap the two, or correct the {what} of one"
    )


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("", ""),
        ("draft: {version: 2}", "draft: {version: 3}"),
        ("draft: {version: 2, at: 2026-03-05}", "draft: {version: 3, at: 2026-03-04}"),
        ("draft: {version: 2}\nissued: 2026-03-05", "issued: 2026-03-05"),
        ("issued: 2026-03-05", "issued: 2026-03-05"),
        ("issued: 2026-03-05", "issued: 2026-03-06"),
        ("issued: 2026-03-05", ""),
        ("updated: 2026-03-05", "issued: 2026-03-05"),
        ("issued: 2026-03-01", "updated: 2026-03-05\nissued: 2026-03-01"),
    ],
)
def test_of_others_nothing_is_told(earlier: str, later: str) -> None:
    assert said(earlier, later) == ""


def test_the_remark_is_one_of_what_was_turned() -> None:
    old, new = (
        read(
            Path("a.en.md"), with_front(f"title: A{number}\ndraft: {{version: {number}}}").encode()
        )
        for number in (3, 2)
    )
    made = turned(new, "changes", old).turned
    assert made is not None
    assert [str(each) for each in made.remarks] == [
        "a.en.md:3: draft: the earlier version, a.en.md, looks newer: it is draft 3, and a.en.md "
        "is draft 2; swap the two, or correct the number of one"
    ]


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("issued: 2026-03-01", "3: issued"),
        ("issued: 2026-03-01\nupdated: 2026-03-02", "4: updated"),
        ("draft: {version: 1, at: 2026-03-02}", "3: draft"),
    ],
)
def test_the_remark_stands_at_the_date_that_looks_earlier(front: str, place: str) -> None:
    old, new = (
        read(Path(name), with_front(f"title: A\n{each}").encode())
        for name, each in (("old.en.md", "issued: 2026-03-05"), ("new.en.md", front))
    )
    assert str(newer.fault(new, old)).startswith(f"new.en.md:{place}: the earlier version, old.en.")


def test_files_of_one_name_are_told_with_their_folders() -> None:
    old, new = (
        read(Path(folder) / "a.en.md", with_front(f"title: A\nissued: 2026-03-0{day}").encode())
        for folder, day in (("last", 5), ("next", 4))
    )
    said = newer.remark(new, old)
    assert [str(each.path) in said for each in (old, new)] == [True, True]
