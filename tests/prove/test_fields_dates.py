"""A date that is printed is read back, by a reader of patterns that writes none."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

import pytest

from communique.design import language as languages
from communique.prove import fields
from communique.prove.lines import folded

NEWFOUNDLAND = timezone(-timedelta(hours=3, minutes=30))
MOMENTS: tuple[date, ...] = (
    date(2024, 5, 2),
    date(2024, 2, 5),
    date(2025, 5, 2),
    date(2024, 5, 3),
    datetime(2024, 5, 2, 9, 30),  # a statement may have no zone
    datetime(2024, 5, 2, 9, 31),
    datetime(2024, 5, 2, 10, 30),
    datetime(2024, 5, 2, 9, 30, tzinfo=UTC),
    datetime(2024, 5, 2, 9, 30, tzinfo=NEWFOUNDLAND),
    datetime(2024, 5, 2, 9, 30, tzinfo=timezone(timedelta(hours=3, minutes=30))),
)


def says(words: str, moment: date, tag: str = "en") -> bool:
    version: Any = SimpleNamespace(language=languages.load(tag))
    return fields._dates(folded(words), moment, version)


@pytest.mark.parametrize("tag", languages.names())
def test_each_date_is_read_back_and_told_from_others(tag: str) -> None:
    language = languages.load(tag)
    for moment in MOMENTS:
        words = language.moment(moment)
        assert [each for each in MOMENTS if says(words, each, tag)] == [moment]
        for month in range(1, 13):
            other = moment.replace(month=month)
            assert says(words, other, tag) is (month == moment.month)


@pytest.mark.parametrize(
    ("words", "tag", "moment"),
    [
        ("2 May 2024", "en-GB", MOMENTS[0]),
        ("2 5 2024", "en", MOMENTS[0]),
        ("on 2 May 2024 here", "en", MOMENTS[0]),
        ("٢ مايو ٢٠٢٤", "ar", MOMENTS[0]),
        ("٢ مايو ٢٠٢٤، ٠٩:٣٠", "ar", MOMENTS[4]),
        ("2024. gada 2. maijs", "lv", MOMENTS[0]),
        ("2 May 2024, 09:30", "en", MOMENTS[4]),
        ("2 May 2024, 09:30 (GMT-03:30)", "en", MOMENTS[8]),
    ],
)
def test_a_date_is_read_in_the_form_of_its_language(words: str, tag: str, moment: date) -> None:
    assert says(words, moment, tag)


@pytest.mark.parametrize("tag", ["fr", "fr-BE", "fr-CA", "fr-CH", "fr-LU"])
def test_the_first_of_a_month_is_read_in_french_as_an_ordinal_alone(tag: str) -> None:
    first, second, eleventh = date(2024, 5, 1), date(2024, 5, 2), date(2024, 5, 11)
    assert says("le 1er mai 2024", first, tag)
    assert says("le 1er\u00a0mai 2024", first, tag)
    for words in ("1 mai 2024", "01 mai 2024", "11er mai 2024", "2er mai 2024", "1e mai 2024"):
        assert not says(words, first, tag)
    assert says("2 mai 2024", second, tag)
    assert not says("1er mai 2024", second, tag)
    assert not says("2er mai 2024", second, tag)
    assert says("11 mai 2024", eleventh, tag)
    assert not says("11er mai 2024", eleventh, tag)
    assert not says("1er mai 2024", eleventh, tag)


@pytest.mark.parametrize("tag", sorted({*languages.names()} - {"fr"}))
def test_a_language_without_an_ordinal_is_not_read_with_one(tag: str) -> None:
    first = date(2024, 5, 1)
    words = languages.load(tag).day(first)
    assert says(words, first, tag)
    assert not says(words.replace("1", "1er"), first, tag)


def test_a_month_whose_name_begins_like_another_one_is_told_from_it() -> None:
    file = SimpleNamespace(first_day=None)
    months = ("mar", "mart", "marte")
    language = SimpleNamespace(day_pattern="y, d MMMM", months=months, file=file)
    version: Any = SimpleNamespace(language=language)
    for month, name in enumerate(language.months, start=1):
        said = [n for n in (1, 2, 3) if fields._dates(f"2024, 2 {name}", date(2024, n, 2), version)]
        assert said == [month]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("May 2, 2024", MOMENTS[0]),
        ("2 May 20245", MOMENTS[0]),
        ("12 May 2024", MOMENTS[0]),
        ("2 My 2024", MOMENTS[0]),
        ("2 May", MOMENTS[0]),
        ("", MOMENTS[0]),
        ("2 May 2024", MOMENTS[4]),
        ("2 May 2024, 09:30", MOMENTS[0]),
        ("2 May 2024, 109:30", MOMENTS[4]),
        ("2 May 2024, 09:305", MOMENTS[4]),
        ("2 May 2024, 09:30 GMT-03:30", MOMENTS[8]),
    ],
)
def test_what_is_no_such_date_is_none(words: str, moment: date) -> None:
    assert not says(words, moment)
